package measure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// spacedLine is a line of a column: its role, size, and the distance from the line
// before. Bold lines are set in another font than the body.
type spacedLine struct {
	text     string
	role     structure.Role
	size     float64
	distance float64
	bold     bool
}

// text is a line of the body, 10 on 12.
func text(distance float64) spacedLine {
	return spacedLine{"text", structure.Body, 10, distance, false}
}

// titled is a line that layout takes for a heading.
func titled(text string, size, distance float64) spacedLine {
	return spacedLine{text, structure.Heading, size, distance, true}
}

var roman, bold = &font.Font{Name: "Roman"}, &font.Font{Name: "Bold"}

// spaceIn measures a column of 240 points that holds the lines; headings fill a
// third of it unless their text is "…" at the end.
func spaceIn(lines ...spacedLine) *Facts {
	p := &structure.Page{Page: &layout.Page{Number: 1, Columns: []layout.Column{{X0: 0, X1: 240}}}}
	l := &structure.Structure{Pages: []*structure.Page{p}, Body: layout.Style{Font: roman, Size: 10}}
	y := 100.0
	for i, s := range lines {
		y += s.distance
		face, width := roman, 240.0
		if s.bold {
			face = bold
		}
		if (s.role == structure.Heading || s.role == structure.ReferenceHeading) && !strings.HasSuffix(s.text, "…") {
			width = 80
		}
		p.Lines = append(p.Lines, &structure.Line{Role: s.role, Block: i, Line: &layout.Line{
			Page: 1, Text: s.text, Style: layout.Style{Font: face, Size: s.size},
			Baseline: y, X1: width, Box: geom.Rect{Y0: y - 7, X1: width, Y1: y},
		}})
		if s.role == structure.ReferenceHeading {
			l.References.Heading = p.Lines[i]
		}
	}
	f := &Facts{Sections: sections(l)}
	f.space(l)
	return f
}

// TestSpaceAroundHeadings: distances are taken at headings of sections, and at
// nothing else that begins with a number.
func TestSpaceAroundHeadings(t *testing.T) {
	intro := titled("1 Introduction", 12, 24)
	for _, c := range []struct {
		name  string
		lines []spacedLine
		want  string // the distances above and below of each section
	}{
		{"between lines of text", []spacedLine{text(0), intro, text(18)}, "24/18"},
		{"at the top of a column", []spacedLine{intro, text(18)}, "-/18"},
		{"before a subsection", []spacedLine{text(0), intro, titled("1.1 A Part", 10, 20), text(15)}, "24/- -/-"},
		{"a subsection as large", []spacedLine{text(0), intro, text(18), titled("1.1 A Part", 12, 20), text(15)}, "24/18 -/-"},
		{"after a caption", []spacedLine{{"Figure 1", structure.Caption, 9, 0, false}, intro, text(18)}, "-/18"},
		{"a float stood between", []spacedLine{text(0), titled("1 Introduction", 12, 73), text(18)}, "-/18"},
		{"beside each other", []spacedLine{text(0), titled("1 Introduction", 12, 9), text(18)}, "-/18"},
		{"a step of an algorithm", []spacedLine{text(0), intro, text(18), titled("5: while true do", 10, 12), text(12)}, "24/18 -/-"},
		{"an author of the first page", []spacedLine{titled("Ada Lovelace", 12, 0), text(11), text(12), intro, text(18)}, "-/- 24/18"},
		{"headings of body size", []spacedLine{text(0), titled("1 Introduction", 10, 20), text(15), {"References", structure.ReferenceHeading, 10, 20, true}}, "20/15 20/-"},
		{"a full line of body size", []spacedLine{text(0), titled("1. Measure, and then…", 10, 12), text(12), {"References", structure.ReferenceHeading, 10, 20, true}}, "-/- 20/-"},
		{"headings of body size in its font", []spacedLine{text(0), {"1 INTRODUCTION", structure.Heading, 10, 20, false}, text(15)}, "-/-"},
		{"larger than the references", []spacedLine{text(0), titled("1 Introduction", 14, 28), text(20), {"References", structure.ReferenceHeading, 12, 24, true}}, "28/20 24/-"},
		{"no number, but the size of one", []spacedLine{text(0), intro, text(18), titled("Acknowledgments", 12, 22), text(16)}, "24/18 22/16"},
	} {
		var got []string
		for _, s := range spaceIn(c.lines...).Sections {
			got = append(got, shown(s.Above)+"/"+shown(s.Below))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, " "), c.want)
		}
	}
}

func shown(n Number) string {
	if !n.Known {
		return "-"
	}
	return fmt.Sprint(n.Value)
}
