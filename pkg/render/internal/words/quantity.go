// Package words says in words what a report holds, for all forms alike: quantities
// with their limits, findings that repeat on several pages, outcomes and summaries.
package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// bound tells on which side of its limit a measure has to lie.
type bound int

const (
	exactly bound = iota
	atMost
	atLeast
)

// boundOf returns the bound of a rule's limit.
func boundOf(rule string) bound {
	switch rule {
	case "page-limit", "text-block", "figure-block", "column-width", "max-body-size", "max-leading":
		return atMost
	case "body-font-size", "leading", "legible-figures", "gutter", "margins":
		return atLeast
	}
	return exactly
}

// got tells what a check measured, with enough digits to see on which side of
// its limit it lies; empty when the check measured no quantity.
func got(c report.Check) string {
	if all := marginsOf(c); all != nil && c.Got != nil {
		return gotMargins(all, c.Unit)
	}
	switch want := c.Want.(type) {
	case float64:
		return Quantity(c.Got, c.Unit, limitsOf(c, want))
	case [2]float64:
		return Quantity(c.Got, c.Unit, limitsOf(c, want[0]), limitsOf(c, want[1]))
	}
	return Quantity(c.Got, c.Unit)
}

// limits are the numbers that a measure is held against.
type limits []float64

// limitsOf returns what is wanted, and how far it may be missed.
func limitsOf(c report.Check, want float64) limits {
	switch boundOf(c.Rule) {
	case atMost:
		return limits{want, want + c.Tolerance}
	case atLeast:
		return limits{want, want - c.Tolerance}
	}
	return limits{want - c.Tolerance, want, want + c.Tolerance}
}

// Required tells what a check's rule asks for; empty when that is no quantity.
func Required(c report.Check) string {
	want := Quantity(c.Want, c.Unit)
	if want == "" {
		return ""
	}
	if all := marginsOf(c); all != nil {
		want = requiredMargins(all, c.Unit)
	}
	prefix, sign := "", "±"
	bound := boundOf(c.Rule)
	if _, told := c.Want.(string); told && bound == atMost {
		bound = exactly // the words tell it
	}
	switch bound {
	case atMost:
		prefix, sign = "at most ", "+"
	case atLeast:
		prefix, sign = "at least ", "−"
	}
	if c.Tolerance == 0 {
		return prefix + want
	}
	return fmt.Sprintf("%s%s (%s%s)", prefix, want, sign, Number(c.Tolerance))
}

// Quantity writes a Got or a Want with its unit. The limits are those of its
// numbers.
func Quantity(value any, unit string, limit ...limits) string {
	limit = append(limit, nil, nil)
	var text string
	switch v := value.(type) {
	case nil:
		return ""
	case float64:
		text = limit[0].number(v)
	case [2]float64:
		text = limit[0].number(v[0]) + " × " + limit[1].number(v[1])
	case []string:
		text = strings.Join(v, ", ")
	default:
		text = fmt.Sprint(v)
	}
	if unit == "pages" && text == "1" {
		unit = "page"
	}
	return strings.TrimSpace(text + " " + unit)
}

// number writes x with two decimals at most, or with up to four while the
// shorter form would lie on the other side of a limit.
func (l limits) number(x float64) string {
	digits := 2
	for digits < 4 && !l.sameSide(x, digits) {
		digits++
	}
	return Shortest(x, digits)
}

// Number writes a number that has no limit.
func Number(x float64) string { return limits(nil).number(x) }

// sameSide reports whether x, rounded, lies on the same side of the limits.
func (l limits) sameSide(x float64, digits int) bool {
	scale := math.Pow10(digits)
	rounded := math.Round(x*scale) / scale
	for _, limit := range l {
		if side(x, limit) != side(rounded, limit) {
			return false
		}
	}
	return true
}

// side tells whether x lies below (-1), on (0) or above (1) a limit.
func side(x, limit float64) int {
	const slack = 1e-6 // a limit is a sum of decimals
	switch {
	case x < limit-slack:
		return -1
	case x > limit+slack:
		return 1
	}
	return 0
}

// Shortest writes x with so many digits at most.
func Shortest(x float64, digits int) string {
	text := strconv.FormatFloat(x, 'f', digits, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}

// Plural writes a count with its noun.
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// BlockFact tells a box's width and height in inches.
func BlockFact(box *[4]float64) string {
	if box == nil {
		return Unknown
	}
	b := geom.FromArray(*box)
	return Quantity(geom.SizeIn(b.Width(), b.Height()), "")
}

// Unknown stands where a measure is not known.
const Unknown = "?"

// IntCell returns a count for the cell of a table, empty where it is not known.
func IntCell(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
