package layout

import (
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Run is a stretch of a line in one font and size without wide gaps.
type Run struct {
	Text     string
	Font     *font.Font
	Size     float64
	HScale   float64 // horizontal against vertical scale; 1 is natural
	Tracking float64 // mean space set between its letters, in ems; 0 where that is not known
	Baseline float64
	X0, X1   float64
	Box      geom.Rect
	Chars    int // glyphs with ink
	Form     int32
	Order    int32
	Hidden   content.Hidden
	Rotated  bool
	Drawn    bool // its letters are known by their shapes: so is their advance, roughly

	counted bool // set by Compose, as is stray
	stray   bool // counted, and apart from the numbers next to it in the count
}

// Sheet is one page cut into runs and clusters: the input of Compose.
type Sheet struct {
	Number   int
	Size     geom.Point
	Runs     []Run // visible, in painting order
	Hidden   []Run
	Clusters []cluster
	Forms    []content.Form
	Lies     []Lie
	Undrawn  []geom.Rect // what viewers draw and the page does not

	figureForms []bool // set by Compose
}

// Gaps between glyphs, in ems.
const (
	wordGap  = 0.10 // wider: there is a space, even if none was set; TeX shrinks them to .15, poppler has the same limit
	runGap   = 0.70 // wider: another run
	backStep = 0.35 // a glyph may start this far before its forerunner's end
)

// Read cuts a page into runs and clusters. It keeps nothing of p, and gives bitmap
// type in it the size that can be seen.
func Read(p *content.Page) *Sheet {
	calibrate(p)
	s := &Sheet{
		Number: p.Number, Size: p.Size,
		Forms: append([]content.Form(nil), p.Forms...), Undrawn: append([]geom.Rect(nil), p.Undrawn...),
	}
	b := runBuilders.Get().(*runBuilder)
	defer b.release()
	b.addAll(s, p.Glyphs)
	s.Runs = slices.Clone(b.runs)
	s.Clusters = readClusters(p)
	readSpoken(s, p)
	return s
}

// runBuilder grows the current run glyph by glyph. It is reused from page to page.
type runBuilder struct {
	runs   []Run // visible ones that are whole
	run    Run
	end    geom.Point // where the last glyph ended
	dir    geom.Point // its advance
	level  bool       // dir is along x
	open   bool
	plain  bool   // open, level and upright, and what it shows is what it says
	space  bool   // a blank was set since the last glyph with ink
	letter bool   // the last glyph with ink of the run was a letter
	steps  int    // from letter to letter within words
	text   []byte // kept from run to run
	lie    readings
}

// runBuilders are those that nobody uses.
var runBuilders = sync.Pool{New: func() any { return &runBuilder{runs: make([]Run, 0, manyRuns)} }}

// manyRuns is how many runs most pages have at the most. What they do not take of the
// memory for so many is never touched.
const manyRuns = 256

// release puts b back, without what its runs refer to.
func (b *runBuilder) release() {
	clear(b.runs)
	*b = runBuilder{runs: b.runs[:0], text: b.text[:0]}
	runBuilders.Put(b)
}

// addAll adds the glyphs of a page.
func (b *runBuilder) addAll(s *Sheet, glyphs []content.Glyph) {
	for i := range glyphs {
		if g := &glyphs[i]; !b.addPlain(g) {
			b.add(s, g)
		}
	}
	b.flush(s)
}

// addPlain is add for most glyphs: a sign of ASCII that shows what it says, and goes on
// with a run that has only such ones at its size and on its baseline. It does nothing for
// others, and reports whether it did. Each glyph of a paper comes here: all questions are
// asked in one place.
func (b *runBuilder) addPlain(g *content.Glyph) bool {
	r, text, gap, advance := &b.run, g.Glyph.Text, g.Origin.X-b.end.X, g.Advance()
	if !b.plain || g.Font != r.Font || g.Form != r.Form || g.Hidden != r.Hidden || g.Size != r.Size || g.Origin.Y != r.Baseline ||
		advance.Y != 0 || !(advance.X >= 0) || gap < -backStep*g.Size || gap > runGap*g.Size ||
		len(text) != 1 || g.Glyph.Shown != "" || g.Glyph.Drawn != nil || g.Box.IsEmpty() {
		return false
	}
	letter := isLetter(text)
	if b.space || gap > wordGap*g.Size {
		b.text = append(b.text, ' ')
		b.space = false
	} else if letter && b.letter && g.Size > 0 {
		r.Tracking += gap / g.Size
		b.steps++
	}
	b.text, b.letter = append(b.text, text[0]), letter
	b.end = g.Origin.Add(advance)
	r.grow(&g.Box, g.Origin.X, b.end.X)
	r.Chars++
	return true
}

// add adds a glyph to the current run, or begins another one with it.
func (b *runBuilder) add(s *Sheet, g *content.Glyph) {
	empty := g.Box.IsEmpty()
	blank := empty && g.Hidden != content.Blank
	gap, advance := 0.0, g.Advance()
	if b.open {
		if gap = b.gap(g); !b.continues(g, advance, gap) {
			b.flush(s)
		}
	}
	if !b.open {
		if blank {
			return
		}
		b.start(g)
		gap = 0
	}
	b.end = g.Origin.Add(advance)
	if blank {
		b.space = true
		return
	}
	b.run.Drawn = b.run.Drawn || g.Glyph.Drawn != nil
	b.separate(g, gap)
	b.write(g)
	ink := &g.Box
	if empty { // a letter that draws nothing has its place
		place := geom.RectOf(g.Origin, b.end)
		ink = &place
	}
	b.run.grow(ink, g.Origin.X, b.end.X)
	b.run.Chars++
	b.plain = b.level && !b.run.Rotated && !b.run.Drawn && b.lie.odd == 0
}

// grow adds a glyph between two points of the line, whose ink is not empty. It is the
// union of the boxes, without the questions that it asks for each glyph.
func (r *Run) grow(ink *geom.Rect, start, end float64) {
	if ink.X0 < r.Box.X0 {
		r.Box.X0 = ink.X0
	}
	if ink.Y0 < r.Box.Y0 {
		r.Box.Y0 = ink.Y0
	}
	if ink.X1 > r.Box.X1 {
		r.Box.X1 = ink.X1
	}
	if ink.Y1 > r.Box.Y1 {
		r.Box.Y1 = ink.Y1
	}
	if start > end {
		start, end = end, start
	}
	if start < r.X0 {
		r.X0 = start
	}
	if end > r.X1 {
		r.X1 = end
	}
}

// separate writes the space before g, or counts the step as tracking.
func (b *runBuilder) separate(g *content.Glyph, gap float64) {
	letter := isLetter(g.Glyph.Text)
	if b.space || gap > wordGap*g.Size {
		b.writeSpace()
		b.space = false
	} else if letter && b.letter && g.Size > 0 && !b.run.Drawn {
		b.run.Tracking += gap / g.Size
		b.steps++
	}
	b.letter = letter
}

// isLetter reports whether a glyph's text begins with a letter: drawings such as
// fraction bars are made of other glyphs set close.
func isLetter(s string) bool {
	if len(s) == 1 { // most
		return s[0]|smallLetter-'a' <= 'z'-'a'
	}
	return beginsWithLetter(s)
}

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// smallLetter is the bit by which small letters of ASCII differ from capitals.
const smallLetter = 'a' - 'A'

// glyphText returns the glyph's characters, or the replacement character.
func glyphText(g *content.Glyph) string {
	if g.Glyph.Text == "" {
		return "\uFFFD"
	}
	return g.Glyph.Text
}

func (b *runBuilder) start(g *content.Glyph) {
	b.run = Run{
		Font: g.Font, Size: g.Size, HScale: g.HScale, Baseline: g.Origin.Y,
		X0: g.Origin.X, X1: g.Origin.X, Box: geom.Empty(),
		Form: g.Form, Order: g.Order, Hidden: g.Hidden, Rotated: !upright(g),
	}
	b.end, b.dir, b.open, b.letter = g.Origin, g.Advance(), true, false
	b.level = b.dir.X > 0 && b.dir.Y == 0
}

// upright reports whether the glyph stands on a horizontal baseline.
func upright(g *content.Glyph) bool {
	a := g.Advance()
	return a.X >= 0 && math.Abs(a.Y) <= 0.01*math.Abs(a.X)+1e-6 && !g.Font.Vertical
}

// gap returns the way from the end of the last glyph to g along the line.
func (b *runBuilder) gap(g *content.Glyph) float64 {
	if b.level {
		return g.Origin.X - b.end.X
	}
	return b.slantedGap(g)
}

// slantedGap is the gap of type that may be turned.
func (b *runBuilder) slantedGap(g *content.Glyph) float64 {
	d := g.Origin.Sub(b.end)
	if n := b.dir.Norm(); n > 0 {
		return (d.X*b.dir.X + d.Y*b.dir.Y) / n
	}
	return d.X
}

// continues reports whether g, at a gap, belongs to the current run.
func (b *runBuilder) continues(g *content.Glyph, advance geom.Point, gap float64) bool {
	r := &b.run
	if g.Font != r.Font || g.Form != r.Form || g.Hidden != r.Hidden || gap < -backStep*g.Size || gap > runGap*g.Size {
		return false
	}
	if g.Size == r.Size && g.Origin.Y == r.Baseline && advance.Y == 0 && advance.X >= 0 && !r.Rotated {
		return true // most; upright, as the first glyph of this font
	}
	return b.nearly(g)
}

// nearly reports whether a glyph of the current run's font, near its end, has the run's
// direction and about its size and baseline.
func (b *runBuilder) nearly(g *content.Glyph) bool {
	r := &b.run
	if math.Abs(g.Size-r.Size) > 0.005*r.Size || upright(g) == r.Rotated {
		return false
	}
	if r.Rotated {
		return g.Origin.Sub(b.end).Norm() <= runGap*g.Size
	}
	return math.Abs(g.Origin.Y-r.Baseline) <= 0.02*r.Size
}

func (b *runBuilder) flush(s *Sheet) {
	if b.open && b.run.Chars > 0 {
		b.run.Text = string(b.text)
		b.run.Tracking /= float64(max(1, b.steps))
		b.keepLie(s)
		if b.run.Hidden == content.Visible {
			b.runs = append(b.runs, b.run)
		} else {
			s.Hidden = append(s.Hidden, b.run)
		}
	}
	b.open, b.plain, b.space, b.steps = false, false, false, 0
	b.text = b.text[:0]
}
