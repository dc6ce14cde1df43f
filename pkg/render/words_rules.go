package render

import (
	"github.com/paperfit/paperfit/pkg/report"
)

// asks tells what a rule asks in a few words, with its limit.
func asks(d report.RuleDoc) string {
	if limit := asked(d.Check()); limit != "" {
		return d.Title + ": " + limit
	}
	return d.Title
}

// programGuide is a guide with the program that it is for.
type programGuide struct {
	program string
	report.Guide
}

// guides returns the guides in the order in which they are shown.
func guides(g report.Guides) []programGuide {
	return []programGuide{{"LaTeX", g.LaTeX}, {"Word", g.Word}, {"LibreOffice", g.LibreOffice}, {"Typst", g.Typst}}
}
