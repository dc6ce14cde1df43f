package words

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
	"regexp"
)

// findingsFrom returns findings on pages: "3 top: this is page 3".
func findingsFrom(lines ...string) []report.Finding {
	var out []report.Finding
	for _, line := range lines {
		var f report.Finding
		where, message, _ := strings.Cut(line, ": ")
		page, place, _ := strings.Cut(where, " ")
		fmt.Sscan(page, &f.Page)
		f.Rule, f.Place = "page-numbers", place
		f.Sentence = report.Say(wording.DraftMark, report.Args{"text": message})
		f.Message = wording.English().Text(f.Sentence)
		out = append(out, f)
	}
	return out
}

// onPages are findings with one message on pages; "%d" in it is the page and a
// number.
func onPages(message string, plus int, pages ...int) []report.Finding {
	var lines []string
	for _, page := range pages {
		text := message
		if strings.Contains(text, "%d") {
			text = fmt.Sprintf(text, page+plus)
		}
		lines = append(lines, fmt.Sprintf("%d: %s", page, text))
	}
	return findingsFrom(lines...)
}

// quotation is what surrounds the quoted text in the sentence of these findings.
var quotation = regexp.MustCompile(`The pages? (?:is|are) marked as a draft or submission: “(.*)”\.`)

func TestSeries(t *testing.T) {
	paper := &report.File{Pages: make([]report.Page, 12)}
	for _, test := range []struct {
		name     string
		findings []report.Finding
		want     []string
	}{
		{"every page", onPages("A4", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), []string{"all pages: A4"}},
		{"a run", onPages("A4", 0, 3, 4, 5, 6), []string{"pages 3–6: A4"}},
		{"two", onPages("A4", 0, 3, 4), []string{"pages 3 and 4: A4"}},
		{"some", onPages("A4", 0, 1, 2, 4, 5, 6, 9), []string{"pages 1, 2, 4–6 and 9: A4"}},
		{"even", onPages("A4", 0, 2, 4, 6, 8), []string{"even pages 2–8: A4"}},
		{"odd", onPages("A4", 0, 3, 5, 7, 9), []string{"odd pages 3–9: A4"}},
		{"twice on a page", onPages("A4", 0, 3, 3), []string{"page 3: A4"}},
		{"numbers count on", onPages("number “%d”", 380, 1, 2, 3), []string{"pages 1–3: number “381–383”"}},
		{"every other number", onPages("%d Ada", 0, 2, 4, 6, 8), []string{"even pages 2–8: 2, 4, …, 8 Ada"}},
		{"pages between", findingsFrom("3: page 3 of 2", "4: page 4 of 2", "9: page 5 of 2"), []string{"pages 3, 4 and 9: page 3–5 of 2"}},
		{"two numbers are no row", onPages("%d lines", 0, 3, 4), []string{"page 3: 3 lines", "page 4: 4 lines"}},
		{"numbers at random", findingsFrom("1: 3 lines", "2: 9 lines", "3: 3 lines"), []string{"pages 1 and 3: 3 lines", "page 2: 9 lines"}},
		{"lengths are words", onPages("0.%d in", 0, 1, 2, 3), []string{"page 1: 0.1 in", "page 2: 0.2 in", "page 3: 0.3 in"}},
		{"names are words", onPages("font F%d", 0, 1, 2, 3), []string{"page 1: font F1", "page 2: font F2", "page 3: font F3"}},
		{"other places", findingsFrom("1 top: A4", "2 top: A4", "2 bottom: A4"), []string{"pages 1 and 2, top: A4", "page 2, bottom: A4"}},
		{"the whole file", findingsFrom("0: A4", "0: A4"), []string{"A4", "A4"}},
		{"a list", onPages("at 7, 8 and %d.", 0, 1, 2, 3), []string{"pages 1–3: at 7, 8 and 1–3."}},
	} {
		var got []string
		for _, s := range SeriesOf(wording.English(), test.findings, paper) {
			got = append(got, quotation.ReplaceAllString(s.Text(), "$1"))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	scattered := make([]int, 40)
	for i := range scattered {
		scattered[i] = 3*i + 1
	}
	long := &report.File{Pages: make([]report.Page, 200)}
	if got, want := SeriesOf(wording.English(), onPages("A4", 0, scattered...), long)[0].Where, "pages 1, 4, 7, 10, 13, 16, 19, 22, 25, 28 and 30 more"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestSeriesLoseNothing: every finding is in one series, whatever its words.
func TestSeriesLoseNothing(t *testing.T) {
	var findings []report.Finding
	for i := range 3000 {
		findings = append(findings, report.Finding{Page: 1 + i/3, Sentence: report.Say(wording.LinesAmong, report.Args{"page": i*i%37 + 1, "most": 2, "lines": i % 5})})
	}
	n := 0
	for _, s := range SeriesOf(wording.English(), findings, &report.File{}) {
		n += len(s.Findings)
		if s.Page != s.Findings[0].Page {
			t.Errorf("%+v is told of page %d", s.Findings, s.Page)
		}
	}
	if n != len(findings) {
		t.Errorf("%d findings of %d are told", n, len(findings))
	}
}
