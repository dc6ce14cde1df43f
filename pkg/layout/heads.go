package layout

import "strings"

// How a head that repeats the paper's title is told from text.
const (
	leastTitle = 12 // letters: shorter titles may be words of the text
	titleStart = 24 // letters: heads shorten longer titles
)

// runningTitle returns the letters by which a running head names the paper: the
// beginning of its title, "" when it has none that tells.
func runningTitle(pages []*Page) string {
	if len(pages) == 0 {
		return ""
	}
	var title strings.Builder
	for _, line := range pages[0].titleLines(pages[0].usualSize()) {
		title.WriteString(letters(line.Text))
	}
	runes := []rune(title.String())
	if len(runes) < leastTitle {
		return ""
	}
	return string(runes[:min(len(runes), titleStart)])
}

// says reports whether the row is a line across the columns, no larger than the
// page's type, that holds the title. The head of a paper whose first page has
// none stands on one page alone; text never crosses the gutter.
func (r *row) says(p *Page, title string) bool {
	if title == "" || len(p.Columns) < 2 || r.size > 1.02*r.usual {
		return false
	}
	for _, l := range r.lines {
		if l.Column == Across && strings.Contains(letters(l.Text), title) {
			return true
		}
	}
	return false
}
