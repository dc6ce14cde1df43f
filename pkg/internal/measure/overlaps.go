package measure

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Overlap is text of a page that is printed over other text.
type Overlap struct {
	Place        // of all of it; its text is the first that other text overlaps
	Over  string // the text that overlaps it
	Pairs int    // stretches of text that overlap
}

// How far text overlaps before it is hard to read. Lines set solid, scripts, accents
// and the letters of a formula stay below.
const (
	capShare     = 0.66 // of type, in ems: from its baseline up to there its letters are
	overlapDepth = 0.25 // in ems of the smaller type
	overlapChars = 3    // letters or digits, on each side
	likeSize     = 2.0  // watermarks and drop capitals are larger against what they overlap
)

// maxOverlapSteps caps the pairs of runs of one page that are compared. Pairs whose
// text is compared count once more for so many bytes of it.
const (
	maxOverlapSteps = 1 << 18
	bytesOfStep     = 32
)

// overlaps returns what of the text overlaps, by pages.
func overlaps(l *structure.Structure) []Overlap {
	var out []Overlap
	var all []strip // of one page; kept from one to the next
	for _, p := range l.Pages {
		all = strips(p, all[:0])
		if o := overlapsOf(p, all); o.Pairs > 0 {
			out = append(out, o)
		}
	}
	return out
}

// strip is the part of a run between its baseline and the tops of its capitals.
type strip struct {
	run   *layout.Run
	top   float64
	index int  // among the page's
	label bool // in a drawing
}

// overlapsOf returns what overlaps of the strips of a page.
func overlapsOf(p *structure.Page, all []strip) Overlap {
	out := Overlap{Place: Place{Page: p.Number, Box: geom.Empty()}}
	steps := 0
	for i := range all {
		for j := i + 1; j < len(all) && all[j].top < all[i].run.Baseline; j++ {
			if steps++; steps > maxOverlapSteps {
				return out
			}
			if !all[i].box().Overlaps(all[j].box()) {
				continue
			}
			if steps += (len(all[i].run.Text) + len(all[j].run.Text)) / bytesOfStep; !overlap(&all[i], &all[j]) {
				continue
			}
			first, second := all[i].run, all[j].run
			if second.Order < first.Order {
				first, second = second, first
			}
			if out.Pairs++; out.Pairs == 1 {
				out.Text, out.Over = first.Text, second.Text
			}
			out.Box = out.Box.Union(first.Box.Intersect(second.Box))
		}
	}
	return out
}

// strips appends those of the page's upright runs with letters to out, which is empty,
// from top to bottom.
func strips(p *structure.Page, out []strip) []strip {
	out = slices.Grow(out, runsOf(p))
	for _, line := range p.Lines {
		for i := range line.Runs {
			if r := &line.Runs[i]; !r.Rotated && r.Chars >= overlapChars && r.Box.Width() > 0 {
				out = append(out, strip{r, r.Baseline - capShare*r.Size, len(out), line.Role == structure.FigureText})
			}
		}
	}
	slices.SortFunc(out, func(a, b strip) int {
		switch {
		case a.top < b.top:
			return -1
		case b.top < a.top:
			return 1
		}
		return a.index - b.index
	})
	return out
}

// runsOf counts the runs of a page.
func runsOf(p *structure.Page) int {
	n := 0
	for _, line := range p.Lines {
		n += len(line.Runs)
	}
	return n
}

// box returns the strip's box.
func (s *strip) box() geom.Rect {
	return geom.Rect{X0: s.run.Box.X0, Y0: s.top, X1: s.run.Box.X1, Y1: s.run.Baseline}
}

// overlap reports whether enough of two runs stands at the same place. Labels of one
// drawing overlap where data do; the same words twice are bold, or have a shadow.
func overlap(a, b *strip) bool {
	common := a.box().Intersect(b.box())
	small, large := min(a.run.Size, b.run.Size), max(a.run.Size, b.run.Size)
	if common.IsEmpty() || common.Height() < overlapDepth*small || large > likeSize*small || a.label && b.label {
		return false
	}
	return lettersIn(a, common) >= overlapChars && lettersIn(b, common) >= overlapChars && !sameWords(a.run.Text, b.run.Text)
}

// lettersIn counts the letters and digits of a run that stand within a box, by the
// run's mean advance.
func lettersIn(s *strip, box geom.Rect) int {
	text := []rune(s.run.Text)
	share := float64(len(text)) / s.run.Box.Width()
	first, end := math.Round((box.X0-s.run.Box.X0)*share), math.Round((box.X1-s.run.Box.X0)*share)
	return utf8.RuneCountInString(lettersOf(string(text[max(0, int(first)):min(len(text), int(end))])))
}

// fewWords is how many words of a run are looked for in another.
const fewWords = 8

// sameWords reports whether the words of one run are among those of the other, by
// their lengths: they tell words apart where letters are masked, too.
func sameWords(a, b string) bool {
	short, long := wordLengths(a), wordLengths(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	short = short[:min(len(short), fewWords)]
	for i := 0; i+len(short) <= len(long); i++ {
		if slices.Equal(short, long[i:i+len(short)]) {
			return true
		}
	}
	return false
}

// wordLengths returns the number of letters and digits of each word.
func wordLengths(s string) []int {
	var out []int
	for word := range strings.FieldsSeq(s) {
		if n := utf8.RuneCountInString(lettersOf(word)); n > 0 {
			out = append(out, n)
		}
	}
	return out
}
