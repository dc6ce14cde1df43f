package measure

import (
	"math"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Squeezed type. microtype stretches and shrinks fonts by at most 3 %.
const (
	leastScale   = 0.965
	letterWidth  = 0.45 // ems: what a letter of text takes, to weigh tracking
	minTypeChars = 20
)

// squeezed returns the full lines of running text that are condensed: by
// horizontal scaling, by negative space between the letters or by a font that is
// narrower than the face that it belongs to.
func squeezed(l *structure.Structure) []Squeezed {
	var out []Squeezed
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if !isRunning(line) || line.Chars < minTypeChars {
				continue
			}
			if width := scaleOf(line); width < leastScale {
				out = append(out, Squeezed{Place{p.Number, line.Box, line.Text}, width})
			}
		}
	}
	return out
}

// scaleOf returns a line's horizontal scale, tracking included.
func scaleOf(line *structure.Line) float64 {
	sum, n := 0.0, 0
	for i := range line.Runs {
		r := &line.Runs[i]
		if math.Abs(r.Size-line.Style.Size) > sizeBin {
			continue
		}
		sum += (r.HScale*drawnWidth(r.Font) + r.Tracking/letterWidth) * float64(r.Chars)
		n += r.Chars
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

// Hidden text. A few hidden characters are accidents of drawing programs; a prompt
// for an automatic reader takes words.
const (
	minHiddenWords       = 4
	minHiddenFigureWords = 12 // in figures: labels under boxes are common
	tooTiny              = 2.0
	ocrShare             = 0.5 // of the page that an image covers above an OCR layer
)

var whyHidden = map[content.Hidden]report.Kind{
	content.Invisible: wording.HiddenInvisible, content.Transparent: wording.HiddenTransparent, content.OffPage: wording.HiddenOffPage,
	content.SameColor: wording.HiddenBackground, content.Covered: wording.HiddenCovered, content.LayerOff: wording.HiddenLayer,
}

// hidden returns the text that a reader cannot see, by page and reason. Clipped
// text is cut from figures and counts as nothing.
func hidden(l *structure.Structure) []Hidden {
	var out []Hidden
	for _, p := range l.Pages {
		for _, g := range gather(p) {
			if g.count(); g.Words >= g.leastWords() {
				out = append(out, g.Hidden)
			}
		}
	}
	return out
}

// gather returns what is hidden on a page, in the order in which the reasons are
// met first.
func gather(p *structure.Page) []*gathered {
	var all []*gathered
	type reason struct {
		kind     report.Kind
		inFigure bool
	}
	byReason := map[reason]*gathered{}
	add := func(why reason, r *layout.Run) {
		g := byReason[why]
		if g == nil {
			g = &gathered{Hidden: Hidden{Place: Place{p.Number, geom.Empty(), ""}, Why: why.kind, InFigure: why.inFigure}}
			byReason[why] = g
			all = append(all, g)
		}
		g.add(r)
	}
	for i := range p.Hidden {
		r := &p.Hidden[i]
		if why := whyHidden[r.Hidden]; why != "" && !isOCR(p, r) {
			add(reason{why, inFigure(p, r.Box)}, r)
		}
	}
	for _, line := range p.Lines {
		for i := range line.Runs {
			if line.Style.Size < tooTiny && line.Role != structure.FigureText {
				add(reason{wording.HiddenTiny, false}, &line.Runs[i])
			}
		}
	}
	return all
}

// Labels in drawings are hidden by accident, a word or two at a time; sentences
// are not.
const (
	proseRun     = 3   // words in a row that speak of a sentence
	minScattered = 20  // so many words one by one do so too
	minStacked   = 8   // and so many in narrow lines one below the other, outside figures
	stackGap     = 1.6 // the distance of such lines, in ems
)

// gathered is what is hidden on a page for one reason, while it is gathered.
type gathered struct {
	Hidden
	scattered int // words that stand alone or in pairs
	stack     int // of them, in the lines one below the other that were seen last
	stacked   int // the most of them in such lines
	last      *layout.Run
}

// add adds a hidden run.
func (g *gathered) add(r *layout.Run) {
	g.Box = g.Box.Union(r.Box)
	if n := knownWords(r.Text); n >= proseRun {
		g.Words += n
	} else {
		g.scatter(r, n)
	}
	g.last = r
	if len(g.Text) < maxQuote {
		g.Text = strings.TrimSpace(g.Text + " " + r.Text)
	}
}

// count adds the words that stand alone or in pairs, where they are so many that
// they speak of text all the same.
func (g *gathered) count() {
	switch {
	case g.scattered >= minScattered:
		g.Words += g.scattered
	case g.stacked >= minStacked && !g.InFigure:
		g.Words += g.stacked
	}
}

// scatter counts the n words of a run of less than proseRun.
func (g *gathered) scatter(r *layout.Run, n int) {
	g.scattered += n
	if g.last == nil || !below(g.last, r) {
		g.stack = 0
	}
	g.stack += n
	g.stacked = max(g.stacked, g.stack)
}

// below reports whether r is set like the line above it and begins below it.
func below(above, r *layout.Run) bool {
	d := r.Baseline - above.Baseline
	return d > 0 && d <= stackGap*r.Size && math.Abs(r.X0-above.X0) <= 1 && math.Abs(r.Size-above.Size) <= sizeBin
}

// knownWords counts the words of hidden text that a program could read.
func knownWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		letters := 0
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters >= 2 {
			n++
		}
	}
	return n
}

// maxQuote caps the text that is kept of hidden text.
const maxQuote = 200

// leastWords returns how many hidden words count.
func (h *Hidden) leastWords() int {
	if h.InFigure {
		return minHiddenFigureWords
	}
	return minHiddenWords
}

func inFigure(p *structure.Page, box geom.Rect) bool {
	for _, f := range p.Figures {
		if f.Box.Covers(box) {
			return true
		}
	}
	return false
}

// isOCR reports whether r belongs to the text layer of a scanned page.
func isOCR(p *structure.Page, r *layout.Run) bool {
	if r.Hidden != content.Invisible && r.Hidden != content.Covered {
		return false
	}
	for _, f := range p.Figures {
		if f.Images > 0 && f.Box.Area() > ocrShare*p.Size.X*p.Size.Y && f.Box.Contains(r.Box.Center()) {
			return true
		}
	}
	return false
}
