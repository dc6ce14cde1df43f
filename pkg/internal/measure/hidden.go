package measure

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// How many letters that are hidden on a page for one reason are no accident of
// drawing programs: a prompt for an automatic reader takes as many, however they
// are set. A character of Chinese, Japanese or Korean counts as two letters.
const (
	minHidden       = 40
	minHiddenFigure = 100 // in figures: labels under boxes are common
	ideographWeight = 2
)

// tooTiny is the size in points below which type cannot be seen outside figures;
// leastScaled that below which it cannot be seen anywhere.
const (
	tooTiny     = 2.0
	leastScaled = 0.1
)

var whyHidden = map[content.Hidden]report.Kind{
	content.Invisible: wording.HiddenInvisible, content.Transparent: wording.HiddenTransparent, content.OffPage: wording.HiddenOffPage,
	content.SameColor: wording.HiddenBackground, content.Covered: wording.HiddenCovered, content.LayerOff: wording.HiddenLayer,
	content.CutOff: wording.HiddenClipped, content.Blank: wording.HiddenBlank, content.Shrunk: wording.HiddenTiny,
}

// hidden returns the text that a reader cannot see, by page and reason. Text
// clipped from figures counts as nothing.
func hidden(l *structure.Structure) []Hidden {
	var out []Hidden
	seen := map[string]bool{}
	for _, p := range l.Pages {
		for _, g := range joinFigures(gather(p, func() map[string]bool { return labels(l, seen) })) {
			g.Few = g.weight < g.least() || g.Why == wording.FormulaSource
			out = append(out, g.Hidden)
		}
	}
	return out
}

// gather returns what is hidden on a page, in the order in which the reasons are
// met first.
func gather(p *structure.Page, seen func() map[string]bool) []*gathered {
	h := hider{page: p, scan: isScan(p), seen: seen}
	for i := range p.Hidden {
		r := &p.Hidden[i]
		why := whyHidden[r.Hidden]
		switch {
		case why == "":
		case h.isResidue(r):
			h.add(wording.FormulaSource, true, r)
		case !h.isHonest(r):
			h.add(why, inFigure(p, r.Box), r)
		}
		h.last = r
	}
	for _, line := range p.Lines {
		for i := range line.Runs {
			if r := &line.Runs[i]; isTiny(r, line.Role == structure.FigureText) {
				h.add(wording.HiddenTiny, line.Role == structure.FigureText, r)
			}
		}
	}
	return h.all
}

// isTiny reports whether type is too small to see, or too narrow. Small labels of
// figures are for legible-figures.
func isTiny(r *layout.Run, label bool) bool {
	size := r.Size * min(1, r.HScale)
	return size < leastScaled || size < tooTiny && !label
}

// hider gathers what is hidden on a page.
type hider struct {
	page     *structure.Page
	scan     bool                    // the page is a scan: its text layer is one of recognised text
	residue  bool                    // the source of a formula is open that LaTeXiT leaves behind it
	last     *layout.Run             // the hidden run before
	seen     func() map[string]bool  // the letters of visible runs of the paper
	tail     bool                    // the run before is the end of a line
	parts    map[*structure.Line]int // how many characters of labels are hidden that can be seen otherwise
	compared int                     // hidden runs
	all      []*gathered
}

// add adds a run that is hidden for a reason. Digits, signs and characters that
// are not known say nothing.
func (h *hider) add(why report.Kind, label bool, r *layout.Run) {
	letters, weight := weigh(r.Text)
	if letters == 0 {
		return
	}
	g := h.of(why, label)
	g.Box = g.Box.Union(r.Box)
	g.Letters += letters
	g.weight += weight
	space := " "
	if letters <= 2 { // set letter by letter
		space = ""
	}
	g.quote(space, r.Text)
}

// of returns what is gathered for a reason.
func (h *hider) of(why report.Kind, label bool) *gathered {
	for _, g := range h.all {
		if g.Why == why && g.InFigure == label {
			return g
		}
	}
	g := &gathered{Hidden: Hidden{Place: Place{h.page.Number, geom.Empty(), ""}, Why: why, InFigure: label}}
	h.all = append(h.all, g)
	return g
}

// isHonest reports whether a run is hidden for an honest reason: it belongs to the
// text layer of a scan or of a picture, or it is the halo of a label.
func (h *hider) isHonest(r *layout.Run) bool {
	return h.isLayer(r) || h.isTail(r) || h.isPart(r) || h.hasTwin(r)
}

// isPart reports whether a run is part of a label of which more can be seen: on the
// lines of a hatching, and below them, letters have one ground or another.
func (h *hider) isPart(r *layout.Run) bool {
	if r.Hidden != content.SameColor && r.Hidden != content.Covered || !inFigure(h.page, r.Box) {
		return false
	}
	for _, line := range h.page.Lines {
		near := r.X0-line.X1 <= letterStep*r.Size && line.X0-r.X1 <= letterStep*r.Size
		if near && math.Abs(line.Baseline-r.Baseline) <= 1 && h.parts[line]+r.Chars < line.Chars {
			if h.parts == nil {
				h.parts = map[*structure.Line]int{}
			}
			h.parts[line] += r.Chars
			return true
		}
	}
	return false
}

// isTail reports whether a run is the end of a line that runs off the page, or out
// of its box, and of which more can be seen.
func (h *hider) isTail(r *layout.Run) bool {
	if r.Hidden != content.OffPage && r.Hidden != content.CutOff || r.Rotated {
		return false
	}
	if h.tail = h.tail && h.follows(r) && r.Baseline == h.last.Baseline; h.tail {
		return true
	}
	for _, line := range h.page.Lines {
		near := r.X0-line.X1 <= letterStep*r.Size && r.X0 >= line.X1-r.Size
		if near && math.Abs(line.Baseline-r.Baseline) <= 1 && line.Width() > r.X1-r.X0 {
			h.tail = true
			break
		}
	}
	return h.tail
}

// isResidue reports whether a run is part of the source that LaTeXiT leaves behind
// a formula: <latexit sha1_base64="…">…</latexit>.
func (h *hider) isResidue(r *layout.Run) bool {
	const begins, ends = "<" + lexicon.FormulaSource, "</" + lexicon.FormulaSource + ">"
	inside := h.residue
	if at := strings.LastIndex(r.Text, begins); at >= 0 {
		inside, h.residue = true, true
	}
	if strings.LastIndex(r.Text, ends) > strings.LastIndex(r.Text, begins) {
		h.residue = false
	}
	return inside
}

// A text layer lies over a picture of the text: over a page that shows hardly
// anything else, or over a figure, a label at a time.
const (
	layerShare = 0.5 // of the page that the image of a scan covers
	labelWords = 6   // so many words in a row are a sentence and no label
)

// isLayer reports whether a run belongs to such a layer.
func (h *hider) isLayer(r *layout.Run) bool {
	if r.Hidden != content.Invisible && r.Hidden != content.Covered {
		return false
	}
	for _, f := range h.page.Figures {
		if !f.Box.Contains(r.Box.Center()) {
			continue
		}
		if h.scan && f.Images > 0 && f.Box.Area() > layerShare*h.page.Size.X*h.page.Size.Y {
			return true
		}
		if r.Hidden == content.Invisible && wordCount(r.Text) < labelWords && !h.follows(r) {
			return true
		}
	}
	return false
}

// Lines of text follow each other closely, each begins below the one before; the
// letters of a line stand side by side.
const (
	lineStep   = 1.6 // ems
	letterStep = 1.0
)

// follows reports whether a run goes on with the text of the hidden run before it.
func (h *hider) follows(r *layout.Run) bool {
	if h.last == nil || math.Abs(h.last.Size-r.Size) > sizeBin {
		return false
	}
	down, gap := r.Baseline-h.last.Baseline, r.X0-h.last.X1
	below := down > 0 && down <= lineStep*r.Size && math.Abs(r.X0-h.last.X0) <= 1
	beside := math.Abs(down) <= 1 && gap > -r.Size && gap <= letterStep*r.Size
	return below || beside
}

// isScan reports whether more letters of a page lie in invisible mode or below
// something than can be seen.
func isScan(p *structure.Page) bool {
	seen, unseen := 0, 0
	for _, line := range p.Lines {
		seen += line.Chars
	}
	for i := range p.Hidden {
		if r := &p.Hidden[i]; r.Hidden == content.Invisible || r.Hidden == content.Covered {
			unseen += r.Chars
		}
	}
	return unseen > seen
}

// wordCount counts the words of two letters or more.
func wordCount(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if letters, _ := weigh(w); letters >= 2 {
			n++
		}
	}
	return n
}

// haloReach is how far a halo reaches beyond its label, in ems.
const haloReach = 0.6

// minLabel is how many letters and digits a label has that can be told from others,
// maxLabel the most bytes that they have where it cannot.
const (
	minLabel = 4
	maxLabel = 36
)

// maxTwins caps the hidden runs of a page for which visible copies are looked for.
const maxTwins = 1 << 12

// hasTwin reports whether a hidden run can be seen all the same: its letters are
// where it is, and it is the halo or the shadow of a label, or set twice; or it is
// a label, or a head, that another place of the paper shows.
func (h *hider) hasTwin(r *layout.Run) bool {
	want := lettersOf(r.Text)
	if h.compared++; h.compared > maxTwins {
		return false
	}
	near := h.lettersAt(r.Box.Inset(-haloReach * r.Size))
	if utf8.RuneCountInString(want) < minLabel { // any line of text holds a few letters
		return len(near) <= maxLabel && strings.Contains(near, want)
	}
	return strings.Contains(near, want) || h.seen()[want]
}

// labels returns the letters of all visible runs of the paper, found once.
func labels(l *structure.Structure, seen map[string]bool) map[string]bool {
	if len(seen) > 0 {
		return seen
	}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			for i := range line.Runs {
				seen[lettersOf(line.Runs[i].Text)] = true
			}
		}
	}
	return seen
}

// lettersAt returns the letters of the visible runs that reach into a box.
func (h *hider) lettersAt(box geom.Rect) string {
	var out strings.Builder
	for _, line := range h.page.Lines {
		if !line.Box.Overlaps(box) {
			continue
		}
		for i := range line.Runs {
			if line.Runs[i].Box.Overlaps(box) {
				out.WriteString(lettersOf(line.Runs[i].Text))
			}
		}
	}
	return out.String()
}

// lettersOf returns the letters and digits of a run.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// inFigure reports whether a box lies in a figure. One that takes the page is its
// background.
func inFigure(p *structure.Page, box geom.Rect) bool {
	for _, f := range p.Figures {
		if f.Box.Covers(box) && f.Box.Area() <= layerShare*p.Size.X*p.Size.Y {
			return true
		}
	}
	return false
}
