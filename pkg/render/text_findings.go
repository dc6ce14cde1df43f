package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// group is a rule that is broken, with its places and remedies.
type group struct {
	rule     string
	status   report.Status
	findings []report.Finding
	message  string // that the table of rules has no room for
}

// groups returns the broken rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func groups(f report.File) []group {
	var out []group
	for _, c := range f.Checks {
		g := group{rule: c.Rule, status: c.Status, findings: findingsOf(f.Findings, c.Rule)}
		broken := c.Status == report.StatusFail || c.Status == report.StatusWarn
		if broken && checkRow(c).remark == "" {
			g.message = c.Message
		}
		if len(g.findings) > 0 || g.message != "" {
			out = append(out, g)
		}
	}
	for _, finding := range f.Findings {
		if !slices.ContainsFunc(out, func(g group) bool { return g.rule == finding.Rule }) {
			out = append(out, group{rule: finding.Rule, status: report.StatusFail, findings: findingsOf(f.Findings, finding.Rule)})
		}
	}
	return out
}

func findingsOf(findings []report.Finding, rule string) []report.Finding {
	var out []report.Finding
	for _, finding := range findings {
		if finding.Rule == rule {
			out = append(out, finding)
		}
	}
	return out
}

// textFindings writes the places where rules are broken, each rule's remedies
// once, below its places.
func textFindings(t *sheet, f report.File) {
	for _, g := range groups(f) {
		t.blank()
		t.line(0, markSpan(g.status), span{" " + g.rule, ruleStyle(g.status)})
		if len(g.findings) == 0 {
			t.line(2, plain(g.message))
		}
		for _, finding := range g.findings {
			t.hanging(2, 4, findingSpans(finding)...)
		}
		for _, remedy := range remedies(g.findings) {
			t.hanging(2, 4, span{"→ ", styleRemedy}, plain(remedy))
		}
	}
}

// findingPlace tells where a finding is; empty: in the whole file.
func findingPlace(f report.Finding) string {
	if f.Page == 0 {
		return f.Place
	}
	return strings.TrimSuffix(fmt.Sprintf("page %d, %s", f.Page, f.Place), ", ")
}

// findingText tells one finding in a line.
func findingText(f report.Finding) string {
	if place := findingPlace(f); place != "" {
		return place + ": " + f.Message
	}
	return f.Message
}

// findingSpans tells one finding: its place and its message.
func findingSpans(f report.Finding) []span {
	place := findingPlace(f)
	if place == "" {
		return []span{plain(f.Message)}
	}
	return []span{{place + ":", styleBold}, plain(" " + f.Message)}
}

// remedies returns the lines of the findings' hints, each once.
func remedies(findings []report.Finding) []string {
	var out []string
	for _, f := range findings {
		for _, line := range strings.Split(f.Hint, "\n") {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}
