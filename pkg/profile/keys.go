package profile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/report"
)

// profileKeys returns the profile language, in the order in which it is
// documented and written.
func profileKeys() []key[draft] {
	return append([]key[draft]{
		{"title", "what reports call the venue", text(func(d *draft) *string { return &d.Title })},
		{"source", "the page that it was read from", readSource},
		{"year", "of the call", readYear},
		{"stage", "submission or final (camera-ready)", word(func(d *draft) *string { return &d.Stage }, StageSubmission, StageFinal)},
		{"extends", "the built-in profile that holds where this one says nothing", text(func(d *draft) *string { return &d.extends })},
		{"categories", "variants for kinds of papers (--category): the keys in which they differ", readCategories},
	}, categoryKeys()...)
}

// categoryKeys returns the keys that a category may hold too.
func categoryKeys() []key[draft] {
	return []key[draft]{
		{"paper", "allowed page sizes: letter, a4 or width x height", readPaper},
		{"pages", "most pages; a number leaves references out", readPages},
		{"words", "most words of running text", readWords},
		{"block", "text block, width x height; \"any\" for a side that is not asked", readBlock},
		{"margins", "free at the edges, in the order top right bottom left", readMargins},
		{"body_size", "least size of the running text, or {min, max, tolerance}", rangeOf(func(d *draft) *Range { return &d.BodySize }, func(d *draft) *float64 { return &d.Tolerance.BodySize })},
		{"figure_size", "least size of type in figures and tables", length(func(d *draft) *float64 { return &d.MinFigure }, false)},
		{"leading", "least distance of baselines, or {min, max, tolerance}", rangeOf(func(d *draft) *Range { return &d.Leading }, func(d *draft) *float64 { return &d.Tolerance.Leading })},
		{"columns", "of text", count(func(d *draft) *int { return &d.Columns })},
		{"column", "widest text column", length(func(d *draft) *float64 { return &d.Column }, false)},
		{"gutter", "least width between the columns, or {min, max, tolerance}", rangeOf(func(d *draft) *Range { return &d.Gutter }, func(d *draft) *float64 { return &d.Tolerance.Gutter })},
		{"families", "accepted families of the running text", readFamilies},
		{"numbering", "page numbers: required, forbidden or free", presence(func(d *draft) *Presence { return &d.Numbering })},
		{"names", "authors' names: required, forbidden or free", presence(func(d *draft) *Presence { return &d.Names })},
		{"metadata", "authors' names in the file's metadata: forbidden or free", presence(func(d *draft) *Presence { return &d.Metadata })},
		{"spacing", "least distances of baselines around title and headings", readSpacing},
		{"require", "sections that every paper holds", readRequire},
		{"forbid", "sections that no paper holds", readForbid},
		{"sections", "the venue's own words for parts of a paper", readSections},
		{"unchecked", "what the venue asks besides and no rule looks at", readUnchecked},
		{"quiet", "pages that a rule does not look at, such as \"leading: [1]\"", readQuiet},
		{"lenience", "what keeps a miss a warning", readLenience},
		{"tolerance", "how far a measure may miss its limit", readTolerance},
		{"rules", "the rules that hold: error, warning or off", readRules},
	}
}

// toleranceKeys are the keys below "tolerance". Zero is a tolerance too.
var toleranceKeys = []key[Tolerance]{
	{"paper", "of a page's size", length(func(t *Tolerance) *float64 { return &t.Paper }, true)},
	{"block", "of the block and the margins", length(func(t *Tolerance) *float64 { return &t.Block }, true)},
	{"stray", "one or two overfull lines reaching this far are a warning", length(func(t *Tolerance) *float64 { return &t.Stray }, true)},
	{"body_size", "", length(func(t *Tolerance) *float64 { return &t.BodySize }, true)},
	{"leading", "", length(func(t *Tolerance) *float64 { return &t.Leading }, true)},
	{"columns", "of the columns' width", length(func(t *Tolerance) *float64 { return &t.Columns }, true)},
	{"gutter", "", length(func(t *Tolerance) *float64 { return &t.Gutter }, true)},
	{"spacing", "", length(func(t *Tolerance) *float64 { return &t.Spacing }, true)},
}

var spacingKeys = []key[Spacing]{
	{"below_title", "from the title's last line to the next one", length(func(s *Spacing) *float64 { return &s.BelowTitle }, false)},
	{"above_heading", "from the line before a section's heading", length(func(s *Spacing) *float64 { return &s.AboveHeading }, false)},
	{"below_heading", "to the line after it", length(func(s *Spacing) *float64 { return &s.BelowHeading }, false)},
}

// text reads one line of words into a field.
func text[T any](field func(*T) *string) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) (err error) {
		*field(into), err = scalar(value)
		if err == nil && strings.ContainsAny(*field(into), "\n\r") {
			err = errors.New("it belongs on one line")
		}
		return err
	}
}

// word reads one of the known words into a field.
func word[T any](field func(*T) *string, words ...string) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) (err error) {
		*field(into), err = oneOf(value, words)
		return err
	}
}

func presence(field func(*draft) *Presence) func(*draft, *yaml.Node) error {
	return func(d *draft, value *yaml.Node) error {
		word, err := oneOf(value, []string{string(Required), string(Forbidden), string(Free)})
		*field(d) = Presence(word)
		return err
	}
}

// maxCount is the largest number that a limit may be.
const maxCount = 100_000

// count reads a whole number above zero into a field.
func count[T any](field func(*T) *int) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(word)
		switch {
		case err != nil || n < 1:
			return fmt.Errorf("%q is no whole number above zero", word)
		case n > maxCount:
			return fmt.Errorf("%d is too large; the most is %d", n, maxCount)
		}
		*field(into) = n
		return nil
	}
}

// length reads a length into a field. A limit of zero would silently ask
// nothing, so it is refused unless zero is meaningful.
func length[T any](field func(*T) *float64, zero bool) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		points, err := ParseLength(word)
		if err == nil && points == 0 && !zero {
			err = errors.New("a limit of zero asks nothing; leave the line out")
		}
		*field(into) = points
		return err
	}
}

func readSource(d *draft, value *yaml.Node) (err error) {
	d.Source, err = scalar(value)
	if err == nil && !strings.HasPrefix(d.Source, "https://") && !strings.HasPrefix(d.Source, "http://") {
		err = fmt.Errorf("%q is no address of a page; it begins with https://", d.Source)
	}
	return err
}

func readYear(d *draft, value *yaml.Node) error {
	err := count(func(d *draft) *int { return &d.Year })(d, value)
	if err == nil && (d.Year < 1980 || d.Year > 2100) {
		err = fmt.Errorf("%d is no year of a conference; write four digits", d.Year)
	}
	return err
}

func readFamilies(d *draft, value *yaml.Node) error {
	d.Families = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := oneOf(item, familyWords)
		d.Families = append(d.Families, word)
		return err
	})
}

func readUnchecked(d *draft, value *yaml.Node) error {
	d.Unchecked = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := scalar(item)
		d.Unchecked = append(d.Unchecked, strings.Join(strings.Fields(word), " "))
		return err
	})
}

func readTolerance(d *draft, value *yaml.Node) error {
	_, err := readMapping(value, &d.Tolerance, toleranceKeys)
	return err
}

func readSpacing(d *draft, value *yaml.Node) error {
	_, err := readMapping(value, &d.Spacing, spacingKeys)
	return err
}

func readRequire(d *draft, value *yaml.Node) (err error) {
	d.Require, err = readParts("")(value)
	return err
}

func readForbid(d *draft, value *yaml.Node) (err error) {
	d.Forbid, err = readParts("")(value)
	return err
}

// readQuiet reads the pages that rules do not look at.
func readQuiet(d *draft, value *yaml.Node) error {
	d.Quiet = nil
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			quiet := QuietPages{Rule: id}
			err := eachItem(value, func(item *yaml.Node) error {
				var page struct{ n int }
				err := count(func(p *struct{ n int }) *int { return &p.n })(&page, item)
				quiet.Pages = append(quiet.Pages, page.n)
				return err
			})
			if err == nil && len(quiet.Pages) == 0 {
				err = errors.New("the list is empty")
			}
			d.Quiet = append(d.Quiet, quiet)
			return err
		}})
	}
	_, err := readMapping(value, d, keys)
	return err
}

// off is the word that turns a rule off which a base has on.
const off = "off"

// readRules reads the rules in the order in which the report shows them.
func readRules(d *draft, value *yaml.Node) error {
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			word, err := oneOf(value, []string{string(report.SeverityError), string(report.SeverityWarning), off})
			if word == off {
				word = ""
			}
			d.setRule(Rule{ID: id, Severity: report.Severity(word)})
			return err
		}})
	}
	places, err := readMapping(value, d, keys)
	d.rules = places
	return err
}

// readCategories reads the variants; what they ask is read when all of the
// profile is known.
func readCategories(d *draft, value *yaml.Node) error {
	if value.Kind != yaml.MappingNode {
		return at(placeOf(value), errors.New("lines of the form \"short: {pages: 6}\" belong here"))
	}
	d.categories = nil
	for i := 0; i < len(value.Content); i += 2 {
		name := value.Content[i]
		if name.Value == "" || strings.Trim(name.Value, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return at(placeOf(name), fmt.Errorf("%q is no name of a category; small letters, digits and hyphens make one", name.Value))
		}
		for _, c := range d.categories {
			if c.name == name.Value {
				return at(placeOf(name), fmt.Errorf("%q stands on line %d already; remove one", name.Value, c.place.line))
			}
		}
		d.categories = append(d.categories, category{name.Value, value.Content[i+1], placeOf(name)})
	}
	return nil
}

// eachItem reads a list, or a single value as a list of one.
func eachItem(value *yaml.Node, read func(*yaml.Node) error) error {
	items := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		items = value.Content
	}
	for _, item := range items {
		if err := read(item); err != nil {
			return err
		}
	}
	return nil
}

// scalar returns the text of a plain value. Anchors and aliases are refused:
// they can make a small text endless.
func scalar(value *yaml.Node) (string, error) {
	if value.Kind != yaml.ScalarNode || value.Tag == "!!null" || value.Value == "" {
		return "", errors.New("one plain value belongs here")
	}
	return value.Value, nil
}

// oneOf reads a word that is one of those known.
func oneOf(value *yaml.Node, words []string) (string, error) {
	word, err := scalar(value)
	if err != nil {
		return "", err
	}
	for _, w := range words {
		if w == word {
			return word, nil
		}
	}
	remedy := suggest(word, words)
	if remedy == "" {
		remedy = "; write " + strings.Join(words, " or ")
	}
	return "", fmt.Errorf("unknown word %q%s", word, remedy)
}
