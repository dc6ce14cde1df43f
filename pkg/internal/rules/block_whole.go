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

// minWholePages is on how many pages at least a block is too large as a whole.
const minWholePages = 2

// wholeBlockOf looks at what sticks out of the pages of a paper.
func wholeBlockOf(f *measure.Facts, p *profile.Profile) wholeBlock {
	wide, deep := 0, 0
	for i := range f.Pages {
		for _, o := range textOverhangs(f, &f.Pages[i], p) {
			switch {
			case !isOfBlock(&f.Pages[i], &o, p):
			case o.Vertical:
				deep++
			default:
				wide++
			}
		}
	}
	least := max(minWholePages, (len(f.Pages)+1)/2)
	return wholeBlock{wide >= least, deep >= least}
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
