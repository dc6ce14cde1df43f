package profile

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// MarginsOf are the margins of some pages, which hold there instead of the others.
type MarginsOf struct {
	Pages string // one of marginPages
	Margins
}

// marginPages are the pages that may have margins of their own, the more particular
// later.
var marginPages = []string{"letter", "a4", FirstPage, "letter " + FirstPage, "a4 " + FirstPage}

// MarginsAt returns the margins of a page of such a size in points, the first of its
// paper or another.
func (p *Profile) MarginsAt(width, height float64, first bool) Margins {
	paper := "other"
	for _, name := range []string{"letter", "a4"} {
		if s, err := ParseSize(name); err == nil && math.Abs(s.Width-width) <= p.Tolerance.Paper && math.Abs(s.Height-height) <= p.Tolerance.Paper {
			paper = name
		}
	}
	out := p.Margins
	for _, m := range p.MarginsOf {
		of, isFirst := strings.CutSuffix(m.Pages, FirstPage)
		if of = strings.TrimSpace(of); (of == "" || of == paper) && (first || !isFirst) {
			out = m.Margins
		}
	}
	return out
}

// readMarginsOf reads the margins of some pages, and sorts them.
func readMarginsOf(d *draft, value *yaml.Node) error {
	d.MarginsOf = nil
	var keys []key[draft]
	for _, pages := range marginPages {
		keys = append(keys, key[draft]{pages, "", func(d *draft, value *yaml.Node) error {
			m := MarginsOf{Pages: pages}
			err := readMargins(&m.Margins, value)
			d.MarginsOf = append(d.MarginsOf, m)
			return err
		}})
	}
	_, err := readMapping(value, d, keys)
	slices.SortFunc(d.MarginsOf, func(a, b MarginsOf) int {
		return slices.Index(marginPages, a.Pages) - slices.Index(marginPages, b.Pages)
	})
	if err == nil && len(d.MarginsOf) == 0 {
		err = errors.New("expected pages with margins of their own, such as \"first-page: 1in 0.75in\"")
	}
	return err
}

func (p *Profile) marginEntries() []Entry {
	var out []Entry
	for _, m := range p.MarginsOf {
		out = append(out, Entry{Key: m.Pages, Value: formatMargins(m.Margins)})
	}
	return out
}

// marginLengths returns all lengths of the margins of some pages.
func (p *Profile) marginLengths() []float64 {
	var out []float64
	for _, m := range p.MarginsOf {
		out = append(out, m.Top, m.Right, m.Bottom, m.Left)
	}
	return out
}

func marginsOfShape() object {
	shapes := object{}
	for _, pages := range marginPages {
		shapes[pages] = textOf(marginPattern)
	}
	return mapping(shapes)
}

// checkMarginsOf refuses margins of a paper that the profile does not allow.
func checkMarginsOf(d *draft) error {
	for _, m := range d.MarginsOf {
		paper, _, _ := strings.Cut(m.Pages, " ")
		size, err := ParseSize(paper)
		if err == nil && len(d.Paper) > 0 && !slices.Contains(d.Paper, size) {
			return at(d.own["margins_of"], fmt.Errorf("margins_of: %s is not among the allowed papers", paper))
		}
	}
	return nil
}
