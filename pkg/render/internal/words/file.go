package words

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
	"slices"
)

// DisplayPath is the path as people read it.
func DisplayPath(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

// CountStatuses counts the checks that may judge a paper by status: those of
// severity note never do.
func CountStatuses(checks []report.Check) map[report.Status]int {
	n := map[report.Status]int{}
	for _, c := range checks {
		if c.Severity != report.SeverityNote {
			n[c.Status]++
		}
	}
	return n
}

// Outcome says the verdict in a sentence, and in another what readers must know of the
// profile's source.
func Outcome(f report.File, n map[report.Status]int, profile report.Profile) string {
	return outcome(f, n, profile) + Cautioned(profile)
}

// Cautioned says in a sentence, after a space, what readers must know of the profile's
// source; "" where there is nothing.
func Cautioned(profile report.Profile) string {
	if profile.Caution() == "" {
		return ""
	}
	return " This profile was " + profile.Caution() + "."
}

func outcome(f report.File, n map[report.Status]int, profile report.Profile) string {
	title, rules := rulesOf(f, profile), 0
	for _, count := range n {
		rules += count
	}
	fails, warnings := n[report.StatusFail], ""
	if n[report.StatusWarn] > 0 {
		warnings = ", with " + Plural(n[report.StatusWarn], "warning")
	}
	switch {
	case f.Verdict == report.Error:
		return fmt.Sprintf("Could not be read; no rule of %s was checked.", title)
	case f.Verdict == report.Unknown:
		return fmt.Sprintf("Not decided: %d of the %s of %s could not be measured%s.", n[report.StatusUnknown], formatRules(rules), title, warnings)
	case f.Verdict == report.Fail && fails == 0:
		return fmt.Sprintf("Fails: %s, and `--fail-on warning` is set.", Plural(n[report.StatusWarn], "warning"))
	case f.Verdict == report.Fail && rules == 1:
		return fmt.Sprintf("Violates the format rule of %s.", title)
	case f.Verdict == report.Fail:
		return fmt.Sprintf("Violates %d of the %s of %s%s.", fails, formatRules(rules), title, warnings)
	case rules == 1 && warnings == "":
		return fmt.Sprintf("Meets the format rule of %s.", title)
	case warnings != "":
		return fmt.Sprintf("Passes the %s of %s%s.", formatRules(rules), title, warnings)
	}
	return fmt.Sprintf("Meets all %s of %s.", formatRules(rules), title)
}

// formatRules counts rules.
func formatRules(n int) string { return Plural(n, "format rule") }

// rulesOf names the rules of a file: its venue's, for its category of papers.
func rulesOf(f report.File, profile report.Profile) string {
	category := OrElse(f.Category, profile.Category)
	if category == "" {
		return profile.Title
	}
	return fmt.Sprintf("%s, category %s", profile.Title, category)
}

// FactsLine tells what the paper is like, as far as it is known.
func FactsLine(m report.Measured) string {
	var facts []string
	add := func(known bool, fact func() string) {
		if known {
			facts = append(facts, strings.ReplaceAll(fact(), " ", NoBreak))
		}
	}
	add(m.Pages != nil, func() string { return Plural(*m.Pages, "page") })
	add(m.ContentPages != nil, func() string { return fmt.Sprintf("%d of content", *m.ContentPages) })
	add(m.ReferencesPage != nil, func() string { return referencesFact(*m.ReferencesPage) })
	add(m.TextBlockIn != nil, func() string { return Quantity(*m.TextBlockIn, "in") })
	add(m.BodyFontPt != nil && m.LeadingPt != nil, func() string {
		return fmt.Sprintf("%s on %s pt", Number(*m.BodyFontPt), Number(*m.LeadingPt))
	})
	return strings.Join(facts, NoBreak+"· ")
}

func referencesFact(page int) string {
	if page == 0 {
		return "no references"
	}
	return fmt.Sprintf("references from page %d", page)
}

// OtherDamage returns what was repaired in a file and no finding reports.
func OtherDamage(f *report.File) []string {
	var out []string
	for _, d := range f.Damage {
		reported := slices.ContainsFunc(f.Findings, func(x report.Finding) bool { return x.Kind != "" && x.Compare(d.Sentence()) == 0 })
		if !reported {
			out = append(out, d.Message)
		}
	}
	return out
}
