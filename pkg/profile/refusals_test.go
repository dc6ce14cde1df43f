package profile

import (
	"strings"
	"testing"
)

// The language refuses what is valid key by key and means something else than its author
// believes, and says what to write.
func TestNotWhatIsMeant(t *testing.T) {
	page := "title: T\nrules: {page-limit: error}\n"
	size := "title: T\nrules: {body-font-size: error, leading: error, max-body-size: error}\n"
	grid := "title: T\npaper: letter\ncolumns: 2\nrules: {page-size: error, margins: error, columns: error, gutter: error, column-width: error}\n"
	for _, test := range []struct{ name, text, want string }{
		{"metadata of another word", minimal + "metadata: bogus\n", `metadata: unknown word "bogus"; write forbidden or free`},
		{"metadata that is required", minimal + "  anonymity: error\nmetadata: required\n", "metadata cannot be required; write forbidden or free"},
		{"links of another word", "title: T\nlinks: no\nrules: {links: error}\n", `links: unknown word "no"; write forbidden`},
		{"names beside anonymity", "title: T\nnames: required\nrules: {anonymity: error}\n", `names are required, but rule anonymity is enabled; disable it: "anonymity: off"`},
		{"a bare number over another count of the profile that is extended", "title: T\nextends: acl26\npages: 8\n",
			`line 3, column 8: pages: a bare number does not count references, and the limit {most: 8, except: [references, acknowledgments, limitations, ethics, appendices]} that it replaces counts otherwise; write what this one counts, such as "{most: 8, except: [references, acknowledgments, limitations, ethics, appendices]}"`},
		{"a bare number over another count", page + "pages: {most: 9, except: nothing}\ncategories: {short: {pages: 2}}\n",
			`line 4, column 29: category short: pages: a bare number does not count references, and the limit {most: 9, except: nothing} of the other papers counts otherwise; write what this one counts, such as "{most: 2, except: nothing}"`},
		{"a limit of what is forbidden", "title: T\nforbid: appendices\npages: [9, {most: 2, only: appendices}]\nrules: {page-limit: error, forbidden-sections: error}\n",
			"line 3, column 1: pages: a limit of appendices has no effect"},
		{"a last part before others", "title: T\norder: [references, appendices]\nlast: references\nrules: {section-order: error}\n", `line 3, column 1: references is last and, by "order:", appendices comes after it`},
		{"a larger limit of fewer parts", page + "pages: [{most: 3, except: appendices}, {most: 4, except: [appendices, references]}]\n", "a limit of 4 has no effect beside 3 in all but appendices"},
		{"leading in centimetres", size + "body_size: {min: 10pt, max: 12pt}\nleading: 1.5cm\n", "line 4, column 1: leading: implausible length 15mm"},
		{"leading of four lines", size + "body_size: {min: 8pt, max: 12pt}\nleading: 32pt\n", "leading 32pt is more than 3 times the type size 8pt"},
		{"a range with a hyphen", size + "body_size: 10pt-12pt\nleading: 12pt\n", `write a range as "{min: 10pt, max: 12pt}"`},
		{"margins in millimetres", grid + "margins: 2.5mm\ncolumn: 3.3in\ngutter: 0.3in\n", "margins: implausible length 2.5mm"},
		{"margins without unit", grid + "margins: 2.54\n", `margins: length "2.54" has no unit; add in, pt, mm or cm`},
		{"margins with a space", grid + "margins: 2.5 cm\n", `write the unit without a space: "2.5cm"`},
		{"margins by name", grid + "margins: {top: 1in}\n", "write them in the order top, right, bottom, left"},
		{"a wide gutter", grid + "margins: 0.75in 0.625in\ncolumn: 8.8cm\ngutter: 1.7in\n", "columns: 2 with the space between them take 8.63in, and there are 7.25in"},
		{"columns wider than the format", "title: T\nextends: ieee-conference\ncolumn: 89.1mm\ngutter: 6.3mm\nrules: {column-width: error, gutter: error}\n", "columns: 2 with the space between them take 7.26in, and there are 7.14in in the block of ieee-conference; is the unit right?"},
		{"a narrow column", grid + "margins: 0.75in 0.625in\ncolumn: 88pt\ngutter: 0.17in\n", "columns: 2 with the space between them take only 2.61in of 7.25in"},
		{"a column wider than the block", "title: T\nblock: 7in x 9in\ncolumn: 8in\nrules: {text-block: error, column-width: error}\n", "line 2, column 1: a column or the gutter is wider than the block 7in x 9in"},
		{"a block of the format", "title: T\nextends: ieee-conference\npaper: letter\nmargins: 1in\nrules: {margins: error, page-size: error}\n", "line 4, column 1: the margins leave less room than the block 7.14in x 9.3in of ieee-conference; change one of the two"},
		{"US letter", "title: T\npaper: US letter\nrules: {page-size: error}\n", `unknown paper "US letter"; write letter, a4 or`},
		{"except none", page + "pages: {most: 5, except: none}\n", `unknown part "none"; if everything counts, write "nothing"`},
		{"a number with commas", "title: T\nwords: 4,000-6,000\nrules: {word-limit: error}\n", `write it without commas: "4000-6000"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Parse("mine", []byte(test.text)); err == nil || !strings.Contains(said(err), test.want) {
				t.Errorf("the error is\n%s\nwant in it\n%s", said(err), test.want)
			}
		})
	}
}

// What a category turns off contradicts nothing that it has.
func TestCategoryWithoutMargins(t *testing.T) {
	parse(t, `title: T
paper: letter
margins: 1.5in
categories: {final: {block: 7in x 9in, rules: {margins: off, text-block: error}}}
rules: {page-size: error, margins: error}
`)
}

// The mistakes of a category are told beside those of the profile, which are told once.
func TestMistakesOfCategories(t *testing.T) {
	_, err := Parse("mine", []byte(`title: T
pages: 5
names: maybe
columns: 2
categories: {short: {pages: 3, leading: 11pt}}
rules: {page-limit: error, anonymity: error, gutter: error}
`))
	if got := said(err); len(Mistakes(err)) != 4 || !strings.Contains(got, "category short: leading has no effect") {
		t.Errorf("the mistakes are\n%s", got)
	}
}

// A bare number in a category is written with what it counts where the profile counts
// otherwise, so that it reads the same.
func TestBareNumberOfACategoryIsWrittenOut(t *testing.T) {
	p := parse(t, "title: T\npages: {most: 9, except: nothing}\ncategories: {short: {pages: {most: 2, except: references}}}\nrules: {page-limit: error}\n")
	if again := parse(t, p.YAML()); again.Digest != p.Digest {
		t.Errorf("it reads otherwise:\n%s", p.YAML())
	}
}
