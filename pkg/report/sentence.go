package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Kind is the stable name of a sentence, such as "body-size-small". Programs go by
// it; the words of messages may change with any version.
type Kind string

// KindWaived is the kind of a check whose rule was waived for the file.
const KindWaived Kind = "waived"

// Args are the values of a sentence by their names: numbers in the unit that is
// documented for the kind, words, lists of words, and true.
type Args map[string]any

// Sentence is what a check, a finding or damage says, as data: which sentence, and
// its values. "paperfit schema" lists the kinds and their arguments.
type Sentence struct {
	Kind Kind `json:"kind,omitempty"`
	Args Args `json:"args,omitempty"`
}

// Say returns a sentence whose values are as Plain returns them.
func Say(kind Kind, args Args) Sentence { return Sentence{kind, args.Plain()} }

// Plain returns a copy that holds what its JSON form can tell apart: numbers are
// float64, rounded as they are written. What is not known, such as NaN, "" and
// false, is left out.
func (a Args) Plain() Args {
	var out Args
	for name, value := range a {
		switch v := value.(type) {
		case int:
			value = float64(v)
		case float64:
			if !finite(v) {
				continue
			}
			value = Round(v)
		case string:
			if v == "" {
				continue
			}
		case []string:
			if len(v) == 0 {
				continue
			}
		case bool:
			if !v {
				continue
			}
		}
		if out == nil {
			out = make(Args, len(a))
		}
		out[name] = value
	}
	return out
}

// Number returns a number among the values, 0 where there is none of the name.
func (a Args) Number(name string) float64 {
	v, _ := a[name].(float64)
	return v
}

// Text returns a word among the values, "" where there is none of the name.
func (a Args) Text(name string) string {
	v, _ := a[name].(string)
	return v
}

// errArgs is the error of values that no sentence has.
var errArgs = errors.New("args hold something other than numbers, words and lists of words")

// UnmarshalJSON reads the values and refuses what no sentence has.
func (a *Args) UnmarshalJSON(data []byte) error {
	var read map[string]any
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&read); err != nil {
		return err
	}
	for name, value := range read {
		switch v := value.(type) {
		case float64, string, bool:
		case []any:
			list := make([]string, len(v))
			for i, item := range v {
				word, ok := item.(string)
				if !ok {
					return errArgs
				}
				list[i] = word
			}
			read[name] = list
		default:
			return errArgs
		}
	}
	*a = read
	return nil
}

// Compare orders sentences by kind, then by their values.
func (s Sentence) Compare(o Sentence) int {
	return cmp.Or(strings.Compare(string(s.Kind), string(o.Kind)), strings.Compare(s.Args.key(), o.Args.key()))
}

// key returns the values in one text that tells them from all others.
func (a Args) key() string {
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(a)) {
		fmt.Fprintf(&out, "%s=%#v\n", name, a[name])
	}
	return out.String()
}
