package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Parse reads a profile from its YAML text. Reading is strict: what is unknown,
// duplicate, impossible or incomplete is refused with its line and column. The name is
// that of the profile in reports and errors: its own name, or that of its file. It can
// extend built-in profiles.
func Parse(name string, data []byte) (*Profile, error) {
	root, err := document(data)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	p, err := compose(name, root)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
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
		return nil, errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
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

func placeOf(n *yaml.Node) place { return place{n.Line, n.Column} }

// keyPlaces holds the place of each key that was read.
type keyPlaces map[string]place

// readMapping reads a mapping strictly: its keys are known and unique.
func readMapping[T any](n *yaml.Node, into *T, keys []key[T]) (keyPlaces, error) {
	if n.Kind != yaml.MappingNode {
		return nil, at(placeOf(n), errors.New("expected \"key: value\""))
	}
	places := keyPlaces{}
	for i := 0; i < len(n.Content); i += 2 {
		word, value := n.Content[i], n.Content[i+1]
		if err := readKey(word, value, into, keys, places); err != nil {
			return nil, err
		}
	}
	return places, nil
}

func readKey[T any](word, value *yaml.Node, into *T, keys []key[T], places keyPlaces) error {
	if first, twice := places[word.Value]; twice {
		return at(placeOf(word), fmt.Errorf("duplicate key %q (first on line %d)", word.Value, first.line))
	}
	places[word.Value] = placeOf(word)
	words := make([]string, len(keys))
	for i, k := range keys {
		if k.word == word.Value {
			return inKey(k.word, placeOf(value), k.read(into, value))
		}
		words[i] = k.word
	}
	remedy := suggest(word.Value, words)
	if remedy == "" {
		remedy = "; the keys are " + strings.Join(words, ", ")
	}
	return at(placeOf(word), fmt.Errorf("unknown key %q%s", word.Value, remedy))
}

// placeError is an error with its place in the text.
type placeError struct {
	place place
	err   error
}

func (e *placeError) Error() string {
	return fmt.Sprintf("line %d, column %d: %v", e.place.line, e.place.column, e.err)
}

// Unwrap returns the error without its place.
func (e *placeError) Unwrap() error { return e.err }

// at adds its place, if known, to an error.
func at(where place, err error) error {
	if err == nil || where == (place{}) {
		return err
	}
	return &placeError{where, err}
}

// inKey adds the key and its place to an error of its value, unless a more precise
// place is known.
func inKey(word string, where place, err error) error {
	var deeper *placeError
	if err == nil || errors.As(err, &deeper) {
		return err
	}
	return at(where, fmt.Errorf("%s: %w", word, err))
}
