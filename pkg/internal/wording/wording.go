// Package wording is the catalogue of all sentences that a check, a finding or
// damage can carry. Rules say what they found as data, a kind and its arguments
// (report.Sentence); only this package makes words of it, so that wording can
// change without a merge, a hint or a verdict changing.
//
// A new sentence is a constant and an Entry in the file of its family. "make
// golden" then writes docs/findings.md and the kinds in the JSON Schema.
package wording

import (
	"slices"
	"sync"

	"github.com/paperfit/paperfit/pkg/report"
)

// Entry is one sentence of the catalogue.
type Entry struct {
	Kind report.Kind
	// Rules have findings or checks that say it; none: any rule may.
	Rules []string
	// Text is the sentence: words, and its arguments in braces.
	//
	//	{size}               the argument
	//	{lines|line|lines}   a number with its noun: "1 line", "3 lines"
	//	{lines?enters|enter} a word alone, by the number
	//	[font?the font {font}] only where the argument is given
	//	[!font?an unnamed font] only where it is not
	Text string
	// Together is the sentence for several pages; empty: Text serves.
	Together string
	Args     []Arg
	// Whole says that it is of all text of a page, which comes from no single place of
	// the source.
	Whole bool
	// Remedy is how to fix it.
	Remedy Remedy
}

// Remedy is how to fix what a sentence reports. Words between « and » stand for
// what the profile requires.
type Remedy struct {
	// Any is for every program; the others are empty then.
	Any string
	// LaTeX and Word are for these, LibreOffice and Typst where they differ from
	// word processors in general.
	LaTeX, Word, LibreOffice, Typst string
}

// Catalogue holds the sentences by their kinds, in words of one language.
type Catalogue struct {
	families [][]Entry
	index    map[report.Kind]*Entry
	parsed   sync.Map // template → []piece
}

// usualKinds is a little more than the kinds of all sentences.
const usualKinds = 256

// newCatalogue returns a catalogue of families of entries.
func newCatalogue(families ...[]Entry) *Catalogue {
	c := &Catalogue{families: families, index: make(map[report.Kind]*Entry, usualKinds)}
	for _, entries := range families {
		for i := range entries {
			c.index[entries[i].Kind] = &entries[i]
		}
	}
	return c
}

// English returns the catalogue of the program. Its families are functions, so that a
// program that has nothing to say does not make them.
var English = sync.OnceValue(func() *Catalogue {
	return newCatalogue(typeSentences(), blockSentences(), gridSentences(), pageSentences(), frontSentences(), sectionSentences(), noteSentences(),
		venueSentences(), submittedSentences(), honestySentences(), fontSentences(), unknownSentences(), fileSentences(), damageSentences(), inputSentences())
})

// Entries returns all sentences, in the order of their families.
func (c *Catalogue) Entries() []Entry { return slices.Concat(c.families...) }

// Entry returns the sentence of a kind, nil where there is none.
func (c *Catalogue) Entry(kind report.Kind) *Entry {
	return c.index[kind]
}

// Map returns the catalogue with change applied to all its words: the literal parts
// of sentences, the words of choices, and the remedies. What stands in braces or
// between « and » stays.
func (c *Catalogue) Map(change func(string) string) *Catalogue {
	out := c.Entries()
	for i, e := range out {
		e.Text, e.Together = mapped(e.Text, change), mapped(e.Together, change)
		e.Args = slices.Clone(e.Args)
		for j := range e.Args {
			words := slices.Clone(e.Args[j].Words)
			for k := range words {
				words[k].Text = change(words[k].Text)
			}
			e.Args[j].Words = words
		}
		r := &e.Remedy
		for _, text := range []*string{&r.Any, &r.LaTeX, &r.Word, &r.LibreOffice, &r.Typst} {
			*text = mappedRemedy(*text, change)
		}
		out[i] = e
	}
	return newCatalogue(out)
}
