package measure

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Headings keep their numbers apart and know on which side of the list they are.
func TestSections(t *testing.T) {
	line := func(page, block int, role structure.Role, text string) *structure.Line {
		return &structure.Line{Line: &layout.Line{Page: page, Text: text, Box: geom.Rect{X1: 1, Y1: 1}}, Block: block, Role: role}
	}
	l := &structure.Structure{Pages: []*structure.Page{
		{Page: &layout.Page{Number: 1}, Lines: []*structure.Line{
			line(1, 1, structure.Heading, "Abstract"), line(1, 2, structure.Body, "We measure."),
			line(1, 3, structure.Heading, "1 Introduction"), line(1, 4, structure.Body, "Papers are long."),
			line(1, 5, structure.Heading, "2.1. A heading of"), line(1, 5, structure.Heading, "two lines"),
		}},
		{Page: &layout.Page{Number: 2}, Lines: []*structure.Line{
			line(2, 1, structure.ReferenceHeading, "VII. References"), line(2, 2, structure.Reference, "[1] Ada."),
			line(2, 3, structure.Heading, "A Proofs"),
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

// A numbered heading as large as the sections' is one; in the type of the text it is
// an item of a list.
func TestLevelsOfHeadings(t *testing.T) {
	sections := []Section{{Number: "1"}, {Number: "1.1"}, {Number: "2"}, {Number: "3"}, {}, {References: true}}
	setLevels(sections, []float64{12, 10.5, 12, 10, 11, 12})
	var got []int
	for _, s := range sections {
		got = append(got, s.Level)
	}
	if want := []int{1, 2, 1, 2, 2, 1}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("levels %v, want %v", got, want)
	}
}
