package hotcrp_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// kind is what a field of the answer may hold, "" when it holds that.
type kind func(v any) string

var (
	whole kind = func(v any) string {
		return wrong(isNumber(v) && v.(float64) == math.Trunc(v.(float64)), "a whole number")
	}
	count   kind = func(v any) string { return wrong(whole(v) == "" && v.(float64) >= 0, "a count") }
	number  kind = func(v any) string { return wrong(isNumber(v) && v.(float64) > 0, "a number above 0") }
	perhaps kind = func(v any) string { return wrong(v == nil || number(v) == "", "a number above 0 or null") }
	words   kind = func(v any) string { _, ok := v.(string); return wrong(ok, "a string") }
	truth   kind = func(v any) string { return wrong(v == true, "true") }
	pageOf  kind = func(v any) string {
		return wrong(slices.Contains([]any{"blank", "cover", "appendix", "bib", "figure"}, v), "a type of page")
	}
)

func isNumber(v any) bool { _, ok := v.(float64); return ok }

func wrong(ok bool, want string) string {
	if ok {
		return ""
	}
	return want
}

// list is a list of n items, of any number where n is 0.
func list(n int, of kind) kind {
	return func(v any) string {
		items, ok := v.([]any)
		if !ok || n > 0 && len(items) != n {
			return fmt.Sprintf("a list of %d", n)
		}
		for _, item := range items {
			if what := of(item); what != "" {
				return "a list of " + what
			}
		}
		return ""
	}
}

// object has the fields that it must have, those it may have, and no others.
func object(must, may map[string]kind) kind {
	return func(v any) string {
		m, ok := v.(map[string]any)
		if !ok {
			return "an object"
		}
		for name := range must {
			if _, ok := m[name]; !ok {
				return "an object with " + name
			}
		}
		for name, value := range m {
			of, ok := must[name]
			if !ok {
				of, ok = may[name]
			}
			if !ok {
				return "an object without " + name
			}
			if what := of(value); what != "" {
				return fmt.Sprintf("%s in %s, not %v", what, name, value)
			}
		}
		return ""
	}
}

// unsafeKind lists pages, a 0 last of all.
var unsafeKind kind = func(v any) string {
	m, _ := v.(map[string]any)
	for category, pages := range m {
		known := []string{"javascript", "launch", "rellaunch", "submitform", "autoaction", "richmedia", "multimedia", "xfa", "externalref"}
		if !slices.Contains(known, category) {
			return "a known category"
		}
		if what := list(0, count)(pages); what != "" || len(pages.([]any)) == 0 || len(pages.([]any)) > 11 {
			return "a list of pages"
		}
	}
	return wrong(len(m) > 0, "some category")
}

var ownKind = object(map[string]kind{"version": words}, map[string]kind{
	"body_font_pt": number, "leading_pt": number, "body_font": words, "content_pages": count,
	"references_page": count, "page_numbers": truth, "error": words,
})

var pageKind = object(map[string]kind{"c": count}, map[string]kind{
	"pageno": words, "papersize": list(2, count), "type": pageOf, "margin": list(4, count), "bodyfontsize": number,
	"reffontsize": number, "leading": number, "columns": count, "w": count, "headings": list(0, words), "fs": count,
	"colpos": list(0, number),
})

var answerKind = object(map[string]kind{
	"at": whole, "papersize": list(2, count), "margin": list(4, count), "bodyfontsize": perhaps, "leading": perhaps,
	"columns": count, "w": count, "pages": list(0, pageKind), "x-paperfit": ownKind,
}, map[string]kind{"nummargin": count, "unsafe": unsafeKind, "npages": count})

var failureKind = object(map[string]kind{
	"at": whole, "error": truth, "pages": list(0, pageKind), "x-paperfit": ownKind,
}, nil)

// wantContract checks the JSON of an answer, field by field.
func wantContract(t *testing.T, name string, a *hotcrp.Answer) {
	t.Helper()
	var b bytes.Buffer
	if err := a.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b.Bytes(), &v); err != nil {
		t.Fatalf("%s: %v: %s", name, err, &b)
	}
	of := answerKind
	if a.Error {
		of = failureKind
	}
	if what := of(v); what != "" {
		t.Errorf("%s: want %s:\n%s", name, what, &b)
	}
	if b.Len() > 64<<10 {
		t.Errorf("%s: %d bytes, which a database has to keep", name, b.Len())
	}
}

// TestAnswersKeepTheContract: every field of every answer is of its kind, on
// papers that are whole and on files that are not.
func TestAnswersKeepTheContract(t *testing.T) {
	files, _ := filepath.Glob("../../../testdata/papers/*.pdf")
	bad, _ := filepath.Glob("../../../testdata/bad/*")
	if len(files) < 20 || len(bad) < 3 {
		t.Fatalf("%d papers and %d bad files", len(files), len(bad))
	}
	shared, _ := filepath.Glob("../../../../shared/papers/*.pdf")
	if len(shared) == 0 {
		t.Log("there are no shared papers")
	}
	o := hotcrp.Options{At: 1_700_000_000, Headings: true, Columns: true, Version: "0"}
	for _, file := range slices.Concat(pdftest.Sample(t, files, 6), bad, pdftest.Sample(t, shared, 18)) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wantContract(t, file, answer(t, data, o))
	}
}

// The check of the contract fails on what is not the contract.
func TestContractRefuses(t *testing.T) {
	good := `{"at":1,"papersize":[792,612],"margin":[1,2,3,4],"bodyfontsize":null,"leading":12,"columns":2,"w":0,"pages":[{"c":1}],"x-paperfit":{"version":"0"}}`
	for _, change := range [][2]string{
		{`"at":1,`, ``}, {`"at":1`, `"at":1.5`}, {`[792,612]`, `[792]`}, {`"leading":12`, `"leading":"12"`},
		{`{"c":1}`, `{"c":1,"type":"body"}`}, {`"w":0`, `"w":0,"msx":1`}, {`"columns":2`, `"columns":null`},
	} {
		var v any
		if err := json.Unmarshal([]byte(strings.Replace(good, change[0], change[1], 1)), &v); err != nil {
			t.Fatal(err)
		}
		if answerKind(v) == "" {
			t.Errorf("%s for %s is let pass", change[1], change[0])
		}
	}
	var v any
	if err := json.Unmarshal([]byte(good), &v); err != nil || answerKind(v) != "" {
		t.Errorf("a good answer is refused: %v %s", err, answerKind(v))
	}
}
