package text

import (
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// textFindings writes the places of findings, each rule's remedies once, below its
// places.
func textFindings(t *wrapper, all []words.RuleFindings) {
	for _, v := range all {
		t.blank()
		t.hanging(0, 4, ruleSpans(v)...)
		if len(v.Series) == 0 {
			t.line(2, plain(v.Message))
		}
		for _, s := range v.Series {
			t.hanging(2, 4, seriesSpans(s)...)
		}
		for _, fix := range v.Fixes {
			t.hanging(2, 4, span{"→ ", styleRemedy}, plain(fix.String()))
		}
	}
}

// ruleSpans tells a rule, what was measured and what it requires.
func ruleSpans(v words.RuleFindings) []span {
	out := []span{signSpan(v.Status), {" " + v.Rule, ruleStyle(v.Status)}}
	if v.Row.Required == "" {
		return out
	}
	return append(out, span{"  " + v.Row.Measured + ",", cellStyle(v.Row)}, span{" " + v.Row.Required, styleDim})
}

// textFoldedNotes writes the notes of a file in one line.
func textFoldedNotes(t *wrapper, f report.File, indent int) {
	if text := words.NotesText(f); text != "" {
		t.hanging(indent, indent+2, signSpan(report.StatusNote), plain(" "+text))
	}
}

// seriesSpans tells a series of findings: its places and its message.
func seriesSpans(s words.Series) []span {
	at := s.At()
	if at == "" {
		return []span{plain(s.Message)}
	}
	return []span{{at + ":", styleBold}, plain(" " + s.Message)}
}
