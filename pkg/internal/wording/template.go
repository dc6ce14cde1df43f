package wording

import (
	"strings"
)

// piece is a part of a template.
type piece struct {
	literal   string
	name      string  // of an argument; "" in a literal
	one, many string  // the noun or the word that agrees with the number
	mode      mode    // how the argument is shown
	inner     []piece // of a group
}

// mode is how a piece shows its argument.
type mode uint8

const (
	plain   mode = iota
	counted      // {n|line|lines}
	agreed       // {n?enters|enter}
	given        // [n?…]
	missing      // [!n?…]
)

// parse splits a template into its pieces. What is not closed is literal: a test
// parses the whole catalogue.
func parse(text string) []piece {
	var out []piece
	for text != "" {
		at := strings.IndexAny(text, "{[")
		if at < 0 {
			return append(out, piece{literal: text})
		}
		end := closing(text, at)
		if end < 0 {
			return append(out, piece{literal: text})
		}
		if at > 0 {
			out = append(out, piece{literal: text[:at]})
		}
		inside := text[at+1 : end]
		if text[at] == '{' {
			out = append(out, parseArgument(inside))
		} else {
			out = append(out, parseGroup(inside))
		}
		text = text[end+1:]
	}
	return out
}

// closing returns the index of what closes the bracket at an index, -1 where
// nothing does.
func closing(text string, at int) int {
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func parseArgument(inside string) piece {
	at := strings.IndexAny(inside, "|?")
	if at < 0 {
		return piece{name: inside}
	}
	p := piece{name: inside[:at], mode: counted}
	if inside[at] == '?' {
		p.mode = agreed
	}
	p.one, p.many, _ = strings.Cut(inside[at+1:], "|")
	return p
}

func parseGroup(inside string) piece {
	name, rest, _ := strings.Cut(inside, "?")
	p := piece{name: name, mode: given, inner: parse(rest)}
	if after, found := strings.CutPrefix(name, "!"); found {
		p.name, p.mode = after, missing
	}
	return p
}

// mapped returns a template with its words changed.
func mapped(text string, change func(string) string) string {
	var out strings.Builder
	for _, p := range parse(text) {
		out.WriteString(p.mapped(change))
	}
	return out.String()
}

func (p piece) mapped(change func(string) string) string {
	switch p.mode {
	case counted:
		return "{" + p.name + "|" + change(p.one) + "|" + change(p.many) + "}"
	case agreed:
		return "{" + p.name + "?" + change(p.one) + "|" + change(p.many) + "}"
	case given, missing:
		begin := "["
		if p.mode == missing {
			begin = "[!"
		}
		out := begin + p.name + "?"
		for _, inner := range p.inner {
			out += inner.mapped(change)
		}
		return out + "]"
	}
	if p.name != "" {
		return "{" + p.name + "}"
	}
	return change(p.literal)
}

// mappedRemedy returns a remedy with its words changed; what stands between « and »
// stays.
func mappedRemedy(text string, change func(string) string) string {
	var out strings.Builder
	for text != "" {
		before, rest, found := strings.Cut(text, "«")
		if before != "" {
			out.WriteString(change(before))
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "»")
		out.WriteString("«" + name + "»")
		text = after
	}
	return out.String()
}

// pieces returns the pieces of a template, parsed once.
func (c *Catalogue) pieces(text string) []piece {
	if got, ok := c.parsed.Load(text); ok {
		return got.([]piece)
	}
	got, _ := c.parsed.LoadOrStore(text, parse(text))
	return got.([]piece)
}
