package text

import (
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// textCrossCheck writes the notice of a cross-check, if there was one.
func textCrossCheck(t *wrapper, c *report.CrossCheck) {
	if c == nil {
		return
	}
	style := styleDim
	if c.Status == report.CrossDiffers {
		style = styleNone
	}
	t.hanging(2, 4, span{"cross-check: " + words.CrossSentence(c), style})
}
