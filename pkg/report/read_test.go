package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// full is a file with something in every field.
func full() File {
	number, whole, text, pair, box := 9.963, 2, "Times", [2]float64{8.5, 11}, [4]float64{1, 2, 3, 4}
	return File{
		Path: "a.pdf", SHA256: strings.Repeat("0", 64), Bytes: 10, Verdict: Fail,
		Measured: Measured{
			Pages: &whole, ContentPages: &whole, ReferencesPage: &whole, PageSizeIn: &pair, TextBlockIn: &pair,
			Columns: &whole, GutterIn: &number, BodyFontPt: &number, LeadingPt: &number, BodyFont: &text,
		},
		Pages:      []Page{{Page: 1, SizeIn: pair, TextBlock: &box, Columns: &whole, BodyFontPt: &number, Content: "body", Sketch: &Sketch{}}, {Page: 2}},
		Checks:     []Check{{Rule: "page-limit", Severity: SeverityError, Status: StatusFail, Got: 3, Want: 2}, {Rule: "text-block", Severity: SeverityWarning, Status: StatusWarn, Got: pair, Want: "none"}},
		Findings:   []Finding{{Rule: "page-limit", Severity: SeverityError, Page: 3, Box: &box, Got: 3, Want: 2, Sentence: Say("long", Args{"pages": 3, "least": 2.5, "without": []string{"references"}, "text": "x", "flag": true}), Message: "long", Fix: &Fix{LaTeX: "a", Word: "b", LibreOffice: "c", Typst: "d"}, Hint: "a"}},
		Notes:      []Finding{{Rule: "comments", Severity: SeverityNote, Page: 2, Got: 1, Message: "a comment"}},
		Damage:     []Damage{{"object-unreadable", Args{"object": 7.0}, "lost"}},
		CrossCheck: &CrossCheck{Status: CrossAgrees, Pages: []CrossPage{{Page: 1, Status: CrossAgrees}}},
		ElapsedMS:  &number,
	}
}

func TestReadFile(t *testing.T) {
	data, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full().Plain(), got); diff != "" {
		t.Errorf("what is read differs from what was written (-want +got):\n%s", diff)
	}
	if full().Checks[0].Got == got.Checks[0].Got {
		t.Error("the test's file holds no int to be made plain")
	}
}

func TestReadFileRefuses(t *testing.T) {
	data, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"fail"`, `"fine"`}, {`"verdict":"fail"`, `"verdict":""`}, {`"bytes":10`, `"bytes":-1`}, {`"path"`, `"paths"`},
		{`"severity":"error"`, `"severity":"mild"`}, {`"got":3`, `"got":{}`}, {`"got":3`, `"got":[1,2,3]`}, {`"got":3`, `"got":true`}, {`"flag":true`, `"flag":{}`}, {`["references"]`, `[1]`}, {`"flag":true`, `"flag":null`},
		{`"page":2`, `"page":7`}, {`"page":3`, `"page":-3`}, {`"elapsed_ms":9.963}`, `"elapsed_ms":9.963}{}`}, {`}`, ``},
	} {
		changed := strings.Replace(string(data), change[0], change[1], 1)
		if changed == string(data) {
			t.Errorf("%s is not in %s", change[0], data)
		}
		if _, err := ReadFile([]byte(changed)); err == nil {
			t.Errorf("%s was read", changed)
		}
	}
}

// FuzzReadFile: what is read can be written and read again, and is the same.
func FuzzReadFile(f *testing.F) {
	for _, file := range []File{full(), {Verdict: Pass}} {
		data, err := json.Marshal(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := ReadFile(data)
		if err != nil {
			return
		}
		written, err := json.Marshal(file)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadFile(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if rewritten, err := json.Marshal(again); err != nil || string(rewritten) != string(written) {
			t.Errorf("%v\n%s\n%s", err, written, rewritten)
		}
	})
}
