package profile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// syntaxMistakes returns what is wrong in a text that is no YAML: the usual slips, each
// with its place and remedy, or what the parser says.
func syntaxMistakes(data []byte, said string) error {
	var all mistakes
	text := strings.Split(string(data), "\n")
	for i, line := range text {
		if slip, column := syntaxMistake(line, text[:i]); slip != "" {
			all.add(at(place{i + 1, column + 1}, errors.New(slip)))
		}
	}
	if len(all) > 0 {
		return all
	}
	line, message := 1, said
	if m := yamlLine.re().FindStringSubmatch(said); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = m[2]
	}
	column := 1
	if line <= len(text) {
		column += len(text[line-1]) - len(strings.TrimLeft(text[line-1], " "))
	}
	return at(place{line, column}, errors.New(message))
}

var (
	yamlLine = &expression{source: `^line ([0-9]+): (.*)$`}
	// entry matches a line with a key and a plain value.
	entry = &expression{source: `^( *)([A-Za-z][A-Za-z_-]*):[ ]+([^\s"'\[{#].*)$`}
	// glued matches a key without a space before its value.
	glued = &expression{source: `^ *([a-z][a-z_-]*):([^\s/].*)$`}
	// nested matches a plain value with another value in it.
	nested = &expression{source: `:(\s|$)`}
)

// syntaxMistake returns what is wrong in a line, after others, and its column from 0; ""
// where nothing usual is.
func syntaxMistake(line string, before []string) (slip string, column int) {
	body := strings.TrimLeft(line, " ")
	indent := len(line) - len(body)
	switch {
	case body == "" || body[0] == '#':
		return "", 0
	case body[0] == '\t':
		return "tab in the indentation; indent with spaces", indent
	}
	if m := glued.re().FindStringSubmatch(line); m != nil {
		return fmt.Sprintf("no space after the colon; write \"%s: %s\"", m[1], m[2]), indent + len(m[1]) + 1
	}
	value, _, _ := strings.Cut(line, " #")
	if m := entry.re().FindStringSubmatchIndex(value); m != nil {
		if word, rest := value[m[4]:m[5]], strings.TrimSpace(value[m[6]:]); indent == 0 && isRule(word, rest) {
			return notBelowRules(word).Error(), 0
		}
		if inner := nested.re().FindStringIndex(value[m[6]:]); inner != nil {
			return fmt.Sprintf("a value with a colon needs quotation marks: %s: %q", value[m[4]:m[5]], strings.TrimSpace(value[m[6]:])), m[6] + inner[0]
		}
	}
	return dedented(indent, before), indent
}

// dedented says what is wrong where a line is indented like none of those that it could
// belong to; "" where nothing is.
func dedented(indent int, before []string) string {
	var open []int // indentations of the mappings that the line could belong to
	for _, line := range before {
		body := strings.TrimLeft(line, " ")
		if body == "" || body[0] == '#' || body[0] == '-' {
			continue
		}
		at := len(line) - len(body)
		for len(open) > 0 && open[len(open)-1] > at {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || open[len(open)-1] < at {
			open = append(open, at)
		}
	}
	if indent == 0 || len(open) == 0 || indent > open[len(open)-1] || slices.Contains(open, indent) {
		return ""
	}
	return fmt.Sprintf("indented by %d spaces, the lines above by %d; indent them alike", indent, open[len(open)-1])
}
