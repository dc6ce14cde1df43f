package words

import (
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// sideNames are the sides of a page in the order in which a check has its margins.
var sideNames = []string{"top", "right", "bottom", "left"}

// margin is one side of a page: what is free and what is required.
type margin struct {
	side      string
	got, want string
	misses    bool
}

// marginsOf returns the margins of a check: where it is violated those that are too
// narrow, else all; nil where it has none.
func marginsOf(c report.Check) []margin {
	if c.Rule != "margins" {
		return nil
	}
	got, want := numbersOf(c.Got), numbersOf(c.Want)
	if len(want) != len(sideNames) {
		return nil
	}
	if len(got) != len(sideNames) {
		got = want // the rule's limit alone
	}
	var all, missed []margin
	for i, side := range sideNames {
		m := margin{side, got[i], want[i], misses(got[i], want[i], c.Tolerance)}
		all = append(all, m)
		if m.misses {
			missed = append(missed, m)
		}
	}
	if len(missed) > 0 && (Ruling{Check: c}).Violated() {
		return missed
	}
	return all
}

// numbersOf returns the numbers of a list in one text.
func numbersOf(value any) []string {
	text, _ := value.(string)
	return strings.Split(text, ", ")
}

func misses(got, want string, tolerance float64) bool {
	g, err := strconv.ParseFloat(got, 64)
	w, errWant := strconv.ParseFloat(want, 64)
	return err == nil && errWant == nil && g < w-tolerance
}

// gotMargins tells what is free: "right 0.62, left 0.7 in".
func gotMargins(all []margin, unit string) string {
	var out []string
	for _, m := range all {
		out = append(out, m.side+" "+m.got)
	}
	return strings.TrimSpace(strings.Join(out, ", ") + " " + unit)
}

// requiredMargins tells what is required: "0.75 in", where all sides have the same.
func requiredMargins(all []margin, unit string) string {
	if !slices.ContainsFunc(all, func(m margin) bool { return m.want != all[0].want }) {
		return strings.TrimSpace(all[0].want + " " + unit)
	}
	var out []string
	for _, m := range all {
		out = append(out, m.side+" "+m.want)
	}
	return strings.TrimSpace(strings.Join(out, ", ") + " " + unit)
}
