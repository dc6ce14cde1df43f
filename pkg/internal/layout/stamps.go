package layout

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// What tells stamps and watermarks from other type.
const (
	watermarkSize = 2.5 // of the page's type: a word laid across it
	maxStampLines = 2   // beside one edge of the columns: more are turned text
	sameStampLine = 0.5 // sizes: type nearer than this across its line is one line
	stampFrame    = 4.0 // sizes: a frame around a stamp is no wider
)

// markStamps finds rotated type in the margin, such as a repository's, and
// watermarks: large type laid across the page. A frame around a stamp is part of it.
func markStamps(p *Page) {
	usual := p.usualSize()
	margins := map[bool][]*Line{}
	for _, l := range p.Lines {
		switch {
		case !l.Rotated:
		case p.isInMargin(l):
			right := l.Box.X0 >= p.Columns[len(p.Columns)-1].X0
			margins[right] = append(margins[right], l)
		case l.Role != FigureText && l.Style.Size > watermarkSize*usual && usual > 0:
			l.Role, l.Kind = Furniture, Stamp
		}
	}
	for _, lines := range margins {
		if stampLines(lines) > maxStampLines {
			continue
		}
		for _, l := range lines {
			l.Role, l.Kind = Furniture, Stamp
		}
		p.dropFrames(lines)
	}
}

// isInMargin reports whether turned type stands beside the columns, and not in a
// figure that reaches into them.
func (p *Page) isInMargin(l *Line) bool {
	if !besideBox(p.Columns, l.Box) {
		return false
	}
	return !slices.ContainsFunc(p.Figures, func(f Figure) bool {
		return f.Box.Contains(l.Box.Center()) && !besideBox(p.Columns, f.Box)
	})
}

func besideBox(columns []Column, box geom.Rect) bool {
	return beside(columns, box.X0, box.X1)
}

// stampLines counts the lines that pieces of turned type make up.
func stampLines(pieces []*Line) int {
	n := 0
	for i, l := range pieces {
		first := true
		for _, o := range pieces[:i] {
			first = first && math.Abs(o.Box.Center().X-l.Box.Center().X) > sameStampLine*math.Max(o.Style.Size, l.Style.Size)
		}
		if first {
			n++
		}
	}
	return n
}

// dropFrames takes the frames around stamps out of the page's figures.
func (p *Page) dropFrames(stamps []*Line) {
	p.Figures = slices.DeleteFunc(p.Figures, func(f Figure) bool {
		return f.Images == 0 && besideBox(p.Columns, f.Box) && slices.ContainsFunc(stamps, func(l *Line) bool {
			return f.Box.Contains(l.Box.Center()) && f.Box.Width() <= stampFrame*l.Style.Size
		})
	})
}
