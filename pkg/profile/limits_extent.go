package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ExtentLimits limit the extent of a paper.
type ExtentLimits struct {
	Paper []Size      // allowed page sizes
	Pages []PageLimit // all of them hold
	Words Count       // words of running text, references not counted
}

func extentLimits() []parameter {
	return []parameter{
		{
			word: "paper", about: "allowed page sizes: letter, a4 or width x height",
			says:  "page sizes: `letter`, `[letter, a4]`, `8.5in x 11in`",
			start: "paper: letter          # or a4, or [letter, a4], or 8.5in x 11in\n",
			form: of(kind[[]Size]{
				read: readPaper, write: func(s []Size) string { return list(s, formatSize) }, shape: paperShape, lengths: sides,
			}, func(p *Profile) *[]Size { return &p.Paper }),
			uses:       needed("page-size"),
			plausible:  extent{72, 100 * 72, "such as \"8.5in x 11in\""},
			tolerances: []tolerance{{"paper", "of a page's size", 2, func(p *Profile) *float64 { return &p.Tolerance.Paper }}},
			hotCRP: []specField{{place: 1, word: "papersize", rules: []string{"page-size"}, quiet: true,
				read: (*spec).paper, write: (*export).paper}},
		},
		{
			word: "pages", about: "page limit; a number does not count references", says: "page limit, see below",
			start: `pages: 12              # page limit, references not counted. Several limits, and what they count:
# pages: [{most: 12, except: [references, appendices]}, {most: 20, except: nothing}]
`,
			form: pagesForm(),
			uses: needed("page-limit"),
			hotCRP: []specField{
				{place: 2, word: "pagelimit", rules: []string{"page-limit"}, read: (*spec).pages, write: (*export).pages},
				{place: 7, word: "unlimitedref", read: (*spec).references, write: func(e *export) any { return e.unlimited }},
			},
		},
		{
			word: "words", about: "maximum words of running text", says: "maximum words, `5000-8800`, or `{warn: 8000, most: 12000}`: a warning above 8000 words",
			form:   of(span, func(p *Profile) *Count { return &p.Words }),
			uses:   needed("word-limit"),
			hotCRP: []specField{{word: "wordlimit", rules: []string{"word-limit"}, read: (*spec).words, write: (*export).words}},
		},
	}
}

// readPaper reads one page size or a list of them.
func readPaper(into *[]Size, value *yaml.Node) error {
	*into = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := scalar(item)
		if err != nil {
			return err
		}
		if _, _, two := cutSize(word); !two && paperSizes[strings.ToLower(word)] == (Size{}) {
			return fmt.Errorf("unknown paper %q; write letter, a4 or a width and a height, such as \"8.5in x 11in\"", word)
		}
		size, err := ParseSize(word)
		if err == nil && (size.Width == 0 || size.Height == 0) {
			err = noExtent(word)
		}
		*into = append(*into, size)
		return err
	})
}

// sides returns the widths and heights of sizes.
func sides(sizes []Size) []float64 {
	var out []float64
	for _, s := range sizes {
		out = append(out, s.Width, s.Height)
	}
	return out
}

func paperShape() object {
	return several(object{"anyOf": []any{textOf(sizePattern), oneWord("letter", "Letter", "a4", "A4")}})
}

// nothing is the word for a page limit that counts every page.
const nothing = "nothing"

// pageLimit is a page limit while it is being read.
type pageLimit struct {
	PageLimit
	except, only bool // given
}

var pageLimitKeys = []key[pageLimit]{
	{"most", "pages", count(func(l *pageLimit) *int { return &l.Most })},
	{"least", "pages", count(func(l *pageLimit) *int { return &l.Least })},
	{"warn", "above this there is a warning", count(func(l *pageLimit) *int { return &l.Warn })},
	{"except", "parts that are not counted, or \"nothing\"", func(l *pageLimit, value *yaml.Node) (err error) {
		l.except = true
		l.Except, err = readParts(nothing)(value)
		return err
	}},
	{"only", "the only parts that are counted", func(l *pageLimit, value *yaml.Node) (err error) {
		l.only = true
		l.Only, err = readParts("")(value)
		return err
	}},
}

func pagesForm() form {
	pages := of(kind[[]PageLimit]{read: readPages, write: formatPages, shape: pagesShape, parts: partsOfLimits},
		func(p *Profile) *[]PageLimit { return &p.Pages })
	read := pages.read
	pages.read = func(d *draft, value *yaml.Node) error {
		base := d.Pages // of the other papers, or of what the profile extends
		err := read(d, value)
		if err == nil && value.Kind == yaml.ScalarNode && countsOtherwise(base) {
			err = d.bareNumber(base)
		}
		return err
	}
	return pages
}

// bareNumber refuses a number of pages which may be meant to count what the limit counts
// that it replaces.
func (d *draft) bareNumber(base []PageLimit) error {
	replaced := "that it replaces"
	if d.Category != "" {
		replaced = "of the other papers"
	}
	return fmt.Errorf("a bare number does not count references, and the limit %s %s counts otherwise; write what this one counts, such as \"%s\"",
		formatPages(base), replaced, d.Pages[0].longhand(base[0]))
}

// countsOtherwise reports whether none of some limits counts what a bare number does.
func countsOtherwise(limits []PageLimit) bool {
	return len(limits) > 0 && !slices.ContainsFunc(limits, PageLimit.isUsual)
}

// longhand writes a limit with what another one counts.
func (l PageLimit) longhand(like PageLimit) string {
	l.Except, l.Only = like.Except, like.Only
	return l.inBraces()
}

// readPages reads one page limit or a list of them.
func readPages(into *[]PageLimit, value *yaml.Node) error {
	*into = nil
	return eachItem(value, func(item *yaml.Node) error {
		limit, err := readPageLimit(item)
		*into = append(*into, limit)
		return err
	})
}

// readPageLimit reads a number of pages, which leaves references out, or a
// mapping that says what is counted.
func readPageLimit(value *yaml.Node) (PageLimit, error) {
	if value.Kind != yaml.MappingNode {
		limit := PageLimit{Except: []Part{{Section: References}}}
		err := readCount(&limit.Count, value)
		return limit, err
	}
	var limit pageLimit
	places, err := readMapping(value, &limit, pageLimitKeys)
	switch {
	case err != nil:
		return limit.PageLimit, err
	case limit.Count == Count{}:
		err = errors.New("missing maximum; add for example \"most: 12\"")
	case limit.except == limit.only:
		err = errors.New("specify what is counted: \"except:\" with the parts that are not, \"except: nothing\", or \"only:\"")
	default:
		err = limit.sensible(places)
	}
	return limit.PageLimit, at(placeOf(value), err)
}

func formatPages(limits []PageLimit) string { return list(limits, PageLimit.format) }

// isUsual reports whether a limit counts what a bare number of pages counts.
func (l PageLimit) isUsual() bool {
	return len(l.Only) == 0 && slices.Equal(l.Except, []Part{{Section: References}})
}

func (l PageLimit) format() string {
	if l.isUsual() && l.Warn == 0 && (l.Least == 0 || l.Most > 0) {
		return formatCount(l.Count)
	}
	return l.inBraces()
}

// inBraces writes a limit with what it counts.
func (l PageLimit) inBraces() string {
	out := l.entries()
	switch {
	case len(l.Only) > 0:
		out = append(out, "only: "+inBrackets(mapped(l.Only, Part.String)))
	case len(l.Except) == 0:
		out = append(out, "except: "+nothing)
	default:
		out = append(out, "except: "+inBrackets(mapped(l.Except, Part.String)))
	}
	return "{" + strings.Join(out, ", ") + "}"
}

// partsOfLimits returns the parts that page limits name.
func partsOfLimits(limits []PageLimit) []Part {
	var out []Part
	for _, l := range limits {
		out = slices.Concat(out, l.Except, l.Only)
	}
	return out
}

func pagesShape() object {
	whole, parts := wholeShape(1, maxCount), partsShape()
	limit := object{
		"type": "object", "additionalProperties": false,
		"properties": object{"most": whole, "least": whole, "warn": whole, "except": parts, "only": parts},
		"oneOf":      []any{object{"required": []string{"except"}}, object{"required": []string{"only"}}},
		"anyOf":      []any{object{"required": []string{"most"}}, object{"required": []string{"least"}}, object{"required": []string{"warn"}}},
	}
	return several(object{"anyOf": []any{spanShape(), limit}})
}
