package render

import (
	"github.com/paperfit/paperfit/pkg/report"
)

// textFindings writes the places where rules are broken, each rule's remedies
// once, below its places.
func textFindings(t *wrapper, f report.File) {
	for _, g := range groups(f) {
		t.blank()
		t.line(0, signSpan(g.status), span{" " + g.rule, ruleStyle(g.status)})
		if len(g.series) == 0 {
			t.line(2, plain(g.message))
		}
		for _, s := range g.series {
			t.hanging(2, 4, seriesSpans(s)...)
		}
		for _, remedy := range remediesOf(g.series) {
			t.hanging(2, 4, span{"→ ", styleRemedy}, plain(remedy))
		}
	}
}

// seriesSpans tells a series of findings: its places and its message.
func seriesSpans(s series) []span {
	if s.where == "" {
		return []span{plain(s.Message)}
	}
	return []span{{s.where + ":", styleBold}, plain(" " + s.Message)}
}
