package accuracy

import (
	"fmt"
	"io"
	"strings"
)

// WriteRates writes the outcomes of measures and rules as a table of Markdown.
func (t *Tally) WriteRates(w io.Writer) {
	fmt.Fprintf(w, "| | papers | wrong | false alarms | misses | unknown | right, with 95 %% interval |\n|---|---|---|---|---|---|---|\n")
	for _, r := range t.Sorted() {
		right := r.Papers - r.Wrong - r.Alarm - r.Miss - r.Unknown
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %d | %s |\n", r.Name, r.Papers, r.Wrong, r.Alarm, r.Miss, r.Unknown, percent(right, r.Papers))
	}
	fmt.Fprintf(w, "| **all of a paper** | %d | | | | | %s |\n", t.Papers, percent(t.Whole, t.Papers))
}

// percent writes a share with its interval.
func percent(share, n int) string {
	low, high := Interval(share, n)
	return fmt.Sprintf("%.1f %% (%.1f–%.1f)", 100*float64(share)/float64(max(n, 1)), 100*low, 100*high)
}

// WriteRoles writes the confusion table of roles as Markdown: a row for each true
// role, a column for each that the program gave.
func (t *Tally) WriteRoles(w io.Writer) {
	want, got := t.RoleNames()
	fmt.Fprintf(w, "| is \\ was taken for | %s | right |\n|---|%s---|\n", strings.Join(got, " | "), strings.Repeat("---|", len(got)))
	for _, row := range want {
		all, right := 0, 0
		fmt.Fprintf(w, "| %s |", row)
		for _, column := range got {
			n := t.Roles[Pair{row, column}]
			all += n
			if row == column {
				right = n
			}
			fmt.Fprintf(w, " %s |", orBlank(n))
		}
		if n := t.Roles[Pair{row, row}]; right == 0 {
			right = n
		}
		fmt.Fprintf(w, " %.1f %% |\n", 100*float64(right)/float64(max(all, 1)))
	}
	fmt.Fprintf(w, "\n%d lines that no line of ours covers, %d that join two columns, %d of which the truth knows nothing.\n", t.Lost, t.Merged, t.Unmarked)
}

func orBlank(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// WriteFailing writes each paper with a wrong outcome, so that it can be made again.
func (t *Tally) WriteFailing(w io.Writer) {
	for _, s := range t.Failing {
		fmt.Fprintf(w, "- seed %d, %s, %s (%s)\n", s.Truth.Seed, s.Truth.Template, s.Truth.Maker, strings.Join(s.Truth.Traits, "; "))
		for _, o := range s.Outcomes {
			if o.Status != Right {
				fmt.Fprintf(w, "  - %s: %s, %s instead of %s\n", o.Name, o.Status, o.Got, o.Want)
			}
		}
		for _, l := range s.Wrong[:min(len(s.Wrong), 4)] {
			fmt.Fprintf(w, "  - page %d: %s taken for %s: %s\n", l.Page, l.Want, l.Got, shortened(l.Text))
		}
	}
}

// shortened cuts a long line.
func shortened(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
