package words

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Violation is a rule that is violated, with its places and remedies.
type Violation struct {
	Rule    string
	Status  report.Status
	Series  []Series // of its findings
	Message string   // that the table of rules has no room for
}

// Violations returns the violated rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func Violations(c *wording.Catalogue, f report.File) []Violation {
	var out []Violation
	for _, check := range f.Checks {
		v := Violation{Rule: check.Rule, Status: check.Status, Series: SeriesOf(c, FindingsOf(f.Findings, check.Rule), &f)}
		violated := check.Status == report.StatusFail || check.Status == report.StatusWarn
		if violated && RowOf(check).Remark == "" {
			v.Message = check.Message
		}
		if len(v.Series) > 0 || v.Message != "" {
			out = append(out, v)
		}
	}
	for _, finding := range f.Findings {
		if !slices.ContainsFunc(out, func(v Violation) bool { return v.Rule == finding.Rule }) {
			out = append(out, Violation{Rule: finding.Rule, Status: report.StatusFail, Series: SeriesOf(c, FindingsOf(f.Findings, finding.Rule), &f)})
		}
	}
	return out
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

// FixesOf returns the lines of the fixes of all findings, each once; of a finding
// without a fix those of its hint.
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
		lines := f.Fix.ByProgram()
		if len(lines) == 0 {
			for line := range strings.Lines(f.Hint) {
				lines = append(lines, report.FixLine{Text: strings.TrimSpace(line)})
			}
		}
		for _, line := range lines {
			if line.Text != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}
