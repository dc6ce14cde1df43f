package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// wholeBlock is what is wrong with the text block of a paper, rather than with single
// lines: it is too wide or too deep on most pages, which has one cause.
type wholeBlock struct {
	wide, deep    bool
	width, height float64 // of the widest and the tallest page
}

// What shows that a block is too large as a whole.
const (
	minWholePages = 2    // pages where it is
	minWholeLines = 5    // or lines that stick out of one page
	fullWidth     = 0.75 // of the allowed width, that a page has to fill to show it
	fullHeight    = 0.95 // of the allowed height: pages of floats and last pages are less deep
)

// wholeBlockOf looks at what sticks out of the pages of a paper.
func wholeBlockOf(f *measure.Facts, p *profile.Profile) wholeBlock {
	var wide, deep evidence
	for i := range f.Pages {
		page := &f.Pages[i]
		wide.look(page.Block.X1-page.Block.X0, p.Block.Width, fullWidth, p.Tolerance.Block)
		deep.look(page.Block.Y1-page.Block.Y0, p.Block.Height, fullHeight, p.Tolerance.Block)
		for _, o := range textOverhangs(f, page, p) {
			switch {
			case !isOfBlock(page, &o, p):
			case o.Vertical:
				deep.add(&o)
			default:
				wide.add(&o)
			}
		}
	}
	return wholeBlock{wide.isWhole(), deep.isWhole(), wide.most, deep.most}
}

// evidence counts in one dimension the pages that fill the allowed size and stay within
// it, those whose text as a whole does not, and the lines that stick out of one of these.
type evidence struct {
	within, larger, lines int
	most                  float64 // size of the largest
}

// look counts a page that fills the share of what is allowed that shows the block.
func (e *evidence) look(size, allowed, share, tolerance float64) {
	if size > share*allowed && size <= allowed+tolerance {
		e.within++
	}
}

func (e *evidence) add(o *measure.Overhang) {
	e.larger++
	e.lines = max(e.lines, o.Out, len(o.Lines))
	e.most = max(e.most, o.Extent)
}

// isWhole reports whether more pages are larger than allowed than stay within it.
func (e *evidence) isWhole() bool {
	return e.larger > e.within && (e.larger >= minWholePages || e.lines >= minWholeLines)
}

// textOverhangs returns what text sticks out of the block on a page.
func textOverhangs(f *measure.Facts, page *measure.Page, p *profile.Profile) []measure.Overhang {
	if f.IsTurned(page.Number) {
		return nil
	}
	return page.Overhangs(p.Block.Width, p.Block.Height, p.Tolerance.Block)
}

// isOfBlock reports whether the text of a page as a whole is larger than the block,
// not a table or a note in the margin.
func isOfBlock(page *measure.Page, o *measure.Overhang, p *profile.Profile) bool {
	return o.Excess > p.Tolerance.Block && (o.Vertical || len(o.Lines) > maxMinorLines && !mostly(o.Lines, page.IsRow) && !isMarginNote(page, o))
}

// has reports whether something that sticks out of a page does so because of the block:
// it extends no farther than the block does on some page. A line, a table or a figure
// that fills a block which is too large sticks out with it.
func (w *wholeBlock) has(o *measure.Overhang, p *profile.Profile) bool {
	if o.Vertical {
		return w.deep && o.Extent <= w.height+p.Tolerance.Block
	}
	return w.wide && o.Extent <= w.width+p.Tolerance.Block
}

// tells reports whether the rule text-block tells already of what sticks out: figures that
// fill a block which is too large have the same cause.
func (w *wholeBlock) tells(o *measure.Overhang, p *profile.Profile) bool {
	return w.has(o, p) && slices.ContainsFunc(p.Rules, func(r profile.Rule) bool { return r.ID == textBlock.ID })
}

// finding returns what is said of the block on a page: the same on all pages, so that
// it is read once.
func (w *wholeBlock) finding(page *measure.Page, width, height float64, p *profile.Profile) report.Finding {
	out := report.Finding{Page: page.Number, Box: box(page.Block), Unit: "in"}
	all := report.Args{
		"width": geom.Inches(width), "most_width": geom.Inches(p.Block.Width),
		"height": geom.Inches(height), "most_height": geom.Inches(p.Block.Height),
	}
	kind, names := wording.BlockTooLarge, []string{"width", "most_width", "height", "most_height"}
	out.Got, out.Want = geom.SizeIn(width, height), geom.SizeIn(p.Block.Width, p.Block.Height)
	switch {
	case !w.deep:
		kind, names, out.Got, out.Want = wording.BlockTooWide, names[:2], all["width"], all["most_width"]
	case !w.wide:
		kind, names, out.Got, out.Want = wording.BlockTooDeep, names[2:], all["height"], all["most_height"]
	}
	args := report.Args{}
	for _, name := range names {
		args[name] = all[name]
	}
	out.Sentence = report.Say(kind, args)
	return out
}
