package profile

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// The checks in this file refuse what is valid key by key and cannot be meant.

// validateSections refuses parts that are required and forbidden.
func (d *draft) validateSections() (all mistakes) {
	for _, part := range d.Require {
		clash := slices.ContainsFunc(d.Forbid, func(f Part) bool {
			return f.Section == part.Section && (f.Side == part.Side || f.Side == Anywhere)
		})
		key := "forbid"
		if _, own := d.own[key]; !own {
			key = "require"
		}
		d.slip(&all, clash, key, "%s is required and forbidden; remove it from one of the two", part)
	}
	return all
}

// validatePages refuses a limit that another one makes meaningless.
func (d *draft) validatePages() (all mistakes) {
	for _, total := range d.Pages {
		for _, l := range d.Pages {
			counts := len(total.Except)+len(total.Only) == 0 && len(l.Except)+len(l.Only) > 0
			d.slip(&all, counts && total.Most > 0 && l.Most > total.Most, "pages",
				"pages: a limit of %d has no effect beside %d in all", l.Most, total.Most)
		}
	}
	return all
}

// leastShare is the share of the paper that a text block covers at least, in width and
// in height. Blocks that are smaller were written in a wrong unit.
const leastShare = 0.45

// validateBlock refuses a text block that does not fit the paper, the margins or
// the columns.
func (d *draft) validateBlock() (all mistakes) {
	for _, paper := range d.Paper {
		b, m := d.Block, d.Margins
		large := b.Width > paper.Width || b.Height > paper.Height
		d.slip(&all, large, "block", "the block is larger than the paper")
		small := b.Width > 0 && b.Width < leastShare*paper.Width || b.Height > 0 && b.Height < leastShare*paper.Height
		d.slip(&all, small, "block", "the block %s covers less than half of the paper; is the unit right?", formatBlock(b))
		full := m.Left+m.Right >= paper.Width-geom.PointsPerInch || m.Top+m.Bottom >= paper.Height-geom.PointsPerInch
		d.slip(&all, full, "margins", "the margins leave no room for text on this paper")
	}
	d.validateRoom(&all)
	wide := d.Block.Width > 0 && (d.Column > d.Block.Width || d.Gutter.Min >= d.Block.Width)
	d.slip(&all, wide, "block", "a column or the gutter is wider than the block")
	return all
}

// validateRoom refuses a block for which the margins leave no room on any of the papers.
func (d *draft) validateRoom(all *mistakes) {
	b, m := d.Block, d.Margins
	if m == (Margins{}) || b == (Size{}) || len(d.Paper) == 0 {
		return
	}
	fits := func(paper Size) bool {
		return b.Width+m.Left+m.Right <= paper.Width+d.Tolerance.Block && b.Height+m.Top+m.Bottom <= paper.Height+d.Tolerance.Block
	}
	key := "margins"
	if _, own := d.own["block"]; own {
		key = "block"
	}
	d.slip(all, !slices.ContainsFunc(d.Paper, fits), key, "the margins leave less room than the block %s; one of the two is wrong", formatBlock(b))
}

// validateGrid refuses a gutter without columns, and lines that overlap.
func (d *draft) validateGrid() (all mistakes) {
	key := "gutter"
	if _, own := d.own[key]; !own {
		key = "columns"
	}
	d.slip(&all, d.Columns == 1 && d.anyOn([]string{"gutter"}), key, "a single column has no gutter; disable rule gutter")
	key = "leading"
	if _, own := d.own[key]; !own {
		key = "body_size"
	}
	overlap := d.Leading.Min > 0 && d.Leading.Min < d.BodySize.Min
	d.slip(&all, overlap, key, "leading %s is less than the type size %s; lines would overlap", formatLength(d.Leading.Min), formatLength(d.BodySize.Min))
	return all
}

// mostTolerance is the largest tolerance of a size and a leading, as a share of them.
const mostTolerance = 0.1

// validateTolerance refuses tolerances that contradict each other or are too large to
// be meant.
func (d *draft) validateTolerance() (all mistakes) {
	t := d.Tolerance
	d.slip(&all, t.Stray < t.Block, "tolerance", "stray is less than block; a stray line extends beyond the tolerance of the block")
	for _, limit := range []struct {
		word        string
		least, most float64
		tolerance   float64
	}{
		{"body_size", d.BodySize.Min, d.BodySize.Max, t.BodySize},
		{"leading", d.Leading.Min, d.Leading.Max, t.Leading},
	} {
		key := limit.word
		if _, own := d.own["tolerance"]; own {
			key = "tolerance"
		}
		v := max(limit.least, limit.most)
		d.slip(&all, v > 0 && limit.tolerance > mostTolerance*v+1e-9, key, "a tolerance of %s is more than a tenth of %s", formatLength(limit.tolerance), limit.word)
	}
	d.slip(&all, t.Block > 2*geom.PointsPerInch || t.Paper > 2*geom.PointsPerInch || t.Columns > 2*geom.PointsPerInch, "tolerance",
		"a tolerance of more than 2in has no effect as a limit")
	return all
}
