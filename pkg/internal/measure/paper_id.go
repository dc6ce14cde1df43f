package measure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// paperID matches a submission's number as kits and authors write it: "Paper ID 31",
// "Submission #1234", "Submission Id: papers_123", "#17".
var paperID = pattern.New(`(?i)(?:\b(?:paper|submission|manuscript)\s*(?:id|no\.?|number)?\s*[:#№]*\s*(?:\w+[_-])?\d+\b|(?:^|\s)#\s?\d+\b|\bid\s*[:#]\s*\d+\b)`)

// paperIDs returns the submission's numbers: in heads and feet of each page, and in the
// title block.
func paperIDs(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			isEnd := line.Kind == layout.Head || line.Kind == layout.Foot
			if (isEnd || line.Role == structure.Author || line.Role == structure.Title) && paperID.MatchString(line.Text) {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}
