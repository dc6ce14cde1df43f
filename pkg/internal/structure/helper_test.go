package structure

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// The papers of these tests are set on US letter, 10 on 12, in two columns of
// 240 points with 24 between them, 54 lines deep. Places are measured from the
// bottom left corner.
const (
	leftColumn, rightColumn = 54.0, 318.0
	measure                 = 240.0
	topLine                 = 712.0
	deep                    = 54
	headLine, footLine      = 752.0, 40.0
)

// ansi brings the characters of these tests into WinAnsiEncoding.
var ansi = strings.NewReplacer("–", "\x96", "—", "\x97", "•", "\x95", "†", "\x86", "´", "\xB4", "’", "\x92", "é", "\xE9", "§", "\xA7")

// compose lays out a paper with these pages.
func compose(t testing.TB, pages ...string) *Structure {
	t.Helper()
	b := pdftest.New()
	for _, p := range pages {
		b.AddPage(pdftest.Page{Content: p})
	}
	return composeFile(t, b)
}

// composeFile lays out the paper that a Builder holds.
func composeFile(t testing.TB, b *pdftest.Builder) *Structure {
	t.Helper()
	l, err := layout.Compose(context.Background(), sheetsOf(t, b))
	if err != nil {
		t.Fatal(err)
	}
	return Of(l)
}

func sheetsOf(t testing.TB, b *pdftest.Builder) []*layout.Sheet {
	t.Helper()
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	interpreter := content.New(doc, content.DefaultLimits())
	var sheets []*layout.Sheet
	for _, p := range doc.Pages() {
		page, err := interpreter.Page(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, layout.Read(page))
	}
	return sheets
}

// allProse does not repeat within 28 lines. It holds words of sentences.
var allProse = speaking(pdftest.Prose(600))

// speaking puts two words that sentences are made of in place of each line's word
// of five letters.
func speaking(lines []string) []string {
	for i, line := range lines {
		words := strings.Fields(line)
		for k, w := range words {
			if len(w) == 5 {
				words[k] = "no do"
			}
		}
		lines[i] = strings.Join(words, " ")
	}
	return lines
}

// prose returns n lines of running text, from a place in it.
func prose(from, n int) []string { return slices.Clone(allProse[from : from+n]) }

// set returns lines of 10 on 12.
func set(x, y float64, lines ...string) string { return setIn("F1", 10, 12, x, y, lines...) }

func setIn(font string, size, leading, x, y float64, lines ...string) string {
	return ansi.Replace(pdftest.Column{Font: font, Size: size, Leading: leading, X: x, Y: y}.Set(lines...))
}

// columnsOf returns a page with both columns full; no two of the first pages
// begin or end alike.
func columnsOf(page int) string {
	return set(leftColumn, topLine, prose(5*page, deep)...) + set(rightColumn, topLine, prose(5*page+13, deep)...)
}

// at returns the baseline of a row of the page, from 0.
func at(i int) float64 { return topLine - 12*float64(i) }

// lineWith returns the only line that holds the text.
func lineWith(t testing.TB, l *Structure, text string) *Line {
	t.Helper()
	var found []*Line
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if strings.Contains(line.Text, text) {
				found = append(found, line)
			}
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d lines hold %q, want one:\n%s", len(found), text, outline(l))
	}
	return found[0]
}

// linesOf returns the texts of the lines with a role, in reading order.
func linesOf(l *Structure, r Role) []string {
	var out []string
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role == r {
				out = append(out, line.Text)
			}
		}
	}
	return out
}

// wantLines checks that just these lines have the role.
func wantLines(t testing.TB, l *Structure, r Role, want ...string) {
	t.Helper()
	got := slices.Sorted(slices.Values(linesOf(l, r)))
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q\n%s", r, got, want, outline(l))
	}
}

// outline tells a layout's lines for a message, without those of prose.
func outline(l *Structure) string {
	var out strings.Builder
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role == Body && isProse(line.Text) {
				continue
			}
			out.WriteString(line.Role.String() + ": " + line.Text + "\n")
		}
	}
	return out.String()
}

// isProse reports whether a line is one of prose or of wide.
func isProse(s string) bool {
	return len(s) > 40 && strings.Trim(s, " "+strings.Join(allProse[:12], "")) == "" && strings.Contains(s, "no do")
}
