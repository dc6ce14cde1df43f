package measure

import (
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// drawnSpread is how much smaller or narrower than the face that it belongs to a
// font may be drawn. Honest copies of a face differ by less (docs/apparent-size.md).
const drawnSpread = 0.03

// drawnSize returns how large the letters of a font look against the size that it is
// set at: 1 unless it is clearly drawn smaller than the face that it belongs to.
func drawnSize(f *font.Font) float64 {
	if f == nil {
		return 1
	}
	if h := f.Proportions().Height; h < 1-drawnSpread {
		return h
	}
	return 1
}

// drawnWidth returns how wide the advances of a font are at the size that its letters
// look like: 1 unless they are clearly narrower than those of the face that it
// belongs to, or than those of its own program.
func drawnWidth(f *font.Font) float64 {
	if f == nil || f.FixedPitch() {
		return 1
	}
	if w := f.Proportions().Width / drawnSize(f); w < 1-drawnSpread {
		return w
	}
	return 1
}

// sizeOf returns the size that a line's type looks like.
func sizeOf(line *structure.Line) float64 {
	return max(line.Style.Size, capitalsSize(line)) * drawnSize(line.Style.Font)
}

// Shrunk is a font of running text that is drawn smaller than the face that it
// belongs to.
type Shrunk struct {
	Font  string  // PostScript name; "" for none
	Face  string  // "" for one that is not known
	Share float64 // of the face's height
	Set   float64 // the size that most of its characters are set at, in points
}

// shrunk returns such fonts, in the order of their first use.
func shrunk(l *structure.Structure) []Shrunk {
	var out []Shrunk
	var fonts []*font.Font
	sizes := map[*font.Font]*sizeCluster{}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if !line.IsRunning() {
				continue
			}
			for i := range line.Runs {
				r := &line.Runs[i]
				if drawnSize(r.Font) == 1 {
					continue
				}
				if sizes[r.Font] == nil {
					sizes[r.Font] = &sizeCluster{}
					fonts = append(fonts, r.Font)
				}
				sizes[r.Font].add(r.Size, r.Chars)
			}
		}
	}
	for _, f := range fonts {
		if set := sizes[f].dominant(); set.Known {
			out = append(out, Shrunk{f.Name, f.Proportions().Face, drawnSize(f), set.Value})
		}
	}
	return out
}
