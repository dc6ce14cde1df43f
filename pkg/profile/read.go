package profile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// text reads one line of words into a field.
func text[T any](field func(*T) *string) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) (err error) {
		*field(into), err = scalar(value)
		if err == nil && strings.ContainsAny(*field(into), "\n\r") {
			err = errors.New("must be a single line")
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

// maxCount is the largest number that a limit may be.
const maxCount = 100_000

// count reads a positive integer into a field.
func count[T any](field func(*T) *int) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(word)
		switch {
		case err != nil || n < 1:
			return fmt.Errorf("invalid number %q; must be a positive integer", word)
		case n > maxCount:
			return fmt.Errorf("%d is too large; the maximum is %d", n, maxCount)
		}
		*field(into) = n
		return nil
	}
}

// length reads a length into a field. A limit of zero would silently require nothing,
// so it is refused unless zero has a meaning.
func length[T any](field func(*T) *float64, zero bool) func(*T, *yaml.Node) error {
	return func(into *T, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		points, err := ParseLength(word)
		if err == nil && points == 0 && !zero {
			err = errors.New("a limit of zero has no effect; remove the line")
		}
		*field(into) = points
		return err
	}
}

// countKeys are the keys of a count that is written as a mapping.
var countKeys = []key[Count]{
	{"least", "minimum", count(func(c *Count) *int { return &c.Least })},
	{"most", "maximum", count(func(c *Count) *int { return &c.Most })},
	{"warn", "above this there is a warning", count(func(c *Count) *int { return &c.Warn })},
}

// readCounts reads a count, or a mapping with least, most and warn.
func readCounts(into *Count, value *yaml.Node) error {
	if value.Kind != yaml.MappingNode {
		return readCount(into, value)
	}
	*into = Count{}
	places, err := readMapping(value, into, countKeys)
	switch {
	case err != nil:
		return err
	case *into == Count{}:
		return errors.New("missing maximum; add for example \"most: 12\"")
	}
	return into.sensible(places)
}

// sensible refuses numbers that contradict each other.
func (c *Count) sensible(places keyPlaces) error {
	switch {
	case c.Most > 0 && c.Least > c.Most:
		return at(places["least"], errors.New("least is more than most"))
	case c.Warn > 0 && c.Most > 0 && c.Warn >= c.Most:
		return at(places["warn"], errors.New("warn has no effect: it is not below most"))
	case c.Warn > 0 && c.Warn < c.Least:
		return at(places["warn"], errors.New("warn is below least"))
	}
	return nil
}

// readCount reads "12" as the most, and "6-12" as the least and the most.
func readCount(into *Count, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	if plain := strings.ReplaceAll(word, ",", ""); plain != word {
		return fmt.Errorf("invalid number %q; write it without commas: \"%s\"", word, plain)
	}
	least, most, both := strings.Cut(word, "-")
	if !both {
		least, most = "", word
	}
	n, err := strconv.Atoi(strings.TrimSpace(most))
	if err != nil || n < 1 || n > maxCount {
		return fmt.Errorf("invalid number %q; must be a positive integer", word)
	}
	into.Least, into.Most = 0, n
	if !both {
		return nil
	}
	if n, err = strconv.Atoi(strings.TrimSpace(least)); err != nil || n < 1 || n > into.Most {
		return fmt.Errorf("%q is not a valid range; expected a minimum and a maximum, such as \"6-10\"", word)
	}
	into.Least = n
	return nil
}

// eachItem reads a list, or a single value as a list of one.
func eachItem(value *yaml.Node, read func(*yaml.Node) error) error {
	items := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		items = value.Content
	}
	var all mistakes
	for _, item := range items {
		all.add(eachMistake(read(item), func(err error) error {
			var placed *placeError
			if errors.As(err, &placed) || value.Kind != yaml.SequenceNode {
				return err
			}
			return &itemError{placeOf(item), err}
		}))
	}
	return all.err()
}

// scalar returns the text of a plain value. Anchors and aliases are refused:
// they can make a small text endless.
func scalar(value *yaml.Node) (string, error) {
	if value.Kind != yaml.ScalarNode || value.Tag == "!!null" || value.Value == "" {
		return "", errors.New("expected a single plain value")
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

// RuleIDs returns the ids of the rules that a profile may list.
func RuleIDs() []string { return slices.Clone(knownRules) }
