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

func points(pt float64) string { return digits(pt, 2) + " pt" }

func onPage(n int) string { return fmt.Sprintf("page %d:", n) }

// count prints a number with its noun in singular or plural.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// quote shortens a line of the paper for a message.
func quote(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxQuote {
		r = append(r[:maxQuote-1], '…')
	}
	return "“" + string(r) + "”"
}

// maxQuote caps the characters of the paper in a message.
const maxQuote = 60

// quoteNumbered quotes a running head or foot, and of a long one the end where
// the number stands there.
func quoteNumbered(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= maxQuote || !unicode.IsDigit(r[len(r)-1]) {
		return quote(s)
	}
	return "“…" + string(r[len(r)-maxQuote+1:]) + "”"
}
