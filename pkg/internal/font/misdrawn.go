package font

import (
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
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
// known. Those that names belie are left out, and those that are guessed.
func (f *Font) extractedLetters() []face.Drawn {
	if f.loader == nil || f.Vertical {
		return nil // described, or set from top to bottom
	}
	var out []face.Drawn
	f.eachShown(func(g *Glyph) {
		if len(g.Text) != 1 || g.Shown != "" || g.Guessed || len(out) == maxDrawn {
			return
		}
		box := g.Box
		if f.Kind == Type3 {
			ink := f.simple.inks[byte(g.Code)].Load()
			if ink == nil {
				return
			}
			box = *ink
		} else if g.Source != BoxOutline {
			return
		}
		if at := strings.IndexByte(face.Letters, g.Text[0]); at >= 0 && !box.IsEmpty() {
			out = append(out, face.Drawn{Letter: at, Height: box.Y1, Bottom: box.Y0})
		}
	})
	return out
}
