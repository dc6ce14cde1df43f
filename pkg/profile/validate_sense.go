package profile

import (
	"slices"
	"strconv"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// The checks in this file refuse what is valid key by key and cannot be meant.

// validateSections refuses parts that are required and forbidden, or last and followed
// by others.
func (d *draft) validateSections() (all mistakes) {
	for _, last := range d.Last {
		i := slices.Index(d.Order, last)
		for _, after := range d.Order[i+1:] {
			d.slip(&all, i >= 0 && !slices.Contains(d.Last, after), d.ownOf("last", "order"),
				"%s is last and, by \"order:\", %s comes after it; change one of the two", last, after)
		}
	}
	for _, part := range d.Require {
		d.slip(&all, covers(d.Forbid, part), d.ownOf("forbid", "require"), "%s is required and forbidden; remove it from one of the two", part)
	}
	return all
}

// ownOf returns the first of two keys that the text has itself, else the second.
func (d *draft) ownOf(key, other string) string {
	if _, own := d.own[key]; own {
		return key
	}
	return other
}

// origin says of which profile a key is that the text extends, "" for one of its own.
func (d *draft) origin(key string) string {
	if _, own := d.own[key]; own || !d.inherited[key] {
		return ""
	}
	return " of " + d.extends
}

// covers reports whether a part is among others, alone or on both sides of the
// references.
func covers(parts []Part, part Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool {
		return p.Section == part.Section && (p.Side == part.Side || p.Side == Anywhere)
	})
}

// validatePages refuses a limit that another one makes meaningless, and one of parts that
// are forbidden.
func (d *draft) validatePages() (all mistakes) {
	within := func(some, others []Part) bool {
		return !slices.ContainsFunc(some, func(p Part) bool { return !covers(others, p) })
	}
	for _, more := range d.Pages {
		for _, l := range d.Pages {
			counts := len(more.Only) == 0 && (len(l.Only) > 0 && len(more.Except) == 0 || len(l.Only) == 0 && within(more.Except, l.Except))
			beside := "all but " + list(more.Except, Part.String)
			if len(more.Except) == 0 {
				beside = "all"
			}
			d.slip(&all, counts && more.Most > 0 && l.Most > more.Most, "pages",
				"pages: a limit of %d has no effect beside %d in %s", l.Most, more.Most, beside)
		}
		d.slip(&all, len(more.Only) > 0 && within(more.Only, d.Forbid), d.ownOf("pages", "forbid"),
			"pages: a limit of %s has no effect: \"forbid:\" allows no page of them; remove one of the two", list(more.Only, Part.String))
	}
	return all
}

// inches writes a length for people.
func inches(points float64) string {
	return strconv.FormatFloat(points/geom.PointsPerInch, 'f', 2, 64) + "in"
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
	d.slip(&all, wide, d.ownOf("block", d.ownOf("column", "gutter")), "a column or the gutter is wider than the block %s; is the unit right?", formatBlock(d.Block))
	if !wide {
		all.add(d.validateColumns().err())
	}
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
	d.slip(all, !slices.ContainsFunc(d.Paper, fits), d.ownOf("block", "margins"), "the margins%s leave less room than the block %s%s; change one of the two, or turn off the rules of one",
		d.origin("margins"), formatBlock(b), d.origin("block"))
}

// validateColumns refuses columns that do not fit the block or the paper, and columns
// that leave most of it empty: their width or the gutter has the wrong unit.
func (d *draft) validateColumns() (all mistakes) {
	room, where := 0.0, ""
	for _, paper := range d.Paper {
		room = max(room, paper.Width-d.Margins.Left-d.Margins.Right)
	}
	if d.Block.Width > 0 {
		room = d.Block.Width
		if of := d.origin("block"); of != "" {
			where = " in the block" + of
		}
	}
	columns := max(1, d.Columns)
	width := float64(columns)*d.Column + float64(columns-1)*d.Gutter.Min
	key := d.ownOf("column", d.ownOf("gutter", "columns"))
	d.slip(&all, d.Column > 0 && room > 0 && width > room+d.Tolerance.Columns*float64(columns), key,
		"columns: %s with the space between them take %s, and there are %s%s; is the unit right?", number(columns), inches(width), inches(room), where)
	d.slip(&all, d.Column > 0 && d.Columns > 0 && room > 0 && width < leastShare*room, key,
		"columns: %s with the space between them take only %s of %s; is the unit right?", number(columns), inches(width), inches(room))
	return all
}

// mostLeading is the largest leading, as a multiple of the size of type.
const mostLeading = 3

// validateGrid refuses a gutter without columns, and lines that overlap.
func (d *draft) validateGrid() (all mistakes) {
	d.slip(&all, d.Columns == 1 && d.anyOn([]string{"gutter"}), d.ownOf("gutter", "columns"), "a single column has no gutter; disable rule gutter")
	key := d.ownOf("leading", "body_size")
	overlap := d.Leading.Min > 0 && d.Leading.Min < d.BodySize.Min
	d.slip(&all, overlap, key, "leading %s is less than the type size %s; lines would overlap", formatLength(d.Leading.Min), formatLength(d.BodySize.Min))
	loose := d.BodySize.Min > 0 && d.Leading.Min <= widestLeading && d.Leading.Min > mostLeading*d.BodySize.Min
	d.slip(&all, loose, key, "leading %s is more than %d times the type size %s; is the unit right?", formatLength(d.Leading.Min), mostLeading, formatLength(d.BodySize.Min))
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
