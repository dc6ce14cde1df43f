package profile

import (
	"strconv"
	"strings"
)

// The sizes that running text has, in points.
const leastCallSize, mostCallSize = 8, 13

// readCallType reads type size and leading. Sizes of captions, titles, references and
// figures are not the body's.
func readCallType(d *callDraft) {
	d.each(callLeading.re(), func(g []string, at []int) {
		d.saw(at, reading{key: "leading", value: firstOf(g[1], g[2], g[3]) + "pt", rules: []string{"leading"}})
	})
	d.each(callSizes.re(), func(g []string, at []int) {
		least, most := sizeOf(g[1]), sizeOf(g[2])
		if least > 0 && least < most {
			d.sawSize("{min: "+decimal(least)+"pt, max: "+decimal(most)+"pt}", at, "body-font-size", "max-body-size")
		}
	})
	d.each(callSize.re(), func(g []string, at []int) {
		switch v := sizeOf(g[2]); {
		case v == 0:
		case callAtMost.re().MatchString(g[1]):
			d.sawSize("{max: "+decimal(v)+"pt}", at, "max-body-size")
		default:
			d.sawSize(decimal(v)+"pt", at, "body-font-size")
		}
	})
}

// readCallSizeOf reads a size without a unit: “size 11”.
func readCallSizeOf(d *callDraft) {
	d.each(callSizeOf.re(), func(g []string, at []int) {
		if v := sizeOf(g[1]); v > 0 && strings.TrimSpace(g[2]) == "" && !d.isRead(at, "body_size") {
			d.sawSize(decimal(v)+"pt", at, "body-font-size")
		}
	})
}

// sawSize adds a size of the running text.
func (d *callDraft) sawSize(value string, at []int, rules ...string) {
	if d.isRead(at, "leading") || d.isRead(at, "body_size") || callNotBody.re().MatchString(d.subject(at)) {
		return
	}
	d.saw(at, reading{key: "body_size", value: value, rules: rules, unsure: callNotBody.re().MatchString(d.clause(at))})
}

// sizeOf returns a size in points that running text may have, 0 for others.
func sizeOf(word string) float64 {
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		v = float64(countOf(word))
	}
	if v < leastCallSize || v > mostCallSize {
		return 0
	}
	return v
}

// readCallNames reads whether the review is blind. A text that says both is unsure, and
// the first stands.
func readCallNames(d *callDraft) {
	named := callNamed.re().FindStringIndex(d.text)
	if named == nil && !callBlind.re().MatchString(d.text) {
		d.once(callPerhapsBlind, "names", string(Forbidden), true, "anonymity")
	}
	for _, at := range callBlind.re().FindAllStringIndex(d.text, maxMatches) {
		if free := callUnblind.re().FindStringIndex(d.clause(at)); free != nil {
			named = at
			continue
		}
		d.saw(at, reading{key: "names", value: string(Forbidden), rules: []string{"anonymity"}, unsure: named != nil})
		return
	}
	switch {
	case named != nil && callUnblind.re().MatchString(d.clause(named)):
		d.saw(named, reading{key: "names", value: string(Free), unsure: true})
	case named != nil && callWithout.re().MatchString(d.text[named[0]:named[1]]) && callReject.re().MatchString(d.clause(named)):
		d.saw(named, reading{key: "names", value: string(Forbidden), rules: []string{"anonymity"}})
	case named != nil:
		d.saw(named, reading{key: "names", value: string(Required), rules: []string{"author-names"}})
	}
}
