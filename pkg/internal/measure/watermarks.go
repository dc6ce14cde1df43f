package measure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// watermarkText matches what watermarks of papers say that are not final.
var watermarkText = pattern.New(`(?i)^\W*(?:(?:rough |early |working |internal |first |confidential )?draft(?:\W*(?:v(?:ersion)?\W*)?[\d.:/-]*|\W+(?:copy|version|only))|confidential|proprietary|preliminary(?: (?:draft|version))?|(?:do not|not for) (?:copy|cite|quote|(?:re)?distribut(?:e|ion)|circulation|release)|in(?: |-)?progress|work in progress|under (?:review|submission)|review copy|for review only|internal(?: use)? only|unpublished|embargoed|sample)\W*$`).
	Having("draft", "confidential", "proprietary", "preliminary", "do not", "not for", "progress", "review", "under", "internal", "unpublished", "embargoed", "sample")

// watermarks returns the words laid across pages in large type: runs within other
// lines too, as those of an upright watermark share lines with text.
func watermarks(l *structure.Structure) []Place {
	if l.Body.Size == 0 {
		return nil
	}
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role == structure.Title {
				continue
			}
			text, box := largeType(line, watermarkSize*l.Body.Size)
			if watermarkText.MatchString(text) {
				out = append(out, Place{p.Number, box, text})
			}
		}
	}
	return out
}

// largeType returns the text of a line's runs in type of at least a size, and its
// box.
func largeType(line *structure.Line, size float64) (string, geom.Rect) {
	var words []string
	box := geom.Empty()
	for i := range line.Runs {
		if r := &line.Runs[i]; r.Size >= size {
			words = append(words, r.Text)
			box = box.Union(r.Box)
		}
	}
	return strings.Join(words, " "), box
}
