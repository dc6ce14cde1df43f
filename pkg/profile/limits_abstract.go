package profile

// AbstractLimits limit the length of the abstract.
type AbstractLimits struct {
	Abstract           Count `json:",omitzero"` // words
	AbstractCharacters Count `json:",omitzero"` // spaces included
}

func abstractLimits() []parameter {
	return []parameter{
		{
			word: "abstract", about: "maximum words of the abstract", says: "maximum words of the abstract, or `100-150`",
			start: "# abstract: 200        # maximum words of the abstract\n",
			form:  of(span, func(p *Profile) *Count { return &p.Abstract }),
			uses:  heeded("abstract-length"),
			check: checkAbstract,
		},
		{
			word: "abstract_characters", about: "maximum characters of the abstract, spaces included",
			form: of(span, func(p *Profile) *Count { return &p.AbstractCharacters }),
			uses: heeded("abstract-length"),
		},
	}
}

// checkAbstract refuses the rule without one of its two limits.
func checkAbstract(d *draft) error {
	if d.anyOn([]string{"abstract-length"}) && !d.given["abstract"] && !d.given["abstract_characters"] {
		return at(d.rules["abstract-length"], noLimit("abstract-length", "abstract"))
	}
	return nil
}
