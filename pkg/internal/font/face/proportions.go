package face

import (
	"math"
	"slices"
	"strings"
)

// Drawn is a letter as a glyph of a font draws it.
type Drawn struct {
	Letter   int     // of Letters
	Program  float64 // its advance by the font program
	Declared float64 // and by the font's dictionary
	Height   float64 // of its ink above the baseline
	Bottom   float64 // where its ink ends, below the baseline negative
}

// Proportions is how large a font draws its letters against the face that they
// belong to.
type Proportions struct {
	Face   string  // its name; "" where the letters belong to no known face
	Height float64 // of the letters, against the face at the same size
	Width  float64 // of the advances, declared or drawn, against the face or else the font program
}

// Natural are the proportions of a font of which nothing is known.
var Natural = Proportions{Height: 1, Width: 1}

// ProportionsOf compares the letters of a font with the known faces. A letter may
// have several glyphs.
func ProportionsOf(name string, all []Drawn) Proportions {
	if distinct(all) < minDistinct {
		return Natural
	}
	face, letters := faceOf(name, all)
	if face == nil {
		return Proportions{Height: 1, Width: declaredShare(all)}
	}
	out := Proportions{face.Name, face.height(letters), min(face.width(letters), face.drawnWidth(letters))}
	if face.Size > 0 && DesignSize(name) > face.Size+1 {
		out.Width = max(1, out.Width) // larger sizes are designed narrower
	}
	return out
}

// faceOf returns the known face that letters belong to, and those that do; nil for
// none. Of several faces it is that of the size in the font's name, or else the one
// whose proportions are nearest.
func faceOf(name string, all []Drawn) (best *Face, letters []Drawn) {
	for _, fit := range [...]func(*Face, []Drawn) ([]Drawn, bool){(*Face).fitAll, (*Face).fit} {
		if best, letters = nearest(name, all, fit); best == nil && !isDeclared(all) {
			best, letters = nearest(name, declaredLetters(all), fit)
		}
		if best != nil {
			return best, letters
		}
	}
	return nil, nil
}

// nearest returns the face that letters belong to by a way to fit them.
func nearest(name string, all []Drawn, fit func(*Face, []Drawn) ([]Drawn, bool)) (best *Face, letters []Drawn) {
	size, least := DesignSize(name), math.Inf(1)
	faces := Known()
	for i := range faces {
		f := &faces[i]
		fitting, ok := fit(f, all)
		if !ok || !f.hasShape(fitting) {
			continue
		}
		far := math.Abs(math.Log(f.height(fitting))) + math.Abs(math.Log(f.width(fitting)))
		if f.Size > 0 && size > 0 {
			far += math.Abs(f.Size - size)
		}
		if far < least {
			best, letters, least = f, fitting, far
		}
	}
	return best, letters
}

// isDeclared reports whether the font program has the advances that the file declares.
func isDeclared(all []Drawn) bool {
	return !slices.ContainsFunc(all, func(l Drawn) bool { return math.Abs(l.Declared-l.Program) > maxMisfit })
}

// declaredLetters returns the letters as if the font program had the advances that
// the file declares: whoever scales outlines may leave nonsense in the program.
func declaredLetters(all []Drawn) []Drawn {
	out := slices.Clone(all)
	for i := range out {
		out[i].Program = out[i].Declared
	}
	return out
}

// minHeights is how many small letters and how many tall ones tell a height.
const minHeights = 4

// maxShapeSpread is how far the heights of small and tall letters may differ between
// copies of a face: Tinos has .035 from Times, Concrete .052 from Computer Modern.
const maxShapeSpread = 0.045

// hasShape reports whether small and tall letters are as high against each other as
// those of the face, or whether they are too few to tell.
func (f *Face) hasShape(letters []Drawn) bool {
	small, tall, ok := f.levels(letters)
	return !ok || math.Abs(math.Log(small/tall)) <= maxShapeSpread
}

// height returns how high letters are against the face's: by small letters or by tall
// ones, whichever are higher; 1 where there are few.
func (f *Face) height(letters []Drawn) float64 {
	small, tall, ok := f.levels(letters)
	if !ok {
		return 1
	}
	return max(small, tall)
}

// levels returns how high small and tall letters are against the face's; ok is false
// where there are few.
func (f *Face) levels(letters []Drawn) (x, capital float64, ok bool) {
	small, tall := make([]float64, 0, usualLetters), make([]float64, 0, usualLetters)
	for _, l := range letters {
		ratio := l.Height / f.Heights[l.Letter]
		switch c := Letters[l.Letter]; {
		case strings.IndexByte(xLetters, c) >= 0:
			small = append(small, ratio)
		case strings.IndexByte(tallLetters, c) >= 0:
			tall = append(tall, ratio)
		}
	}
	return middle(small), middle(tall), min(len(small), len(tall)) >= minHeights
}

// width returns how wide the advances are that are declared for letters, against the
// face's.
func (f *Face) width(letters []Drawn) float64 {
	declared, designed := 0.0, 0.0
	for _, l := range letters {
		declared, designed = declared+l.Declared, designed+f.Advances[l.Letter]
	}
	return declared / designed
}

// drawnWidth returns how wide the advances of the font program are, against the
// face's: those of a program that is condensed by its FontMatrix may be declared in
// full.
func (f *Face) drawnWidth(letters []Drawn) float64 {
	fitted, _ := f.lineOf(letters)
	if math.Abs(fitted.constant) > maxConstant {
		return fitted.slope
	}
	drawn, designed := 0.0, 0.0
	for _, l := range letters {
		drawn, designed = drawn+l.Program, designed+f.Advances[l.Letter]
	}
	return drawn / designed
}

// maxConstant is the space in ems that may be added to each advance. More is no space:
// LuaTeX writes CFF programs whose advances all lack the nominal one.
const maxConstant = 0.1

// declaredShare returns how wide the advances are that the file declares, against the
// font program's; 1 where the two have nothing to do with each other.
func declaredShare(all []Drawn) float64 {
	var p points
	for i := range all {
		p.add(all[i].Program, all[i].Declared)
	}
	switch fitted, misfit := p.line(); {
	case misfit > maxMisfit || fitted.slope < leastSlope || fitted.slope > mostSlope:
		return 1
	case math.Abs(fitted.constant) > maxConstant:
		return fitted.slope
	}
	declared, drawn := 0.0, 0.0
	for _, l := range all {
		declared, drawn = declared+l.Declared, drawn+l.Program
	}
	return declared / drawn
}

func middle(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	slices.Sort(xs)
	return xs[len(xs)/2]
}
