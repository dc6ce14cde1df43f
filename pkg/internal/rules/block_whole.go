package rules

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// wholeBlock is what is wrong with the text block of a paper, rather than with single
// lines: it is too wide or too deep on most pages, which has one cause.
type wholeBlock struct{ wide, deep bool }

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
		wide.look(page.Block.X1-page.Block.X0, fullWidth*p.Block.Width)
		deep.look(page.Block.Y1-page.Block.Y0, fullHeight*p.Block.Height)
		for _, o := range textOverhangs(f, page, p) {
			switch {
			case !isOfBlock(page, &o, p):
			case o.Vertical:
				deep.add(o.Out)
			default:
				wide.add(o.Out)
			}
		}
	}
	return wholeBlock{wide.isWhole(), deep.isWhole()}
}

// evidence counts the pages that fill the allowed size in one dimension, those of them
// that are larger, and the lines that stick out of one of these.
type evidence struct{ full, larger, lines int }

func (e *evidence) look(size, least float64) {
	if size > least {
		e.full++
	}
}

func (e *evidence) add(lines int) {
	e.larger++
	e.lines = max(e.lines, lines)
}

// isWhole reports whether most full pages are larger than allowed.
func (e *evidence) isWhole() bool {
	return 2*e.larger > e.full && (e.larger >= minWholePages || e.lines >= minWholeLines)
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

// has reports whether something that sticks out of a page does so because of the
// block.
func (w wholeBlock) has(page *measure.Page, o *measure.Overhang, p *profile.Profile) bool {
	return (o.Vertical && w.deep || !o.Vertical && w.wide) && isOfBlock(page, o, p)
}

// finding returns what is said of the block on a page: the same on all pages, so that
// it is read once.
func (w wholeBlock) finding(page *measure.Page, width, height float64, p *profile.Profile) report.Finding {
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
