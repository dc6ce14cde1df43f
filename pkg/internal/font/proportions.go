package font

import (
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/font/outline"
)

// proportions are found out when they are first requested.
type proportions struct {
	once sync.Once
	face.Proportions
}

// Proportions compares the letters that the font has shown so far with the known
// faces: it is for when all pages have been read. It may be called by several
// goroutines at once.
func (f *Font) Proportions() face.Proportions {
	f.proportions.once.Do(func() { f.proportions.Proportions = f.compare() })
	return f.proportions.Proportions
}

// compare compares the letters with the known faces. Of another design only a
// FontMatrix tells that is not the same in both directions.
func (f *Font) compare() face.Proportions {
	out := face.ProportionsOf(f.Name, f.drawnLetters())
	if out.Face == "" && f.program != nil && !f.FixedPitch() {
		height, width := outline.Stretch(f.program.Program)
		out.Height, out.Width = height, min(out.Width, width)
	}
	return out
}

// maxDrawn caps the glyphs that are compared.
const maxDrawn = 256

// drawnLetters collects the letters that have been shown, whose boxes are known.
func (f *Font) drawnLetters() []face.Drawn {
	if f.loader == nil || f.Vertical || f.FixedPitch() {
		return nil // described, or no type of running text
	}
	if f.Kind == Type3 {
		return f.paintedLetters()
	}
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	p := f.outlines()
	if p == nil {
		return nil
	}
	out := make([]face.Drawn, 0, len(face.Letters))
	f.eachShown(func(g *Glyph) {
		at := letterOf(g)
		if at < 0 || g.Source != BoxOutline || g.Box.IsEmpty() || g.Advance <= 0 || len(out) == maxDrawn {
			return
		}
		gid, found := f.shownGID(g)
		if w, ok := p.Advance(gid); found && ok && w > 0 {
			out = append(out, face.Drawn{Letter: at, Program: w, Declared: g.Advance, Height: g.Box.Y1})
		}
	})
	return out
}

// paintedLetters are the drawnLetters of a Type 3 font. Those of bitmaps are rounded
// to pixels, which their median is not.
func (f *Font) paintedLetters() []face.Drawn {
	out := make([]face.Drawn, 0, len(face.Letters))
	f.eachShown(func(g *Glyph) {
		at, ink := latinOf(g), f.simple.inks[byte(g.Code)].Load()
		if at >= 0 && g.Drawn == nil && ink != nil && ink.Y1 > 0 && g.Advance > 0 && len(out) < maxDrawn {
			out = append(out, face.Drawn{Letter: at, Program: g.Advance, Declared: g.Advance, Height: ink.Y1})
		}
	})
	return out
}

// eachShown calls visit for each glyph that has been made.
func (f *Font) eachShown(visit func(*Glyph)) {
	if f.simple != nil {
		for i := range f.simple.glyphs {
			if g := f.simple.glyphs[i].Load(); g != nil {
				visit(g)
			}
		}
		return
	}
	for i := range f.composite.pages {
		page := f.composite.pages[i].Load()
		if page == nil {
			continue
		}
		for k := range page {
			if g := page[k].Load(); g != nil {
				visit(g)
			}
		}
	}
}

func (f *Font) shownGID(g *Glyph) (gid int, found bool) {
	if f.simple != nil {
		return f.simpleGID(byte(g.Code), g.Name)
	}
	return f.cidGID(g)
}

// letterOf returns which of face.Letters a glyph is, by its name before its
// characters; -1 for none.
func letterOf(g *Glyph) int {
	name := g.Name
	if len(name) != 1 {
		name = g.Text
	}
	if len(name) != 1 {
		return -1
	}
	return strings.IndexByte(face.Letters, name[0])
}

// Cyrillic letters that TeX's fonts draw as Latin ones, and these.
const (
	cyrillic        = "АВЕМНОРСТХаеорсух"
	latinOfCyrillic = "ABEMHOPCTXaeopcyx"
)

// latinOf is letterOf for a font that may show Cyrillic alone.
func latinOf(g *Glyph) int {
	index := 0
	for _, r := range cyrillic {
		if string(r) == g.Text {
			return strings.IndexByte(face.Letters, latinOfCyrillic[index])
		}
		index++
	}
	return letterOf(g)
}
