package words

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/report"
)

// CrossSentence says the outcome of a cross-check.
func CrossSentence(c *report.CrossCheck) string {
	var agree, differ int
	var first report.CrossPage // that differs
	for _, p := range c.Pages {
		switch p.Status {
		case report.CrossAgrees:
			agree++
		case report.CrossDiffers:
			if differ++; differ == 1 {
				first = p
			}
		}
	}
	var text string
	switch {
	case c.Status == report.CrossCouldNotRead:
		return "no second reading: " + c.Message
	case differ > 0:
		text = fmt.Sprintf("a second reader finds other text on page %d: %s", first.Page, first.Message)
		if differ > 1 {
			text += fmt.Sprintf(", and on %s more", Plural(differ-1, "page"))
		}
	case c.Status == report.CrossDiffers:
		text = "a second reader finds another paper"
	default:
		text = "a second reader finds the same text on " + pagesOf(agree, len(c.Pages))
	}
	if c.Message != "" {
		text += "; " + c.Message
	}
	return text
}

// pagesOf says how many of all pages there are.
func pagesOf(n, all int) string {
	switch {
	case n < all:
	case all == 1:
		return "its page"
	default:
		return "all " + Plural(all, "page")
	}
	return fmt.Sprintf("%d of %s", n, Plural(all, "page"))
}
