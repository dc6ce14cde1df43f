package measure

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Headings keep their numbers apart and know on which side of the list they are.
func TestSections(t *testing.T) {
	line := func(page, block int, role layout.Role, text string) *layout.Line {
		return &layout.Line{Page: page, Block: block, Role: role, Text: text, Box: geom.Rect{X1: 1, Y1: 1}}
	}
	l := &layout.Layout{Pages: []*layout.Page{
		{Number: 1, Lines: []*layout.Line{
			line(1, 1, layout.Heading, "Abstract"), line(1, 2, layout.Body, "We measure."),
			line(1, 3, layout.Heading, "1 Introduction"), line(1, 4, layout.Body, "Papers are long."),
			line(1, 5, layout.Heading, "2.1. A heading of"), line(1, 5, layout.Heading, "two lines"),
		}},
		{Number: 2, Lines: []*layout.Line{
			line(2, 1, layout.ReferenceHeading, "VII. References"), line(2, 2, layout.Reference, "[1] Ada."),
			line(2, 3, layout.Heading, "A Proofs"),
		}},
	}}
	var got []string
	for _, s := range sections(l) {
		got = append(got, fmt.Sprintf("%d|%s|%s|%v", s.Page, s.Number, s.Title, s.AfterReferences))
	}
	want := []string{"1||Abstract|false", "1|1|Introduction|false", "1|2.1|A heading of two lines|false", "2|VII|References|false", "2|A|Proofs|true"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
