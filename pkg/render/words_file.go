package render

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// displayPath is the path as people read it.
func displayPath(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

// countStatuses counts the checks by status.
func countStatuses(checks []report.Check) map[report.Status]int {
	n := map[report.Status]int{}
	for _, c := range checks {
		n[c.Status]++
	}
	return n
}

// outcome says the verdict in a sentence.
func outcome(f report.File, n map[report.Status]int, profile report.Profile) string {
	title := rulesOf(f, profile)
	fails, warnings := n[report.StatusFail], ""
	if n[report.StatusWarn] > 0 {
		warnings = ", with " + plural(n[report.StatusWarn], "warning")
	}
	switch {
	case f.Verdict == report.Error:
		return fmt.Sprintf("Could not be read, so none of the rules of %s was checked.", title)
	case f.Verdict == report.Unknown:
		return fmt.Sprintf("Not decided: %d of the %s of %s could not be measured%s.", n[report.StatusUnknown], plural(len(f.Checks), "rule"), title, warnings)
	case f.Verdict == report.Fail && fails == 0:
		return fmt.Sprintf("Has %s from the rules of %s, which count here.", plural(n[report.StatusWarn], "warning"), title)
	case f.Verdict == report.Fail && len(f.Checks) == 1:
		return fmt.Sprintf("Breaks the rule of %s.", title)
	case f.Verdict == report.Fail:
		return fmt.Sprintf("Breaks %d of the %s of %s%s.", fails, plural(len(f.Checks), "rule"), title, warnings)
	}
	return fmt.Sprintf("Keeps the rules of %s%s.", title, warnings)
}

// rulesOf names the rules of a file: its venue's, for its category of papers.
func rulesOf(f report.File, profile report.Profile) string {
	category := orElse(f.Category, profile.Category)
	if category == "" {
		return profile.Title
	}
	return fmt.Sprintf("%s, category %s", profile.Title, category)
}

// factsLine tells what the paper is like, as far as it is known.
func factsLine(m report.Measured) string {
	var facts []string
	add := func(known bool, fact func() string) {
		if known {
			facts = append(facts, strings.ReplaceAll(fact(), " ", noBreak))
		}
	}
	add(m.Pages != nil, func() string { return plural(*m.Pages, "page") })
	add(m.ContentPages != nil, func() string { return fmt.Sprintf("%d of content", *m.ContentPages) })
	add(m.ReferencesPage != nil, func() string { return referencesFact(*m.ReferencesPage) })
	add(m.TextBlockIn != nil, func() string { return quantity(*m.TextBlockIn, "in") })
	add(m.BodyFontPt != nil && m.LeadingPt != nil, func() string {
		return fmt.Sprintf("%s on %s pt", number(*m.BodyFontPt), number(*m.LeadingPt))
	})
	return strings.Join(facts, noBreak+"· ")
}

func referencesFact(page int) string {
	if page == 0 {
		return "no references"
	}
	return fmt.Sprintf("references from page %d", page)
}

// untold returns what was repaired in a file and no finding says.
func untold(f *report.File) []string {
	told := map[string]bool{}
	for _, finding := range f.Findings {
		told[finding.Message] = true
	}
	var out []string
	for _, d := range f.Damage {
		if !told[d.Message] {
			out = append(out, d.Message)
		}
	}
	return out
}
