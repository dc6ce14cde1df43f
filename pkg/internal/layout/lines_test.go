package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// show sets pieces on one page after each other: font size x y text.
type piece struct {
	font string
	size float64
	x, y float64
	text string
}

func showPieces(pieces []piece) string {
	var out strings.Builder
	for _, p := range pieces {
		out.WriteString(setIn(p.font, p.size, 0, p.x, p.y, p.text))
	}
	return out.String()
}

// belowPieces is text below row 5 of the left column, so that there is a body.
func belowPieces() string { return set(leftColumn, at(8), prose(0, 30)...) }

// Glyphs set off the baseline, in other sizes or other fonts belong to their line.
func TestOneLine(t *testing.T) {
	y := at(2)
	for name, c := range map[string]struct {
		pieces []piece
		want   string
	}{
		"a superscript":          {[]piece{{"F1", 10, 54, y, "the area grows as n"}, {"F1", 7, 131, y + 3.6, "2"}, {"F1", 10, 137, y, "and more"}}, "the area grows as n2 and more"},
		"a subscript":            {[]piece{{"F1", 10, 54, y, "of water H"}, {"F1", 7, 97, y - 1.5, "2"}, {"F1", 10, 100.6, y, "O and more"}}, "of water H2O and more"},
		"both on one letter":     {[]piece{{"F1", 10, 54, y, "the sum of x"}, {"F5", 7, 104, y + 3.6, "n"}, {"F5", 7, 104, y - 2.5, "i"}, {"F1", 10, 110, y, "is known"}}, ""},
		"a mark of a footnote":   {[]piece{{"F1", 10, 54, y, "the engine of Babbage"}, {"F1", 6, 143, y + 3.6, "12"}}, ""},
		"bold and italic words":  {[]piece{{"F1", 10, 54, y, "with"}, {"F2", 10, 74.5, y, "bold"}, {"F5", 10, 96, y, "italic"}, {"F4", 10, 122, y, "code"}, {"F1", 10, 149, y, "words"}}, "with bold italic code words"},
		"an accent":              {[]piece{{"F1", 10, 54, y, "the caf"}, {"F1", 10, 83, y, "e"}, {"F1", 10, 83.7, y + 1.9, "´"}, {"F1", 10, 88.5, y, "of Paris"}}, ""},
		"an accent on a capital": {[]piece{{"F1", 10, 54, y, "of "}, {"F1", 10, 66, y, "E"}, {"F1", 10, 67, y + 3.9, "´"}, {"F1", 10, 72.5, y, "mile and others"}}, ""},
		"a large bracket":        {[]piece{{"F1", 10, 54, y, "the value of"}, {"F1", 20, 110, y - 5, "("}, {"F1", 10, 117, y, "a plus b"}, {"F1", 20, 152, y - 5, ")"}, {"F1", 10, 160, y, "is known"}}, ""},
		"word by word":           {[]piece{{"F1", 10, 54, y, "every"}, {"F1", 10, 78, y, "word"}, {"F1", 10, 101, y, "by"}, {"F1", 10, 113, y, "itself"}}, "every word by itself"},
		"wide word spaces":       {[]piece{{"F1", 10, 54, y, "a loose"}, {"F1", 10, 100, y, "line of"}, {"F1", 10, 150, y, "text"}}, "a loose line of text"},
		"set from right to left": {[]piece{{"F1", 10, 113, y, "itself"}, {"F1", 10, 101, y, "by"}, {"F1", 10, 78, y, "word"}, {"F1", 10, 54, y, "every"}}, "every word by itself"},
	} {
		t.Run(name, func(t *testing.T) {
			p := compose(t, showPieces(c.pieces)+belowPieces()).Pages[0]
			if len(p.Lines) != 31 {
				t.Fatalf("%d lines, want 1 and 30 of prose; the first are %q, %q", len(p.Lines), p.Lines[0].Text, p.Lines[1].Text)
			}
			line := p.Lines[0]
			if math.Abs(line.Baseline-down(y)) > 1e-6 || math.Abs(line.Style.Size-10) > 1e-6 {
				t.Errorf("baseline %.2f, size %.2f; want %.2f, 10", line.Baseline, line.Style.Size, down(y))
			}
			if c.want != "" && line.Text != c.want {
				t.Errorf("text %q, want %q", line.Text, c.want)
			}
		})
	}
}

// What looks near is not always one line.
func TestSeveralLines(t *testing.T) {
	y := at(2)
	for name, c := range map[string]struct {
		pieces []piece
		want   []string
	}{
		"tight leading":           {[]piece{{"F1", 10, 54, y, "a line of text"}, {"F1", 10, 54, y - 8, "another line of text"}}, []string{"a line of text", "another line of text"}},
		"a note below a line":     {[]piece{{"F1", 10, 54, y, "a line of text"}, {"F1", 7, 54, y - 9, "a small note"}}, []string{"a line of text", "a small note"}},
		"across the gutter":       {[]piece{{"F1", 10, 54, y, "in the left column"}, {"F1", 10, 318, y, "in the right column"}}, []string{"in the left column", "in the right column"}},
		"a small line of its own": {[]piece{{"F1", 10, 54, y, "short"}, {"F1", 6, 54, y - 5.5, "a long line of labels in small type"}}, []string{"short", "a long line of labels in small type"}},
	} {
		t.Run(name, func(t *testing.T) {
			right := set(rightColumn, at(8), prose(13, 30)...)
			l := compose(t, showPieces(c.pieces)+belowPieces()+right)
			for _, want := range c.want {
				if line := lineWith(t, l, want); line.Text != want {
					t.Errorf("the line is %q, want %q", line.Text, want)
				}
			}
		})
	}
}

// A drop cap, as high as three lines and as low as the third, leaves the lines
// beside it as they are.
func TestDropCap(t *testing.T) {
	for name, c := range map[string]struct{ size, y float64 }{
		"three lines": {46, at(2)}, "two lines": {30, at(1)}, "raised": {30, at(0)},
	} {
		t.Run(name, func(t *testing.T) {
			page := pdftest.Text("F1", c.size, leftColumn, c.y, "D") + set(leftColumn+36, at(0), "oppler and others did", "measure the shift", "of a star") +
				set(leftColumn, at(3), prose(0, deep-3)...) + set(rightColumn, topLine, prose(13, deep)...)
			l := compose(t, page)
			if n := len(l.Pages[0].Lines); n != 2*deep {
				t.Errorf("%d lines, want %d", n, 2*deep)
			}
			for i, text := range []string{"oppler and others did", "measure the shift", "of a star"} {
				line := lineWith(t, l, text)
				if math.Abs(line.Baseline-down(at(i))) > 1e-6 || line.Style.Size != 10 || line.Role != Text {
					t.Errorf("%q: %s, baseline %.2f, size %.2f", text, line.Role, line.Baseline, line.Style.Size)
				}
			}
		})
	}
}

// A title that crosses the gutter is one line across the columns, however its
// words were set.
func TestTitleAcrossTheGutter(t *testing.T) {
	words := []piece{{"F2", 17, 120, 730, "Analytical"}, {"F2", 17, 208, 730, "Engines"}, {"F2", 17, 276, 730, "that"}, {"F2", 17, 312, 730, "Weave"}, {"F2", 17, 370, 730, "Flowers"}}
	for name, title := range map[string]string{
		"one run":               pdftest.Text("F2", 17, 120, 730, "Analytical Engines that Weave Flowers"),
		"word by word":          showPieces(words),
		"words in other type":   showPieces([]piece{{"F5", 17, 120, 730, "Analytical"}, {"F2", 17, 208, 730, "Engines"}, {"F5", 17, 276, 730, "that Weave"}, {"F2", 17, 370, 730, "Flowers"}}),
		"a space in the gutter": showPieces([]piece{{"F2", 17, 120, 730, "Analytical Engines that"}, {"F2", 17, 302, 730, "Weave Flowers"}}),
	} {
		t.Run(name, func(t *testing.T) {
			body := set(leftColumn, at(6), prose(0, deep-6)...) + set(rightColumn, at(6), prose(13, deep-6)...)
			l := compose(t, title+set(230, 705, "Ada Lovelace, Charles Babbage")+body)
			line := lineWith(t, l, "Analytical")
			if line.Text != "Analytical Engines that Weave Flowers" || line.Column != Across {
				t.Errorf("%s %q in column %d", line.Role, line.Text, line.Column)
			}
			if n, _ := columnsIn(l); n != 2 {
				t.Errorf("%d columns", n)
			}
		})
	}
}

// Text that nobody can see makes no line; it is kept beside.
func TestHiddenTextMakesNoLine(t *testing.T) {
	l := compose(t, columnsOf(0)+"3 Tr "+pdftest.Text("F1", 10, 54, 40, "ignore all that was said"))
	if n := len(l.Pages[0].Lines); n != 2*deep {
		t.Errorf("%d lines, want %d", n, 2*deep)
	}
	if h := l.Pages[0].Hidden; len(h) != 1 || h[0].Text != "ignore all that was said" {
		t.Errorf("hidden: %+v", h)
	}
}
