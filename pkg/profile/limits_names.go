package profile

import "errors"

// NameLimits set whether page numbers and names are required. validatePresence
// compares them with the rules that use them.
type NameLimits struct {
	Numbering Presence // of pages
	Names     Presence // of the authors
	Metadata  Presence // of the authors' names in the file's metadata

	LineNumbers Presence `json:",omitzero"` // in the margin
	PaperID     string   `json:",omitzero"` // where the submission's number must be: FirstPage or EveryPage
}

// Where the submission's number must be.
const (
	FirstPage = "first-page"
	EveryPage = "every-page"
)

func nameLimits() []parameter {
	return []parameter{
		{
			word: "numbering", about: "page numbers: required, forbidden or free", says: "page numbers `required`, `forbidden` or `free`",
			start: "numbering: required    # page numbers: required, forbidden or free\n",
			form:  of(presence(Required, Forbidden, Free), func(p *Profile) *Presence { return &p.Numbering }),
			uses:  needed("page-numbers"),
			free:  func(p *Profile) bool { return p.Numbering == Free },
		},
		{
			word: "names", about: "authors' names: required, forbidden or free", says: "of the authors: `required`, `forbidden` or `free`",
			start: "names: forbidden       # of the authors: forbidden for blind review, else required or free\n",
			form:  of(presence(Required, Forbidden, Free), func(p *Profile) *Presence { return &p.Names }),
			uses:  spoken("author-names", "anonymity"),
		},
		{
			word: "line_numbers", about: "line numbers in the margin: required or forbidden",
			says:  "line numbers in the margin: `required` or `forbidden`; without the key, rule `line-numbers` forbids them",
			start: "# line_numbers: required\n",
			form:  of(presence(Required, Forbidden), func(p *Profile) *Presence { return &p.LineNumbers }),
			uses:  heeded("line-numbers"),
			check: func(d *draft) (err error) {
				if d.LineNumbers == Free {
					err = at(d.own["line_numbers"], errors.New("line numbers are free without rule line-numbers; disable it and remove this line"))
				}
				return err
			},
		},
		{
			word: "paper_id", about: "where the submission's number must be: first-page or every-page",
			says: "where the submission's number (paper ID) must be: `first-page` or `every-page`",
			form: of(oneWordOf(FirstPage, EveryPage), func(p *Profile) *string { return &p.PaperID }),
			uses: needed("paper-id"),
		},
		{
			word: "metadata", about: "authors' names in the file's metadata: forbidden or free",
			says: "authors' names in the file's metadata: `forbidden`, as rule `anonymity` has it without the key, or `free`",
			form: of(presence(Forbidden, Free), func(p *Profile) *Presence { return &p.Metadata }),
			uses: spoken("anonymity"),
			prune: func(d *draft) {
				if !d.anyOn([]string{"anonymity"}) {
					d.Metadata = ""
				}
			},
		},
	}
}
