package structure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// label gives every line its role, its runner-up and its margin.
func (s *Structure) label(r *reading) {
	for _, p := range s.Pages {
		for _, line := range p.Lines {
			line.Role, line.Margin = roleOfLayout[line.Line.Role], certain
		}
	}
	r.seen.Body = s.Body
	r.seen.Cut(func(line int) int { return int(r.lines[line].Zone.kind()) })
	for i, l := range r.lines {
		l.Block, l.evidence = l.seen.Block, l.seen.Evidence()
		r.labelLine(i)
	}
}

// roleOfLayout gives the roles that geometry alone tells.
var roleOfLayout = map[layout.Role]Role{layout.Furniture: Furniture, layout.FigureText: FigureText}

// zoneRoles are the roles that a zone gives by itself.
var zoneRoles = map[Zone]Role{ListHeadingZone: ReferenceHeading, ListZone: Reference, PartHeadingZone: Heading}

func (r *reading) labelLine(i int) {
	l := r.lines[i]
	l.Role, l.RunnerUp, l.Margin = choose(l.evidence)
	switch given, ok := zoneRoles[l.Zone]; {
	case ok:
		l.Role, l.RunnerUp, l.Margin = given, l.Role, r.lineMargin(i, l.Zone)
	case l.RunnerUp == l.Role: // nothing else speaks for another role
		l.RunnerUp, l.Margin = Reference, r.lineMargin(i, ListZone)
	}
}

// choose returns the role for which traits say most, the next one for which they
// say anything (the role itself without one), and by how much less.
func choose(t *traits.Set) (role, runnerUp Role, margin float64) {
	best, next := math.Inf(-1), math.Inf(-1)
	for k := range roleEvidence {
		v := weigh(roleEvidence[k], t)
		switch {
		case v <= 0:
		case v > best:
			next, runnerUp = best, role
			best, role = v, Role(k)
		case v > next:
			next, runnerUp = v, Role(k)
		}
	}
	if math.IsInf(next, -1) {
		return role, role, certain
	}
	return role, runnerUp, best - next
}

// lineMargin returns by how much the paper is better explained with line i in the
// zone than in any other (or the other way, where it has another).
func (r *reading) lineMargin(i int, zone Zone) float64 {
	other := math.Inf(-1)
	for z := range zoneCount {
		if z != zone {
			other = max(other, r.through(i, z))
		}
	}
	return min(certain, math.Abs(r.through(i, zone)-other))
}
