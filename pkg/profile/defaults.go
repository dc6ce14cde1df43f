package profile

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// FlagDefault is one default that an author set for a flag of the command line.
type FlagDefault struct {
	Flag  string
	Value string
	Line  int
}

// defaultKeys are the flags that an author may set.
var defaultKeys = []string{"profile", "category", "fail-on", "format", "color"}

// ParseDefaults reads an author's defaults: a mapping of flags to values.
func ParseDefaults(name string, data []byte) ([]FlagDefault, error) {
	root, err := document(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []FlagDefault
	var keys []key[[]FlagDefault]
	for _, flag := range defaultKeys {
		keys = append(keys, key[[]FlagDefault]{flag, "", func(into *[]FlagDefault, value *yaml.Node) error {
			word, err := scalar(value)
			*into = append(*into, FlagDefault{flag, word, value.Line})
			return err
		}})
	}
	if _, err := readMapping(root, &out, keys); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}
