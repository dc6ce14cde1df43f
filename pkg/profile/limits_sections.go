package profile

// SectionLimits are the sections that papers must have, or must not have.
type SectionLimits struct {
	Require []Part // sections that every paper must have
	Forbid  []Part // sections that no paper may have
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
			word: "forbid", about: "sections that no paper may have", says: "sections: `appendices`",
			start:  "# forbid: appendices\n",
			form:   of(partsList, func(p *Profile) *[]Part { return &p.Forbid }),
			uses:   needed("forbidden-sections"),
			hotCRP: []specField{{word: "noappendix", rules: []string{"forbidden-sections"}, read: (*spec).noAppendix, write: (*export).noAppendix}},
		},
	}
}
