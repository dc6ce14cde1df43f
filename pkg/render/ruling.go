package render

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/report"
)

// ruling is what is to be said of one rule in a file.
type ruling struct {
	report.Check
	series []series // of its findings
}

// rulings returns the rulings of a file in the order of its checks. A finding
// without a check follows at the end as a broken rule, so that none is lost.
func rulings(f report.File) []ruling {
	var out []ruling
	for _, c := range f.Checks {
		out = append(out, ruling{c, seriesOf(findingsOf(f.Findings, c.Rule), &f)})
	}
	for _, finding := range f.Findings {
		if !slices.ContainsFunc(out, func(r ruling) bool { return r.Rule == finding.Rule }) {
			c := report.Check{Rule: finding.Rule, Severity: finding.Severity, Status: report.StatusFail}
			out = append(out, ruling{c, seriesOf(findingsOf(f.Findings, finding.Rule), &f)})
		}
	}
	return out
}

// broken reports whether the rule is broken, so much that it fails or not.
func (r ruling) broken() bool {
	return r.Status == report.StatusFail || r.Status == report.StatusWarn
}

// told reports whether there is something to say of what breaks the rule, even if
// it was waived.
func (r ruling) told() bool { return r.broken() || r.Status == report.StatusWaived }

// fails reports whether the rule is broken so that it fails the file.
func (r ruling) fails(opt Options) bool {
	return r.Status == report.StatusFail || r.Status == report.StatusWarn && opt.FailOnWarning
}

// reasons tells, a line each, the places where the rule is broken, or why it is
// as it is.
func (r ruling) reasons() []string {
	var out []string
	for _, s := range r.series {
		out = append(out, s.text())
	}
	switch {
	case len(out) > 0:
	case r.Status == report.StatusUnknown:
		out = []string{unknownText(r.Check)}
	case r.Message != "":
		out = []string{r.Message}
	default:
		out = []string{measuredText(r.Check)}
	}
	for i, line := range out {
		out[i] = printable(line)
	}
	return out
}

// advice tells how to mend it, a line each.
func (r ruling) advice() []string {
	out := remediesOf(r.series)
	for i, line := range out {
		out[i] = "→ " + printable(line)
	}
	return out
}

// unknownText says why a check could not be measured.
func unknownText(c report.Check) string { return orElse(c.Message, "could not be measured") }

// measuredText tells in a line what a check measured and asked for.
func measuredText(c report.Check) string {
	r := checkRow(c)
	if r.ask == "" {
		return r.measured + r.remark
	}
	return r.measured + ", asked is " + r.ask
}
