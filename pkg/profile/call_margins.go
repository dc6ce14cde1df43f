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
	callMargins = callPattern(aNumber + aUnit + `[- ](?:wide )?margins?|\bmargins?[^.\d]{0,30}?` + aNumber + aUnit)
	callSides   = callPattern(aNumber + aUnit + `(?:[- ](?:wide )?margins?)?(?: (?:at|on|for|from|in))?(?: the)? (` + theSides + `)\b|` +
		`\b(` + theSides + `)(?: margins?)?[^.;,\d]{0,16}?` + aNumber + aUnit)
	callSide = callPattern(`\b` + aSide + `\b`)
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
	if d.sawSides() {
		return
	}
	d.each(callMargins(), func(g []string, at []int) {
		sides := callSide().MatchString(d.clause(at))
		d.saw(at, reading{key: "margins", value: lengthOf(firstOf(g[1], g[3]), firstOf(g[2], g[4])), rules: []string{"margins"}, unsure: sides})
	})
}

// sawSides adds the margins of the four sides, if the call says all of them. Where it
// says several of a side, the first stands and is unsure.
func (d *callDraft) sawSides() bool {
	var margins [4]string
	r := reading{key: "margins", rules: []string{"margins"}}
	var place []int
	d.each(callSides(), func(g []string, at []int) {
		if !strings.Contains(strings.ToLower(d.clause(at)), "margin") || place != nil && !slices.Contains(margins[:], "") {
			return
		}
		length := lengthOf(firstOf(g[1], g[5]), firstOf(g[2], g[6]))
		for _, side := range callSide().FindAllString(firstOf(g[3], g[4]), -1) {
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
	if place == nil || slices.Contains(margins[:], "") {
		return false
	}
	r.value = inShortest(margins)
	d.saw(place, r)
	return true
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
