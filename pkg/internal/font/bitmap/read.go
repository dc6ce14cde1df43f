package bitmap

import (
	"cmp"
	"math"
	"slices"
)

// Letter is what a bitmap shows, and how it is placed.
type Letter struct {
	Text    string  // "" where it is not known
	Em      float64 // the size of its font; 0 where that is not known
	X, Y    float64 // where its reference point is, on the baseline
	Advance float64
}

// How letters are told by their shapes. Of two letters that are alike but for their size,
// such as o and O, one has the size and baseline of others.
const (
	maxFar    = 0.12  // how far the darkness of parts may be off, in the mean
	noise     = 0.5   // pixels by which edges are rounded: part of what is off
	maxNoise  = 0.05  // of it at the most
	margin    = 0.012 // by how much another letter has to be further off
	strange   = 0.06  // what a size and baseline add that no others have
	minFellow = 5     // letters that make a size and baseline known
	minRead   = 6     // letters without which nothing is read
	narrow    = 0.45  // wide for its height
	maxUneven = 0.25  // logarithm of the ratio of proportions
	maxDrift  = 0.03  // of an em: how far sizes and baselines of one font may differ
	maxPixel  = 1.5   // and in pixels
)

// Read returns what bitmaps of one Type 3 font show, which are in the order in which they
// were met. They may be of several fonts and sizes, and all of them upside down.
func Read(all []*Bitmap) []Letter {
	some, rest := all[:min(len(all), sample)], all[min(len(all), sample):]
	up, down := new(guesses), new(guesses)
	up.add(some)
	down.add(turned(some))
	if len(down.sure) <= len(up.sure) {
		up.add(rest)
		return up.letters()
	}
	down.add(turned(rest))
	out := down.letters()
	for i := range out {
		out[i].Y = -out[i].Y
	}
	return out
}

// sample is by how many bitmaps it is told whether all are upside down.
const sample = 40

// turned returns bitmaps upside down.
func turned(all []*Bitmap) []*Bitmap {
	out := make([]*Bitmap, len(all))
	for i, b := range all {
		out[i] = b.turned()
	}
	return out
}

// candidate is a letter that a bitmap may show.
type candidate struct {
	*shape
	far   float64
	em    float64
	base  float64
	drawn float64 // the width of its ink
}

// guesses are what bitmaps may show.
type guesses struct {
	bitmaps    []*Bitmap
	candidates [][]candidate
	sure       []candidate // those that no other comes near
}

// add guesses more of a font's bitmaps.
func (g *guesses) add(more []*Bitmap) {
	g.bitmaps = append(g.bitmaps, more...)
	for _, b := range more {
		c := b.candidates()
		if g.candidates = append(g.candidates, c); isClear(c, maxFar) {
			g.sure = append(g.sure, c[0])
		}
	}
}

// isClear reports whether the first candidate is near, and none of another letter.
func isClear(all []candidate, most float64) bool {
	if len(all) == 0 || all[0].far > most {
		return false
	}
	other := slices.IndexFunc(all, func(c candidate) bool { return c.text != all[0].text })
	return other < 0 || all[other].far >= all[0].far+margin
}

// candidates returns the letters that a bitmap may show, the nearest first. The parts of
// narrow letters are taken two by two, as they are hardly wider than a pixel.
func (b *Bitmap) candidates() (out []candidate) {
	w, h := float64(b.Width), float64(b.Height)
	together := 1
	if w < narrow*h {
		together = 2
	}
	pieces, grid := b.Pieces(), b.grid()
	dark := grid.tones(together)
	rounded, blurred, ratio := 2/min(w, h), min(maxNoise, noise/min(w, h)), math.Log(w/h)
	shapes := known()
	for i := range shapes {
		s := &shapes[i]
		uneven := max(0, math.Abs(ratio-s.ratio)-rounded)
		if uneven > maxUneven || s.pieces != pieces {
			continue
		}
		far := max(0, dark.off(&s.tones[together-1])-blurred) + uneven/2
		if far > maxFar+strange {
			continue
		}
		em := max(w, h) / max(s.width, s.height)
		if s.width > s.height != (w > h) {
			em = (w + h) / (s.width + s.height)
		}
		out = append(out, candidate{s, far, em, float64(b.Y) - s.bottom*em, w})
	}
	sortCandidates(out)
	return out
}

func sortCandidates(all []candidate) {
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.far, b.far) })
}

// letters decides: a candidate of a size and baseline that others have is nearer.
func (g *guesses) letters() []Letter {
	out := make([]Letter, len(g.bitmaps))
	if len(g.sure) < minRead {
		return out
	}
	for i, all := range g.candidates {
		for k := range all {
			if !g.hasFellows(all[k]) {
				all[k].far += strange
			}
		}
		if sortCandidates(all); isClear(all, maxFar) {
			out[i] = g.letter(all[0], g.bitmaps[i])
		}
	}
	g.placeUnread(out)
	return out
}

// placeUnread gives what is not read the size and baseline of the letter before it, or else
// of the one behind: they were met together.
func (g *guesses) placeUnread(all []Letter) {
	last := Letter{}
	for i := range all {
		last = g.place(&all[i], g.bitmaps[i], last)
	}
	for i := range slices.Backward(all) {
		last = g.place(&all[i], g.bitmaps[i], last)
	}
}

// place gives a letter that is not read the place of another one, if its ink can be there,
// and returns the one that has a place.
func (g *guesses) place(l *Letter, b *Bitmap, as Letter) Letter {
	if l.Em > 0 {
		return *l
	}
	low, high := (float64(b.Y)-as.Y)/as.Em, (float64(b.Y+b.Height)-as.Y)/as.Em
	if as.Em > 0 && low > -maxDepth && high < maxHeight {
		*l = Letter{Em: as.Em, X: float64(b.X), Y: as.Y, Advance: float64(b.Width)}
	}
	return as
}

// What letters reach to, in ems.
const (
	maxDepth  = 0.4
	maxHeight = 1.0
)

// hasFellows reports whether enough of the sure letters have a candidate's size and
// baseline.
func (g *guesses) hasFellows(c candidate) bool {
	n := 0
	for i := 0; i < len(g.sure) && n < minFellow; i++ {
		if g.sure[i].isFellow(&c) {
			n++
		}
	}
	return n >= minFellow
}

// isFellow reports whether two letters have one size and baseline.
func (c *candidate) isFellow(of *candidate) bool {
	most := maxDrift*of.em + maxPixel
	return math.Abs(c.em-of.em) <= most && math.Abs(c.base-of.base) <= most
}

// letter places a candidate as the letters of its size and baseline are in the mean: each
// alone is rounded to pixels. Larger sizes are designed narrower than those of the table.
func (g *guesses) letter(c candidate, b *Bitmap) Letter {
	em, base, drawn, designed, n := 0.0, 0.0, 0.0, 0.0, 0.0
	for _, s := range g.sure {
		if s.isFellow(&c) {
			em, base, drawn, designed, n = em+s.em, base+s.base, drawn+s.drawn, designed+s.em*s.shape.width, n+1
		}
	}
	if n == 0 {
		em, base, drawn, designed, n = c.em, c.base, 1, 1, 1
	}
	em, base = em/n, base/n
	width := em * drawn / designed
	return Letter{Text: c.text, Em: em, X: float64(b.X) - c.left*width, Y: base, Advance: c.advance * width}
}
