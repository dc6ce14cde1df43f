package profile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/report"
)

// profileKeys is the profile language, in the order in which it is documented.
var profileKeys = []key[Profile]{
	{"title", text(func(p *Profile) *string { return &p.Title })},
	{"source", text(func(p *Profile) *string { return &p.Source })},
	{"year", count(func(p *Profile) *int { return &p.Year })},
	{"paper", readPaper},
	{"pages", count(func(p *Profile) *int { return &p.Pages })},
	{"block", readBlock},
	{"body_size", length(func(p *Profile) *float64 { return &p.BodySize }, false)},
	{"leading", length(func(p *Profile) *float64 { return &p.Leading }, false)},
	{"columns", count(func(p *Profile) *int { return &p.Columns })},
	{"families", readFamilies},
	{"tolerance", readTolerance},
	{"rules", readRules},
}

// toleranceKeys are the keys below "tolerance". Zero is a tolerance too.
var toleranceKeys = []key[Tolerance]{
	{"paper", length(func(t *Tolerance) *float64 { return &t.Paper }, true)},
	{"block", length(func(t *Tolerance) *float64 { return &t.Block }, true)},
	{"stray", length(func(t *Tolerance) *float64 { return &t.Stray }, true)},
	{"body_size", length(func(t *Tolerance) *float64 { return &t.BodySize }, true)},
	{"leading", length(func(t *Tolerance) *float64 { return &t.Leading }, true)},
}

// text reads one line of words into a field.
func text[T any](field func(*T) *string) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) (err error) {
		*field(into), err = scalar(value)
		return err
	}
}

// count reads a whole number above zero into a field.
func count[T any](field func(*T) *int) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no whole number above zero", word)
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

func readBlock(p *Profile, value *yaml.Node) error {
	size, err := readSize(value)
	p.Block = size
	return err
}

// readPaper reads one page size or a list of them.
func readPaper(p *Profile, value *yaml.Node) error {
	return eachItem(value, func(item *yaml.Node) error {
		size, err := readSize(item)
		p.Paper = append(p.Paper, size)
		return err
	})
}

func readSize(value *yaml.Node) (Size, error) {
	word, err := scalar(value)
	if err != nil {
		return Size{}, err
	}
	size, err := ParseSize(word)
	if err == nil && (size.Width == 0 || size.Height == 0) {
		err = fmt.Errorf("%q has no extent; width and height are above zero", word)
	}
	return size, err
}

func readFamilies(p *Profile, value *yaml.Node) error {
	return eachItem(value, func(item *yaml.Node) error {
		word, err := oneOf(item, familyWords)
		p.Families = append(p.Families, word)
		return err
	})
}

func readTolerance(p *Profile, value *yaml.Node) error {
	_, err := readMapping(value, &p.Tolerance, toleranceKeys)
	return err
}

// readRules reads the rules in the order in which the report shows them.
func readRules(p *Profile, value *yaml.Node) error {
	var keys []key[Profile]
	for _, id := range RuleIDs() {
		keys = append(keys, key[Profile]{id, func(p *Profile, value *yaml.Node) error {
			severity, err := oneOf(value, []string{string(report.SeverityError), string(report.SeverityWarning)})
			p.Rules = append(p.Rules, Rule{ID: id, Severity: report.Severity(severity)})
			return err
		}})
	}
	_, err := readMapping(value, p, keys)
	return err
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
