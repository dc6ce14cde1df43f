package main

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// helpBlock is a piece of help: a paragraph, an item of a list, or a line that is
// never wrapped.
type helpBlock struct {
	indent  int    // of its first line, in characters
	hanging int    // of its other lines; of an item, the column of its text
	term    string // what an item explains
	text    string
	literal bool // never wrapped
	gap     bool // an empty line precedes it
}

// item is a line of a list: a term, at least two spaces, and what explains it.
var item = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\S+(?: \S+)*) {2,}(\S.*)$`) })

// parseHelp reads a text of help. Its lines are joined to paragraphs, save those
// that a tab sets in. Indented lines with a term are items; what is set in deeper
// below an item continues it.
func parseHelp(text string) []helpBlock {
	var out []helpBlock
	gap := false
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		block, blank := parseLine(line)
		if blank {
			gap = len(out) > 0
			continue
		}
		if len(out) > 0 && !gap && out[len(out)-1].continuedBy(block) {
			out[len(out)-1].text += " " + block.text
			continue
		}
		block.gap, gap = gap, false
		out = append(out, block)
	}
	return out
}

// parseExamples reads examples. A command is never wrapped; what explains it may
// be.
func parseExamples(text string) []helpBlock {
	var out []helpBlock
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		block, blank := parseLine(line)
		block.literal = block.term == ""
		if !blank {
			out = append(out, block)
		}
	}
	return out
}

func parseLine(line string) (block helpBlock, blank bool) {
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	if strings.TrimSpace(text) == "" {
		return helpBlock{}, true
	}
	if code, tabbed := strings.CutPrefix(text, "\t"); tabbed {
		return helpBlock{indent: indent + 4, text: code, literal: true}, false
	}
	if parts := item().FindStringSubmatch(text); parts != nil && indent > 0 {
		column := indent + utf8.RuneCountInString(text) - utf8.RuneCountInString(parts[2])
		return helpBlock{indent: indent, hanging: column, term: parts[1], text: parts[2]}, false
	}
	return helpBlock{indent: indent, hanging: indent, text: text}, false
}

// continuedBy reports whether the next line belongs to the block.
func (b helpBlock) continuedBy(next helpBlock) bool {
	switch {
	case b.literal || next.literal || next.term != "":
		return false
	case b.term != "":
		return next.indent > b.indent
	}
	return next.indent == b.indent
}

// leastColumn is how many characters the text of an item needs beside its term;
// with less it follows below, set in by belowTerm.
const (
	leastColumn = 24
	belowTerm   = 6
)

// flow writes blocks within a width in characters. Only words that are longer,
// terms and literal lines exceed it.
func flow(blocks []helpBlock, width int) string {
	var out strings.Builder
	for _, b := range blocks {
		if b.gap {
			out.WriteByte('\n')
		}
		head := strings.Repeat(" ", b.indent)
		switch {
		case b.literal:
			out.WriteString(head + b.text + "\n")
			continue
		case b.term != "" && width-b.hanging < leastColumn:
			out.WriteString(head + b.term + "\n")
			b.hanging = b.indent + belowTerm
			head = strings.Repeat(" ", b.hanging)
		case b.term != "":
			head += b.term + strings.Repeat(" ", b.hanging-b.indent-utf8.RuneCountInString(b.term))
		}
		out.WriteString(wrapped(b.text, head, strings.Repeat(" ", b.hanging), width))
	}
	return out.String()
}

// wrapped breaks text between words. The first line begins with head, the others
// with indent.
func wrapped(text, head, indent string, width int) string {
	var out strings.Builder
	line, begun := head, false
	for _, word := range strings.Fields(text) {
		if begun && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			out.WriteString(line + "\n")
			line, begun = indent, false
		}
		if begun {
			line += " "
		}
		line += word
		begun = true
	}
	return out.String() + line + "\n"
}
