package measure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// paperID matches a submission's number as kits and authors write it: "Paper ID 31",
// "Submission #1234", "Submission Id: papers_123", "#17".
var paperID = pattern.New(`(?i)(?:\b(?:paper|submission|manuscript)\s*(?:id|no\.?|number)?\s*[:#№]*\s*(?:\w+[_-])?\d+\b|(?:^|\s)#\s?\d+\b|\bid\s*[:#]\s*\d+\b)`).
	Having("paper", "submission", "manuscript", "id", "#")

// paperIDs returns the submission's numbers: in heads and feet of each page, and in the
// title block.
func paperIDs(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if (isEnd(line) || line.Role == structure.Author || line.Role == structure.Title) && strings.ContainsAny(line.Text, digits) && paperID.MatchString(line.Text) {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}

// digits are what every number of a submission has one of.
const digits = "0123456789"

// ends returns the heads and feet of each page.
func ends(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if isEnd(line) {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}

func isEnd(line *structure.Line) bool { return line.Kind == layout.Head || line.Kind == layout.Foot }
