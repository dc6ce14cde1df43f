package measure

import (
	"math"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// isGuised reports whether a line is prose by its texture, though it stands in a
// table, a frame, a listing or a drawing.
func isGuised(line *structure.Line) bool {
	if !line.Prose || line.Rotated {
		return false
	}
	switch line.Role {
	case structure.Table, structure.FigureText, structure.Equation:
		return true
	case structure.Code:
		return line.Style.Font != nil && !line.Style.Font.FixedPitch()
	}
	return line.IsRunning() && line.Boxed
}

// Guised prose goes on in the next column where it ends near the foot of one and
// begins near the head of the next.
const endShare = 0.2 // of the page's height

// guisedStretches returns the stretches of guised prose below limit on a page.
func (p *Page) guisedStretches(limit float64) []Stretch {
	var out []Stretch
	var last *Line
	for i := range p.Guised {
		l := &p.Guised[i]
		if l.Size >= limit {
			last = nil
			continue
		}
		if last == nil || !p.goesOn(last, l) {
			out = append(out, newStretch(p.Number))
		}
		out[len(out)-1].add(l)
		last = l
	}
	return out
}

// goesOn reports whether prose that stood in line last goes on in l.
func (p *Page) goesOn(last, l *Line) bool {
	if l.Column == last.Column {
		d := l.Baseline - last.Baseline
		return d >= 0 && d <= maxStep*l.Size
	}
	return last.Baseline > (1-endShare)*p.Size.Y && l.Baseline < endShare*p.Size.Y
}

// Small type that is scattered over the running text.
const (
	scatteredRun   = 3       // so many small lines of prose follow each other
	scatteredLines = 1.0 / 8 // the share of all running lines that they are together
	scatteredChars = 1.0 / 4 // the share of its characters that are small, wherever they stand
	leastRunning   = 40      // running lines that a paper needs for the shares to tell
	minPartChars   = 4       // fewer letters are an index
)

// Scattered tells of small type that is scattered over the running text.
type Scattered struct {
	Share float64 // of the lines, or of the characters
	Chars bool    // it is the share of characters
	Lines []Place // the small lines
}

// ScatteredSmall returns the small type, below limit, that is scattered over the
// running text in runs of lines or as a share of its characters; ok is false where
// there is too little of it.
func (f *Facts) ScatteredSmall(limit float64) (s Scattered, ok bool) {
	running, small, chars, smallChars := 0, 0, 0, 0
	for i := range f.Pages {
		p := &f.Pages[i]
		var run []Place
		flush := func() {
			if len(run) >= scatteredRun {
				s.Lines = append(s.Lines, run...)
				small += len(run)
			}
			run = nil
		}
		for k := range p.Lines {
			l := &p.Lines[k]
			if !l.Running || !l.Prose && !l.Full {
				continue
			}
			running++
			n, low := l.sizes(limit)
			chars, smallChars = chars+n, smallChars+low
			if l.Size < limit && l.Column >= 0 {
				run = append(run, Place{p.Number, l.Box, l.Text})
				continue
			}
			flush()
		}
		flush()
	}
	lines, letters := share(small, running), share(smallChars, chars)
	switch {
	case running < leastRunning:
	case lines >= scatteredLines:
		s.Share = lines
		return s, true
	case letters >= scatteredChars:
		s.Share, s.Chars = letters, true
		return s, true
	}
	return Scattered{}, false
}

func share(part, all int) float64 { return float64(part) / math.Max(1, float64(all)) }

// sizes returns how many characters of words the line has, and how many of them
// are below limit.
func (l *Line) sizes(limit float64) (all, small int) {
	all = l.Chars
	if l.Size < limit {
		small = l.Chars
	}
	for _, part := range l.Parts {
		switch {
		case part.Size < limit && l.Size >= limit:
			small += part.Chars
		case part.Size >= limit && l.Size < limit:
			small -= part.Chars
		}
	}
	return all, max(0, small)
}

// partsOf returns the words of a line that look set in another size than its own:
// no indices, no small capitals, no code.
func partsOf(line *structure.Line, size float64) []Part {
	var out []Part
	for i := range line.Runs {
		r := &line.Runs[i]
		if math.Abs(r.Size*drawnSize(r.Font)-size) <= sizeBin || r.Font.FixedPitch() || math.Abs(r.Baseline-line.Baseline) > sizeBin*r.Size {
			continue
		}
		if n := smallLetters(r.Text); n >= minPartChars {
			out = append(out, Part{r.Size * drawnSize(r.Font), r.Chars})
		}
	}
	return out
}

// smallLetters counts the letters of a text, 0 where none is small: those of small
// capitals are large.
func smallLetters(s string) int {
	n, small := 0, false
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
			small = small || unicode.IsLower(r)
		}
	}
	if !small {
		return 0
	}
	return n
}
