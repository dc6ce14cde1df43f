package structure

import (
	"cmp"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Reason is what a trait says for (or against) what a line is.
type Reason struct {
	Trait  traits.Trait
	Weight float64
}

// Reasons returns the weightiest reasons for a line's role, at most n.
func (l *Line) Reasons(n int) []Reason {
	if l.seen == nil {
		return nil
	}
	t, tables := &l.seen.Set, [][]Evidence{textEvidence}
	switch {
	case l.Zone == ListZone:
		tables = [][]Evidence{listEvidence}
	case l.Zone == ListHeadingZone:
		tables = [][]Evidence{headingEvidence}
	case l.Zone == PartHeadingZone:
		tables = [][]Evidence{partEvidence}
	case l.Role != Body:
		t, tables = l.evidence, [][]Evidence{roleEvidence[l.Role]}
	case l.Zone == InterruptionZone:
		tables = [][]Evidence{interruptionEvidence, floatEvidence}
	}
	var out []Reason
	for _, table := range tables {
		for _, e := range table {
			if v := float64(t.Share(e.Trait)); v != 0 && e.Trait != traits.Always {
				out = append(out, Reason{e.Trait, e.Weight * v})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(abs(b.Weight), abs(a.Weight)) })
	return out[:min(n, len(out))]
}

// ForgetReasons gives back the memory of what Reasons needs, most of what is known of a
// line.
func (s *Structure) ForgetReasons() {
	for _, p := range s.Pages {
		for _, l := range p.Lines {
			l.seen, l.evidence = nil, nil
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }
