package words

import (
	"github.com/paperfit/paperfit/pkg/report"
)

// Requirement tells what a rule asks in a few words, with its limit.
func Requirement(d report.RuleDoc) string {
	if limit := Required(d.Check()); limit != "" {
		return d.Title + ": " + limit
	}
	return d.Title
}

// ProgramGuide is a guide with the program that it is for.
type ProgramGuide struct {
	Program string
	report.Guide
}

// Guides returns the guides in the order in which they are shown.
func Guides(g report.Guides) []ProgramGuide {
	return []ProgramGuide{{"LaTeX", g.LaTeX}, {"Word", g.Word}, {"LibreOffice", g.LibreOffice}, {"Typst", g.Typst}}
}
