package measure

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// paragraphGaps returns the baseline distances between full lines of one
// paragraph in the body's size.
func paragraphGaps(p *structure.Page, body float64) []Gap {
	out := make([]Gap, 0, len(p.Lines))
	for g := range bodyGaps(p, body) {
		if g.within && p.IsFull(g.lower) {
			out = append(out, Gap{g.distance, g.lower.Box})
		}
	}
	return out
}

// leaveListLeading leaves out the gaps of the paragraph right before the reference
// list that is set at the list's leading: TeX sets a paragraph at the leading that
// holds where it ends, which is the list's if no blank line ends it before.
func (f *Facts) leaveListLeading(l *structure.Structure) {
	list := listLeading(l)
	if list == 0 {
		return
	}
	lines := l.Before(l.References.First)
	for i := len(lines) - 1; i > 0; i-- {
		line, prev := lines[i], lines[i-1]
		if line.Role != structure.Body {
			return
		}
		if line.Column != prev.Column || line.Page != prev.Page {
			continue
		}
		if math.Abs(line.Baseline-prev.Baseline-list) > sizeBin {
			return
		}
		p := &f.Pages[line.Page-1]
		p.Gaps = slices.DeleteFunc(p.Gaps, func(g Gap) bool { return g.Box == line.Box })
	}
}

// listLeading returns the distance of the list's first lines that follow each
// other in one block, 0 without any.
func listLeading(l *structure.Structure) float64 {
	if l.References.Status != structure.Found {
		return 0
	}
	var last *structure.Line
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role != structure.Reference {
				continue
			}
			if last != nil && last.Block == line.Block && last.Page == line.Page {
				return line.Baseline - last.Baseline
			}
			last = line
		}
	}
	return 0
}
