package font

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// misdrawn letters are found out when they are first requested.
type misdrawn struct {
	once    sync.Once
	letters string
}

// Misdrawn returns the letters that a machine extracts for glyphs of the font with the
// shapes of others, among those shown so far: it is for when all pages have been read.
// Names, cmap and ToUnicode may agree on them. It may be called by several goroutines at
// once.
func (f *Font) Misdrawn() string {
	f.misdrawn.once.Do(func() { f.misdrawn.letters = face.Misdrawn(f.extractedLetters()) })
	return f.misdrawn.letters
}

// extractedLetters collects the letters that are extracted for glyphs whose boxes are
// known. Those that names belie are left out, and those that are guessed. What is drawn
// as its own capital is that capital: machines may well extract the small letter.
func (f *Font) extractedLetters() []face.Drawn {
	if f.loader == nil || f.Vertical {
		return nil // described, or set from top to bottom
	}
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	var capitals [len(face.Letters)]*Glyph
	var named [smallCapital + 1][]geom.Rect
	f.eachExtracted(func(g *Glyph, letter int, box geom.Rect) {
		if face.Letters[letter] <= 'Z' {
			capitals[letter] = g
		} else if kind := f.capitalKind(g); kind != noCapital && strings.IndexByte("jq", g.Text[0]) < 0 {
			named[kind] = append(named[kind], box)
		}
	})
	full, small := areCapitals(named[fullCapital]), areCapitals(named[smallCapital])
	isCapital := func(g *Glyph) bool {
		if !full && !small { // as nearly all fonts
			return false
		}
		kind := f.capitalKind(g)
		return kind == fullCapital && full || kind == smallCapital && small
	}
	out := make([]face.Drawn, 0, len(face.Letters))
	f.eachExtracted(func(g *Glyph, letter int, box geom.Rect) {
		if capital := letter - len(face.Letters)/2; capital >= 0 {
			if c := capitals[capital]; c != nil && f.isAlike(g, c) || isCapital(g) {
				letter = capital
			}
		}
		if len(out) < maxDrawn {
			out = append(out, face.Drawn{Letter: letter, Height: box.Y1, Bottom: box.Y0})
		}
	})
	return out
}

// eachExtracted calls visit for each glyph shown from which a letter is extracted, with
// the letter's index in face.Letters and the box of its ink.
func (f *Font) eachExtracted(visit func(g *Glyph, letter int, box geom.Rect)) {
	f.eachShown(func(g *Glyph) {
		if len(g.Text) != 1 || g.Shown != "" || g.Guessed {
			return
		}
		box, ok := f.inkOf(g)
		if letter := strings.IndexByte(face.Letters, g.Text[0]); ok && letter >= 0 {
			visit(g, letter, box)
		}
	})
}

// inkOf returns the box of a glyph's ink, where it is known and not empty.
func (f *Font) inkOf(g *Glyph) (box geom.Rect, ok bool) {
	if f.Kind != Type3 {
		return g.Box, g.Source == BoxOutline && !g.Box.IsEmpty()
	}
	ink := f.simple.inks[byte(g.Code)].Load()
	if ink == nil {
		return box, false
	}
	return *ink, !ink.IsEmpty()
}

// alike is by how much, in ems, two drawings of one letter differ at the most.
const alike = 0.002

// isAlike reports whether two glyphs are drawn alike, by their ink and advance.
func (f *Font) isAlike(a, b *Glyph) bool {
	p, _ := f.inkOf(a)
	q, _ := f.inkOf(b)
	return max(math.Abs(p.X0-q.X0), math.Abs(p.X1-q.X1), math.Abs(p.Y0-q.Y0), math.Abs(p.Y1-q.Y1), math.Abs(a.Advance-b.Advance)) <= alike
}

// capitalKind is what the name of a small letter's glyph says that it is drawn as.
type capitalKind uint8

const (
	noCapital capitalKind = iota
	fullCapital
	smallCapital
)

// capitalKind returns what a glyph is by its name in the encoding or the program.
func (f *Font) capitalKind(g *Glyph) capitalKind {
	if kind := capitalName(g.Name, g.Text[0]); kind != noCapital {
		return kind
	}
	p := f.outlines()
	if p == nil {
		return noCapital
	}
	if gid, found := f.shownGID(g); found && gid > 0 {
		return capitalName(p.Name(gid), g.Text[0])
	}
	return noCapital
}

// smallCapitals are what the names of small capitals hold behind the letter: "a.sc",
// "a.smcp", "Asmall", "A_lowercase", "a.cap".
var smallCapitals = []string{"sc", "smcp", "c2sc", "pcap", "c2pc", "small", "lowercase", "cap"}

// capitalName returns what a glyph's name says of a small letter.
func capitalName(name string, letter byte) capitalKind {
	if name == "" || name[0]|0x20 != letter {
		return noCapital
	}
	kind := strings.TrimLeft(name[1:], "._")
	switch {
	case kind == "" && name[0] < 'a':
		return fullCapital
	case slices.ContainsFunc(smallCapitals, func(s string) bool { return strings.HasPrefix(kind, s) }):
		return smallCapital
	}
	return noCapital
}

// How capitals stand: none is this part of its height deeper than the line, nor so much
// higher or lower than the others, whatever its name.
const capitalSpread = 0.08

// areCapitals reports whether glyphs that their names call capitals are of one height and
// stand on the line. Names may be arbitrary.
func areCapitals(boxes []geom.Rect) bool {
	if len(boxes) == 0 {
		return false
	}
	low, high := math.Inf(1), 0.0
	for _, b := range boxes {
		if b.Y0 < -capitalSpread*b.Y1 {
			return false
		}
		low, high = min(low, b.Y1), max(high, b.Y1)
	}
	return low >= (1-capitalSpread)*high
}
