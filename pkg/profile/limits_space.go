package profile

// SpaceLimits are the space around titles and headings.
type SpaceLimits struct {
	Spacing Spacing
}

func spaceLimits() []parameter {
	return []parameter{
		{
			word: "spacing", about: "minimum distances of baselines around title and headings",
			says:       "minimum distances of baselines: `{below_title: 20pt, above_heading: 20pt, below_heading: 16pt}`",
			form:       fieldsOf(spacingFields, lengthIn(false), optional),
			uses:       needed("heading-space"),
			plausible:  extent{4, 144, "such as \"18pt\""},
			tolerances: []tolerance{{"spacing", "", 1, func(p *Profile) *float64 { return &p.Tolerance.Spacing }}},
		},
	}
}

var spacingFields = []field{
	{"below_title", "from the title's last line to the next one", func(p *Profile) *float64 { return &p.Spacing.BelowTitle }},
	{"above_heading", "from the line before a section's heading", func(p *Profile) *float64 { return &p.Spacing.AboveHeading }},
	{"below_heading", "to the line after it", func(p *Profile) *float64 { return &p.Spacing.BelowHeading }},
}
