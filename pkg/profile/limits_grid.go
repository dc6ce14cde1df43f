package profile

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// GridLimits limit the columns of the text.
type GridLimits struct {
	Columns int
	Column  float64 // widest text column
	Gutter  Range
}

func gridLimits() []parameter {
	return []parameter{
		{
			word: "columns", about: "number of text columns", says: "number of text columns",
			start: "columns: 2\n",
			form:  of(wholeUpTo(maxColumns), func(p *Profile) *int { return &p.Columns }),
			uses:  needed("columns"),
			check: checkColumns,
			hotCRP: []specField{{place: 3, word: "columns", rules: []string{"columns"}, quiet: true,
				read: (*spec).columns, write: func(e *export) any { return number(e.p.Columns) }}},
		},
		{
			word: "column", about: "widest text column",
			form:      of(oneLength, func(p *Profile) *float64 { return &p.Column }),
			uses:      needed("column-width"),
			plausible: extent{36, 50 * 72, "such as \"3.33in\""},
			tolerances: []tolerance{{"columns", "of the columns' width", 0.05 * geom.PointsPerInch,
				func(p *Profile) *float64 { return &p.Tolerance.Columns }}},
		},
		{
			word: "gutter", about: "minimum space between the columns, or {min, max, tolerance}", says: "minimum space between the columns, or a range as above",
			start: "gutter: 0.33in         # minimum space between the columns\n",
			form: rangeOf(func(p *Profile) *Range { return &p.Gutter },
				func(p *Profile) *float64 { return &p.Tolerance.Gutter }),
			uses:       []use{{rule: "gutter", half: least}},
			plausible:  extent{4, 3 * 72, "such as \"0.33in\""},
			tolerances: []tolerance{{"gutter", "", 0.03 * geom.PointsPerInch, func(p *Profile) *float64 { return &p.Tolerance.Gutter }}},
		},
	}
}

// maxColumns is the most columns that a page of text has.
const maxColumns = 6

func checkColumns(d *draft) error {
	if d.Columns > maxColumns {
		return at(d.own["columns"], fmt.Errorf("columns: %d is too many; the maximum is %d", d.Columns, maxColumns))
	}
	return nil
}
