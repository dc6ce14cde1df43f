package rules

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

func TestSectionOrder(t *testing.T) {
	hold(t, "section-order", "order: [limitations, references, appendices, checklist]", []askedCase{
		{"all of them", withSections("1 Introduction", "Limitations", "References", "A Proofs", "NeurIPS Paper Checklist"), "pass", "in this order"},
		{"some of them", withSections("1 Introduction", "References", "Paper Checklist"), "pass", "in this order"},
		{"the checklist first", withSections("1 Introduction", "NeurIPS Paper Checklist", "References"), "fail", "1 section elsewhere"},
		{"the checklist before the appendix", withSections("1 Introduction", "References", "NeurIPS Paper Checklist", "A Proofs"), "fail", "1 section elsewhere"},
		{"limitations after the list", withSections("1 Introduction", "References", "Limitations"), "fail", "1 section elsewhere"},
		{"no headings", nil, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "section-order", "last: references", []askedCase{
		{"last", withSections("1 Introduction", "A Proofs", "References"), "pass", "in this order"},
		{"an appendix after it", withSections("1 Introduction", "References", "A Proofs", "B Tables"), "fail", "1 section elsewhere"},
		{"thanks and an appendix", withSections("1 Introduction", "References", "Acknowledgments", "A Proofs"), "fail", "2 sections elsewhere"},
	})
}

func TestRecommendedSections(t *testing.T) {
	hold(t, "recommended-sections", "recommend: ethics", []askedCase{
		{"there", withSections("1 Introduction", "Ethical Considerations", "References"), "pass", "all of them"},
		{"missing", withSections("1 Introduction", "References"), "fail", "1 section missing"},
	})
}

// abstractOf gives the paper an abstract of such a length.
func abstractOf(words, characters float64) func(*measure.Facts) {
	return func(f *measure.Facts) {
		f.Abstract = measure.Abstract{Words: measure.Number{Value: words, Known: true}, Characters: measure.Number{Value: characters, Known: true}}
	}
}

func TestAbstractLength(t *testing.T) {
	hold(t, "abstract-length", "abstract: 100-150", []askedCase{
		{"the most", abstractOf(150, 900), "pass", "150 words"},
		{"one more", abstractOf(151, 900), "fail", "151 words"},
		{"the least", abstractOf(100, 900), "pass", "100 words"},
		{"one less", abstractOf(99, 900), "fail", "99 words"},
		{"none found", nil, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "abstract-length", "abstract: 150\nabstract_characters: {most: 1000, warn: 900}", []askedCase{
		{"short enough", abstractOf(140, 900), "pass", "140 words, 900 characters"},
		{"rather long", abstractOf(140, 901), "warn", "140 words, 901 characters"},
		{"too long", abstractOf(140, 1001), "fail", "140 words, 1001 characters"},
		{"too many words", abstractOf(151, 901), "fail", "151 words, 901 characters"},
	})
}

func TestFileSize(t *testing.T) {
	for bytes, want := range map[int64]string{10_000_000: "pass 10 MB", 10_000_001: "fail 10000001 bytes", 12_500_000: "fail 12.5 MB", 999: "pass 999 bytes"} {
		f := good()
		f.Bytes = bytes
		check, _ := asked(t, f, "file-size", "file_size: 10MB")
		if got := string(check.Status) + " " + fmt.Sprint(check.Got); got != want {
			t.Errorf("%d bytes: %s, want %s", bytes, got, want)
		}
	}
}

// A second limit warns where the first one fails.
func TestTwoLevels(t *testing.T) {
	words := func(n float64) func(*measure.Facts) {
		return func(f *measure.Facts) { f.Words = measure.Number{Value: n, Known: true} }
	}
	hold(t, "word-limit", "words: {warn: 8000, most: 12000}", []askedCase{
		{"below both", words(8000), "pass", "8000 words"},
		{"above the first", words(8001), "warn", "8001 words"},
		{"above both", words(12001), "fail", "12001 words"},
	})
	for keys, want := range map[string]report.Status{"warn: 2, most: 3": "warn", "warn: 3, most: 4": "pass", "warn: 1, most: 2": "fail", "warn: 2": "warn"} {
		if check, findings := asked(t, good(), "page-limit", "pages: {"+keys+", except: nothing}"); check.Status != want || (want == "pass") != (len(findings) == 0) {
			t.Errorf("%s: %s %v, want %s", keys, check.Status, findings, want)
		}
	}
}

// A venue may require line numbers of submissions.
func TestLineNumbersRequired(t *testing.T) {
	numbered := func(f *measure.Facts) { f.Numbering = []int{1, 2} }
	hold(t, "line-numbers", "line_numbers: required", []askedCase{
		{"numbered", numbered, "pass", "in the margin"},
		{"not numbered", nil, "fail", "none"},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "line-numbers", "line_numbers: forbidden", []askedCase{
		{"numbered", numbered, "fail", "2 pages"},
		{"not numbered", nil, "pass", noneFound},
	})
}
