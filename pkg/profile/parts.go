package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// Part is a part of a paper: the sections of a kind, or only those before or after the
// reference list.
type Part struct {
	Section string // "references", "appendices", …
	Side    Side
}

// Side is the side of the reference list on which a part is.
type Side string

// The sides of the reference list.
const (
	Anywhere         Side = ""
	BeforeReferences Side = "before references"
	AfterReferences  Side = "after references"
)

// References is the part that the layout recognizes by itself.
const References = "references"

// FigurePages is the part that page limits alone may name: pages of figures and tables
// with their captions, and no other text.
const FigurePages = "figure-pages"

// Appendices is the part that is also recognized by its place and numbers.
const Appendices = "appendices"

// SectionWords are headings of a part of a paper. "…" at the end of a heading stands
// for more words.
type SectionWords struct {
	Section  string
	Headings []string
}

// sectionWords are the parts that every profile may name, with their headings in
// papers.
var sectionWords = []SectionWords{
	{References, []string{"References", "Bibliography", "Works Cited", "Literature Cited", "References and Notes"}},
	{Appendices, []string{"Appendix…", "Appendices…", "Supplementary…", "Supplemental…", "Anhang…", "Annexe…", "Apéndice…", "Приложени…", "附录…", "附錄…"}},
	{"acknowledgments", []string{"Acknowledgment…", "Acknowledgement…", "Thanks", "Danksagung…", "Remerciements…", "Agradecimientos…", "Ringraziamenti…", "Благодарност…", "致谢", "致謝"}},
	{"availability", []string{"Availability", "Availability Statement", "Data Availability…", "Code Availability…", "Artifact Availability…", "Artifacts Availability…", "Data and Code Availability…", "Availability of…"}},
	{"biographies", []string{"Author Biographies", "Biographies", "About the Authors", "Author Information"}},
	{"checklist", []string{"Checklist", "Paper Checklist", "NeurIPS Paper Checklist", "Reproducibility Checklist"}},
	{"conclusion", []string{"Conclusion…", "Concluding…", "Summary…"}},
	{"discussion-topics", []string{"Discussion Topics", "Topics for Discussion", "Discussion Points", "Discussion Questions"}},
	{"ethics", []string{"Ethics…", "Ethical…"}},
	{"funding", []string{"Funding…", "Disclosure of Funding"}},
	{"impact", []string{"Broader Impact…", "Impact Statement", "Societal Impact…"}},
	{"introduction", []string{"Introduction…"}},
	{"limitations", []string{"Limitations", "Limitation", "Limitations of…"}},
	{"open-science", []string{"Open Science…"}},
	{"related-work", []string{"Related Work…", "Background and Related Work…"}},
	{"reproducibility", []string{"Reproducibility Statement…", "Reproducibility"}},
}

// HeadingsOf returns the headings that name a part, the venue's own last.
func (p *Profile) HeadingsOf(section string) []string {
	var out []string
	for _, words := range [][]SectionWords{sectionWords, p.Sections} {
		for _, w := range words {
			if w.Section == section {
				out = append(out, w.Headings...)
			}
		}
	}
	return out
}

// HasHeading reports whether one of the headings is the given title, whatever its
// case, spaces and marks.
func HasHeading(headings []string, title string) bool {
	written := bare(title)
	return slices.ContainsFunc(headings, func(h string) bool {
		begin, more := strings.CutSuffix(h, "…")
		if more {
			return strings.HasPrefix(written, bare(begin))
		}
		return written == bare(h)
	})
}

// bare returns the letters and digits of a heading in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// HeadingWords returns the words of the headings that every profile knows, in lower
// case, each once.
func HeadingWords() []string {
	var out []string
	for _, w := range sectionWords {
		for _, h := range w.Headings {
			for word := range strings.FieldsSeq(strings.ToLower(strings.TrimSuffix(h, "…"))) {
				if !slices.Contains(out, word) {
					out = append(out, word)
				}
			}
		}
	}
	return out
}

// String returns the part as a profile writes it.
func (p Part) String() string {
	if p.Side == Anywhere {
		return p.Section
	}
	return p.Section + " " + string(p.Side)
}

// Parts returns the parts that every profile may name.
func Parts() []string {
	out := make([]string, len(sectionWords))
	for i, w := range sectionWords {
		out[i] = w.Section
	}
	return out
}

// partNames returns the parts that the profile may name.
func (p *Profile) partNames() []string {
	var out []string
	for _, words := range [][]SectionWords{sectionWords, p.Sections} {
		for _, w := range words {
			if !slices.Contains(out, w.Section) {
				out = append(out, w.Section)
			}
		}
	}
	return out
}

// parsePart reads a part such as "appendices after references". Its name is validated
// when all of the profile is read.
func parsePart(text string) (Part, error) {
	for _, side := range []Side{BeforeReferences, AfterReferences} {
		if name, ok := strings.CutSuffix(text, " "+string(side)); ok {
			return Part{strings.TrimSpace(name), side}, partName(strings.TrimSpace(name))
		}
	}
	return Part{Section: text}, partName(text)
}

// partName refuses what cannot be the name of a part.
func partName(name string) error {
	if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return fmt.Errorf("invalid part %q; use a known one, such as \"appendices\" or \"appendices after references\", or define one in lowercase under \"sections:\"", name)
	}
	return nil
}

// readParts reads a list of parts, or the word none for an empty one.
func readParts(none string) func(*yaml.Node) ([]Part, error) {
	return func(value *yaml.Node) ([]Part, error) {
		if none != "" && value.Kind == yaml.ScalarNode && value.Value == none {
			return nil, nil
		}
		if none != "" && slices.Contains([]string{"none", "no", "0", ""}, value.Value) && len(value.Content) == 0 {
			return nil, fmt.Errorf("unknown part %q; if everything counts, write \"%s\"", value.Value, none)
		}
		var out []Part
		err := eachItem(value, func(item *yaml.Node) error {
			word, err := scalar(item)
			if err != nil {
				return err
			}
			part, err := parsePart(word)
			if err == nil && slices.Contains(out, part) {
				err = fmt.Errorf("duplicate part %q", word)
			}
			out = append(out, part)
			return at(placeOf(item), err)
		})
		if err == nil && len(out) == 0 {
			err = errors.New("the list is empty")
		}
		return out, err
	}
}

// readSections reads the venue's own words: a name with its headings.
func readSections(d *draft, value *yaml.Node) error {
	if value.Kind != yaml.MappingNode {
		return at(placeOf(value), errors.New("expected parts, such as \"name: [Heading, Other Heading]\""))
	}
	for i := 0; i < len(value.Content); i += 2 {
		name, headings := value.Content[i], value.Content[i+1]
		if err := partName(name.Value); err != nil {
			return at(placeOf(name), err)
		}
		words := SectionWords{Section: name.Value}
		err := eachItem(headings, func(item *yaml.Node) error {
			word, err := scalar(item)
			if err == nil {
				err = headingPattern(word)
			}
			words.Headings = append(words.Headings, word)
			return err
		})
		if err != nil {
			return inKey(name.Value, placeOf(headings), err)
		}
		if len(words.Headings) == 0 {
			return at(placeOf(headings), fmt.Errorf("part %s has no headings", name.Value))
		}
		for _, w := range d.Sections {
			if w.Section == words.Section && slices.Equal(w.Headings, words.Headings) {
				return at(placeOf(name), fmt.Errorf("duplicate part %q", name.Value))
			}
		}
		d.Sections = append(d.Sections, words)
	}
	return nil
}

// headingPattern refuses a heading that no title can match.
func headingPattern(word string) error {
	switch {
	case bare(word) == "":
		return fmt.Errorf("heading %q has no letters", word)
	case strings.Contains(word, "..."):
		return fmt.Errorf("heading %q never matches; write “…” (one character) for more words", word)
	case strings.Contains(strings.TrimSuffix(word, "…"), "…"):
		return fmt.Errorf("heading %q never matches; “…” stands for more words at the end alone", word)
	}
	return nil
}

func (p *Profile) sectionEntries() []Entry {
	var out []Entry
	for _, s := range p.Sections {
		out = append(out, Entry{Key: s.Section, Value: inBrackets(mapped(s.Headings, quoted))})
	}
	return out
}
