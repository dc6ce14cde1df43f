package measure

import (
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// When words count as unreadable.
const (
	unreadLine     = 0.5 // the share of a line's characters that are not known
	unreadShare    = 0.3 // the share of the running text's characters that stand in such lines
	unreadMeasure  = 0.5 // lines shorter than this share of their column are formulas and labels
	unreadHeadings = 2   // such lines set as headings
	headingType    = 1.06
	headingMarks   = 4 // of a line that is set as a heading
)

// Unread tells why words of a paper cannot be read: its fonts draw glyphs without
// saying which characters they are (ISO 32000-2, 9.10). The glyphs can still be
// measured. Mathematics, dingbats and icons without characters are no words.
type Unread struct {
	Text     report.Sentence // of the running text; no kind where it can be read
	Headings report.Sentence // of the headings, or of all text; no kind where they can be read
	Size     report.Sentence // why the size of the body's type is unknown; no kind where it is not
	Spacing  report.Sentence // and the space between its letters
}

// unread looks for words that cannot be read.
func unread(l *structure.Structure) Unread {
	all, bad, headings := 0, 0, 0
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role == structure.Furniture || line.Role == structure.FigureText || line.Chars == 0 {
				continue
			}
			illegible := isUnread(line)
			if isLong(p, line) {
				all += line.Chars
				if illegible {
					bad += line.Chars
				}
			}
			if illegible && looksLikeHeading(l, line) {
				headings++
			}
		}
	}
	var out Unread
	if share := float64(bad) / float64(max(1, all)); share > unreadShare {
		out.Text = report.Say(wording.WordsUnreadable, report.Args{"percent": 100 * share})
		out.Headings = out.Text
	} else if headings >= unreadHeadings {
		out.Headings = report.Say(wording.HeadingsUnreadable, nil)
	} else {
		out.Headings = beliedHeadings(l)
	}
	return out
}

// isUnread reports whether most characters of a line are not known.
func isUnread(line *structure.Line) bool {
	return float64(strings.Count(line.Text, string(utf8.RuneError))) >= unreadLine*float64(line.Chars)
}

// isLong reports whether a line takes a fair part of its column, as lines of
// running text do.
func isLong(p *structure.Page, line *structure.Line) bool {
	if line.Column < 0 || line.Column >= len(p.Columns) {
		return line.Rotated && line.Chars >= minTurnedChars
	}
	return line.Width() >= unreadMeasure*p.Columns[line.Column].Width()
}

// looksLikeHeading reports whether a line is set as a title or a heading.
func looksLikeHeading(l *structure.Structure, line *structure.Line) bool {
	if line.Rotated || line.Chars < headingMarks {
		return false
	}
	switch line.Role {
	case structure.Title, structure.Author, structure.Heading:
		return true
	case structure.Body:
		larger := line.Style.Size > headingType*l.Body.Size
		bolder := line.Style.Font.Bold() && !(l.Body.Font != nil && l.Body.Font.Bold())
		return larger || bolder
	}
	return false
}

// The sizes in points between which body type lies in Type 3 fonts: another one is
// no size, but a font whose units could not be told.
const (
	leastBody = 2.0
	mostBody  = 40.0
)

// beliedBy is how many sizes high the ink of lines must be, on the average, before
// it belies their size: lines with large signs are two or three.
const beliedBy = 4

// sizeUnread tells why the size of the body's type cannot be trusted, nothing where
// it can. The size of a Type 3 font follows from the heights of its letters, which
// have to be known.
func sizeUnread(l *structure.Structure, size Number) report.Sentence {
	bitmaps := l.Body.Font != nil && l.Body.Font.Kind == font.Type3
	if size.Known && bitmaps && (size.Value < leastBody || size.Value > mostBody) {
		return report.Say(wording.FontUnitsUnknown, nil)
	}
	c := inkOf(l, func(line *structure.Line) bool { return line.Role == structure.Body })
	if c.chars == 0 {
		c = inkOf(l, func(*structure.Line) bool { return true })
	}
	switch {
	case float64(c.unknown) > unreadLine*float64(c.chars):
		return report.Say(wording.Type3SizeUnknown, nil)
	case size.Known && c.height > beliedBy*size.Value*float64(c.chars):
		return report.Say(wording.GlyphsLarger, nil)
	}
	return report.Sentence{}
}

// spacingUnread tells why the space between the body's letters is not known, nothing
// where it is. A font that lost its codes lost the advances, too.
func spacingUnread(l *structure.Structure) report.Sentence {
	c := inkOf(l, func(line *structure.Line) bool { return line.Role == structure.Body })
	if float64(c.drawn) > unreadLine*float64(c.chars) {
		return report.Say(wording.Type3SpacingUnknown, nil)
	}
	return report.Sentence{}
}

// inkCount counts characters, those of Type 3 fonts that have no known character or are
// known by their shapes, and the heights in points of the runs that they stand in.
type inkCount struct {
	chars, unknown, drawn int
	height                float64
}

// inkOf counts the characters of the upright lines that take reports.
func inkOf(l *structure.Structure, take func(*structure.Line) bool) (c inkCount) {
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Rotated || !take(line) {
				continue
			}
			for i := range line.Runs {
				r := &line.Runs[i]
				c.chars += r.Chars
				if r.Drawn {
					c.drawn += r.Chars
				}
				c.height += r.Box.Height() * float64(r.Chars)
				if r.Font.Kind == font.Type3 && 2*strings.Count(r.Text, string(utf8.RuneError)) >= r.Chars {
					c.unknown += r.Chars
				}
			}
		}
	}
	return c
}
