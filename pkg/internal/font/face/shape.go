package face

import (
	"math"
	"slices"
	"strings"
)

// How the shapes of letters are told from each other: by where their ink ends. Faces
// have a level for small letters without ascenders and one for those with ascenders and
// capitals; scripts, blackletter and symbols have none that are so clear, small
// capitals have one.
const (
	ascending  = "bdhkl" // f, i, j and t are drawn in either way
	descending = "gpqy"
	eitherWay  = "fijtJQ"

	minOfLevel     = 2    // letters
	minStep        = 1.15 // from the level of x to that of ascenders
	maxLevelSpread = 0.3  // of the letters of a level, in steps
	minDescent     = 0.12 // of a descender, in heights of x
)

// How many letters have to be drawn as others, and which share of those that have a
// shape; so many of them are letters like x, which stand out: fonts of small capitals and
// of Cyrillic only lack what should. Of the fonts of TeX Live whose letters have two
// levels these are symbols, ornaments and other scripts.
const (
	minMisdrawn      = 4
	minMisdrawnX     = 2
	minMisdrawnShare = 0.25
)

// Misdrawn returns the letters of a font that are drawn with the shape of others: high
// ones in place of low ones, with descenders in place of without, and the reverse. It is
// empty where they are few, or where the font's letters have no clear levels. A letter
// that has several glyphs, such as small capitals, needs one in its shape.
func Misdrawn(all []Drawn) string {
	l, ok := levelsOf(all)
	if !ok {
		return ""
	}
	var judged, right [len(Letters)]bool
	for _, d := range all {
		if l.judges(d) {
			judged[d.Letter] = true
			right[d.Letter] = right[d.Letter] || l.hasShape(d)
		}
	}
	wrong, n, outstanding := "", 0, 0
	for i, is := range judged {
		if !is {
			continue
		}
		if n++; right[i] {
			continue
		}
		c := Letters[i : i+1]
		if wrong += c; strings.Contains(xLetters, c) || c < "a" {
			outstanding++
		}
	}
	if len(wrong) < minMisdrawn || outstanding < minMisdrawnX || float64(len(wrong)) < minMisdrawnShare*float64(n) {
		return ""
	}
	return wrong
}

// levels are the heights of letters without ascenders and of those with them.
type levels struct {
	low, high float64
	bottom    float64 // where most letters end: some fonts stand below the baseline
	capitals  bool    // they are those of capitals, which there are nearly alone
}

// judges reports whether a letter has a shape: capitals are high in fonts of text, and
// anything in those of phonetics, so that they tell where there are no small letters.
func (l levels) judges(d Drawn) bool {
	c := Letters[d.Letter]
	return strings.IndexByte(eitherWay, c) < 0 && l.capitals == (c <= 'Z')
}

// hasShape reports whether a letter can be the one that it is called.
func (l levels) hasShape(d Drawn) bool {
	c := Letters[d.Letter]
	high, down := d.Height > (l.low+l.high)/2, d.Bottom < l.bottom-minDescent*l.low
	switch {
	case c <= 'Z': // swashes go below the baseline
		return high
	case strings.IndexByte(descending, c) >= 0:
		return down && !high
	case c == 'z': // has a tail in some italics
		return !high
	case strings.IndexByte(ascending, c) >= 0:
		return high && !down
	}
	return !high && !down
}

// levelsOf returns the two levels of a font: those of its small letters, or else of
// capitals where some of them have descenders, by which they are no small capitals.
func levelsOf(all []Drawn) (l levels, ok bool) {
	small, capitals := make([]float64, 0, usualLetters), make([]float64, 0, usualLetters)
	bottoms := make([]float64, 0, usualLetters)
	descenders := 0
	for _, d := range all {
		c := Letters[d.Letter]
		if strings.IndexByte(eitherWay, c) >= 0 {
			continue
		}
		bottoms = append(bottoms, d.Bottom)
		if c >= 'a' {
			small = append(small, d.Height)
			continue
		}
		if capitals = append(capitals, d.Height); d.Bottom < -minDescent*d.Height {
			descenders++
		}
	}
	if l, ok = split(small); !ok && len(small) <= minOfLevel && descenders >= minOfLevel {
		l, ok = split(capitals)
		l.capitals = true
	}
	l.bottom = middle(bottoms)
	return l, ok && math.Abs(l.bottom) <= minDescent*l.low
}

// split parts heights in two levels at the widest gap; ok is false where they are not
// clear.
func split(tops []float64) (l levels, ok bool) {
	slices.Sort(tops)
	widest, at := 0.0, 0
	for i := 1; i < len(tops); i++ {
		if gap := tops[i] - tops[i-1]; gap > widest {
			widest, at = gap, i
		}
	}
	low, high := tops[:at], tops[at:]
	if min(len(low), len(high)) < minOfLevel {
		return l, false
	}
	l.low, l.high = low[len(low)/2], high[len(high)/2]
	most := maxLevelSpread * (l.high - l.low)
	return l, l.low > 0 && l.high >= minStep*l.low && spread(low, l.low) <= most && spread(high, l.high) <= most
}

// spread returns how far heights are from a level, the root of the mean square.
func spread(heights []float64, level float64) float64 {
	sum := 0.0
	for _, h := range heights {
		sum += (h - level) * (h - level)
	}
	return math.Sqrt(sum / float64(len(heights)))
}
