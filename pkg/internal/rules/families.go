package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/profile"
)

// family is a family of fonts with its clones.
type family struct {
	name string // as people call it
	// begins are the beginnings of the PostScript names, in lower case and without
	// spaces and hyphens, under which it goes.
	begins []string
	latex  []string // what loads it, the first choice first
	open   string   // a font that TeX and Typst have
	word   string   // a font that Word has
	office string   // what LibreOffice has too; "": what Typst has
}

// families are those that a profile can require.
var families = map[string]family{
	"times": {
		name: "Times",
		begins: []string{
			"times", "nimbusrom", "texgyretermes", "qtm", "termes", "liberationserif", "stix", "xits", "tempora",
			"freeserif", "tinos", "thorndale", "txr", "rtxr", "ntxr", "ntx", "newtx", "ptm", "utm", "mathtime",
			"dutch801", "timesten", "tiro",
		},
		latex: []string{`\usepackage{mathptmx}`, `\usepackage{newtxtext,newtxmath}`}, open: "TeX Gyre Termes", word: "Times New Roman", office: "Liberation Serif",
	},
	"libertine": {
		name:   "Libertine",
		begins: []string{"linlibertine", "linuxlibertine", "libertin", "libertinus", "lxl"},
		latex:  []string{`\usepackage{libertinus}`, `\usepackage{libertine}`}, open: "Libertinus Serif", word: "Linux Libertine",
	},
	"computer-modern": {
		name:   "Computer Modern",
		begins: []string{"cmr", "cmb", "cmti", "cmsl", "sfrm", "lmroman", "lmr", "newcm", "ecrm", "cmuserif", "mlmr"},
		latex:  []string{`\usepackage{lmodern}`}, open: "Latin Modern Roman", word: "CMU Serif",
	},
	"palatino": {
		name:   "Palatino",
		begins: []string{"palatino", "urwpallad", "texgyrepagella", "pagella", "pplr", "pazo", "bookantiqua", "tgpagella", "newpx", "pxr"},
		latex:  []string{`\usepackage{newpxtext,newpxmath}`, `\usepackage{mathpazo}`}, open: "TeX Gyre Pagella", word: "Palatino Linotype",
	},
	"charter": {
		name:   "Charter",
		begins: []string{"charter", "bitstreamcharter", "xcharter", "bch", "charis"},
		latex:  []string{`\usepackage{XCharter}`}, open: "XCharter", word: "Charter",
	},
	"garamond": {
		name:   "Garamond",
		begins: []string{"garamond", "ebgaramond", "urwgaramond", "agaramond", "adobegaramond", "cormorant"},
		latex:  []string{`\usepackage{ebgaramond}`}, open: "EB Garamond", word: "Garamond",
	},
	"cambria": {
		name:   "Cambria",
		begins: []string{"cambria", "caladea"},
		latex:  []string{`\usepackage{caladea}`}, open: "Caladea", word: "Cambria",
	},
	"helvetica": {
		name:   "Helvetica",
		begins: []string{"helvetica", "nimbussan", "texgyreheros", "heros", "phv", "uhv", "liberationsans", "arimo"},
		latex:  []string{sansHelvetica}, open: "TeX Gyre Heros", word: "Arial", office: "Liberation Sans",
	},
	"arial": {
		name:   "Arial",
		begins: []string{"arial", "liberationsans", "arimo", "helvetica", "nimbussan"},
		latex:  []string{sansHelvetica}, open: "TeX Gyre Heros", word: "Arial", office: "Liberation Sans",
	},
	"calibri": {
		name:   "Calibri",
		begins: []string{"calibri", "carlito", "crlt"}, // Carlito of TeX goes as Crlt
		latex:  []string{`\usepackage[sfdefault]{carlito}`}, open: "Carlito", word: "Calibri",
	},
}

// sansHelvetica sets the body in a Helvetica: without the second command only \textsf is.
const sansHelvetica = `\usepackage{helvet}\renewcommand{\familydefault}{\sfdefault}`

// inFamily reports whether the font of a PostScript name belongs to a family.
func inFamily(font, name string) bool {
	font = strings.NewReplacer(" ", "", "-", "", "_", "", ",", "").Replace(strings.ToLower(font))
	for _, begin := range families[name].begins {
		if strings.HasPrefix(font, begin) {
			return true
		}
	}
	return false
}

// familyNames returns what people call families.
func familyNames(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, cmp.Or(families[n].name, n))
	}
	return out
}

// familyWords returns the words of fixes that name the first family that a profile
// requires, Times where it requires none.
func familyWords(p *profile.Profile) []string {
	f, other := families["times"], "lmodern"
	if len(p.Families) > 0 {
		f = families[p.Families[0]]
	}
	if slices.Contains(p.Families, "computer-modern") {
		other = "mathptmx"
	}
	return []string{
		"«family»", f.name, "«latex package of another»", other, "«latex font»", strings.Join(f.latex, " or "), "«latex font lines»", strings.Join(f.latex, "\n% or: "),
		"«open font»", f.open, "«word font»", f.word, "«office font»", cmp.Or(f.office, f.open),
	}
}
