package words

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// RuleFindings are the findings of a rule, with their places and remedies.
type RuleFindings struct {
	Rule    string
	Status  report.Status
	Series  []Series
	Row     Row    // of the rule, where it has a check
	Message string // that the row has no room for
	Fixes   []report.FixLine
}

// Violations returns the violated rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func Violations(opt form.Options, f report.File) []RuleFindings {
	return byRule(opt, f, f.Findings, report.StatusFail)
}

// Notes returns the rules of a file that have notes, as Violations does.
func Notes(opt form.Options, f report.File) []RuleFindings {
	return byRule(opt, f, f.Notes, report.StatusNote)
}

// byRule returns findings of a file by their rules. A rule without a check has the
// status instead.
func byRule(opt form.Options, f report.File, findings []report.Finding, instead report.Status) []RuleFindings {
	var out []RuleFindings
	for _, check := range f.Checks {
		violated := instead == report.StatusFail && (Ruling{Check: check}).Violated()
		found := FindingsOf(findings, check.Rule)
		if len(found) == 0 && (!violated || check.Message == "") {
			continue
		}
		r := findingsOf(opt, &f, found)
		r.Rule, r.Status, r.Row = check.Rule, check.Status, RowOf(check)
		if violated && r.Row.Remark == "" {
			r.Message = check.Message
		}
		if len(r.Series) > 0 || r.Message != "" {
			out = append(out, r)
		}
	}
	for _, finding := range findings {
		if !slices.ContainsFunc(out, func(r RuleFindings) bool { return r.Rule == finding.Rule }) {
			r := findingsOf(opt, &f, FindingsOf(findings, finding.Rule))
			r.Rule, r.Status = finding.Rule, instead
			out = append(out, r)
		}
	}
	return out
}

// findingsOf returns findings with their fixes.
func findingsOf(opt form.Options, f *report.File, findings []report.Finding) RuleFindings {
	return RuleFindings{Series: SeriesOf(opt.Catalogue(), findings, f), Fixes: Fixes(opt, f, findings)}
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

// Fixes returns the fixes of findings in the program that the paper was made with, or
// in all, each once.
func Fixes(opt form.Options, f *report.File, findings []report.Finding) []report.FixLine {
	var out []report.FixLine
	for _, finding := range findings {
		for _, line := range fixesOf(opt, finding.Fix, f.Program) {
			if !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}

func fixesOf(opt form.Options, fix *report.Fix, program report.Program) []report.FixLine {
	if opt.AllFixes {
		return fix.All()
	}
	return fix.For(program)
}
