package hotcrp_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// answer measures a paper and answers for it.
func answer(t *testing.T, data []byte, o hotcrp.Options) *hotcrp.Answer {
	t.Helper()
	facts, err := check.Measure(t.Context(), data, check.Options{})
	if err != nil {
		return hotcrp.Failed(check.Explain(err), o)
	}
	return hotcrp.New(facts.All(), o)
}

// sample returns a paper of two pages in 12-point type on 14 points, in two
// columns inside a block of 6.5 by 9 inches, like the one that HotCRP tries a
// site's setting with.
func sample() []byte {
	b := pdftest.New()
	for page := range 2 {
		prose := pdftest.Prose(120)[7*page:]
		var content string
		for column, x := range []float64{72, 318} {
			c := pdftest.Column{Size: 12, Leading: 14, X: x, Y: 700}
			content += c.Set(narrow(prose[13*column:][:44])...)
		}
		b.AddPage(pdftest.Page{Content: content})
	}
	return b.Bytes()
}

// narrow cuts lines so that they fit a column of 222 points in 12-point type.
func narrow(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l[:min(len(l), 40)]
	}
	return out
}

// TestHotCRPTriesASetting: the two papers' worth of checks that HotCRP makes
// when a chair saves the settings.
func TestHotCRPTriesASetting(t *testing.T) {
	for _, o := range []hotcrp.Options{{}, {Legacy: true}, {Figures: true}} {
		a := answer(t, sample(), o)
		fits := venue{paper: letter, pages: 2, block: [2]float64{6.5 * 72, 9 * 72}, size: 12, lead: 14}
		if got := fits.complaints(a); len(got) > 0 {
			t.Errorf("%+v: a paper that fits is refused for %v: %+v", o, got, a)
		}
		unfit := venue{paper: [][2]float64{{595, 842}}, pages: 1, block: [2]float64{3 * 72, 3 * 72}, size: 14, lead: 15}
		want := []string{"papersize", "pagelimit", "textblock", "bodyfontsize", "bodylineheight"}
		if got := unfit.complaints(a); !slices.Equal(got, want) {
			t.Errorf("%+v: complaints %v, want %v", o, got, want)
		}
	}
}

// checkOf is HotCRP's check that answers a rule of ours.
var checkOf = map[string]string{
	"page-size": "papersize", "page-limit": "pagelimit", "text-block": "textblock", "columns": "columns",
	"body-font-size": "bodyfontsize", "leading": "bodylineheight",
}

// withinSlack are cases that miss the block by less than the 9 points that
// HotCRP itself lets pass.
var withinSlack = map[string]bool{"bad-wide-7.1": true, "warn-stray-line": true}

// TestCasesByHotCRPsRules: HotCRP decides right on papers made with known format.
func TestCasesByHotCRPsRules(t *testing.T) {
	dir := "../../../../shared/cases"
	data, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("there are no shared cases: %v", err)
	}
	var cases []struct {
		ID, File string
		Expect   map[string]string
	}
	if err := errors.Join(err, json.Unmarshal(data, &cases)); err != nil || len(cases) < 60 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	opml := venue{paper: letter, pages: 2, freeEnd: true, noAppendix: true, columns: 2, block: [2]float64{7 * 72, 9 * 72}, size: 10, lead: 12}
	for _, c := range cases {
		data, err := os.ReadFile(filepath.Join(dir, c.File))
		if err != nil {
			t.Fatal(err)
		}
		a := answer(t, data, hotcrp.Options{})
		got := opml.complaints(a)
		if strings.HasPrefix(c.ID, "un-") {
			// What cannot be measured is not taken for what keeps the format.
			if !slices.Contains(got, "error") && !slices.Contains(got, "notext") {
				t.Errorf("%s: HotCRP finds %v in a file without readable text", c.ID, got)
			}
			continue
		}
		for rule, status := range c.Expect {
			check, ok := checkOf[rule]
			if !ok || withinSlack[c.ID] && rule == "text-block" {
				continue
			}
			if broken := slices.Contains(got, check); broken != (status == "fail") {
				t.Errorf("%s: %s broken: %v, but it is %s", c.ID, check, broken, status)
			}
		}
	}
}
