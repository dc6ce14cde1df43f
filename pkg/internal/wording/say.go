package wording

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// printer prints the pieces of one sentence.
type printer struct {
	entry *Entry
	args  report.Args
	over  map[string]string // printed in place of an argument's value
}

// Text returns a sentence in words, "" where its kind is not in the catalogue.
func (c *Catalogue) Text(s report.Sentence) string {
	e := c.Entry(s.Kind)
	if e == nil {
		return ""
	}
	return printer{entry: e, args: s.Args}.all(c.pieces(e.Text))
}

// Clause returns a sentence as it stands within another or after a colon: with a
// small letter and without its full stop.
func (c *Catalogue) Clause(s report.Sentence) string {
	text := strings.TrimSuffix(c.Text(s), ".")
	if len(text) > 1 && 'A' <= text[0] && text[0] <= 'Z' && ('a' <= text[1] && text[1] <= 'z' || text[1] == ' ') {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	return text
}

func (p printer) all(pieces []piece) string {
	var out strings.Builder
	for i := range pieces {
		out.WriteString(p.piece(&pieces[i]))
	}
	return out.String()
}

// piece prints a piece.
func (p printer) piece(x *piece) string {
	if x.name == "" {
		return x.literal
	}
	_, has := p.args[x.name]
	switch x.mode {
	case counted:
		return p.value(x.name) + " " + p.agree(x)
	case agreed:
		return p.agree(x)
	case given:
		if !has {
			return ""
		}
		return p.all(x.inner)
	case missing:
		if has {
			return ""
		}
		return p.all(x.inner)
	}
	return p.value(x.name)
}

// value prints an argument.
func (p printer) value(name string) string {
	if text, ok := p.over[name]; ok {
		return text
	}
	for i := range p.entry.Args {
		if a := &p.entry.Args[i]; a.Name == name {
			if value, ok := p.args[name]; ok {
				return a.in(p.args.Text(unitName)).print(value)
			}
		}
	}
	return "?"
}

// agree returns the form of a word that agrees with a number.
func (p printer) agree(x *piece) string {
	if p.value(x.name) == "1" {
		return x.one
	}
	return x.many
}

// Message is a sentence as formats with message catalogues of their own take it:
// a template with {0}, {1}, … and the arguments that stand there.
type Message struct {
	ID        string
	Template  string
	Arguments []string
}

// Message returns the template of a sentence and its arguments in words; with
// numbers, as Together takes them, that of several sentences. What only some
// sentences of the kind have is an argument as a whole, empty in the others.
func (c *Catalogue) Message(s report.Sentence, numbers []string) Message {
	e := c.Entry(s.Kind)
	if e == nil {
		return Message{}
	}
	p, text, id := printer{entry: e, args: s.Args}, e.Text, string(e.Kind)
	if numbers != nil {
		p.over = e.over(s, numbers)
		if e.Together != "" {
			text, id = e.Together, id+togetherSuffix
		}
	}
	out := message(id, text)
	for _, x := range c.pieces(text) {
		if x.name != "" {
			out.Arguments = append(out.Arguments, p.piece(&x))
		}
	}
	return out
}

// togetherSuffix follows the kind in the names of templates for several pages.
const togetherSuffix = ".together"

// Templates returns the templates of the sentences that findings and checks of a
// rule have; "" for those that any rule has.
func (c *Catalogue) Templates(rule string) []Message {
	var out []Message
	for _, e := range c.Entries() {
		if e.isOf(rule) {
			out = append(out, message(string(e.Kind), e.Text))
			if e.Together != "" {
				out = append(out, message(string(e.Kind)+togetherSuffix, e.Together))
			}
		}
	}
	return out
}

// isOf reports whether a sentence is one of a rule alone, or with "" one of all.
func (e *Entry) isOf(rule string) bool {
	if rule == "" {
		return len(e.Rules) == 0
	}
	for _, r := range e.Rules {
		if r == rule {
			return true
		}
	}
	return false
}

// message returns a template under a name.
func message(id, text string) Message {
	out := Message{ID: id}
	n := 0
	for _, x := range parse(text) {
		if x.name == "" {
			out.Template += strings.NewReplacer("{", "{{", "}", "}}").Replace(x.literal)
			continue
		}
		out.Template += fmt.Sprintf("{%d}", n)
		n++
	}
	return out
}

// Readable returns a template as people read it: arguments in braces, and plural
// forms where a number decides.
func Readable(text string) string {
	var out strings.Builder
	for _, x := range parse(text) {
		switch {
		case x.name == "":
			out.WriteString(x.literal)
		case x.mode == counted:
			out.WriteString("{" + x.name + "} " + x.many)
		case x.mode == agreed:
			out.WriteString(x.many)
		case x.mode == plain:
			out.WriteString("{" + x.name + "}")
		default:
			inner := ""
			for _, y := range x.inner {
				inner += Readable(y.mapped(func(s string) string { return s }))
			}
			out.WriteString("[" + inner + "]")
		}
	}
	return out.String()
}
