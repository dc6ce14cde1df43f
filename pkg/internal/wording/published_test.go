package wording_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/internal/rules"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

var update = flag.Bool("update", false, "write the published lists of sentences")

// Where the sentences are published.
const (
	schemaFile = "../../report/schema.json"
	page       = "../../../docs/findings.md"
)

// TestSchemaListsTheSentences: the JSON Schema of the report has every kind with its
// arguments.
func TestSchemaListsTheSentences(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	hand, _, found := bytes.Cut(data, []byte("    \"sentence\": "))
	if !found {
		t.Fatal("the schema has no sentence")
	}
	hand, _, _ = bytes.Cut(hand, []byte("    \"kind\": {\n"))
	publish(t, schemaFile, string(hand)+definitions(wording.English())+"  }\n}\n")
}

// TestPageListsTheSentences: docs/findings.md describes every kind.
func TestPageListsTheSentences(t *testing.T) { publish(t, page, pageOf(wording.English())) }

// publish compares a file with what it has to be, or writes it.
func publish(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("%s differs from the catalogue (%v); go test ./pkg/internal/wording -update (-file +catalogue):\n%s", path, err, diff)
	}
}

// definitions returns the definitions of kinds and sentences of the schema.
func definitions(c *wording.Catalogue) string {
	var kinds []string
	rules := []string{`        { "not": { "anyOf": [{ "required": ["kind"] }, { "required": ["args"] }] } }`}
	for _, e := range c.Entries() {
		kinds = append(kinds, "        "+quote(string(e.Kind)))
		rules = append(rules, sentenceSchema(&e))
	}
	slices.Sort(kinds)
	return "    \"kind\": {\n      \"description\": \"Which sentence it is; stable, while its words may change with any version.\",\n      \"enum\": [\n" +
		strings.Join(kinds, ",\n") + "\n      ]\n    },\n" +
		"    \"sentence\": {\n      \"description\": \"Every kind with its arguments.\",\n      \"oneOf\": [\n" + strings.Join(rules, ",\n") + "\n      ]\n    }\n"
}

// sentenceSchema returns the schema of a kind.
func sentenceSchema(e *wording.Entry) string {
	var properties, required []string
	for _, a := range e.Args {
		properties = append(properties, fmt.Sprintf("                %s: %s", quote(a.Name), argSchema(&a)))
		if !a.Optional && a.Type != wording.Flag {
			required = append(required, quote(a.Name))
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "        {\n          \"title\": %s,\n", quote(wording.Readable(e.Text)))
	fmt.Fprintf(&out, "          \"properties\": {\n            \"kind\": { \"const\": %s }", quote(string(e.Kind)))
	if len(properties) > 0 {
		fmt.Fprintf(&out, ",\n            \"args\": {\n              \"type\": \"object\",\n              \"properties\": {\n%s\n              },\n", strings.Join(properties, ",\n"))
		if len(required) > 0 {
			fmt.Fprintf(&out, "              \"required\": [%s],\n", strings.Join(required, ", "))
		}
		out.WriteString("              \"additionalProperties\": false\n            }\n          },\n")
	} else {
		out.WriteString(",\n            \"args\": false\n          },\n")
	}
	names := []string{`"kind"`}
	if len(required) > 0 {
		names = append(names, `"args"`)
	}
	fmt.Fprintf(&out, "          \"required\": [%s]\n        }", strings.Join(names, ", "))
	return out.String()
}

// argSchema returns the schema of an argument in a line.
func argSchema(a *wording.Arg) string {
	about := a.About
	if unit := a.Type.Unit(); unit != "" {
		about += ", in " + unitName(unit)
	}
	head := fmt.Sprintf(`{ "description": %s, `, quote(sentence(about)))
	switch {
	case a.Type == wording.Choice:
		var ids []string
		for _, w := range a.Words {
			ids = append(ids, quote(w.ID))
		}
		return head + `"enum": [` + strings.Join(ids, ", ") + "] }"
	case a.Type == wording.Flag:
		return head + `"const": true }`
	case a.Type.IsList():
		return head + `"type": "array", "items": { "type": "string" } }`
	case a.Type.IsWhole():
		return head + `"type": "integer" }`
	case a.Type.IsNumber():
		return head + `"type": "number" }`
	}
	return head + `"type": "string" }`
}

func unitName(unit string) string {
	return map[string]string{"pt": "points", "in": "inches", "%": "percent"}[unit]
}

// sentence makes a sentence of a phrase.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] + "." }

// quote returns a text as JSON.
func quote(text string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a string is never refused
	return strings.TrimSuffix(out.String(), "\n")
}

const pageHead = `# Findings

Every sentence that a finding, a check or damage of a report has, by its kind. In JSON it is ` + "`kind`" + ` and ` + "`args`" + `, from which
` + "`message`" + ` is made; programs go by the kind, which is stable, while words may change with any version. Arguments are in braces; what is in
brackets appears only where it applies, and counted nouns are singular where they have to be. The JSON Schema that ` + "`paperfit schema`" + ` prints
has the same list.

This page is made from the catalogue by ` + "`make golden`" + `.
`

// pageOf returns the page.
func pageOf(c *wording.Catalogue) string {
	var out strings.Builder
	out.WriteString(pageHead)
	left := c.Entries()
	section := func(title, about string, in func(*wording.Entry) bool) {
		begun := false
		left = slices.DeleteFunc(left, func(e wording.Entry) bool {
			if !in(&e) {
				return false
			}
			if !begun {
				fmt.Fprintf(&out, "\n## %s\n%s", title, about)
				begun = true
			}
			out.WriteString(entryText(&e))
			return true
		})
	}
	for _, rule := range rules.All() {
		section(fmt.Sprintf("[`%s`](rules.md#%s)", rule.ID, rule.ID), "", func(e *wording.Entry) bool {
			return len(e.Rules) > 0 && e.Rules[0] == rule.ID
		})
	}
	section("Any rule", "\nWhy a rule could not be measured, or is waived.\n", func(e *wording.Entry) bool { return len(e.Rules) == 0 })
	for _, e := range left {
		out.WriteString("\n## " + e.Rules[0] + ", which is not a rule\n")
	}
	return out.String()
}

// entryText describes one kind.
func entryText(e *wording.Entry) string {
	var out strings.Builder
	fmt.Fprintf(&out, "\n### `%s`\n\n> %s\n", e.Kind, escaped(wording.Readable(e.Text)))
	if e.Together != "" {
		fmt.Fprintf(&out, ">\n> of several pages: %s\n", escaped(wording.Readable(e.Together)))
	}
	if len(e.Rules) > 1 {
		fmt.Fprintf(&out, "\nRules: `%s`\n", strings.Join(e.Rules, "`, `"))
	}
	if len(e.Args) == 0 {
		return out.String()
	}
	out.WriteString("\n| argument | type | is |\n|---|---|---|\n")
	for _, a := range e.Args {
		fmt.Fprintf(&out, "| `%s` | %s | %s |\n", a.Name, typeText(&a), escaped(aboutText(&a)))
	}
	return out.String()
}

func typeText(a *wording.Arg) string {
	text := map[bool]string{true: "text"}[!a.Type.IsNumber() && !a.Type.IsList()]
	switch {
	case a.Type == wording.Flag:
		return "true, or missing"
	case a.Type == wording.Quote:
		text = "quotation"
	case a.Type == wording.Choice:
		text = "one of a list"
	case a.Type.IsList():
		text = "list of texts"
	case a.Type.IsWhole():
		text = "integer"
	case a.Type.IsNumber():
		text = "number, " + unitName(a.Type.Unit())
	}
	if a.Optional {
		text += ", or missing"
	}
	return text
}

func aboutText(a *wording.Arg) string {
	if a.Type != wording.Choice {
		return a.About
	}
	var words []string
	for _, w := range a.Words {
		words = append(words, "`"+w.ID+"` ("+w.Text+")")
	}
	return a.About + ": " + strings.Join(words, ", ")
}

// escaped returns text as Markdown shows it as it is.
func escaped(text string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "|", `\|`, "<", "&lt;").Replace(text)
}

// TestKindsAreNames: kinds and arguments are names that programs can rely on, each
// once, and every template uses the arguments that it has.
func TestKindsAreNames(t *testing.T) {
	seen := map[report.Kind]bool{}
	for _, e := range wording.English().Entries() {
		if seen[e.Kind] || !isName(string(e.Kind), '-') {
			t.Errorf("%s is no name, or there twice", e.Kind)
		}
		seen[e.Kind] = true
		for _, a := range e.Args {
			used := strings.Contains(e.Text, "{"+a.Name) || strings.Contains(e.Text, "["+a.Name+"?") || strings.Contains(e.Text, "[!"+a.Name+"?")
			if !isName(a.Name, '_') || a.About == "" || !used {
				t.Errorf("%s: the argument %s is no name, not documented or not used", e.Kind, a.Name)
			}
		}
	}
}

func isName(text string, joint rune) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == joint) })
}
