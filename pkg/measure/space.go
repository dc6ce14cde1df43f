package measure

import "github.com/paperfit/paperfit/pkg/layout"

// space takes the distances around the headings and below the title. A heading
// at the top of a column or beside a float has none.
func (f *Facts) space(l *layout.Layout) {
	current := -1
	var last *layout.Line // of the heading before
	for _, p := range l.Pages {
		for i, line := range p.Lines {
			if !isHeading(line) {
				continue
			}
			if !continuesHeading(last, line) {
				current++
				f.Sections[current].Above = distance(neighbour(p, i, -1), line)
			}
			last = line
			f.Sections[current].Below = distance(line, neighbour(p, i, 1))
		}
	}
	f.Front.Below = belowTitle(l)
}

// neighbour returns the line of running text before or after line i in its
// column, nil where another kind of line or none stands there.
func neighbour(p *layout.Page, i, step int) *layout.Line {
	line := p.Lines[i]
	for i += step; i >= 0 && i < len(p.Lines); i += step {
		o := p.Lines[i]
		switch {
		case o.Role == layout.Furniture || o.Rotated:
			continue
		case o.Column != line.Column || !isRunning(o):
			return nil
		}
		return o
	}
	return nil
}

// maxSpace is the largest distance, in sizes of the lower line's type, that is
// the space of a heading: a float may have stood between.
const maxSpace = 6

func distance(above, below *layout.Line) Number {
	if above == nil || below == nil {
		return Number{}
	}
	d := below.Baseline - above.Baseline
	if d <= 0 || d > maxSpace*below.Style.Size {
		return Number{}
	}
	return known(d)
}

// belowTitle returns the distance from the title's last baseline to the next
// one.
func belowTitle(l *layout.Layout) Number {
	if len(l.Pages) == 0 {
		return Number{}
	}
	var title, next *layout.Line
	for _, line := range l.Pages[0].Lines {
		if line.Role == layout.Title && (title == nil || line.Baseline > title.Baseline) {
			title = line
		}
	}
	if title == nil {
		return Number{}
	}
	for _, line := range l.Pages[0].Lines {
		beside := line.X1 <= title.X0 || line.X0 >= title.X1
		if line.Role == layout.Furniture || line.Rotated || beside || line.Baseline <= title.Baseline+title.Style.Size/4 {
			continue
		}
		if next == nil || line.Baseline < next.Baseline {
			next = line
		}
	}
	return distance(title, next)
}
