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
			line.Role, line.Margin = roleOfLayout(line.Line.Role), certain
		}
	}
	r.seen.Body = s.Body
	r.seen.Cut(func(line int) int { return int(r.lines[line].Zone.kind()) })
	var block *traits.Set
	var of choice // of that
	for i, l := range r.lines {
		l.Block, l.evidence = l.seen.Block, l.seen.Evidence()
		if l.evidence != block {
			block, of = l.evidence, choose(l.evidence)
		}
		r.labelLine(i, of)
	}
}

// choice is the role for which traits say most, the next one for which they say anything
// (the role itself without one), and by how much less.
type choice struct {
	role, runnerUp Role
	margin         float64
}

// roleOfLayout returns the role that geometry alone tells.
func roleOfLayout(r layout.Role) Role {
	switch r {
	case layout.Furniture:
		return Furniture
	case layout.FigureText:
		return FigureText
	}
	return Body
}

// role returns the role that a zone gives by itself, if it does.
func (z Zone) role() (r Role, ok bool) {
	switch z {
	case ListHeadingZone:
		return ReferenceHeading, true
	case ListZone:
		return Reference, true
	case PartHeadingZone:
		return Heading, true
	}
	return Body, false
}

func (r *reading) labelLine(i int, of choice) {
	l := r.lines[i]
	l.Role, l.RunnerUp, l.Margin = of.role, of.runnerUp, of.margin
	switch given, ok := l.Zone.role(); {
	case ok:
		l.Role, l.RunnerUp, l.Margin = given, l.Role, r.lineMargin(i, l.Zone)
	case l.RunnerUp == l.Role: // nothing else speaks for another role
		l.RunnerUp, l.Margin = Reference, r.lineMargin(i, ListZone)
	}
}

// choose returns the role of a block.
func choose(t *traits.Set) choice {
	var c choice
	best, next := math.Inf(-1), math.Inf(-1)
	for k := range roleEvidence {
		v := weigh(roleEvidence[k], t)
		switch {
		case v <= 0:
		case v > best:
			next, c.runnerUp = best, c.role
			best, c.role = v, Role(k)
		case v > next:
			next, c.runnerUp = v, Role(k)
		}
	}
	if math.IsInf(next, -1) {
		return choice{c.role, c.role, certain}
	}
	c.margin = best - next
	return c
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
