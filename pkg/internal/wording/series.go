package wording

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Numbers returns the whole numbers among a sentence's values, and a key that is
// the same for all sentences of the kind that differ in these alone: what may count
// on from page to page. Numbers in a quotation, such as that of a page, count too.
func (c *Catalogue) Numbers(s report.Sentence) (key string, numbers []int) {
	e := c.Entry(s.Kind)
	if e == nil {
		return fmt.Sprintf("%s %q", s.Kind, s.Args), nil
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s", s.Kind)
	for i := range e.Args {
		a := &e.Args[i]
		switch v := s.Args[a.Name].(type) {
		case float64:
			if a.Type.IsWhole() {
				numbers = append(numbers, int(v))
				continue
			}
			fmt.Fprintf(&out, "\x00%s=%v", a.Name, v)
		case string:
			if a.Type == Quote {
				words, within := split(v)
				numbers = append(numbers, within...)
				v = strings.Join(words, "\x01")
			}
			fmt.Fprintf(&out, "\x00%s=%s", a.Name, v)
		case nil:
		default:
			fmt.Fprintf(&out, "\x00%s=%q", a.Name, v)
		}
	}
	return out.String(), numbers
}

// Together returns one sentence for several that Numbers gives the same key: with
// the texts in place of the numbers.
func (c *Catalogue) Together(s report.Sentence, numbers []string) string {
	e := c.Entry(s.Kind)
	if e == nil {
		return ""
	}
	text := e.Together
	if text == "" {
		text = e.Text
	}
	return printer{entry: e, args: s.Args, over: e.over(s, numbers)}.all(c.pieces(text))
}

// over returns the texts that are printed in place of a sentence's values, by the
// names of the arguments.
func (e *Entry) over(s report.Sentence, numbers []string) map[string]string {
	out := map[string]string{}
	for i := range e.Args {
		a := &e.Args[i]
		switch v := s.Args[a.Name].(type) {
		case float64:
			if a.Type.IsWhole() && len(numbers) > 0 {
				out[a.Name] = numbers[0]
				numbers = numbers[1:]
			}
		case string:
			if a.Type == Quote {
				words, within := split(v)
				n := min(len(within), len(numbers))
				out[a.Name] = quoted(joined(words, numbers[:n]))
				numbers = numbers[n:]
			}
		}
	}
	return out
}

// joined puts the texts between words.
func joined(words, between []string) string {
	var out strings.Builder
	for i, word := range words {
		if i > 0 && i <= len(between) {
			out.WriteString(between[i-1])
		}
		out.WriteString(word)
	}
	return out.String()
}

// split returns the words of a quotation and the whole numbers between them.
// Numbers with decimals are words, and so are those that are a part of a name.
func split(text string) (words []string, numbers []int) {
	begin := 0
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && (digit(text[end]) || text[end] == '.' || text[end] == ',') {
			end++
		}
		for end > i && !digit(text[end-1]) { // the end of a clause
			end--
		}
		if end == i {
			i++
			continue
		}
		n, err := strconv.Atoi(text[i:end])
		alone := (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end]))
		if err == nil && alone && strconv.Itoa(n) == text[i:end] {
			words, numbers = append(words, text[begin:i]), append(numbers, n)
			begin = end
		}
		i = end
	}
	return append(words, text[begin:]), numbers
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '-' }

// WithoutQuotes returns a sentence without what it quotes of the paper.
func (c *Catalogue) WithoutQuotes(s report.Sentence) report.Sentence {
	e := c.Entry(s.Kind)
	if e == nil {
		return s
	}
	s.Args = maps.Clone(s.Args)
	maps.DeleteFunc(s.Args, func(name string, _ any) bool {
		return slices.ContainsFunc(e.Args, func(a Arg) bool { return a.Name == name && a.Type == Quote })
	})
	return s
}
