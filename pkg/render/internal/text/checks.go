package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// Layout of the table of rules, in characters.
const (
	signWidth   = 2 // the sign and a blank
	columnGap   = 2
	tableIndent = 2
	maxMeasured = 24 // a longer cell pushes what is asked to the right
	minRequired = 22 // a narrower column would be broken too often
)

// table is the layout of the table of rules: where its columns begin.
type table struct{ measured, required int }

// textChecks writes the table of rules, of the checks that it lists; unless verbose, only
// of those that are not met and of which no more is said below.
func textChecks(t *wrapper, checks []report.Check, below []words.RuleFindings, verbose bool) {
	rows := rowsOf(checks, verbose)
	if !verbose {
		rows = slices.DeleteFunc(rows, func(r words.Row) bool { return isBelow(r, below) })
	}
	if len(rows) > 0 {
		t.blank()
	}
	var rule, measured int
	for _, r := range rows {
		rule = max(rule, utf8.RuneCountInString(r.Rule))
		if n := utf8.RuneCountInString(r.Measured); n <= maxMeasured {
			measured = max(measured, n)
		}
	}
	layout := table{measured: tableIndent + signWidth + rule + columnGap}
	layout.required = layout.measured + measured + columnGap
	for _, r := range rows {
		textRow(t, r, layout)
	}
}

// rowsOf returns the rows of the table.
func rowsOf(checks []report.Check, verbose bool) []words.Row {
	var rows []words.Row
	shared := words.SharedReasons(checks)
	for _, c := range checks {
		if isMet(c) && !verbose {
			continue
		}
		r := words.RowOf(c)
		below := c.Status == report.StatusUnknown && len(shared[words.UnknownText(c)]) > 1
		if below {
			r.Remark = "not measured, see below"
		}
		if verbose || !below && !r.IsBare() {
			rows = append(rows, r)
		}
	}
	return rows
}

// isBelow reports whether findings of the rule follow, headed by what the row says.
func isBelow(r words.Row, below []words.RuleFindings) bool {
	return r.Required != "" && slices.ContainsFunc(below, func(v words.RuleFindings) bool { return v.Rule == r.Rule })
}

func isMet(c report.Check) bool { return c.Status == report.StatusPass }

// textMet counts the rules that are met, of the checks that the table could list, which
// leaves them out; all of them the outcome reports.
func textMet(t *wrapper, checks []report.Check) {
	n := 0
	for i := range checks {
		if isMet(checks[i]) {
			n++
		}
	}
	if n > 0 && n < len(checks) {
		t.blank()
		t.line(0, signSpan(report.StatusPass), span{" " + words.Plural(n, "other rule") + " met", styleDim})
	}
}

// textRow writes a row: its cells side by side, or in a narrow report what is
// asked after what was measured.
func textRow(t *wrapper, r words.Row, layout table) {
	style := cellStyle(r)
	rule := padded(r.Rule, layout.measured-tableIndent-signWidth)
	spans := []span{signSpan(r.Status), {" " + rule, ruleStyle(r.Status)}}
	switch {
	case r.Required == "":
		t.hanging(tableIndent, layout.measured, append(spans, span{r.Measured + r.Remark, style})...)
	case layout.required+minRequired <= t.width:
		measured := padded(r.Measured, layout.required-layout.measured-columnGap) + "  "
		t.hanging(tableIndent, layout.required, append(spans, span{measured, style}, span{r.Required, styleDim})...)
	default:
		t.hanging(tableIndent, layout.measured, append(spans, span{r.Measured + ",", style}, span{" " + r.Required, styleDim})...)
	}
}

// textUnmeasured tells once what kept several rules from being measured.
func textUnmeasured(t *wrapper, f report.File) {
	if f.Verdict == report.Error {
		return
	}
	shared := words.SharedReasons(f.Checks)
	for _, c := range f.Checks {
		reason := words.UnknownText(c)
		if c.Status != report.StatusUnknown || len(shared[reason]) < 2 || shared[reason][0] != c.Rule {
			continue
		}
		t.blank()
		t.hanging(0, 2, signSpan(c.Status), span{" not measured: " + strings.Join(shared[reason], ", "), ruleStyle(c.Status)})
		t.hanging(2, 4, plain(reason))
	}
}
