package render

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// row is one line of the table of rules: what was measured and what is asked,
// or, where there is no quantity, a remark in their place.
type row struct {
	status                report.Status
	rule                  string
	measured, ask, remark string
}

// checkRow returns the row of a check.
func checkRow(c report.Check) row {
	r := row{status: c.Status, rule: c.Rule}
	switch {
	case c.Status == report.StatusUnknown:
		r.remark = unknownText(c)
	case c.Status == report.StatusSkipped:
		r.remark = orElse(c.Message, "off in this profile")
	case c.Status == report.StatusWaived:
		r.remark = c.Message
	case got(c) == "":
		r.remark = orElse(c.Message, statusWord(c.Status))
	default:
		r.measured, r.ask = got(c), asked(c)
	}
	return r
}

// statusWord says a status where nothing else is known.
func statusWord(s report.Status) string {
	if s == report.StatusPass {
		return "kept"
	}
	return "broken"
}

func orElse(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

// sharedReasons returns the rules that could not be measured, by the reason.
func sharedReasons(checks []report.Check) map[string][]string {
	out := map[string][]string{}
	for _, c := range checks {
		if c.Status == report.StatusUnknown {
			out[unknownText(c)] = append(out[unknownText(c)], c.Rule)
		}
	}
	return out
}

// unmeasured are rules that could not be measured for the same reason.
type unmeasured struct {
	reason   string
	rules    []string
	decisive bool // one of them is of severity error: the verdict depends on it
}

// rulesText lists the rules in a line.
func (u unmeasured) rulesText() string { return "rules: " + strings.Join(u.rules, " ") }

// unmeasuredOf returns what could not be measured in a file, once for each reason.
// A file that could not be read is reported by the rule that says so.
func unmeasuredOf(f report.File) []unmeasured {
	var out []unmeasured
	if f.Verdict == report.Error && slices.ContainsFunc(rulings(f), ruling.broken) {
		return nil
	}
	for _, r := range rulings(f) {
		if r.Status != report.StatusUnknown {
			continue
		}
		reason := r.reasons()[0]
		i := slices.IndexFunc(out, func(u unmeasured) bool { return u.reason == reason })
		if i < 0 {
			i = len(out)
			out = append(out, unmeasured{reason: reason})
		}
		out[i].rules = append(out[i].rules, r.Rule)
		out[i].decisive = out[i].decisive || r.Severity == report.SeverityError
	}
	return out
}

// statusSign returns the sign of a status, one character.
func statusSign(s report.Status) string {
	switch s {
	case report.StatusPass:
		return "✓"
	case report.StatusFail:
		return "✗"
	case report.StatusWarn:
		return "!"
	case report.StatusUnknown:
		return "?"
	}
	return "–"
}
