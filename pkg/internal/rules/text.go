package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// digits prints a measure with enough digits to see why it failed and no more.
func digits(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func inch(pt float64) string { return digits(geom.Inches(pt), 3) + " in" }

// count prints a number with its noun in singular or plural.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// quote quotes a line of the paper for a check.
func quote(s string) string { return "“" + clip(s) + "”" }

// clip shortens a line of the paper for a sentence.
func clip(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxQuote {
		r = append(r[:maxQuote-1], '…')
	}
	return string(r)
}

// maxQuote caps the characters of the paper in a message.
const maxQuote = 60

// clipNumbered shortens a running head or foot, a long one to its end where the
// number stands there.
func clipNumbered(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= maxQuote || !unicode.IsDigit(r[len(r)-1]) {
		return clip(s)
	}
	return "…" + string(r[len(r)-maxQuote+1:])
}
