package profile

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

var update = flag.Bool("update", false, "write the published schema anew")

// published is where editors find the schema.
var published = filepath.Join("..", "..", "docs", "profile.schema.json")

// What is published is the schema of this language.
func TestSchemaIsPublished(t *testing.T) {
	if *update {
		if err := os.WriteFile(published, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(published)
	if err != nil || !bytes.Equal(want, Schema()) {
		t.Errorf("%s is not the schema (%v): go test ./pkg/profile -run Schema -update writes it", published, err)
	}
}

// compiled returns the schema as a validator of another's making reads it.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("profile.json", data); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("profile.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON returns a YAML text as JSON values.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// The schema accepts every profile that Parse reads.
func TestSchemaAcceptsProfiles(t *testing.T) {
	schema := compiled(t)
	texts := map[string]string{"all": all, "minimal": minimal}
	for _, name := range Names() {
		data, err := venueFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name], texts[name+" as shown"] = string(data), p.YAML()
	}
	for name, text := range texts {
		if err := schema.Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// It refuses what a look at one key can determine.
func TestSchemaRefusals(t *testing.T) {
	schema := compiled(t)
	for _, text := range []string{
		"pages: 5\n",
		minimal + "blok: 7in x 9in\n",
		minimal + "tolerance:\n  blok: 1pt\n",
		minimal + "leading: 12\n",
		minimal + "leading: 12px\n",
		minimal + "leading: -1pt\n",
		minimal + "block: 7in\n",
		minimal + "columns: two\n",
		minimal + "families: [tims]\n",
		minimal + "numbering: maybe\n",
		minimal + "margins: 1in 1in 1in 1in 1in\n",
		minimal + "year: 27\n",
		minimal + "source: hotpaper.example\n",
		minimal + "extends: nowhere\n",
		minimal + "metadata: required\n",
		minimal + "categories: {Short: {pages: 6}}\n",
		minimal + "categories: {short: {title: Short}}\n",
		minimal + "require: [Ethics]\n",
		minimal + "lenience: {share: 16%}\n",
		"title: T\nrules: {page-limits: error}\n",
		"title: T\nrules: {page-limit: eror}\n",
		"title: T\nrules: {page-limit: error}\n",
		minimal + "  page-numbers: error\n",
		minimal + "file_size: 10\n",
		minimal + "line_numbers: free\n",
		minimal + "source_kind: hearsay\n",
		minimal + "words: {}\n",
		"title: T\npages: {most: 5}\nrules: {page-limit: error}\n",
		"title: T\npages: {except: nothing}\nrules: {page-limit: error}\n",
		"title: T\npages: {most: 5, except: nothing, only: appendices}\nrules: {page-limit: error}\n",
	} {
		if schema.Validate(asJSON(t, text)) == nil {
			t.Errorf("the schema accepts\n%s", text)
		}
		if _, err := Parse("test", []byte(text)); err == nil {
			t.Errorf("Parse accepts\n%s", strings.TrimSpace(text))
		}
	}
}
