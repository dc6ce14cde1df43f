package words

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// Ruling is what is to be said of one rule in a file.
type Ruling struct {
	report.Check
	Series []Series // of its findings
	Fixes  []report.FixLine
}

// Rulings returns the rulings of a file in the order of its checks. A finding
// without a check follows at the end as a violated rule, so that none is lost.
func Rulings(opt form.Options, f report.File) []Ruling {
	var out []Ruling
	reported := f.Reported()
	for _, check := range f.Checks {
		out = append(out, rulingOf(opt, &f, check, reported))
	}
	for _, finding := range reported {
		if !slices.ContainsFunc(out, func(r Ruling) bool { return r.Rule == finding.Rule }) {
			check := report.Check{Rule: finding.Rule, Severity: finding.Severity, Status: report.StatusFail}
			if finding.Severity == report.SeverityNote {
				check.Status = report.StatusNote
			}
			out = append(out, rulingOf(opt, &f, check, reported))
		}
	}
	return out
}

// rulingOf returns a check with its findings.
func rulingOf(opt form.Options, f *report.File, check report.Check, reported []report.Finding) Ruling {
	found := findingsOf(opt, f, FindingsOf(reported, check.Rule))
	return Ruling{check, found.Series, found.Fixes}
}

// Violated reports whether the rule is violated, so much that it fails or not.
func (r Ruling) Violated() bool {
	return r.Status == report.StatusFail || r.Status == report.StatusWarn
}

// Reported reports whether there is something to say of what violates the rule, even if
// it was waived.
func (r Ruling) Reported() bool {
	return r.Violated() || r.Status == report.StatusWaived && r.Severity != report.SeverityNote
}

// Noted reports whether the rule has notes, even if it was waived.
func (r Ruling) Noted() bool {
	return r.Status == report.StatusNote || r.Status == report.StatusWaived && r.Severity == report.SeverityNote
}

// Level is how much a rule's outcome weighs, as SARIF calls it.
type Level string

// The levels, the heaviest first.
const (
	LevelError   Level = "error"
	LevelWarning Level = "warning"
	LevelNote    Level = "note"
)

// Level returns the weight of what the rule reports.
func (r Ruling) Level(opt form.Options) Level {
	switch {
	case r.Severity == report.SeverityNote:
		return LevelNote
	case r.Fails(opt), r.Status == report.StatusUnknown && r.Severity == report.SeverityError:
		return LevelError
	}
	return LevelWarning
}

// Fails reports whether the rule is violated so that it fails the file.
func (r Ruling) Fails(opt form.Options) bool {
	return r.Status == report.StatusFail || r.Status == report.StatusWarn && opt.FailOnWarning
}

// Reasons tells, a line each, the places where the rule is violated, or why it is
// as it is.
func (r Ruling) Reasons() []string {
	var out []string
	for _, s := range r.Series {
		out = append(out, s.Text())
	}
	switch {
	case len(out) > 0:
	case r.Status == report.StatusUnknown:
		out = []string{UnknownText(r.Check)}
	case r.Message != "":
		out = []string{r.Message}
	default:
		out = []string{measuredText(r.Check)}
	}
	for i, line := range out {
		out[i] = Printable(line)
	}
	return out
}

// Advice tells how to fix it, a line each.
func (r Ruling) Advice() []string {
	var out []string
	for _, fix := range r.Fixes {
		out = append(out, "→ "+Printable(fix.String()))
	}
	return out
}

// UnknownText says why a check could not be measured.
func UnknownText(c report.Check) string { return OrElse(c.Message, "could not be measured") }

// measuredText tells in a line what a check measured and requires.
func measuredText(c report.Check) string {
	r := RowOf(c)
	if r.Required == "" {
		return r.Measured + r.Remark
	}
	return r.Measured + "; required: " + r.Required
}
