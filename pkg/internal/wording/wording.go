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

// Catalogue holds the sentences, in words of one language.
type Catalogue struct {
	families []func() []Entry // each is made when it is first looked at
	parsed   sync.Map         // template → []piece
}

// newCatalogue returns a catalogue of families of sentences.
func newCatalogue(families ...func() []Entry) *Catalogue {
	c := &Catalogue{families: make([]func() []Entry, len(families))}
	for i, family := range families {
		c.families[i] = sync.OnceValue(family)
	}
	return c
}

// English returns the catalogue of the program. The families that most papers have
// something of come first.
var English = sync.OnceValue(func() *Catalogue {
	return newCatalogue(typeSentences, blockSentences, gridSentences, pageSentences, frontSentences, sectionSentences, noteSentences,
		venueSentences, submittedSentences, honestySentences, fontSentences, unknownSentences, fileSentences, damageSentences, inputSentences)
})

// Entries returns all sentences, in the order of their families.
func (c *Catalogue) Entries() []Entry {
	var out []Entry
	for _, family := range c.families {
		out = append(out, family()...)
	}
	return out
}

// Entry returns the sentence of a kind, nil where there is none. To look through them is
// faster than an index that a paper uses a few times.
func (c *Catalogue) Entry(kind report.Kind) *Entry {
	if kind == "" {
		return nil
	}
	for _, family := range c.families {
		entries := family()
		for i := range entries {
			if entries[i].Kind == kind {
				return &entries[i]
			}
		}
	}
	return nil
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
	return newCatalogue(func() []Entry { return out })
}
