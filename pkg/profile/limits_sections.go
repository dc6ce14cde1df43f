package profile

import "errors"

// SectionLimits are the sections that papers must have, or must not have.
type SectionLimits struct {
	Require []Part // sections that every paper must have
	Forbid  []Part // sections that no paper may have

	Recommend []Part `json:",omitzero"` // sections that papers should have
	Order     []Part `json:",omitzero"` // the order of the parts that a paper has
	Last      []Part `json:",omitzero"` // parts after which nothing else comes
}

func sectionLimits() []parameter {
	return []parameter{
		{
			word: "require", about: "sections that every paper must have", says: "sections: `[ethics, open-science before references]`",
			start: "# require: [ethics, open-science before references]\n",
			form:  of(partsList, func(p *Profile) *[]Part { return &p.Require }),
			uses:  needed("required-sections"),
		},
		{
			word: "recommend", about: "sections that papers should have", says: "sections whose lack has a severity of its own: `ethics`",
			form: of(partsList, func(p *Profile) *[]Part { return &p.Recommend }),
			uses: needed("recommended-sections"),
		},
		{
			word: "order", about: "order of the parts that a paper has", says: "order of the parts that a paper has: `[limitations, references, appendices, checklist]`",
			form:  of(partsList, func(p *Profile) *[]Part { return &p.Order }),
			uses:  heeded("section-order"),
			check: checkOrder,
		},
		{
			word: "last", about: "parts after which no other part comes", says: "parts after which no other part comes: `references`",
			form: of(partsList, func(p *Profile) *[]Part { return &p.Last }),
			uses: heeded("section-order"),
		},
		{
			word: "forbid", about: "sections that no paper may have", says: "sections: `appendices`",
			start:  "# forbid: appendices\n",
			form:   of(partsList, func(p *Profile) *[]Part { return &p.Forbid }),
			uses:   needed("forbidden-sections"),
			hotCRP: []specField{{word: "noappendix", rules: []string{"forbidden-sections"}, read: (*spec).noAppendix, write: (*export).noAppendix}},
		},
	}
}

// checkOrder refuses an order of one part, and the rule without one of its two limits.
func checkOrder(d *draft) error {
	switch on := d.anyOn([]string{"section-order"}); {
	case on && !d.given["order"] && !d.given["last"]:
		return at(d.rules["section-order"], noLimit("section-order", "order"))
	case on && len(d.Order) == 1:
		return at(d.own["order"], errors.New("order: a single part has no order; name two"))
	}
	return nil
}
