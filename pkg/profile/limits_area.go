package profile

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// AreaLimits are the area of a page that text and figures may occupy.
type AreaLimits struct {
	Block   Size    // the allowed text block; a side that is 0 is not limited
	Margins Margins // empty space required at the edges of the page

	MarginsOf []MarginsOf `json:",omitzero"` // of some pages, the more particular later
}

func areaLimits() []parameter {
	return []parameter{
		{
			word: "block", about: "text block, width x height; \"any\" for a side without a limit",
			says:  "width × height of the text, `7in x 9in`; `any x 9.25in` limits one side only",
			start: "block: 7in x 9in       # width x height of the text; in, cm, mm or pt\n",
			form: of(kind[Size]{
				read: readBlock, write: formatBlock,
				shape:   func() object { return textOf(blockPattern) },
				lengths: func(s Size) []float64 { return sides([]Size{s}) },
			}, func(p *Profile) *Size { return &p.Block }),
			uses:      needed("text-block", "figure-block"),
			plausible: extent{72, 100 * 72, "such as \"7in x 9in\""},
			tolerances: []tolerance{ // TeX's descenders, rules and protruding punctuation reach .04 in on correct papers
				{"block", "of the block and the margins", 0.05 * geom.PointsPerInch, func(p *Profile) *float64 { return &p.Tolerance.Block }},
				{"stray", "one or two overfull lines reaching this far are a warning", 0.125 * geom.PointsPerInch, func(p *Profile) *float64 { return &p.Tolerance.Stray }},
			},
			hotCRP: []specField{{place: 4, word: "textblock", rules: []string{"text-block"}, quiet: true,
				read: (*spec).block, write: (*export).block}},
		},
		{
			word: "margins", about: "empty space at the edges, in the order top right bottom left",
			says:  "empty space at the edges: `1in`, `1in 0.75in` (top and bottom, left and right), `1in 0.75in 1.25in` (top, left and right, bottom), or four lengths (top, right, bottom, left)",
			start: "# margins: 1in 0.75in  # top and bottom, left and right\n",
			form: of(kind[Margins]{
				read: readMargins, write: formatMargins,
				shape:   func() object { return textOf(marginPattern) },
				lengths: func(m Margins) []float64 { return []float64{m.Top, m.Right, m.Bottom, m.Left} },
			}, func(p *Profile) *Margins { return &p.Margins }),
			uses:      needed("margins"),
			plausible: extent{13, 5 * 72, "such as \"1in\""},
		},
		{
			word: "margins_of", about: "margins that hold on some pages instead",
			says: "margins that hold on some pages instead: `{first-page: 1in 0.75in, a4: 1in 1.6cm}`; also `letter`, `letter first-page`, `a4 first-page`",
			form: form{read: readMarginsOf, below: (*Profile).marginEntries, shape: marginsOfShape, lengths: (*Profile).marginLengths,
				reset: func(p *Profile) { p.MarginsOf = nil }},
			uses:      heeded("margins"),
			plausible: extent{13, 5 * 72, "such as \"1in\""},
			check:     checkMarginsOf,
		},
	}
}

// anySide is the word for a side of the block without a limit.
const anySide = "any"

// readBlock reads a width and a height; one of them may be "any".
func readBlock(into *Size, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	width, height, _ := cutSize(word)
	free := func(side string) bool { return strings.TrimSpace(side) == anySide }
	switch {
	case free(width) && free(height):
		return errors.New("a block of any size has no effect; remove the line")
	case free(width):
		into.Width = 0
		into.Height, err = ParseLength(height)
	case free(height):
		into.Height = 0
		into.Width, err = ParseLength(width)
	default:
		if *into, err = ParseSize(word); err == nil && (into.Width == 0 || into.Height == 0) {
			err = noExtent(word)
		}
		return err
	}
	if err == nil && *into == (Size{}) {
		err = noExtent(word)
	}
	return err
}

func noExtent(word string) error {
	return fmt.Errorf("invalid size %q; width and height must be positive", word)
}

func formatBlock(s Size) string {
	if s == (Size{}) {
		return ""
	}
	side := func(v float64) string {
		if v == 0 {
			return anySide
		}
		return formatLength(v)
	}
	return side(s.Width) + " x " + side(s.Height)
}

// readMargins reads one to four lengths in the order of CSS.
func readMargins(into *Margins, value *yaml.Node) error {
	if value.Kind == yaml.MappingNode {
		return errors.New("expected lengths and no keys; write them in the order top, right, bottom, left, such as \"1in 0.75in 1.25in 0.75in\"")
	}
	word, err := scalar(value)
	if err != nil {
		return err
	}
	*into, err = ParseMargins(word)
	return err
}

func formatMargins(m Margins) string {
	if m == (Margins{}) {
		return ""
	}
	sides := mapped([]float64{m.Top, m.Right, m.Bottom, m.Left}, formatLength)
	for len(sides) > 1 && sides[len(sides)-1] == sides[max(0, len(sides)-3)] {
		sides = sides[:len(sides)-1]
	}
	return strings.Join(sides, " ")
}
