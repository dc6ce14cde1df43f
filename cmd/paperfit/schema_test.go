package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaOf returns the schema that "paperfit schema" prints.
func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(printed(t, "schema", name)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// printed returns what the program writes to standard output.
func printed(t *testing.T, args ...string) []byte {
	t.Helper()
	var s testStreams
	run(args, s.streams())
	if s.err.Len() > 0 {
		t.Fatalf("%s: %s", strings.Join(args, " "), &s.err)
	}
	return s.out.Bytes()
}

func wantValid(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Error(err)
	}
}

func TestGoldenReportsAreValid(t *testing.T) {
	schema := schemaOf(t, "json")
	reports, err := filepath.Glob(filepath.Join(folder("papers"), "*.json"))
	if err != nil || len(reports) == 0 {
		t.Fatalf("%d reports, %v", len(reports), err)
	}
	for _, path := range reports {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			wantValid(t, schema, data)
		})
	}
}

// TestReportsAreValid: so are the reports of damaged files, of a second reading
// and of the lines of every page.
func TestReportsAreValid(t *testing.T) {
	schema, line := schemaOf(t, "json"), schemaOf(t, "jsonl")
	paper := filepath.Join(folder("papers"), "bad-text-block-wide.pdf")
	if _, err := os.Stat(paper); err != nil {
		t.Fatal(err)
	}
	bad, err := filepath.Glob(filepath.Join(folder("bad"), "*.pdf"))
	if err != nil || len(bad) == 0 {
		t.Fatalf("%d broken files: %v", len(bad), err)
	}
	named := append(bad, paper, missing)
	wantValid(t, schema, printed(t, append([]string{"check", "--format", "json"}, named...)...))
	wantValid(t, schema, printed(t, "inspect", "--layout", "--format", "json", paper))
	for text := range strings.Lines(string(printed(t, append([]string{"check", "--format", "jsonl"}, named...)...))) {
		wantValid(t, line, []byte(text))
	}
	for text := range strings.Lines(string(printed(t, "inspect", "--layout", "--format", "jsonl", paper))) {
		wantValid(t, line, []byte(text))
	}
}
