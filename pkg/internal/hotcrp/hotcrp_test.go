package hotcrp

import (
	"reflect"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// body returns a page with a block of 504 by 648 points in the middle of letter
// paper, set in 10 on 12 points of TeX.
func body(number int) measure.Page {
	block := geom.Rect{X0: 54, Y0: 72, X1: 558, Y1: 720}
	return measure.Page{
		Number: number, Size: geom.Point{X: 612, Y: 792}, Block: block, Columns: 2,
		BodySize: measure.Number{Value: 9.963, Known: true}, Leading: measure.Number{Value: 11.955, Known: true},
		Content: measure.ContentBody,
		Lines:   []measure.Line{{Box: geom.Rect{X0: 54, Y0: 72, X1: 558, Y1: 82}, Size: 9.963, Chars: 5000, Running: true, Full: true, Text: "Some running text."}},
	}
}

func page(number int, content measure.Content) measure.Page {
	p := body(number)
	p.Content = content
	return p
}

func paper(pages ...measure.Page) *measure.Facts {
	return &measure.Facts{Pages: pages, BodySize: pages[0].BodySize, Leading: pages[0].Leading, References: measure.References{Known: true}}
}

func heading(page int, y float64, number, title string, after bool) measure.Section {
	return measure.Section{
		Place:  measure.Place{Page: page, Box: geom.Rect{X0: 54, Y0: y, X1: 200, Y1: y + 10}, Text: number + " " + title},
		Number: number, Title: title, AfterReferences: after,
	}
}

func TestSizesAreNominal(t *testing.T) {
	for _, c := range []struct{ size, want, legacy float64 }{
		{9.963, 10, 10.3}, {10, 10, 10.3}, {9.664, 9.7, 10}, {8.966, 9, 9.3}, {11.955, 12, 12.3}, {9.5, 9.5, 10},
	} {
		if got := *(units{}).fontSize(c.size); got != c.want {
			t.Errorf("%g is printed as %g, want %g", c.size, got, c.want)
		}
		if got := *(units{legacy: true}).fontSize(c.size); got != c.legacy {
			t.Errorf("%g is printed as %g, want %g for banal", c.size, got, c.legacy)
		}
	}
	if got := *(units{}).leading(11.955); got != 12 {
		t.Errorf("TeX's 12 points are printed as %g", got)
	}
}

func TestMargins(t *testing.T) {
	size, block := geom.Point{X: 612, Y: 792}, geom.Rect{X0: 53.7, Y0: 74.9, X1: 558.2, Y1: 722.1}
	if got, want := *(units{}).margin(size, block), [4]int{75, 54, 70, 54}; got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := *(units{legacy: true}).margin(size, block), [4]int{72, 52, 68, 52}; got != want {
		t.Errorf("%v, want %v for banal", got, want)
	}
	off := geom.Rect{X0: -20, Y0: -20, X1: 700, Y1: 900}
	if got, want := *(units{}).margin(size, off), [4]int{}; got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// What all pages share is reported once.
func TestAnswerLeavesOutWhatIsShared(t *testing.T) {
	small := body(2)
	small.BodySize.Value = 8.966
	a := New(paper(body(1), small, body(3)), Options{})
	if a.Margin != [4]int{72, 54, 72, 54} || a.PaperSize != [2]int{792, 612} || *a.BodySize != 10 || *a.Leading != 12 || a.Columns != 2 {
		t.Errorf("%+v", a)
	}
	for i, p := range a.Pages {
		if p.Margin != nil || p.PaperSize != nil || p.Leading != nil || p.Columns != 0 || (p.BodySize != nil) != (i == 1) {
			t.Errorf("page %d: %+v", i+1, p)
		}
	}
}

func TestPageTypes(t *testing.T) {
	refs, mixed, figure, blank := measure.ContentReferences, measure.ContentMixed, measure.ContentFigure, measure.ContentBlank
	two := paper(body(1), body(2))
	for name, c := range map[string]struct {
		facts *measure.Facts
		want  []Type
	}{
		"references":           {paper(body(1), page(2, mixed), page(3, refs)), []Type{Body, Body, Bib}},
		"figure inside":        {paper(body(1), page(2, figure), body(3)), []Type{Body, Figure, Body}},
		"figure at the end":    {paper(body(1), page(2, refs), page(3, figure)), []Type{Body, Bib, Body}},
		"blank at the end":     {paper(body(1), page(2, blank)), []Type{Body, Blank}},
		"spilled on the third": {paper(body(1), body(2), page(3, mixed)), []Type{Body, Body, Body}},
		"appendix on a page of its own": {with(paper(body(1), page(2, refs), body(3), body(4)),
			heading(3, 72, "A", "Proofs", true), heading(4, 300, "B", "More", true)), []Type{Body, Bib, Appendix, Appendix}},
		"appendix named in plain type":        {named(with(paper(body(1), page(2, refs), body(3), body(4)), heading(1, 600, "", "References", false))), []Type{Body, Bib, Appendix, Appendix}},
		"appendix begins below text":          {with(paper(body(1), body(2)), heading(1, 300, "", "Appendix", false)), []Type{Body, Appendix}},
		"letters before the end are sections": {with(paper(body(1), body(2)), heading(2, 72, "A", "Method", false)), []Type{Body, Body}},
		"a section after an appendix": {with(paper(body(1), body(2), body(3)),
			heading(2, 72, "", "Appendix A", false), heading(3, 72, "7", "Conclusion", false)), []Type{Body, Appendix, Body}},
		"no text": {&measure.Facts{Pages: []measure.Page{{Number: 1, Content: figure}}}, []Type{Blank}},
		"nothing": {two, []Type{Body, Body}},
	} {
		if got := pageTypes(c.facts); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A page that references share with an appendix is an appendix, which noappendix sees; one
// with text of the body as well is body, which counts.
func TestAppendixBelowReferences(t *testing.T) {
	shared := page(2, measure.ContentMixed)
	entry := measure.Line{Box: geom.Rect{X0: 54, Y0: 72, X1: 290, Y1: 80}, Entry: true}
	title := measure.Line{Box: geom.Rect{X0: 54, Y0: 300, X1: 200, Y1: 310}}
	shared.Lines = []measure.Line{entry, title, {Box: geom.Rect{X0: 54, Y0: 320, X1: 290, Y1: 330}, Running: true}}
	f := with(paper(body(1), shared, body(3)), heading(2, 300, "A", "Proofs", true))
	if got := pageTypes(f); !slices.Equal(got, []Type{Body, Appendix, Appendix}) {
		t.Errorf("%q", got)
	}
	f.Pages[1].Lines[0] = measure.Line{Box: geom.Rect{X0: 54, Y0: 60, X1: 290, Y1: 70}, Running: true}
	if got := pageTypes(f); !slices.Equal(got, []Type{Body, Body, Appendix}) {
		t.Errorf("with text of the body: %q", got)
	}
}

// named returns a paper whose third page begins with the name of an appendix.
func named(f *measure.Facts) *measure.Facts {
	f.References.Page = 1
	f.Pages[2].Lines[0].Full, f.Pages[2].Lines[0].Text = false, "Appendix 1. Prompts & Attacks"
	return f
}

func with(f *measure.Facts, sections ...measure.Section) *measure.Facts {
	f.Sections = sections
	return f
}

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                                  0,
		"A paper of two words [1, 2].":      4,
		"We show – with x – that":           4,
		"see [12] and [3–5] for e.g. 2x it": 6,
	} {
		if got := countWords(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
	p := body(1)
	p.Lines = []measure.Line{
		{Size: 9.963, Text: "a hyphen-"}, {Size: 9.963, Text: "ated word"}, {Size: 7, Text: "footnote of many words"},
		{Size: 9.963, Text: "[1] An entry of the list", Entry: true}, {Size: 11.955, Text: "Appendix"},
	}
	if got := wordsByPage(paper(p))[0]; got != 3 {
		t.Errorf("%d words, want hyphenated, word, Appendix", got)
	}
}

func TestPrintedNumbers(t *testing.T) {
	f := paper(body(1), body(2), body(3))
	f.Numbered = []measure.Place{
		{Page: 1, Text: "14 2015 Annual Conference"}, {Page: 2, Text: "2015 Annual Conference 15"}, {Page: 3, Text: "iv"},
	}
	a := New(f, Options{})
	if got := []string{a.Pages[0].Number, a.Pages[1].Number, a.Pages[2].Number}; !slices.Equal(got, []string{"14", "15", "iv"}) {
		t.Errorf("%q", got)
	}
	f.Numbered = []measure.Place{{Page: 2, Text: "2"}}
	if a := New(f, Options{}); a.Pages[1].Number != "" {
		t.Error("the number of a page at its place is printed")
	}
	if a := New(f, Options{Headings: true}); a.Pages[0].Number != "1" || a.Pages[1].Number != "2" {
		t.Error("requested numbers are not printed")
	}
}

func TestNumberMargin(t *testing.T) {
	f := paper(body(1))
	f.Numbered = []measure.Place{{Page: 1, Box: geom.Rect{X0: 300, Y0: 740, X1: 310, Y1: 750}, Text: "1"}}
	if got := New(f, Options{}).NumMargin; got != 42 {
		t.Errorf("%d, want 42", got)
	}
	f.Numbered[0].Box = geom.Rect{X0: 300, Y0: 30, X1: 310, Y1: 40}
	if got := New(f, Options{}).NumMargin; got != 0 {
		t.Errorf("%d for a number above the text, want 0", got)
	}
}

// The lowest section is reported where it is seen first.
func TestSections(t *testing.T) {
	f := with(paper(body(1), body(2)),
		heading(1, 80, "1", "Introduction", false), heading(1, 90, "2", "Design", false), heading(1, 95, "2.1", "Parts", false),
		heading(2, 80, "2", "Design", false), heading(2, 90, "3", "Work", false), heading(2, 99, "", "Threads. We run", false))
	a := New(f, Options{Headings: true})
	if a.Pages[0].Section != 1 || a.Pages[1].Section != 3 {
		t.Errorf("%d and %d, want 1 and 3", a.Pages[0].Section, a.Pages[1].Section)
	}
	if want := []string{"2 Design", "3 Work"}; !slices.Equal(a.Pages[1].Headings, want) {
		t.Errorf("%q, want %q", a.Pages[1].Headings, want)
	}
}

func TestUnsafe(t *testing.T) {
	got := unsafe([]measure.Active{
		{Name: "JavaScript", Automatic: true}, {Name: "Launch", Page: 2, Local: true}, {Name: "Launch", Page: 3},
		{Name: "GoToR", Page: 4, Local: true}, {Name: "EmbeddedFiles"}, {Name: "Movie", Page: 5, Automatic: true}, {Name: "XFA"},
	})
	want := map[string][]int{
		"javascript": {1}, "autoaction": {1}, "rellaunch": {2, 4}, "launch": {3}, "multimedia": {5}, "xfa": {1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if unsafe(nil) != nil {
		t.Error("a harmless file has categories")
	}
	var many []measure.Active
	for p := range 30 {
		many = append(many, measure.Active{Name: "SubmitForm", Page: p + 1})
	}
	if got := unsafe(many)["submitform"]; len(got) != maxUnsafePages+1 || got[maxUnsafePages] != 0 {
		t.Errorf("%v, want ten pages and 0", got)
	}
}

// A tenth of the rows may stick out, on each side.
func TestTrim(t *testing.T) {
	p := body(1)
	p.Lines = nil
	for y := 80.0; y < 700; y += 12 {
		p.Lines = append(p.Lines, measure.Line{Box: geom.Rect{X0: 60, Y0: y, X1: 550, Y1: y + 9}})
	}
	wide := p.Lines[20]
	wide.Box.X1 = 600
	p.Lines[20] = wide
	p.Block = geom.Rect{X0: 60, Y0: 80, X1: 600, Y1: 700}
	if got := trimmed(&p); got.X1 != 550 || got.X0 != 60 {
		t.Errorf("%v: one line of fifty is not trimmed", got)
	}
	if got := trimmed(&measure.Page{Block: geom.Empty()}); !got.IsEmpty() {
		t.Errorf("%v for a page without text", got)
	}
}

func TestMaxPages(t *testing.T) {
	a := New(paper(body(1), body(2), body(3)), Options{MaxPages: 2})
	if len(a.Pages) != 2 || a.NPages != 3 {
		t.Errorf("%d pages of %d", len(a.Pages), a.NPages)
	}
	if a := New(paper(body(1)), Options{MaxPages: 2}); a.NPages != 0 {
		t.Error("npages although none was cut")
	}
}

// A stretch of small type a third of the block deep is what the page is held to.
func TestBodySizeOfStretches(t *testing.T) {
	p := body(1)
	p.Lines = nil
	for y := 80.0; y < 380; y += 10 {
		p.Lines = append(p.Lines, measure.Line{
			Box: geom.Rect{X0: 54, Y0: y, X1: 294, Y1: y + 8}, Baseline: y + 7, Size: 8.468, Running: true, Full: true,
		})
	}
	if got := bodySize(&p); got != 8.468 {
		t.Errorf("%g, want 8.468", got)
	}
	p.Lines = p.Lines[:8]
	if got := bodySize(&p); got != 9.963 {
		t.Errorf("%g for eight small lines, want 9.963", got)
	}
}
