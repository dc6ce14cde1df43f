package words

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// RuleFindings are the findings of a rule, with their places and remedies.
type RuleFindings struct {
	Rule    string
	Status  report.Status
	Series  []Series
	Message string // that the table of rules has no room for
}

// Violations returns the violated rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func Violations(c *wording.Catalogue, f report.File) []RuleFindings {
	return byRule(c, f, f.Findings, report.StatusFail)
}

// Notes returns the rules of a file that have notes, as Violations does.
func Notes(c *wording.Catalogue, f report.File) []RuleFindings {
	return byRule(c, f, f.Notes, report.StatusNote)
}

// byRule returns findings of a file by their rules. A rule without a check has the
// status instead.
func byRule(c *wording.Catalogue, f report.File, findings []report.Finding, instead report.Status) []RuleFindings {
	var out []RuleFindings
	for _, check := range f.Checks {
		r := RuleFindings{Rule: check.Rule, Status: check.Status, Series: SeriesOf(c, FindingsOf(findings, check.Rule), &f)}
		if (Ruling{Check: check}).Violated() && instead == report.StatusFail && RowOf(check).Remark == "" {
			r.Message = check.Message
		}
		if len(r.Series) > 0 || r.Message != "" {
			out = append(out, r)
		}
	}
	for _, finding := range findings {
		if !slices.ContainsFunc(out, func(r RuleFindings) bool { return r.Rule == finding.Rule }) {
			out = append(out, RuleFindings{Rule: finding.Rule, Status: instead, Series: SeriesOf(c, FindingsOf(findings, finding.Rule), &f)})
		}
	}
	return out
}

// NotesText counts the notes of a file by rule; "" where there are none.
func NotesText(f report.File) string {
	var rules []string
	for _, finding := range f.Notes {
		if !slices.Contains(rules, finding.Rule) {
			rules = append(rules, finding.Rule)
		}
	}
	if len(rules) == 0 {
		return ""
	}
	return Plural(len(f.Notes), "note") + " (" + strings.Join(rules, ", ") + ")"
}

// FindingsOf returns the findings of a rule.
func FindingsOf(findings []report.Finding, rule string) []report.Finding {
	var out []report.Finding
	for _, finding := range findings {
		if finding.Rule == rule {
			out = append(out, finding)
		}
	}
	return out
}

// FixesOf returns the lines of the fixes of all findings, each once.
func FixesOf(all []Series) []report.FixLine {
	var findings []report.Finding
	for _, s := range all {
		findings = append(findings, s.Findings...)
	}
	return fixes(findings)
}

// RemediesOf returns the fixes of all findings in lines, each once.
func RemediesOf(all []Series) []string { return inLines(FixesOf(all)) }

// Remedies returns the fixes of findings in lines, each once.
func Remedies(findings []report.Finding) []string { return inLines(fixes(findings)) }

func inLines(fixes []report.FixLine) []string {
	var out []string
	for _, fix := range fixes {
		out = append(out, fix.String())
	}
	return out
}

func fixes(findings []report.Finding) []report.FixLine {
	var out []report.FixLine
	for _, f := range findings {
		for _, line := range f.Fix.ByProgram() {
			if !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}
