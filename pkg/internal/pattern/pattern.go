// Package pattern holds regular expressions that are compiled when they are
// first used. Start-up is part of the speed: compiling all of them takes longer
// than opening a paper.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. Its methods are those of regexp.Regexp and
// may be used by several goroutines at once.
type Pattern struct {
	source   string
	words    []string   // of which every match holds one; nil: not known
	first    *[256]bool // the bytes that these begin with
	once     sync.Once
	compiled *regexp.Regexp
}

// New returns a Pattern. A source that does not compile panics at first use. The
// pattern's words join Words: patterns are made once, as a package starts.
func New(source string) *Pattern {
	p := &Pattern{source: source}
	register(p)
	return p
}

// re returns the regular expression.
func (p *Pattern) re() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.source) })
	return p.compiled
}

// Having says that every match holds one of some words, in small letters of ASCII:
// where a text holds none of them, in letters of any case, the pattern is not even
// compiled.
func (p *Pattern) Having(words ...string) *Pattern {
	p.words, p.first = words, firstOf(words)
	return p
}

// String returns the source.
func (p *Pattern) String() string { return p.source }

// MatchString reports whether s holds a match.
func (p *Pattern) MatchString(s string) bool { return p.possible(s) && p.re().MatchString(s) }

// FindString returns the first match in s, or "".
func (p *Pattern) FindString(s string) string {
	if !p.possible(s) {
		return ""
	}
	return p.re().FindString(s)
}

// FindStringIndex returns where the first match in s begins and ends, or nil.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.possible(s) {
		return nil
	}
	return p.re().FindStringIndex(s)
}

// FindAllStringIndex returns where at most n matches in s begin and end, all of them when
// n is negative.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.possible(s) {
		return nil
	}
	return p.re().FindAllStringIndex(s, n)
}

// FindAllString returns at most n matches in s, all of them when n is negative.
func (p *Pattern) FindAllString(s string, n int) []string { return p.re().FindAllString(s, n) }

// FindStringSubmatch returns the first match in s and its groups, or nil.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.re().FindStringSubmatch(s) }

// Match reports whether b holds a match.
func (p *Pattern) Match(b []byte) bool { return p.re().Match(b) }

// ReplaceAllString returns s with every match replaced by with, in which $1 is
// the first group.
func (p *Pattern) ReplaceAllString(s, with string) string { return p.re().ReplaceAllString(s, with) }
