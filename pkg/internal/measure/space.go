package measure

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// space takes the distances around the headings of sections and below the title.
// A heading at the top of a column or beside a float has none.
func (f *Facts) space(l *structure.Structure) {
	usual, start := sectionHeading(l), f.firstNumbered()
	current := -1
	var last *structure.Line // of the heading before
	for _, p := range l.Pages {
		for i, line := range p.Lines {
			first := beginsSection(last, line)
			if first {
				current++
			}
			if !isHeading(line) {
				continue
			}
			last = line
			s := &f.Sections[current]
			if current < start || s.Level != 1 || !setLike(l, p, line, usual) {
				continue
			}
			if first {
				s.Above = distance(neighbour(p, i, -1), line)
			}
			s.Below = distance(line, neighbour(p, i, 1))
		}
	}
	f.Front.Below = belowTitle(l)
}

// firstNumbered returns the index of the first section with a number, 0 without
// one: in the front matter, names of authors are set as large as headings.
func (f *Facts) firstNumbered() int {
	return max(0, slices.IndexFunc(f.Sections, func(s Section) bool { return s.Number != "" && s.Level == 1 }))
}

// sectionHeading returns a line that is surely set as the headings of sections
// are: that of the reference list, or else the largest of those with a section's
// number; nil without one.
func sectionHeading(l *structure.Structure) *structure.Line {
	out := l.References.Heading
	if out != nil {
		return out
	}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role != structure.Heading {
				continue
			}
			number, _ := lexicon.SplitHeading(line.Text)
			if number != "" && !strings.Contains(number, ".") && (out == nil || line.Style.Size > out.Style.Size) {
				out = line
			}
		}
	}
	return out
}

// How headings of sections are told from other lines that begin with a number,
// such as items of a list and steps of an algorithm.
const (
	largerHeading = 1.06 // least size, in sizes of the body's type
	headingShare  = 0.9  // of the measure: a heading no larger than the body is shorter
)

// setLike reports whether the line is set as the section's heading usual is: in
// type as large or, where that is no larger than the body's, in a short line of
// the same font, which is not the body's.
func setLike(l *structure.Structure, p *structure.Page, line, usual *structure.Line) bool {
	switch {
	case usual == nil:
		return false
	case usual.Style.Size >= largerHeading*l.Body.Size:
		return line.Style.Size >= sectionSize*usual.Style.Size
	case line.Column < 0 || line.Column >= len(p.Columns) || line.Width() > headingShare*p.Columns[line.Column].Width():
		return false
	}
	return fontName(line) == fontName(usual) && l.Body.Font != nil && fontName(line) != l.Body.Font.Name
}

func fontName(line *structure.Line) string {
	if line.Style.Font == nil {
		return ""
	}
	return line.Style.Font.Name
}

// neighbour returns the line of running text before or after line i in its
// column, nil where another kind of line or none stands there.
func neighbour(p *structure.Page, i, step int) *structure.Line {
	line := p.Lines[i]
	for i += step; i >= 0 && i < len(p.Lines); i += step {
		o := p.Lines[i]
		switch {
		case o.Role == structure.Furniture || o.Rotated:
			continue
		case o.Column != line.Column || !o.IsRunning():
			return nil
		}
		return o
	}
	return nil
}

// The least and the largest distance, in sizes of the lower line's type, that are
// the space of a heading: nearer lines stand beside each other, and between
// farther ones a float may have stood.
const minSpace, maxSpace = 0.8, 6

func distance(above, below *structure.Line) Number {
	if above == nil || below == nil {
		return Number{}
	}
	d := below.Baseline - above.Baseline
	if d < minSpace*below.Style.Size || d > maxSpace*below.Style.Size {
		return Number{}
	}
	return known(d)
}

// belowTitle returns the distance from the title's last baseline to the next
// one.
func belowTitle(l *structure.Structure) Number {
	if len(l.Pages) == 0 {
		return Number{}
	}
	var title, next *structure.Line
	for _, line := range l.Pages[0].Lines {
		if line.Role == structure.Title && (title == nil || line.Baseline > title.Baseline) {
			title = line
		}
	}
	if title == nil {
		return Number{}
	}
	for _, line := range l.Pages[0].Lines {
		beside := line.X1 <= title.X0 || line.X0 >= title.X1
		if line.Role == structure.Furniture || line.Rotated || beside || line.Baseline <= title.Baseline+title.Style.Size/4 {
			continue
		}
		if next == nil || line.Baseline < next.Baseline {
			next = line
		}
	}
	return distance(title, next)
}
