package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Parse reads a profile from its YAML text. Reading is strict: what is unknown,
// duplicate, impossible or incomplete is refused with its line and column; Mistakes
// lists all that an error has. The name is that of the profile in reports and errors:
// its own name, or that of its file. It can extend built-in profiles.
func Parse(name string, data []byte) (*Profile, error) {
	root, err := document(data)
	if err != nil {
		return nil, refused(name, err)
	}
	p, err := compose(name, root)
	if err != nil {
		return nil, refused(name, err)
	}
	return p, nil
}

// document returns the only mapping in a profile's text.
func document(data []byte) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	err := decoder.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return nil, errors.New("the file is empty; \"paperfit profiles init\" writes a template")
	case err != nil:
		return nil, syntaxMistakes(data, strings.TrimPrefix(err.Error(), "yaml: "))
	case decoder.Decode(&more) != io.EOF:
		return nil, errors.New("the file has more than one YAML document; use a file for each profile")
	}
	return doc.Content[0], nil
}

// key is one word of the profile language, its meaning, and how its value is read.
type key[T any] struct {
	word  string
	about string
	read  func(into *T, value *yaml.Node) error
}

// place is a place in a text; the zero value is unknown.
type place struct{ line, column int }

// isAfter reports whether a place comes after another.
func (p place) isAfter(q place) bool {
	return p.line > q.line || p.line == q.line && p.column > q.column
}

func placeOf(n *yaml.Node) place { return place{n.Line, n.Column} }

// keyPlaces holds the place of each key that was read.
type keyPlaces map[string]place

// readMapping reads a mapping strictly: its keys are known and unique. It reads on
// after a mistake; the error has all of them.
func readMapping[T any](n *yaml.Node, into *T, keys []key[T]) (keyPlaces, error) {
	if n.Kind != yaml.MappingNode {
		return nil, at(placeOf(n), errors.New("expected \"key: value\""))
	}
	places := keyPlaces{}
	var all mistakes
	for i := 0; i < len(n.Content); i += 2 {
		word, value := n.Content[i], n.Content[i+1]
		all.add(readKey(word, value, into, keys, places))
	}
	return places, all.err()
}

func readKey[T any](word, value *yaml.Node, into *T, keys []key[T], places keyPlaces) error {
	if first, twice := places[word.Value]; twice {
		return at(placeOf(word), fmt.Errorf("duplicate key %q (first on line %d)", word.Value, first.line))
	}
	places[word.Value] = placeOf(word)
	words := make([]string, len(keys))
	for i, k := range keys {
		if k.word == word.Value {
			err := inKey(k.word, placeOf(value), k.read(into, value))
			if err != nil && isRule(word.Value, value.Value) {
				err = at(placeOf(word), notBelowRules(word.Value))
			}
			return err
		}
		words[i] = k.word
	}
	if isRule(word.Value, value.Value) {
		return at(placeOf(word), notBelowRules(word.Value))
	}
	remedy := suggest(word.Value, words)
	if remedy == "" {
		remedy = "; the keys are " + strings.Join(words, ", ")
	}
	return at(placeOf(word), fmt.Errorf("unknown key %q%s", word.Value, remedy))
}

// isRule reports whether a line is one of those below "rules:".
func isRule(word, value string) bool {
	return slices.Contains(knownRules, word) && slices.Contains(severityWords, value)
}

func notBelowRules(rule string) error {
	return fmt.Errorf("%s is a rule; indent it below \"rules:\"", rule)
}
