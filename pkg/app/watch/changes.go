package watch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// changes describes in words what a save changed, "" where that is nothing that is
// reported: how far the paper is from each limit that it still exceeds, and the rules
// that are met or violated since.
func changes(before, after *report.File) string {
	var out, met, violated []string
	for i := range after.Checks {
		now := &after.Checks[i]
		at := slices.IndexFunc(before.Checks, func(c report.Check) bool { return c.Rule == now.Rule })
		if at < 0 {
			continue
		}
		was := &before.Checks[at]
		switch {
		case isViolated(now) && isViolated(was):
			if text := distance(before, after, was, now); text != "" {
				out = append(out, text)
			}
		case isViolated(now):
			violated = append(violated, now.Rule)
		case isViolated(was) && now.Status == report.StatusPass:
			met = append(met, now.Rule)
		}
	}
	if len(met) > 0 {
		out = append(out, "now met: "+strings.Join(met, ", "))
	}
	if len(violated) > 0 {
		out = append(out, "now violated: "+strings.Join(violated, ", "))
	}
	return strings.Join(out, "; ")
}

func isViolated(c *report.Check) bool {
	return c.Status == report.StatusFail || c.Status == report.StatusWarn
}

// distance describes how a violation of a rule changed, "" where it did not: the lines
// over the page limit, what was measured, or the number of places.
func distance(before, after *report.File, was, now *report.Check) string {
	if old, lines := linesOver(before), linesOver(after); now.Rule == "page-limit" && old > 0 && lines > 0 {
		if old == lines {
			return ""
		}
		return fmt.Sprintf("%s over the limit, was %d", count(lines, "line"), old)
	}
	if old, got := measured(was), measured(now); old != "" && got != "" && old != got {
		return fmt.Sprintf("%s: %s, was %s", now.Rule, strings.TrimSpace(got+" "+now.Unit), old)
	}
	if old, places := placesOf(before, now.Rule), placesOf(after, now.Rule); old != places {
		return fmt.Sprintf("%s: %s, was %d", now.Rule, count(places, "place"), old)
	}
	return ""
}

// linesOver returns how many lines are after the page limit, 0 where that is not known
// of every page.
func linesOver(f *report.File) int {
	lines := 0
	for _, finding := range f.Findings {
		if finding.Rule != "page-limit" {
			continue
		}
		n := int(finding.Args.Number("lines"))
		if n == 0 {
			return 0
		}
		lines += n
	}
	return lines
}

func placesOf(f *report.File, rule string) int {
	n := 0
	for _, finding := range f.Findings {
		if finding.Rule == rule {
			n++
		}
	}
	return n
}

// measured returns what a check measured, "" where that is no number.
func measured(c *report.Check) string {
	switch v := c.Got.(type) {
	case float64:
		return decimals(v)
	case int:
		return strconv.Itoa(v)
	case [2]float64:
		return decimals(v[0]) + " x " + decimals(v[1])
	}
	return ""
}

// decimals returns a number with two decimals at most.
func decimals(v float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// round is one look at which files were checked.
type round struct {
	at    time.Time
	files []*watchedFile
}

// news describes the last round: when it was, how long it took, and what the last save
// changed.
func (w *Watch) news() []string {
	if len(w.last.files) == 0 {
		return nil
	}
	first := w.last.files[0]
	line := "Checked at " + w.last.at.Format(time.TimeOnly)
	switch {
	case w.Folder:
		line += ": " + count(len(w.last.files), "file")
	case first.file.ElapsedMS != nil:
		line += " in " + decimals(*first.file.ElapsedMS/1000) + " s"
	}
	out := []string{line + "."}
	for _, f := range w.last.files {
		switch {
		case f.changes == "":
		case w.Folder:
			out = append(out, f.in.Path+": "+f.changes+".")
		default:
			out = append(out, "Since the last save: "+f.changes+".")
		}
	}
	return out
}
