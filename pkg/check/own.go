package check

import (
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Rule is a rule of your own, judged after those of the profile on the same facts. It
// counts for the verdict, and reports show it, as they do the others.
type Rule struct {
	ID       string // its name in reports, unlike those of profile.RuleIDs
	Severity report.Severity
	// Judge judges a paper, which it must not change. Of the check it sets the Status:
	// StatusPass, StatusFail, or StatusUnknown with a Message that says why; Got, Want
	// and Unit if they are numbers or words that readers need. A finding has a Message
	// and, where they are known, Page and Box. The rest is filled in. Several goroutines
	// may call it at once.
	Judge func(*Facts) (report.Check, []report.Finding)
}

// judgeOwn adds to the report of a file what the options' own rules say.
func (c *Checker) judgeOwn(file *report.File, f *Facts) {
	for _, rule := range c.Rules {
		check, findings := rule.Judge(f)
		check.Rule, check.Severity, check.Status = rule.ID, rule.Severity, statusAt(rule.Severity, check.Status)
		file.Checks = append(file.Checks, check)
		for i := range findings {
			findings[i].Rule, findings[i].Severity = rule.ID, rule.Severity
		}
		file.AddFindings(findings)
	}
}

// statusAt returns the status of a rule of some severity: only one of severity error
// fails.
func statusAt(severity report.Severity, status report.Status) report.Status {
	switch {
	case status != report.StatusFail || severity == report.SeverityError:
		return status
	case severity == report.SeverityNote:
		return report.StatusNote
	}
	return report.StatusWarn
}

// unread adds to checks those of the options' own rules for a file that could not be
// read.
func (c *Checker) unread(checks []report.Check) []report.Check {
	for _, rule := range c.Rules {
		said := report.Say(wording.NotRead, nil)
		checks = append(checks, report.Check{Rule: rule.ID, Severity: rule.Severity,
			Status: report.StatusUnknown, Sentence: said, Message: wording.English().Text(said)})
	}
	return checks
}
