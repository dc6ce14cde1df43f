package layout

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Lie is a stretch of text of which a machine extracts something else than it
// shows.
type Lie struct {
	Seen string // what it shows; "\uFFFD" for what is not known; "" where nothing of the page is replaced
	Told string // what is extracted
	Box  geom.Rect
	Form int32 // 0 where it is not known
	Odd  int   // letters that are shown as others
	// Spoken: it is a replacement text (ActualText), and no mapping of its glyphs.
	Spoken bool
	// Drawn: the shapes of the letters alone say so; names and maps agree.
	Drawn bool
}

// readings are the two readings of a run, what it shows and what a machine
// extracts, once they differ.
type readings struct {
	told strings.Builder
	odd  int
}

// write writes a glyph's characters to the run.
func (b *runBuilder) write(g *content.Glyph) {
	told := glyphText(g)
	if len(told) == 1 && g.Glyph.Shown == "" && b.lie.odd == 0 { // most
		b.text = append(b.text, told[0])
		return
	}
	b.writeReadings(g, told)
}

// writeReadings writes a glyph's characters, which may be shown as others.
func (b *runBuilder) writeReadings(g *content.Glyph, told string) {
	if g.Glyph.Shown == "" || g.Hidden != content.Visible {
		b.text = append(b.text, told...)
		if b.lie.odd > 0 {
			b.lie.told.WriteString(told)
		}
		return
	}
	if b.lie.odd == 0 {
		b.lie.told.Write(b.text)
	}
	b.lie.odd += max(1, countLetters(told))
	b.lie.told.WriteString(told)
	b.text = append(b.text, g.Glyph.Shown...)
}

// writeSpace writes a space to the run.
func (b *runBuilder) writeSpace() {
	b.text = append(b.text, ' ')
	if b.lie.odd > 0 {
		b.lie.told.WriteByte(' ')
	}
}

// keepLie adds the run's two readings to the sheet, where they differ.
func (b *runBuilder) keepLie(s *Sheet) {
	if b.lie.odd > 0 && b.run.Hidden == content.Visible {
		s.Lies = append(s.Lies, Lie{Seen: b.run.Text, Told: b.lie.told.String(), Box: b.run.Box, Form: b.run.Form, Odd: b.lie.odd})
	}
	b.lie.told.Reset()
	b.lie.odd = 0
}

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// readSpoken adds the replacement text of a page that says words which the page
// does not show.
func readSpoken(s *Sheet, p *content.Page) {
	shown := sync.OnceValue(func() string { return lettersShown(p) })
	for i := range p.Spoken {
		x := &p.Spoken[i]
		if !strings.ContainsFunc(x.Text, unicode.IsLetter) {
			continue // most are hyphens and spaces
		}
		if odd := unsaid(x.Text, shown()); odd > 0 {
			l := Lie{Told: x.Text, Box: geom.Empty(), Odd: odd, Spoken: true}
			if l.see(p, x); x.Alt && countLetters(l.Seen) == 0 {
				continue // it describes an image, or content that is not known
			}
			if isMathematics(l.Seen) && isMathematics(l.Told) {
				continue // Word says other letters of mathematics than it shows
			}
			s.Lies = append(s.Lies, l)
		}
	}
}

// see takes what is replaced.
func (l *Lie) see(p *content.Page, x *content.Spoken) {
	var seen strings.Builder
	var last *content.Glyph
	for i := x.First; i < min(x.Last, len(p.Glyphs)); i++ {
		g := &p.Glyphs[i]
		if g.Hidden != content.Visible {
			continue
		}
		apart := last != nil && g.Origin.Sub(last.Origin.Add(last.Advance())).Norm() > wordGap*g.Size
		if l.Form, last = g.Form, g; apart || g.Box.IsEmpty() {
			seen.WriteByte(' ')
		}
		if !g.Box.IsEmpty() {
			seen.WriteString(glyphText(g))
			l.Box = l.Box.Union(g.Box)
		}
	}
	l.Seen = strings.Join(strings.Fields(seen.String()), " ")
}

// lettersShown returns the letters of a page's visible glyphs in painting order.
func lettersShown(p *content.Page) string {
	out := make([]byte, 0, len(p.Glyphs))
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Hidden == content.Visible && !g.Box.IsEmpty() {
			text := glyphText(g)
			if isMathematics(text) {
				text = norm.NFKC.String(text) // the same letters are said
			}
			out = lexicon.AppendLetters(out, text)
		}
	}
	return string(out)
}

// equationWords are those with which Google Docs reads an equation out, signs by
// their names in TeX.
var (
	equationWords = strings.NewReplacer("Equation start", "", "Equation end", "", "Function start", "", "Function end", "", "Next parameter", "")
	equationSigns = strings.Fields("approx bullet cap cdot cup div emptyset equiv exists forall geq in infty int leftarrow leq mid ne neq nexists notin oplus otimes " +
		"partial pm prod propto rightarrow setminus sim simeq subset subseteq sum supset supseteq therefore times to vee wedge")
)

// readOut returns the words of a replacement text without those that read an equation
// out.
func readOut(text string) []string {
	rest := equationWords.Replace(text)
	words := strings.Fields(rest)
	if rest == text {
		return words
	}
	return slices.DeleteFunc(words, func(w string) bool { return slices.Contains(equationSigns, strings.Trim(w, ",")) })
}

// unsaid counts the letters of the words of a replacement text that a page does not
// show. The source of a formula is none.
func unsaid(text, shown string) int {
	if strings.Contains(shown, letters(text)) {
		return 0
	}
	n := 0
	for _, w := range readOut(text) {
		if strings.ContainsAny(w, `\_^{}$=`) {
			continue
		}
		if l := letters(w); len(l) >= 2 && !strings.Contains(shown, l) {
			n += countLetters(l)
		}
	}
	return n
}

// isMathematics reports whether all letters are those of mathematics, and hardly make
// words.
func isMathematics(text string) bool {
	if len(text) < utf8.UTFMax { // each of them takes as many bytes
		return false
	}
	n := 0
	for _, r := range text {
		if r >= 0x1d400 && r <= 0x1d7ff {
			n++
		} else if unicode.IsLetter(r) {
			return false
		}
	}
	return n > 0 && n <= maxSymbols
}

// maxSymbols is how many letters a formula has at the most.
const maxSymbols = 24
