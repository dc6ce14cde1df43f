package structure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Zone is the part of a paper that a line is read in.
type Zone uint8

// The zones, in the order in which a paper may have them.
const (
	BodyZone         Zone = iota // what precedes the reference list
	ListHeadingZone              // the reference list's heading
	ListZone                     // its entries
	InterruptionZone             // a float or footnote among them
	PartHeadingZone              // the heading of what follows the list
	BackZone                     // an appendix, acknowledgments behind the list
	zoneCount
)

var zoneNames = [zoneCount]string{"body", "references heading", "references", "interruption", "part heading", "back matter"}

// String returns the zone's name.
func (z Zone) String() string { return zoneNames[z] }

// kind groups the zones between which a block is cut: text is text before the list and
// behind it.
func (z Zone) kind() Zone {
	if z == BackZone {
		return BodyZone
	}
	return z
}

// never is the score of what cannot be.
const never = -1e9

// change is the price of a change of zone, by what the line begins with which it
// would change: parts seldom begin in the middle of a paragraph.
var change = [traits.StartKinds]float64{traits.Continuation: -6, traits.BlockStart: -3, traits.HeadingShape: -2, traits.NamedHeading: -0.5, traits.FirstEntry: -3}

// step is what it costs, besides change, to go from one zone to another; pairs
// that are not listed cannot follow each other.
var steps = [...]struct {
	from, to Zone
	weight   float64
	why      string
}{
	{BodyZone, ListHeadingZone, 0, "the usual way"},
	{BodyZone, ListZone, -6, "a list without a heading is rare"},
	{ListHeadingZone, ListZone, 0, "a heading is followed by its list"},
	{ListHeadingZone, InterruptionZone, 0, "or by the footnotes of its page"},
	{ListZone, InterruptionZone, 0, "a float or footnote"},
	{ListZone, PartHeadingZone, 0, "an appendix with its heading"},
	{ListZone, BackZone, -3, "text behind the list has a heading as a rule"},
	{ListZone, ListHeadingZone, -2, "a second list right behind the first"},
	{InterruptionZone, ListZone, 0, "the list goes on"},
	{InterruptionZone, PartHeadingZone, 0, "the list is over"},
	{InterruptionZone, BackZone, -2, "the list is over"},
	{PartHeadingZone, BackZone, 0, "a heading is followed by its text"},
	{PartHeadingZone, ListHeadingZone, 0, "or by a list"},
	{BackZone, PartHeadingZone, 0, "the next part"},
	{BackZone, ListHeadingZone, -14, "a second list behind an appendix is rare"},
	{BackZone, ListZone, -14, "a list does not resume behind text"},
}

// beginning is what it costs to begin with a zone.
var beginning = [zoneCount]float64{BodyZone: 0, ListHeadingZone: -4, ListZone: -7, InterruptionZone: -12, PartHeadingZone: -10, BackZone: -10}

// secondFirst is what it costs to go on with a list where its first entry stands.
const secondFirst = -8

// midEntry is what it costs besides to end the list, without a heading, in the middle
// of an entry.
const midEntry = -4

// grammar holds the prices of all steps, and of going on in a zone.
type grammar [traits.StartKinds][zoneCount][zoneCount]float64

// newGrammar returns the prices in a paper in which a list without heading costs bare
// besides.
func newGrammar(bare float64) *grammar {
	g := new(grammar)
	for k := range g {
		for from := range g[k] {
			for to := range g[k][from] {
				if from != to {
					g[k][from][to] = never
				}
			}
		}
		for _, s := range steps {
			w := s.weight + change[k]
			switch {
			case s.from == ListHeadingZone && s.to == ListZone, s.from == PartHeadingZone && s.to == BackZone:
				w = 0 // a heading is a line or two
			case s.from == InterruptionZone && s.to == ListZone:
				w /= 2
			case s.from == ListZone && s.to == BackZone && k == int(traits.Continuation):
				w += midEntry
			}
			if s.from == BodyZone && s.to == ListZone {
				w += bare
			}
			g[k][s.from][s.to] = w
		}
	}
	g[traits.FirstEntry][ListZone][ListZone] = secondFirst
	return g
}

// scores are those of one line, by zone.
type scores [zoneCount]float64

// scales are the tables of zones.
type scales struct{ text, float, list, interruption, part *scale }

func newScales() *scales {
	return &scales{newScale(textEvidence), newScale(floatEvidence), newScale(listEvidence), newScale(interruptionEvidence), newScale(partEvidence)}
}

// evidenceOf returns what a line's traits say for each zone.
func (s *scales) evidenceOf(t *traits.Set) scores {
	var e scores
	floats := s.float.weigh(t)
	text := s.text.weigh(t) + floats
	e[BodyZone], e[BackZone] = text, text
	e[ListHeadingZone] = never
	if t.HasAny(traits.ListHeading, traits.ListWord, traits.RunInList) {
		e[ListHeadingZone] = weigh(headingEvidence, t)
	}
	e[ListZone] = s.list.weigh(t)
	e[InterruptionZone] = s.interruption.weigh(t) + floats
	if t.HasAny(certainFloat...) {
		e[InterruptionZone] = text
	}
	e[PartHeadingZone] = s.part.weigh(t)
	return e
}

// reading is the lines of a paper with what each zone scores.
type reading struct {
	seen     *traits.Paper
	lines    []*Line
	bare     float64 // what a list without heading costs besides
	grammar  *grammar
	evidence []scores
	forward  []scores // the best way to each line and zone, its own evidence included
	backward []scores // the best way on from there
	best     float64
}

// read finds the best sequence of zones, and the best for each line and zone.
func newReading(seen *traits.Paper, lines []*Line) *reading {
	n := len(lines)
	r := &reading{seen: seen, lines: lines, evidence: make([]scores, n), forward: make([]scores, n), backward: make([]scores, n)}
	by := newScales()
	for i, l := range lines {
		r.evidence[i] = by.evidenceOf(&l.seen.Set)
		if l.seen.Has(traits.HeadingBeforeEntry) && l.seen.Has(traits.ListHeading) {
			r.bare = min(r.bare, weigh(bareListEvidence, &l.seen.Set))
		}
	}
	r.grammar = newGrammar(r.bare)
	if n > 0 {
		r.goForward()
		r.goBackward()
		r.best = r.bestThrough(0)
	}
	return r
}

func (r *reading) goForward() {
	for z := range zoneCount {
		r.forward[0][z] = beginning[z] + r.evidence[0][z]
		if z >= ListZone { // within a list or behind it
			r.forward[0][z] += r.bare
		}
	}
	for i := 1; i < len(r.lines); i++ {
		out, evidence := r.grammar.next(&r.forward[i-1], r.lines[i].seen.Start), &r.evidence[i]
		for z := range out {
			r.forward[i][z] = max(out[z]+evidence[z], never)
		}
	}
}

// next returns the best way to each zone of a line from those of the line before.
func (g *grammar) next(before *scores, start traits.StartKind) scores {
	price := &g[start]
	var out scores
	for z := range out {
		out[z] = before[z] + price[z][z]
	}
	for i := range steps {
		from, to := steps[i].from, steps[i].to
		if v := before[from] + price[from][to]; v > out[to] {
			out[to] = v
		}
	}
	return out
}

func (r *reading) goBackward() {
	last := len(r.lines) - 1
	r.backward[last][ListHeadingZone] = never // no paper ends with a heading
	for i := last - 1; i >= 0; i-- {
		price, evidence, after, out := &r.grammar[r.lines[i+1].seen.Start], &r.evidence[i+1], &r.backward[i+1], &r.backward[i]
		for z := range out {
			out[z] = max(price[z][z]+evidence[z]+after[z], never)
		}
		for k := range steps {
			from, to := steps[k].from, steps[k].to
			if v := price[from][to] + evidence[to] + after[to]; v > out[from] {
				out[from] = v
			}
		}
	}
}

// through returns the best sequence in which line i has the zone.
func (r *reading) through(i int, z Zone) float64 { return r.forward[i][z] + r.backward[i][z] }

// bestThrough returns the best sequence of all.
func (r *reading) bestThrough(i int) float64 {
	best := math.Inf(-1)
	for z := range zoneCount {
		best = max(best, r.through(i, z))
	}
	return best
}

// zones returns the best sequence of zones.
func (r *reading) zones() []Zone {
	n := len(r.lines)
	if n == 0 {
		return nil
	}
	out := make([]Zone, n)
	for z := range zoneCount {
		if r.through(n-1, z) > r.through(n-1, out[n-1]) {
			out[n-1] = z
		}
	}
	for i := n - 1; i > 0; i-- {
		best := math.Inf(-1)
		for from := range zoneCount {
			if v := r.forward[i-1][from] + r.grammar[r.lines[i].seen.Start][from][out[i]]; v > best {
				best, out[i-1] = v, from
			}
		}
	}
	return out
}
