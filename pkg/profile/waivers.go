package profile

import (
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/report"
)

// Waiver is a chair's permission to violate a rule, for a paper by its number, for a
// file by its name or by the hash of its bytes.
type Waiver struct {
	Paper  string // its number, see PaperID; "" when the file is named
	File   string // a name, or the end of a path
	SHA256 string // of the bytes, in hex; "" when the file is named
	Rule   string
	Reason string
	By     string
	Line   int // in the file of waivers
}

// waiverKeys is the language of waivers.
var waiverKeys = []key[Waiver]{
	{"paper", "its number in the name of the file", func(w *Waiver, value *yaml.Node) error {
		word, err := scalar(value)
		if err != nil {
			return err
		}
		if w.Paper = ParseID(word); w.Paper == "" {
			return fmt.Errorf("invalid paper %q; must be a number, such as 12", word)
		}
		return nil
	}},
	{"file", "its name or the end of its path", text(func(w *Waiver) *string { return &w.File })},
	{"sha256", "SHA-256 of its bytes", readSHA256},
	{"rule", "the rule that is waived", func(w *Waiver, value *yaml.Node) (err error) {
		w.Rule, err = oneOf(value, RuleIDs())
		if err == nil && w.Rule == report.RuleReadable {
			err = errors.New("readable cannot be waived: nothing is known about a file that cannot be read")
		}
		return err
	}},
	{"reason", "", text(func(w *Waiver) *string { return &w.Reason })},
	{"by", "whom", text(func(w *Waiver) *string { return &w.By })},
}

func readSHA256(w *Waiver, value *yaml.Node) error {
	word, err := scalar(value)
	if err != nil {
		return err
	}
	w.SHA256 = strings.ToLower(strings.TrimPrefix(word, "sha256:"))
	if b, err := hex.DecodeString(w.SHA256); err != nil || len(b) != 32 {
		return fmt.Errorf("invalid SHA-256 %q; must have 64 hexadecimal digits", word)
	}
	return nil
}

// maxWaivers caps a file of waivers.
const maxWaivers = 10_000

// ParseWaivers reads a chair's waivers from YAML, a list of mappings with file, paper or
// sha256, rule, reason and by. Reading is as strict as that of a profile.
func ParseWaivers(name string, data []byte) ([]Waiver, error) {
	waivers, err := parseWaivers(data)
	if err != nil {
		return nil, fmt.Errorf("waivers %s: %w", name, err)
	}
	return waivers, nil
}

func parseWaivers(data []byte) ([]Waiver, error) {
	root, err := document(data)
	if err != nil {
		return nil, err
	}
	if root.Kind != yaml.SequenceNode {
		return nil, at(placeOf(root), errors.New("expected a list: \"- {file: paper12.pdf, rule: page-limit, reason: …, by: …}\""))
	}
	if len(root.Content) > maxWaivers {
		return nil, fmt.Errorf("more than %d waivers", maxWaivers)
	}
	var out []Waiver
	for _, item := range root.Content {
		w := Waiver{Line: item.Line}
		if _, err := readMapping(item, &w, waiverKeys); err != nil {
			return nil, err
		}
		if err := w.validate(); err != nil {
			return nil, at(placeOf(item), err)
		}
		out = append(out, w)
	}
	return out, nil
}

func (w *Waiver) validate() error {
	switch {
	case w.subjects() != 1:
		return errors.New("exactly one of file, paper and sha256 is required")
	case w.Rule == "":
		return errors.New("missing rule")
	case w.Reason == "":
		return errors.New("missing reason; reports print it")
	case w.By == "":
		return errors.New("missing by: who waived the rule")
	}
	return nil
}

// subjects counts the ways in which the waiver names what it is for.
func (w *Waiver) subjects() int {
	n := 0
	for _, name := range []string{w.File, w.Paper, w.SHA256} {
		if name != "" {
			n++
		}
	}
	return n
}

// Matches reports whether the waiver is for a file. A name without a folder matches
// the file in any folder.
func (w *Waiver) Matches(name, sha256 string) bool {
	if w.SHA256 != "" {
		return w.SHA256 == sha256
	}
	if w.Paper != "" {
		return w.Paper == PaperID(name)
	}
	name = path.Clean(strings.ReplaceAll(name, "\\", "/"))
	file := path.Clean(strings.ReplaceAll(w.File, "\\", "/"))
	return name == file || strings.HasSuffix(name, "/"+file)
}
