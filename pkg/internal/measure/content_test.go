package measure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// listAt sets a heading and entries from a row of a column on.
func listAt(x float64, row, n int) string {
	return setIn("F2", 12, 14, x, at(row), "References") + setIn("F1", 9, 11, x, at(row+2), entries(n)...)
}

// picture draws a figure 180 points wide.
func picture(x, y float64) string {
	return fmt.Sprintf("%g %g 180 80 re S %g %g m %g %g l S\n", x, y, x+5, y+5, x+170, y+70)
}

// Counted is every page that holds anything besides references and furniture.
func TestContentPages(t *testing.T) {
	two := []string{columnsOf(0), columnsOf(1)}
	third := func(s string) []string { return append(slices.Clone(two), s) }
	appendix := setIn("F2", 12, 14, leftColumn, at(30), "Appendix") + set(leftColumn, at(32), prose(90, 5)...)
	for name, c := range map[string]struct {
		pages   []string
		content int     // 0: unknown
		list    int     // the page with the heading
		last    Content // "": not asked
		beyond  int     // what stands on the last page besides references
	}{
		"references alone":      {third(listAt(leftColumn, 0, 8)), 2, 3, ContentReferences, 0},
		"in both columns":       {third(listAt(leftColumn, 0, 8) + setIn("F1", 9, 11, rightColumn, topLine, entries(8)...)), 2, 3, ContentReferences, 0},
		"with its page number":  {third(listAt(leftColumn, 0, 8) + set(303, footLine, "3")), 2, 3, ContentReferences, 0},
		"with a running head":   {[]string{two[0] + set(230, headLine, "Engines"), two[1] + set(230, headLine, "Engines"), listAt(leftColumn, 0, 8) + set(230, headLine, "Engines")}, 2, 3, ContentReferences, 0},
		"with line numbers":     {third(listAt(leftColumn, 0, 8) + rowOfNumbers(34, topLine, 30)), 2, 3, ContentReferences, 0},
		"with a stamp":          {third(listAt(leftColumn, 0, 8) + "BT /F1 20 Tf 0 1 -1 0 34 250 Tm (arXiv:1843.01234) Tj ET\n"), 2, 3, ContentReferences, 0},
		"with an ornament":      {third(listAt(leftColumn, 0, 8) + "60 100 20 20 re f\n"), 2, 3, ContentReferences, 0},
		"with a band above":     {third(listAt(leftColumn, 1, 8) + ".8 g 0 742 612 50 re f 0 g\n"), 2, 3, ContentReferences, 0},
		"half a page of grey":   {third(listAt(leftColumn, 0, 8) + ".8 g 0 0 612 400 re f 0 g\n"), 3, 3, ContentMixed, 1},
		"a band in the margins": {third(listAt(leftColumn, 5, 8) + ".8 g 54 680 504 50 re f 0 g\n"), 3, 3, ContentMixed, 1},
		"with a rule":           {third(listAt(leftColumn, 0, 8) + "54 725 504 0.5 re f\n"), 2, 3, ContentReferences, 0},
		"with hidden text":      {third(listAt(leftColumn, 0, 8) + "3 Tr " + set(leftColumn, 100, prose(0, 1)[0]) + "0 Tr "), 2, 3, ContentReferences, 0},
		"three lines before":    {third(set(leftColumn, topLine, prose(90, 3)...) + listAt(leftColumn, 5, 8)), 3, 3, ContentMixed, 3},
		"a column before":       {third(set(leftColumn, topLine, prose(90, 50)...) + listAt(rightColumn, 0, 8)), 3, 3, ContentMixed, 50},
		"an appendix after":     {third(listAt(leftColumn, 0, 8) + appendix), 3, 3, ContentMixed, 6},
		"a figure among them":   {third(listAt(leftColumn, 0, 8) + picture(330, 400)), 3, 3, ContentMixed, 1},
		"a figure with caption": {third(listAt(leftColumn, 0, 8) + picture(330, 400) + set(rightColumn, 380, "Figure 1: The loom")), 3, 3, ContentMixed, 2},
		"from page 2 on":        {[]string{two[0], set(leftColumn, topLine, prose(90, deep)...) + listAt(rightColumn, 0, 16), setIn("F1", 9, 11, leftColumn, topLine, entries(9)...)}, 2, 2, ContentReferences, 0},
		"a page of figures":     {append(third(picture(100, 400)), listAt(leftColumn, 0, 8)), 3, 4, ContentReferences, 0},
		"a figure page last":    {append(third(listAt(leftColumn, 0, 8)), picture(100, 400)), 3, 3, ContentFigure, 0},
		"a blank page last":     {append(third(listAt(leftColumn, 0, 8)), ""), 2, 3, ContentBlank, 0},
		"a blank page within":   {[]string{two[0], "", listAt(leftColumn, 0, 8)}, 1, 3, ContentReferences, 0},
		"an appendix on page 4": {append(third(listAt(leftColumn, 0, 8)), setIn("F2", 12, 14, leftColumn, topLine, "Appendix")+set(leftColumn, at(2), prose(90, 30)...)), 3, 3, ContentBody, 0},
		"no references":         {two, 2, 0, ContentBody, 0},
		"three pages of text":   {third(columnsOf(2)), 3, 0, ContentBody, 0},
		"entries, no heading":   {third(setIn("F1", 9, 11, leftColumn, topLine, entries(9)...)), 0, 0, "", 0},
		"nothing at all":        {[]string{""}, 0, 0, ContentBlank, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := facts(t, c.pages...)
			wantNumber(t, "content pages", f.ContentPages(), float64(c.content))
			if f.References.Page != c.list {
				t.Errorf("references on page %d, want %d", f.References.Page, c.list)
			}
			last := f.Pages[len(f.Pages)-1]
			if c.last != "" && last.Content != c.last || len(last.Beyond) != c.beyond {
				t.Errorf("the last page holds %s and %q besides, want %s and %d places", last.Content, texts(last.Beyond), c.last, c.beyond)
			}
		})
	}
}

// A page that shows its number and nothing else holds no content.
func TestAPageWithItsNumberAlone(t *testing.T) {
	foot := func(n int) string { return set(303, footLine, fmt.Sprint(n)) }
	f := facts(t, columnsOf(0)+foot(1), columnsOf(1)+foot(2), foot(3), listAt(leftColumn, 0, 8)+foot(4))
	wantNumber(t, "content pages", f.ContentPages(), 2)
}

// Appendices that begin on pages of their own end the references.
func TestAppendicesOnPagesOfTheirOwn(t *testing.T) {
	appendix := func(name string) string {
		return setIn("F2", 12, 14, leftColumn, topLine, name) + set(leftColumn, at(2), prose(90, 40)...)
	}
	title := setIn("F2", 17, 20, 150, 745, "Engines that Weave")
	f := facts(t, title+columnsOf(0), columnsOf(1), listAt(leftColumn, 0, 8), appendix("Appendix A"), appendix("Appendix B"))
	wantNumber(t, "content pages", f.ContentPages(), 4)
}

// The heading's place is where it stands.
func TestPlaceOfTheReferences(t *testing.T) {
	f := facts(t, columnsOf(0), set(leftColumn, topLine, prose(90, 20)...)+listAt(leftColumn, 22, 8))
	r := f.References
	if !r.Known || r.Page != 2 || r.Place.Page != 2 || r.Place.Text != "References" {
		t.Errorf("%+v", r)
	}
	if y := r.Place.Box.Y1; y < 792-at(22)-1 || y > 792-at(22)+4 {
		t.Errorf("the heading ends at %.1f, want about %.1f", y, 792-at(22))
	}
	if f := facts(t, columnsOf(0), columnsOf(1), setIn("F1", 9, 11, leftColumn, topLine, entries(9)...)); f.References.Known || f.References.Seen.Kind == "" {
		t.Errorf("entries without a heading: %+v", f.References)
	}
}

// Pages that show something but no text are not measured, and say why.
func TestUnmeasured(t *testing.T) {
	scan := func(content string) *Facts {
		b := pdftest.New()
		image := b.Stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", []byte{10, 200, 90, 40})
		resources := fmt.Sprintf("%s /XObject << /Im %d 0 R >>", pdftest.Fonts, image)
		b.AddPage(pdftest.Page{Content: columnsOf(0)})
		b.AddPage(pdftest.Page{Content: content, Resources: resources})
		return factsOf(t, b)
	}
	full := "q 612 0 0 792 0 0 cm /Im Do Q\n"
	outlines := "0.2 g 60 300 m 300 700 l 550 300 l f\n"
	sideways := func(lines ...string) string {
		return "q 0 1 -1 0 612 0 cm " + setIn("F1", 8, 10, 100, 540, lines...) + " Q\n"
	}
	for name, c := range map[string]struct {
		content string
		want    bool
	}{
		"sideways text":           {sideways(prose(0, 40)...), true},
		"text upside down":        {"q -1 0 0 -1 612 792 cm " + columnsOf(0) + "Q\n", true},
		"text in a mirror":        {"q -1 0 0 1 612 0 cm " + columnsOf(0) + "Q\n", true},
		"a sideways table":        {sideways(strings.Split(strings.Repeat("Loom 1843|", 40), "|")...), false},
		"a sideways caption":      {columnsOf(0) + sideways(prose(0, 3)...), false},
		"a scan":                  {full, true},
		"a scan with margins":     {"q 500 0 0 640 56 76 cm /Im Do Q\n", true},
		"a scan with its text":    {full + "3 Tr " + set(leftColumn, topLine, prose(0, 40)...), true},
		"type as outlines":        {outlines, true},
		"outlines and a number":   {outlines + set(303, footLine, "2"), true},
		"a scan and a number":     {full + set(303, footLine, "2"), true},
		"a small image":           {"q 200 0 0 200 56 76 cm /Im Do Q\n", false},
		"an image with text":      {full + set(leftColumn, topLine, prose(0, 40)...), false},
		"text on a coloured page": {"0.9 1 0.9 rg 0 0 612 792 re f 0 g\n" + set(leftColumn, topLine, prose(0, 40)...), false},
		"a white page":            {"1 g 0 0 612 792 re f\n", false},
		"nothing":                 {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			f := scan(c.content)
			if got := len(f.Unmeasured) == 1; got != c.want {
				t.Fatalf("unmeasured: %+v, want %v", f.Unmeasured, c.want)
			}
			if c.want && (f.Unmeasured[0].Page != 2 || f.Unmeasured[0].Why.Kind == "") {
				t.Errorf("%+v", f.Unmeasured[0])
			}
			if len(f.Hidden) != 0 {
				t.Errorf("the text under a scan is hidden: %+v", f.Hidden)
			}
		})
	}
}
