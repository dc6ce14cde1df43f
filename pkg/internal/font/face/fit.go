package face

import "math"

// How advances are fitted to those of a face: by a line, as type may be scaled and
// space be added to each letter or taken away.
const (
	// maxMisfit is how far they may stray, in ems (root of the mean square). Of all
	// fonts of TeX Live none of another design is nearer (docs/apparent-size.md).
	maxMisfit  = 0.005
	leastSlope = 0.6
	mostSlope  = 1.4
	leastShare = 0.8 // of the letters: others may be small capitals, or swashes
	// minDistinct is how many different letters tell a design.
	minDistinct = 20
)

// outliers are the distances in ems from which on a letter is left out of the line,
// step by step: the first line is a guess.
var outliers = [...]float64{0.05, 0.025, 0.0125, 0.0125}

// fitAll is fit for fonts that have one glyph of each letter, all of them those of the
// face: nearly all fonts.
func (f *Face) fitAll(all []Drawn) ([]Drawn, bool) {
	fitted, misfit := f.lineOf(all)
	return all, misfit <= maxMisfit && fitted.isDesign()
}

// isDesign reports whether a line can lead from the advances of a face to those of
// a font of its design.
func (l line) isDesign() bool { return l.slope >= leastSlope && l.slope <= mostSlope }

// fit returns the letters whose advances, by the font program, are those of the
// face; ok is false where they are too few. A letter may have several glyphs, such as
// small capitals: the one that is nearest to the line is taken.
func (f *Face) fit(all []Drawn) (letters []Drawn, ok bool) {
	fitted := line{slope: f.ratio(all)}
	misfit, least := 0.0, max(minDistinct, int(math.Ceil(leastShare*float64(distinct(all)))))
	for _, outlier := range outliers {
		if letters = f.near(all, fitted, outlier, least); letters == nil {
			return nil, false
		}
		fitted, misfit = f.lineOf(letters)
	}
	return letters, misfit <= maxMisfit && fitted.isDesign()
}

// line gives an advance for one of a face.
type line struct{ slope, constant float64 }

// ratio returns the usual ratio of advances.
func (f *Face) ratio(all []Drawn) float64 {
	ratios := make([]float64, 0, usualLetters)
	for i := range all {
		ratios = append(ratios, all[i].Program/f.Advances[all[i].Letter])
	}
	return middle(ratios)
}

// usualLetters is how many letters a font shows but for few: memory for so many is on the
// stack, and costs nothing.
const usualLetters = 64

// near returns the glyph of each letter that is nearest to the line, and not so far as
// an outlier; nil for fewer than least letters.
func (f *Face) near(all []Drawn, to line, outlier float64, least int) []Drawn {
	var best [len(Letters)]int // indexes into all, from 1
	var distance [len(Letters)]float64
	found := 0
	for i := range all {
		l := &all[i]
		far := math.Abs(l.Program - to.slope*f.Advances[l.Letter] - to.constant)
		isFirst := best[l.Letter] == 0
		if far < outlier && (isFirst || far < distance[l.Letter]) {
			best[l.Letter], distance[l.Letter] = i+1, far
			if isFirst {
				found++
			}
		}
	}
	if found < least {
		return nil
	}
	out := make([]Drawn, 0, found)
	for _, i := range best {
		if i > 0 {
			out = append(out, all[i-1])
		}
	}
	return out
}

// lineOf returns the line from the advances of the face to those of the font program.
func (f *Face) lineOf(all []Drawn) (l line, misfit float64) {
	var p points
	for i := range all {
		p.add(f.Advances[all[i].Letter], all[i].Program)
	}
	return p.line()
}

// points are sums over points that a line is laid through.
type points struct{ n, x, y, xx, xy, yy float64 }

func (p *points) add(x, y float64) {
	p.n, p.x, p.y, p.xx, p.xy, p.yy = p.n+1, p.x+x, p.y+y, p.xx+x*x, p.xy+x*y, p.yy+y*y
}

// line returns the line of least squares, and how far the points stray from it.
func (p *points) line() (l line, misfit float64) {
	n := math.Max(1, p.n)
	vx, vy, cov := p.xx-p.x*p.x/n, p.yy-p.y*p.y/n, p.xy-p.x*p.y/n
	if vx == 0 {
		return line{}, math.Inf(1)
	}
	l.slope = cov / vx
	l.constant = (p.y - l.slope*p.x) / n
	return l, math.Sqrt(math.Max(0, vy-l.slope*cov) / n)
}

// distinct counts the letters of which there are glyphs.
func distinct(all []Drawn) int {
	n := 0
	var seen [len(Letters)]bool
	for _, l := range all {
		if !seen[l.Letter] {
			seen[l.Letter] = true
			n++
		}
	}
	return n
}
