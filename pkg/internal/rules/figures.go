package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var figureBlock = Rule{
	ID:    "figure-block",
	Title: "all figures inside the text block",
	Why: `Figures count as text does: what extends into the margins takes room that other
papers do not have, and may be cut off in print.`,
	By: byOpML,
	Doc: `The visible ink of drawings and images, figure text and the rules of tables must
stay within the window of the allowed size that leaves the least text and figures
outside. What is clipped away, white, or the page's background does not count, nor
do the white and transparent margins of images. Where an image extends out by more
than the stray tolerance and its margins cannot be determined, the rule is unknown.`,
	Guides: &figureBlockGuides,
	limit:  limitBlock,
	judge:  judgeFigureBlock,
}

func judgeFigureBlock(f *measure.Facts, p *profile.Profile) Outcome {
	if p.Block == (profile.Size{}) {
		return Outcome{}
	}
	out := Outcome{Want: geom.SizeIn(p.Block.Width, p.Block.Height), Tolerance: geom.Inches(p.Tolerance.Block), Unit: "in"}
	doubt := 0 // the page of an image that cannot be judged
	whole := wholeBlockOf(f, p)
	for i := range f.Pages {
		page := &f.Pages[i]
		for _, o := range page.FigureOverhangs(p.Block.Width, p.Block.Height, p.Tolerance.Block) {
			if o.Doubtful && o.Reach > p.Tolerance.Stray {
				out.result, doubt = worse(out.result, unknown), page.Number
				continue
			}
			r := minor
			if o.Reach > p.Tolerance.Stray {
				r = violated
			}
			out.result = worse(out.result, r)
			if !whole.tells(&o, p) {
				out.Findings = append(out.Findings, figureFinding(page, &o, p))
			}
		}
	}
	if out.result == violated && len(out.Findings) == 0 {
		out.Sentence = report.Say(wording.FiguresWithText, nil)
	}
	if out.result == unknown {
		out.Sentence = report.Say(wording.FigureUncertain, report.Args{"page": doubt})
	}
	return out
}

// worse returns the result of two that decides: a violation is one whatever
// else could not be measured.
func worse(a, b result) result {
	order := [...]int{met: 0, minor: 1, unknown: 2, violated: 3}
	if order[b] > order[a] {
		return b
	}
	return a
}

func figureFinding(page *measure.Page, o *measure.Overhang, p *profile.Profile) report.Finding {
	limit, r := dimension(o, p.Block), geom.Empty()
	for _, i := range o.Figures {
		r = r.Union(page.Figures[i])
	}
	return report.Finding{
		Page: page.Number, Box: box(r), Got: geom.Inches(o.Extent), Want: geom.Inches(limit), Unit: "in",
		Sentence: figureSentence(page, o, geom.Inches(limit), r),
	}
}

// rowsNear is how near to a row of a table, in points, its rules are.
const rowsNear = 12

// hasRows reports whether drawings are the rules and frames of a table.
func hasRows(page *measure.Page, drawn geom.Rect) bool {
	rows := 0
	for i := range page.Lines {
		if page.Lines[i].Table && page.Lines[i].Box.Overlaps(drawn.Inset(-rowsNear)) {
			rows++
		}
	}
	return rows > 1
}

// figureSentence says how far a figure reaches out of the block. One that reaches
// out only where the block is placed by the text lies at its edge.
func figureSentence(page *measure.Page, o *measure.Overhang, limit float64, drawn geom.Rect) report.Sentence {
	const edge = 0.05 // points, less than can be distinguished
	args := report.Args{"width": limit, "uncertain": o.Doubtful}
	kind, whole := wording.FigureTooWide, wording.FigurePageWide
	if o.Vertical {
		args = report.Args{"height": limit, "uncertain": o.Doubtful}
		kind, whole = wording.FigureTooTall, wording.FigurePageTall
	}
	if o.Reach < edge {
		args["size"] = geom.Inches(o.Extent)
		return report.Say(whole, args)
	}
	args["beyond"] = geom.Inches(o.Reach)
	switch {
	case o.Vertical:
	case hasRows(page, drawn):
		return report.Say(wording.TableTooWide, report.Args{"beyond": args["beyond"], "width": limit})
	case isNoteFrame(page, o):
		return report.Say(wording.MarginNote, report.Args{"beyond": args["beyond"], "width": limit})
	}
	return report.Say(kind, args)
}

// isNoteFrame reports whether what sticks out is the frame of a note in the margin with
// its text, and perhaps the line that leads to it: all the text within the drawing stands
// beside the block, as that of a figure does not. Text that the line crosses is not within.
func isNoteFrame(page *measure.Page, o *measure.Overhang) bool {
	aside := false
	for _, i := range o.Figures {
		r := page.Figures[i]
		if beside(r, o.Window) {
			aside = true
			continue
		}
		for k, other := range page.Figures {
			if !slices.Contains(o.Figures, k) && r.Covers(other) {
				return false
			}
		}
	}
	return aside && o.Reach <= maxNoteReach
}

var legibleFigures = Rule{
	ID:    "legible-figures",
	Title: "text in figures and tables is legible without magnification",
	Why:   `Figures are read on paper too, where no one can zoom.`,
	By:    byOpML,
	Doc: `No visible text may be smaller than 4.9 points (5 TeX points), and no text in
figures and tables smaller than the venue requires; sub- and
superscripts are judged by the line they belong to.`,
	Guides: &legibleFiguresGuides,
	limit:  limitTiny,
	judge:  judgeLegible,
}

func judgeLegible(f *measure.Facts, p *profile.Profile) Outcome {
	least := leastFigure(p)
	if unseen, ok := textUnseen(f); ok {
		return unseen
	}
	var out Outcome
	byPage := map[int]int{} // page → index of its finding
	for _, t := range append(slices.Clone(f.Tiny), f.Small...) {
		if t.Size >= least {
			continue
		}
		out.result = violated
		at, ok := byPage[t.Page]
		if !ok {
			byPage[t.Page] = len(out.Findings)
			out.Findings = append(out.Findings, report.Finding{
				Page: t.Page, Box: box(t.Box), Got: t.Size, Want: least, Unit: "pt",
				Sentence: tinySentence(&t, p),
			})
			continue
		}
		if size, _ := out.Findings[at].Got.(float64); t.Size < size {
			out.Findings[at].Got, out.Findings[at].Box = t.Size, box(t.Box)
			out.Findings[at].Sentence = tinySentence(&t, p)
		}
	}
	for i := range out.Findings {
		finding := &out.Findings[i]
		if page := pageOf(f, finding.Page); page != nil && finding.Box != nil {
			finding.Place = page.Area(geom.FromArray(*finding.Box)) // lines are not counted in figures
		}
		if got, ok := out.Got.(float64); !ok || finding.Got.(float64) < got {
			out.Got, out.Want, out.Unit = finding.Got, least, "pt"
		}
	}
	return out
}

// tinySentence reports text that is too small.
func tinySentence(t *measure.Tiny, p *profile.Profile) report.Sentence {
	kind := wording.FigureTextTiny
	if p.MinFigure > 0 {
		kind = wording.FigureTextSmall
	}
	return report.Say(kind, report.Args{"size": t.Size, "least": leastFigure(p), "text": clip(t.Text)})
}
