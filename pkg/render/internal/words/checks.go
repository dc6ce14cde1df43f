package words

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// Row is one line of the table of rules: what was measured and what is asked,
// or, where there is no quantity, a remark in their place.
type Row struct {
	Status                     report.Status
	Rule                       string
	Measured, Required, Remark string
}

// RowOf returns the row of a check.
func RowOf(c report.Check) Row {
	r := Row{Status: c.Status, Rule: c.Rule}
	switch {
	case c.Status == report.StatusUnknown:
		r.Remark = UnknownText(c)
	case c.Status == report.StatusSkipped:
		r.Remark = OrElse(c.Message, "off in this profile")
	case c.Status == report.StatusWaived:
		r.Remark = c.Message
	default:
		if r.Measured = got(c); r.Measured == "" {
			r.Remark = OrElse(c.Message, statusWord(c.Status))
		} else {
			r.Required = Required(c)
		}
	}
	return r
}

// IsBare reports whether a row says no more than its status.
func (r Row) IsBare() bool { return r.Measured == "" && r.Remark == statusWord(r.Status) }

// Shown returns the checks that a table for people lists: a rule of severity note
// that has nothing to report says nothing.
func Shown(checks []report.Check) []report.Check {
	return slices.DeleteFunc(slices.Clone(checks), func(c report.Check) bool {
		return c.Severity == report.SeverityNote && c.Status == report.StatusPass
	})
}

// statusWord says a status where nothing else is known.
func statusWord(s report.Status) string {
	switch s {
	case report.StatusPass:
		return "OK"
	case report.StatusNote:
		return "noted"
	}
	return "violated"
}

// OrElse returns a text, or another one where it is empty.
func OrElse(text, other string) string {
	if text != "" {
		return text
	}
	return other
}

// SharedReasons returns the rules that could not be measured, by the reason.
func SharedReasons(checks []report.Check) map[string][]string {
	out := map[string][]string{}
	for _, c := range checks {
		if c.Status == report.StatusUnknown {
			out[UnknownText(c)] = append(out[UnknownText(c)], c.Rule)
		}
	}
	return out
}

// Unmeasured are rules that could not be measured for the same reason.
type Unmeasured struct {
	Reason string
	rules  []string
	Level  Level // of the heaviest; LevelError: the verdict depends on it
}

// RulesText lists the rules in a line.
func (u Unmeasured) RulesText() string { return "rules: " + strings.Join(u.rules, " ") }

// UnmeasuredOf returns what could not be measured in a file, once for each reason.
// A file that could not be read is reported by the rule that says so.
func UnmeasuredOf(opt form.Options, f report.File) []Unmeasured {
	var out []Unmeasured
	if f.Verdict == report.Error && slices.ContainsFunc(Rulings(opt, f), Ruling.Violated) {
		return nil
	}
	for _, r := range Rulings(opt, f) {
		if r.Status != report.StatusUnknown {
			continue
		}
		reason := r.Reasons()[0]
		i := slices.IndexFunc(out, func(u Unmeasured) bool { return u.Reason == reason })
		if i < 0 {
			i = len(out)
			out = append(out, Unmeasured{Reason: reason, Level: LevelNote})
		}
		out[i].rules = append(out[i].rules, r.Rule)
		out[i].Level = heavier(out[i].Level, r.Level(form.Options{}))
	}
	return out
}

// heavier returns the heavier of two levels.
func heavier(a, b Level) Level {
	for _, level := range []Level{LevelError, LevelWarning} {
		if a == level || b == level {
			return level
		}
	}
	return LevelNote
}

// StatusSign returns the sign of a status, one character.
func StatusSign(s report.Status) string {
	switch s {
	case report.StatusPass:
		return "✓"
	case report.StatusFail:
		return "✗"
	case report.StatusWarn:
		return "!"
	case report.StatusNote:
		return "i"
	case report.StatusUnknown:
		return "?"
	}
	return "–"
}
