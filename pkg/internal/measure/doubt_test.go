package measure

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// unsurePage returns a paper whose second page has a thin margin, with its hinge.
func unsurePage(margin float64) (*structure.Structure, *structure.Page) {
	line := func(page int, text string) *structure.Line {
		return &structure.Line{Line: &layout.Line{Page: page, Text: text, Box: geom.Rect{X1: 1, Y1: 1}}, Role: structure.Reference}
	}
	first, hinge := line(1, "References"), line(2, "to appear.")
	p := &structure.Page{Page: &layout.Page{Number: 2}, Lines: []*structure.Line{hinge}, Margin: margin, Hinge: hinge}
	return &structure.Structure{
		Pages:      []*structure.Page{{Page: &layout.Page{Number: 1}, Lines: []*structure.Line{first}, Margin: 60}, p},
		References: structure.References{Status: structure.Found, First: first, Heading: first, Margin: 60},
	}, p
}

// A page whose content hangs on a line of thin margin names the line; one with a
// figure is content whatever the line is.
func TestContentInDoubt(t *testing.T) {
	s, p := unsurePage(structure.LeastPageMargin / 2.0)
	if got := hang(s, p); len(got) != 1 || got[0].Text != "to appear." {
		t.Errorf("in doubt: %+v", got)
	}
	p.Figures = []layout.Figure{{Box: geom.Rect{X1: 100, Y1: 100}}}
	if got := hang(s, p); got != nil {
		t.Errorf("with a figure: %+v", got)
	}
	if s, p = unsurePage(structure.LeastPageMargin * 2); hang(s, p) != nil {
		t.Error("a wide margin leaves doubt")
	}
	f := &Facts{References: References{Known: true, Page: 1}, Pages: []Page{{Number: 1, Content: ContentReferences}, {Number: 2, Content: ContentReferences, Hang: []Place{{Text: "to appear."}}}}}
	if n := f.ContentPages(); n.Known {
		t.Errorf("%v content pages are known", n.Value)
	}
}

// A list that two lines may begin is not known to begin at either.
func TestReferencesInDoubt(t *testing.T) {
	s, p := unsurePage(60)
	s.References.Margin, s.References.Rival = structure.LeastReferencesMargin/2.0, p.Lines[0]
	f := &Facts{}
	if r := f.references(s); r.Known || len(r.Hang) != 2 || r.Seen.Kind == "" {
		t.Errorf("%+v", r)
	}
	s.References.Margin = 60
	if r := f.references(s); !r.Known || r.Page != 1 {
		t.Errorf("%+v", r)
	}
}
