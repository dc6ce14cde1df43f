package measure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// firstPage has a title, what stands below it, and the two columns.
func firstPage(authors string) string {
	return setIn("F2", 17, 20, 150, 730, "Analytical Engines that Weave") + authors +
		set(leftColumn, at(6), prose(0, deep-6)...) + set(rightColumn, at(6), prose(13, deep-6)...)
}

// noticeAt puts a line where notices stand.
var noticeAt = map[string]func(line string) string{
	"in the head":     func(s string) string { return columnsOf(0) + set(180, headLine, s) },
	"in the foot":     func(s string) string { return columnsOf(0) + set(180, footLine, s) },
	"below the title": func(s string) string { return firstPage(set(180, at(1), "Ada Lovelace") + set(180, at(2), s)) },
	"as a heading":    func(s string) string { return bodyWith(setIn("F2", 12, 14, leftColumn, at(22), s)) },
	"as a paragraph":  func(s string) string { return bodyWith(set(leftColumn, at(22), s)) },
	"in a caption":    func(s string) string { return bodyWith(set(leftColumn, at(22), "Figure 1: "+s)) },
	"in a reference": func(s string) string {
		title := setIn("F2", 17, 20, 150, 740, "Analytical Engines that Weave")
		return title + set(leftColumn, topLine, prose(0, deep)...) + listAt(rightColumn, 0, 8) + setIn("F1", 9, 11, rightColumn, at(2)-24*11, "[9] A. Lovelace. "+s, "Journal of Looms, 1843.")
	},
	"in running prose": func(s string) string {
		return bodyWith(set(leftColumn, at(20), append(prose(60, 3), append(strings.Split(s, "\n"), prose(70, 3)...)...)...))
	},
}

func bodyWith(s string) string {
	return setIn("F2", 17, 20, 150, 740, "Analytical Engines that Weave") + with(s)
}

// Notices that claim confidentiality are told from papers about secrets.
func TestNotices(t *testing.T) {
	for _, c := range []struct {
		where, text string
		want        bool
	}{
		{"in the head", "CONFIDENTIAL", true},
		{"in the head", "Confidential - do not distribute", true},
		{"in the head", "Draft, not for distribution", true},
		{"in the head", "Proprietary information", true},
		{"in the head", "Engines that Weave", false},
		{"in the head", "Workshop on Computing 2020", false},
		{"in the foot", "Company Confidential", true},
		{"in the foot", "Under NDA", true},
		{"in the foot", "For internal use only", true},
		{"in the foot", "Nondisclosure agreement required", true},
		{"in the foot", "Published by the weavers", false},
		{"below the title", "Confidential", true},
		{"below the title", "Do not redistribute", true},
		{"below the title", "University of London", false},
		{"as a heading", "CONFIDENTIAL", true},
		{"as a heading", "CONFIDENTIAL DRAFT", true},
		{"as a heading", "Do Not Distribute", true},
		{"as a heading", "Confidential Computing", false},
		{"as a heading", "3 Proprietary Models", false},
		{"as a heading", "CONFIDENTIAL COMPUTING", false},
		{"as a paragraph", "This paper is confidential.", true},
		{"as a paragraph", "This document holds proprietary data.", true},
		{"as a paragraph", "The submission is under an NDA.", true},
		{"as a paragraph", "Confidential and proprietary.", true},
		{"as a paragraph", "We keep the weights confidential.", false},
		{"as a paragraph", "Confidential data stays on the loom.", false},
		{"as a paragraph", "Our looms are proprietary machines.", false},
		{"as a paragraph", "The paper is on cards. A loom is proprietary.", false},
		{"in running prose", "This draft and all it says is\nconfidential, so keep it.", true},
		{"in running prose", "We signed a nondisclosure agreement\nwith the weavers of Lyon.", false},
		{"in running prose", "Models serve confidential records\nof many proprietary looms.", false},
		{"in a reference", "This paper is confidential.", false},
		{"in a caption", "this paper is confidential", false},
	} {
		t.Run(c.where+"/"+c.text, func(t *testing.T) {
			f := facts(t, noticeAt[c.where](c.text), columnsOf(1))
			if got := len(f.Notices) > 0; got != c.want {
				t.Errorf("notices %q, want one: %v", texts(f.Notices), c.want)
			}
			if len(f.Notices) > 0 && (f.Notices[0].Page != 1 || f.Notices[0].Box.IsEmpty()) {
				t.Errorf("the notice is at %+v", f.Notices[0])
			}
		})
	}
}

// The lines between the title and the text are the authors'.
func TestAuthors(t *testing.T) {
	for name, c := range map[string]struct {
		authors string
		want    []string
	}{
		"one":              {set(270, at(1), "Ada Lovelace"), []string{"Ada Lovelace"}},
		"with affiliation": {set(270, at(1), "Ada Lovelace", "University of London"), []string{"Ada Lovelace", "University of London"}},
		"side by side":     {set(120, at(1), "Ada Lovelace", "London") + set(400, at(1), "Charles Babbage", "Cambridge"), []string{"Ada Lovelace", "Charles Babbage", "London", "Cambridge"}},
		"close together":   {set(70, at(1), "Ada Lovelace") + set(155, at(1), "Charles Babbage"), []string{"Ada Lovelace, Charles Babbage"}},
		"in larger type":   {setIn("F1", 12, 14, 230, at(1), "Ada Lovelace, Charles Babbage"), []string{"Ada Lovelace, Charles Babbage"}},
		"in bold":          {setIn("F2", 12, 14, 230, at(1), "Ada Lovelace"), []string{"Ada Lovelace"}},
		"anonymous":        {set(250, at(1), "Anonymous Author(s)", "Paper 17"), []string{"Anonymous Author(s)", "Paper 17"}},
		"full width":       {set(100, at(1), "Ada Lovelace, Charles Babbage, Luigi Menabrea, Mary Somerville and Augustus De Morgan"), []string{"Ada Lovelace, Charles Babbage, Luigi Menabrea, Mary Somerville and Augustus De Morgan"}},
		"none":             {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			f := facts(t, firstPage(c.authors), columnsOf(1))
			got, want := slices.Sorted(slices.Values(f.Front.Authors)), slices.Sorted(slices.Values(c.want))
			if f.Front.Title != "Analytical Engines that Weave" || !slices.Equal(got, want) {
				t.Errorf("title %q, authors %q, want %q", f.Front.Title, f.Front.Authors, c.want)
			}
			if f.Front.Place.Page != 1 || f.Front.Place.Box.IsEmpty() {
				t.Errorf("they stand at %+v", f.Front.Place)
			}
		})
	}
	if f := facts(t, columnsOf(0)); f.Front.Title != "" || f.Front.Authors != nil {
		t.Errorf("a paper without a title: %+v", f.Front)
	}
}

// Numbers that count the pages are page numbers, others in heads are not.
func TestPageNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		pages int
		ends  func(page int) string
		want  []string
	}{
		"none":                    {3, func(int) string { return "" }, nil},
		"at the foot":             {3, func(p int) string { return set(303, footLine, fmt.Sprint(p)) }, []string{"1", "2", "3"}},
		"at the head":             {2, func(p int) string { return set(548, headLine, fmt.Sprint(p)) }, []string{"1", "2"}},
		"on one page":             {1, func(p int) string { return set(303, footLine, "1") }, []string{"1"}},
		"with words":              {2, func(p int) string { return set(280, footLine, fmt.Sprintf("Page %d of 2", p)) }, []string{"Page 1 of 2", "Page 2 of 2"}},
		"in the proceedings":      {2, func(p int) string { return set(303, footLine, fmt.Sprint(2140+p)) }, []string{"2141", "2142"}},
		"within the head":         {3, func(p int) string { return set(200, headLine, fmt.Sprintf("Engines that Weave, %d", p)) }, []string{"Engines that Weave, 1", "Engines that Weave, 2", "Engines that Weave, 3"}},
		"a year":                  {3, func(int) string { return set(200, headLine, "Workshop on Looms 2020") }, nil},
		"the day of a conference": {2, func(int) string { return set(200, headLine, "Lyon, May 2 to 4, 2020") }, nil},
		"its days":                {3, func(int) string { return set(200, headLine, "Lyon, May 13 to 14, 1843") }, nil},
		"line numbers":            {2, func(int) string { return rowOfNumbers(34, topLine, deep) }, nil},
		"on the second page":      {2, func(p int) string { return strings.Repeat(set(303, footLine, "2"), p-1) }, []string{"2"}},
	} {
		t.Run(name, func(t *testing.T) {
			var pages []string
			for p := range c.pages {
				pages = append(pages, columnsOf(p)+c.ends(p+1))
			}
			if got := texts(facts(t, pages...).Numbered); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Each font is told once, with what it sets and where it is first seen.
func TestFonts(t *testing.T) {
	f := facts(t, columnsOf(0), set(leftColumn, topLine, prose(0, 20)...)+setIn("F4", 9, 10, leftColumn, at(22), "for card in cards:", "  weave(card)")+setIn("F3", 10, 0, rightColumn, 300, "nnn"))
	want := map[string]struct{ chars, inText, page int }{
		"Times-Roman": {128 * 45, 128 * 45, 1}, "Courier": {26, 0, 2}, "Helvetica": {3, 3, 2},
	}
	if len(f.Fonts) != len(want) {
		t.Fatalf("fonts %+v", f.Fonts)
	}
	for _, font := range f.Fonts {
		w := want[font.Name]
		if font.Chars != w.chars || font.InText != w.inText || font.First.Page != w.page || font.Embedded || font.Type3 {
			t.Errorf("%+v, want %+v", font, w)
		}
	}
}

// Places are told in words that lead the reader there.
func TestWhere(t *testing.T) {
	p := facts(t, firstPage(set(270, at(1), "Ada Lovelace")), columnsOf(1)).Pages[0]
	for i, want := range map[int]string{
		0: "line 1 from the top, full width",
		2: "left column, line 1 from the top", 3: "left column, line 2 from the top",
		49: "left column, line 1 from the bottom", 50: "right column, line 1 from the top", 97: "right column, line 1 from the bottom",
	} {
		if got := p.Where(p.Lines[i].Box); got != want {
			t.Errorf("line %d (%q): %q, want %q", i, p.Lines[i].Text, got, want)
		}
	}
	if got := p.Where(geom.Rect{X1: 1, Y1: 1}); got != "" {
		t.Errorf("a box of no line is at %q", got)
	}
	for _, c := range []struct {
		column, columns int
		want            string
	}{{0, 1, "top"}, {1, 2, "right column, top"}, {1, 3, "column 2, top"}, {-1, 3, "top, full width"}} {
		if got := inColumn(c.column, c.columns, "top"); got != c.want {
			t.Errorf("column %d of %d: %q, want %q", c.column, c.columns, got, c.want)
		}
	}
}

func TestColumnsAndGutter(t *testing.T) {
	f := facts(t, columnsOf(0), columnsOf(1))
	wantNumber(t, "columns", f.Columns, 2)
	wantNumber(t, "gutter", f.Gutter, 24)
	f = facts(t, set(leftColumn, topLine, prose(0, deep)...), "")
	wantNumber(t, "columns", f.Columns, 1)
	wantNumber(t, "gutter", f.Gutter, 0)
	if f.Pages[0].Columns != 1 || f.Pages[1].Columns != 0 {
		t.Errorf("pages of %d and %d columns, want 1 and 0", f.Pages[0].Columns, f.Pages[1].Columns)
	}
}
