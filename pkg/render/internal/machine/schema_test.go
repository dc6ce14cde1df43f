package machine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/paperfit/paperfit/pkg/report"
)

// compiled returns a JSON Schema that can validate.
func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	out, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// validate holds JSON against a schema.
func validate(schema *jsonschema.Schema, data []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// everything is a report in which each field is filled somewhere.
func everything() *report.Report {
	f := failing()
	f.CrossCheck = &report.CrossCheck{Status: report.CrossDiffers, Message: "1 page", Pages: []report.CrossPage{{Page: 1, Status: report.CrossSkipped, Message: "why"}}}
	f.Pages[0].Sketch = &report.Sketch{
		Columns: [][2]float64{{54, 300}}, Figures: [][4]float64{{1, 2, 3, 4}},
		Lines:    []report.SketchLine{{Role: "body", Column: -1, Text: "words", Rotated: true, Pieces: []report.SketchPiece{{X0: 1, X1: 2, Text: "words"}}}},
		Drawings: []report.SketchDrawing{{Filled: true, Width: math.NaN(), Lines: [][]float64{{1, 2, math.Inf(1)}, nil}}},
	}
	f.Pages[1].Sketch = &report.Sketch{}
	return sample(f, passing(), scanned(), unreadable())
}

func TestReportsAreValid(t *testing.T) {
	whole, line := compiled(t, report.JSONSchema()), compiled(t, report.JSONLinesSchema())
	for _, r := range []*report.Report{sample(), everything()} {
		var data, lines bytes.Buffer
		if err := JSON(&data, r); err != nil {
			t.Fatal(err)
		}
		if err := validate(whole, data.Bytes()); err != nil {
			t.Errorf("%v in\n%s", err, &data)
		}
		if err := JSONLinesFormat().Write(&lines, r, Options{}); err != nil {
			t.Fatal(err)
		}
		for text := range strings.Lines(lines.String()) {
			if err := validate(line, []byte(text)); err != nil {
				t.Errorf("%v in\n%s", err, text)
			}
			if validate(whole, []byte(text)) == nil {
				t.Error("a line is taken for a whole report")
			}
		}
		if validate(line, data.Bytes()) == nil {
			t.Error("a whole report is taken for a line")
		}
	}
}

// TestBrokenReportsAreRefused: each change makes a valid report invalid.
func TestBrokenReportsAreRefused(t *testing.T) {
	whole, line := compiled(t, report.JSONSchema()), compiled(t, report.JSONLinesSchema())
	var data bytes.Buffer
	r := everything()
	r.Files = r.Files[:1] // the one that the changes are made to
	if err := JSON(&data, r); err != nil {
		t.Fatal(err)
	}
	const missing = "\x00" // the field is taken away
	for _, change := range []struct {
		path  string
		value any
	}{
		{"schema", "paperfit.report/2"}, {"schema", missing}, {"more", 1}, {"summary.pass", -1}, {"summary.skipped", 1}, {"summary.skipped", map[string]any{".docx": "2"}},
		{"summary.interrupted", 1}, {"summary.expected", "364"},
		{"files", nil}, {"files.0.path", nil}, {"files.0.verdict", "passed"}, {"files.0.verdict", missing}, {"files.0.sha256", "abc"},
		{"files.0.measured.pages", "3"}, {"files.0.measured.pages", 2.5}, {"files.0.measured.columns", missing}, {"files.0.measured.page_size_in", []any{8.5}},
		{"files.0.pages", nil}, {"files.0.pages.0.page", 0}, {"files.0.pages.0.content", "text"}, {"files.0.pages.0.text_block", []any{1, 2, 3}},
		{"files.0.checks.0.status", "ok"}, {"files.0.checks.0.severity", "info"}, {"files.0.checks.2.unit", "ft"}, {"files.0.program", "vi"}, {"files.0.checks.2.got", true},
		{"files.0.findings.0.message", missing}, {"files.0.findings.1.box", []any{1, 2, 3, "4"}}, {"files.0.findings.0.line", 3},
		{"files.0.damage.0.kind", missing}, {"files.0.damage.0.kind", "scratch"}, {"files.0.findings.0.kind", missing}, {"files.0.findings.0.kind", "scratch"},
		{"files.0.findings.0.args", missing}, {"files.0.findings.0.args.lines", "many"}, {"files.0.findings.0.args.lines", 1.5}, {"files.0.findings.0.args.lines", missing},
		{"files.0.findings.0.args.more", 1}, {"files.0.checks.0.args", map[string]any{"page": 1}}, {"files.0.findings.1.fix.pages", "x"}, {"files.0.cross_check.status", "skipped"}, {"files.0.elapsed_ms", "6 ms"}, {"files.0.time", 1},
		{"files.0.pages.0.sketch.lines.0.column", -2}, {"files.0.pages.0.sketch.figures", nil}, {"profile.digest", ""}, {"tool.version", 1},
	} {
		var r map[string]any
		if err := json.Unmarshal(data.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		set(t, r, strings.Split(change.path, "."), change.value, missing)
		if err := whole.Validate(r); err == nil {
			t.Errorf("%s may be %v", change.path, change.value)
		}
		file := r["files"]
		if !strings.HasPrefix(change.path, "files.0.") {
			continue
		}
		object := file.([]any)[0].(map[string]any)
		for _, key := range []string{"schema", "tool", "profile"} {
			object[key] = r[key]
		}
		if err := line.Validate(object); err == nil {
			t.Errorf("in a line %s may be %v", change.path, change.value)
		}
	}
}

// set changes the value at a path, or takes it away.
func set(t *testing.T, in any, path []string, value, missing any) {
	t.Helper()
	switch in := in.(type) {
	case map[string]any:
		switch {
		case len(path) > 1:
			set(t, in[path[0]], path[1:], value, missing)
		case value == missing:
			if _, ok := in[path[0]]; !ok {
				t.Fatalf("there is no %s to take away", path[0])
			}
			delete(in, path[0])
		default:
			in[path[0]] = value
		}
	case []any:
		var i int
		if _, err := fmt.Sscan(path[0], &i); err != nil {
			t.Fatal(err)
		}
		set(t, in[i], path[1:], value, missing)
	default:
		t.Fatalf("nothing is at %v", path)
	}
}
