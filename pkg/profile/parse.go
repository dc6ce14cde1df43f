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
// given twice, impossible or incomplete is refused with its line. name is what
// reports and errors call the profile: its own name, or the file it is in.
func Parse(name string, data []byte) (*Profile, error) {
	root, err := document(data)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	p := &Profile{Name: name, Tolerance: defaultTolerance}
	lines, err := readMapping(root, p, profileKeys)
	if err == nil {
		err = p.validate(lines)
	}
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	p.Digest = p.digest()
	return p, nil
}

// document returns the one mapping that a profile's text holds.
func document(data []byte) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	err := decoder.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return nil, errors.New("the file is empty; start from a copy of a built-in profile")
	case err != nil:
		return nil, errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	case decoder.Decode(&more) != io.EOF:
		return nil, errors.New("the file holds more than one document; keep one profile a file")
	}
	return doc.Content[0], nil
}

// key is one word of the profile language and how its value is read.
type key[T any] struct {
	word string
	read func(into *T, value *yaml.Node) error
}

// keyLines tells the line of each key that was read.
type keyLines map[string]int

// readMapping reads a mapping strictly: its keys are known and each stands once.
func readMapping[T any](n *yaml.Node, into *T, keys []key[T]) (keyLines, error) {
	if n.Kind != yaml.MappingNode {
		return nil, at(n.Line, errors.New("lines of the form \"key: value\" belong here"))
	}
	lines := keyLines{}
	for i := 0; i < len(n.Content); i += 2 {
		word, value := n.Content[i], n.Content[i+1]
		if err := readKey(word, value, into, keys, lines); err != nil {
			return nil, err
		}
	}
	return lines, nil
}

func readKey[T any](word, value *yaml.Node, into *T, keys []key[T], lines keyLines) error {
	if first, twice := lines[word.Value]; twice {
		return at(word.Line, fmt.Errorf("%q stands on line %d already; remove one", word.Value, first))
	}
	lines[word.Value] = word.Line
	words := make([]string, len(keys))
	for i, k := range keys {
		if k.word == word.Value {
			return inKey(k.word, value.Line, k.read(into, value))
		}
		words[i] = k.word
	}
	remedy := suggest(word.Value, words)
	if remedy == "" {
		remedy = "; the keys are " + strings.Join(words, ", ")
	}
	return at(word.Line, fmt.Errorf("unknown key %q%s", word.Value, remedy))
}

// lineError is an error with its place in the text.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }

// Unwrap returns the error without its place.
func (e *lineError) Unwrap() error { return e.err }

func at(line int, err error) error { return &lineError{line, err} }

// inKey adds the key and its line to an error of its value, unless a deeper
// place is known already.
func inKey(word string, line int, err error) error {
	var deeper *lineError
	if err == nil || errors.As(err, &deeper) {
		return err
	}
	return at(line, fmt.Errorf("%s: %w", word, err))
}
