package pattern

import (
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// all are the patterns of the program, and the words that it looks for without one,
// for Words.
var all struct {
	sync.Mutex
	patterns []*Pattern
	words    []string
}

// Known returns words, in small letters, that the program looks for without a
// pattern. They join Words.
func Known(words ...string) []string {
	all.Lock()
	defer all.Unlock()
	all.words = append(all.words, words...)
	return words
}

// known returns all words that are looked for without a pattern.
func known() []string {
	all.Lock()
	defer all.Unlock()
	return slices.Clone(all.words)
}

func register(p *Pattern) {
	all.Lock()
	defer all.Unlock()
	all.patterns = append(all.patterns, p)
}

// patterns returns the program's patterns.
func patterns() []*Pattern {
	all.Lock()
	defer all.Unlock()
	return slices.Clone(all.patterns)
}

// Words returns the words that the program's patterns spell out, in small
// letters, sorted: what they look for by name. "Fig(?:ure)?" spells "fig" and
// "figure"; a class of many letters spells nothing.
func Words() []string {
	seen := map[string]bool{}
	for _, w := range known() {
		seen[w] = true
	}
	for _, p := range patterns() {
		re, err := syntax.Parse(p.source, syntax.Perl)
		if err != nil {
			continue // it would panic at its first use
		}
		for _, s := range spell(re, 0) {
			for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
				seen[strings.ToLower(w)] = true
			}
		}
	}
	out := make([]string, 0, len(seen))
	for w := range seen {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// needsWords reports whether every text that the pattern spells out holds one of its
// words.
func (p *Pattern) needsWords() bool {
	re, err := syntax.Parse(p.source, syntax.Perl)
	if err != nil {
		return false
	}
	for _, s := range spell(re, 0) {
		if !slices.ContainsFunc(p.words, func(w string) bool { return strings.Contains(s, w) }) {
			return false
		}
	}
	return true
}

// Bounds of what is spelled out.
const (
	maxSpellings  = 4000 // of one part of a pattern; a longer list is cut into its parts
	maxSpellDepth = 100
	maxClass      = 4      // letters of a class: "no|nr|nt" is parsed as n and one of three
	open          = "\x00" // stands for what is not spelled out
)

// spell returns the texts that an expression spells out.
func spell(re *syntax.Regexp, depth int) []string {
	if depth > maxSpellDepth {
		return []string{open}
	}
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpCharClass:
		return spellClass(re.Rune)
	case syntax.OpConcat:
		out := []string{""}
		for _, sub := range re.Sub {
			out = joined(out, spell(sub, depth+1))
		}
		return out
	case syntax.OpAlternate:
		var out []string
		for _, sub := range re.Sub {
			out = append(out, spell(sub, depth+1)...)
		}
		return distinct(out)
	case syntax.OpCapture:
		return spell(re.Sub[0], depth+1)
	case syntax.OpQuest:
		return append(spell(re.Sub[0], depth+1), "")
	case syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		var out []string
		if re.Op == syntax.OpStar || re.Op == syntax.OpRepeat && re.Min == 0 {
			out = append(out, "")
		}
		for _, s := range spell(re.Sub[0], depth+1) {
			out = append(out, open+s+open)
		}
		return out
	case syntax.OpEmptyMatch:
		return []string{""}
	}
	return []string{open}
}

// joined returns every text of a followed by every one of b; where those are too
// many, each by itself.
func joined(a, b []string) []string {
	if len(a)*len(b) > maxSpellings {
		out := []string{open}
		for _, s := range append(slices.Clone(a), b...) {
			out = append(out, open+s+open)
		}
		return distinct(out)
	}
	out := make([]string, 0, len(a)*len(b))
	for _, s := range a {
		for _, t := range b {
			out = append(out, s+t)
		}
	}
	return distinct(out)
}

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

// spellClass spells out a class of a few letters, whatever their case.
func spellClass(ranges []rune) []string {
	var out []string
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if r > unicode.MaxASCII {
				break // (?i) adds the Kelvin sign and the long s
			}
			if out = distinct(append(out, string(unicode.ToLower(r)))); len(out) > maxClass {
				return []string{open}
			}
		}
	}
	if len(out) == 0 {
		return []string{open}
	}
	return out
}
