package rules

import (
	"fmt"
	"strconv"
	"strings"
)

// digits prints a measure with enough digits to see why it failed and no more.
func digits(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func inch(pt float64) string { return digits(inches(pt), 3) + " in" }

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
	const most = 60
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		r = append(r[:most-1], '…')
	}
	return "“" + string(r) + "”"
}
