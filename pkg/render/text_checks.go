package render

import (
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/report"
)

// Layout of the table of rules, in characters.
const (
	signWidth   = 2 // the sign and a blank
	columnGap   = 2
	tableIndent = 2
	maxMeasured = 24 // a longer cell pushes what is asked to the right
	minAsked    = 22 // a narrower column would be broken too often
)

// table is the layout of the table of rules: where its columns begin.
type table struct{ measured, asked int }

// textChecks writes the table of rules.
func textChecks(t *wrapper, checks []report.Check) {
	rows := make([]row, len(checks))
	var rule, measured int
	shared := sharedReasons(checks)
	for i, c := range checks {
		rows[i] = checkRow(c)
		if c.Status == report.StatusUnknown && len(shared[unknownText(c)]) > 1 {
			rows[i].remark = "not measured, see below"
		}
		rule = max(rule, utf8.RuneCountInString(rows[i].rule))
		if n := utf8.RuneCountInString(rows[i].measured); n <= maxMeasured {
			measured = max(measured, n)
		}
	}
	layout := table{measured: tableIndent + signWidth + rule + columnGap}
	layout.asked = layout.measured + measured + columnGap
	for _, r := range rows {
		textRow(t, r, layout)
	}
}

// textRow writes a row: its cells side by side, or in a narrow report what is
// asked after what was measured.
func textRow(t *wrapper, r row, layout table) {
	style := cellStyle(r)
	rule := padded(r.rule, layout.measured-tableIndent-signWidth)
	spans := []span{signSpan(r.status), {" " + rule, ruleStyle(r.status)}}
	switch {
	case r.ask == "":
		t.hanging(tableIndent, layout.measured, append(spans, span{r.measured + r.remark, style})...)
	case layout.asked+minAsked <= t.width:
		measured := padded(r.measured, layout.asked-layout.measured-columnGap) + "  "
		t.hanging(tableIndent, layout.asked, append(spans, span{measured, style}, span{r.ask, styleDim})...)
	default:
		t.hanging(tableIndent, layout.measured, append(spans, span{r.measured + ",", style}, span{" " + r.ask, styleDim})...)
	}
}

// textUnmeasured tells once what kept several rules from being measured.
func textUnmeasured(t *wrapper, f report.File) {
	if f.Verdict == report.Error {
		return
	}
	shared := sharedReasons(f.Checks)
	for _, c := range f.Checks {
		reason := unknownText(c)
		if c.Status != report.StatusUnknown || len(shared[reason]) < 2 || shared[reason][0] != c.Rule {
			continue
		}
		t.blank()
		t.hanging(0, 2, signSpan(c.Status), span{" not measured: " + strings.Join(shared[reason], ", "), ruleStyle(c.Status)})
		t.hanging(2, 4, plain(reason))
	}
}
