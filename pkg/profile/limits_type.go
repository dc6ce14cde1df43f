package profile

import "errors"

// TypeLimits are type sizes and line spacing, in points.
type TypeLimits struct {
	BodySize  Range
	MinFigure float64 // minimum type size in figures and tables; 0: barely legible type
	Leading   Range
}

func typeLimits() []parameter {
	return []parameter{
		{
			word: "body_size", about: "minimum size of the running text, or {min, max, tolerance}",
			says:  "minimum size of the text, `10pt`, or `{min: 10pt, max: 11pt, tolerance: 0.2pt}`",
			start: "body_size: 10pt        # minimum size of the text, or {min: 10pt, max: 11pt}\n",
			form: rangeOf(func(p *Profile) *Range { return &p.BodySize },
				func(p *Profile) *float64 { return &p.Tolerance.BodySize }),
			uses:       []use{{rule: "body-font-size", half: least}, {rule: "max-body-size", half: most}},
			plausible:  extent{4, 48, "such as \"10pt\""},
			tolerances: []tolerance{{"body_size", "", 0.1, func(p *Profile) *float64 { return &p.Tolerance.BodySize }}},
			hotCRP: []specField{{place: 5, word: "bodyfontsize", rules: []string{"body-font-size", "max-body-size"}, quiet: true,
				read: (*spec).bodySize, write: func(e *export) any { return e.size(e.p.BodySize, e.p.Tolerance.BodySize) }}},
		},
		{
			word: "figure_size", about: "minimum type size in figures and tables", says: "minimum type size in figures and tables",
			form:      of(oneLength, func(p *Profile) *float64 { return &p.MinFigure }),
			uses:      heeded("legible-figures"),
			plausible: extent{3, 8, "such as \"6pt\""},
		},
		{
			word: "leading", about: "minimum distance of baselines, or {min, max, tolerance}",
			says:  "minimum distance of baselines, `12pt`, or a range as above",
			start: "leading: 12pt          # minimum distance of baselines\n",
			form: rangeOf(func(p *Profile) *Range { return &p.Leading },
				func(p *Profile) *float64 { return &p.Tolerance.Leading }),
			uses:       []use{{rule: "leading", half: least}, {rule: "max-leading", half: most}},
			plausible:  extent{4, widestLeading, "such as \"12pt\""},
			tolerances: []tolerance{{"leading", "", 0.1, func(p *Profile) *float64 { return &p.Tolerance.Leading }}},
			check:      checkLeading,
			hotCRP: []specField{
				{place: 6, word: "bodylineheight", rules: []string{"leading", "max-leading"}, quiet: true,
					read: (*spec).leading, write: func(e *export) any { return e.size(e.p.Leading, e.p.Tolerance.Leading) }},
				{word: "bodyleading", rules: []string{"leading", "max-leading"}, quiet: true, read: (*spec).leading}, // another name of it
			},
		},
	}
}

// widestLeading is the largest leading, in points, that makes sense: that of 14-point type,
// double-spaced by a word processor, and some more.
const widestLeading = 36

func checkLeading(d *draft) error {
	if d.Leading.Max > 0 && d.BodySize.Min > d.Leading.Max {
		return at(d.own["leading"], errors.New("leading: lines would overlap: the maximum leading is below the minimum type size"))
	}
	return nil
}
