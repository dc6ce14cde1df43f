package profile

import (
	"slices"
	"strings"
)

// Sides of a page, as calls name them.
const (
	aSide    = `(?:top|bottom|left|right|upper|lower|all (?:four )?sides|both sides|sides?)`
	theSides = aSide + `(?:(?:,|/| and| or|, and)\s?(?:(?:at|on) )?(?:the )?` + aSide + `)*`
)

var (
	callMargins = &expression{source: anyCase + aNumber + aUnit + `[- ](?:wide )?margins?|\bmargins?[^.\d]{0,30}?` + aNumber + aUnit}
	callSides   = &expression{source: anyCase + aNumber + aUnit + `(?: \([^)]{1,16}\))?(?:[- ](?:wide )?margins?(?: \([^)]{1,16}\))?)?(?: (?:at|on|for|from|in))?(?: the)? (` + theSides + `)\b|` +
		`\b(` + theSides + `)(?: margins?)?[^.;,\d]{0,24}?` + aNumber + aUnit}
	callFirstPage = &expression{source: anyCase + `\b(?:first|1 ?st) page|\bpages? 2\b`}
	callSide      = &expression{source: anyCase + `\b` + aSide + `\b`}
)

// sidesOf are the sides that a word of a call means, in the order of a profile: top,
// right, bottom, left.
var sidesOf = map[string][]int{
	"top": {0}, "upper": {0}, "right": {1}, "bottom": {2}, "lower": {2}, "left": {3},
	"side": {1, 3}, "sides": {1, 3}, "both sides": {1, 3}, "all sides": {0, 1, 2, 3}, "all four sides": {0, 1, 2, 3},
}

// readCallMargins reads margins: those of each side where the call says all four, and
// otherwise each length, which may be of some sides.
func readCallMargins(d *callDraft) {
	r, place := d.sides()
	if place != nil && !strings.Contains(r.value, noMargin) {
		d.saw(place, r)
		return
	}
	n := len(d.readings)
	d.each(callMargins.re(), func(g []string, at []int) {
		if place == nil || at[1] <= place[0] || place[1] <= at[0] {
			sides := callSide.re().MatchString(d.clause(at))
			d.saw(at, reading{key: "margins", value: lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4])), rules: []string{"margins"}, unsure: sides})
		}
	})
	if place != nil && n == len(d.readings) {
		d.saw(place, r)
	}
}

// besideSides is how many characters may be between the margins of two sides that belong
// together.
const besideSides = 24

// noMargin is the margin of a side of which a call says none.
const noMargin = "0in"

// sides reads the margins of the sides. Where the call says several of a side, the first
// stands and is unsure, and so are those where it says none of a side, or has others for
// the first page.
func (d *callDraft) sides() (r reading, place []int) {
	var margins [4]string
	r = reading{key: "margins", rules: []string{"margins"}}
	d.each(callSides.re(), func(g []string, at []int) {
		next := place != nil && at[0]-place[1] < besideSides // “Left margin: 20 mm. Top: 25 mm.”
		if !next && !strings.Contains(strings.ToLower(d.clause(at)), "margin") || place != nil && !slices.Contains(margins[:], "") {
			return
		}
		length := lengthOf(firstOf(g[1], g[5]), firstOf(g[2], g[6]))
		for _, side := range callSide.re().FindAllString(firstOf(g[3], g[4]), -1) {
			for _, i := range sidesOf[strings.ToLower(side)] {
				r.unsure = r.unsure || margins[i] != "" && margins[i] != length
				margins[i] = firstOf(margins[i], length)
			}
		}
		if place == nil {
			place = slices.Clone(at[:2])
		}
		place[1] = at[1]
	})
	if place == nil {
		return r, nil
	}
	r.unsure = r.unsure || slices.Contains(margins[:], "") || callFirstPage.re().MatchString(d.clause(place))
	for i := range margins {
		margins[i] = firstOf(margins[i], noMargin)
	}
	r.value = inShortest(margins)
	return r, place
}

// inShortest writes margins as a profile has them: one where all are the same, two where
// those that face each other are.
func inShortest(m [4]string) string {
	switch {
	case m[1] != m[3]:
		return strings.Join(m[:], " ")
	case m[0] != m[2]:
		return strings.Join(m[:3], " ")
	case m[0] != m[1]:
		return strings.Join(m[:2], " ")
	}
	return m[0]
}
