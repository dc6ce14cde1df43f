package text

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
)

// span is words in one style.
type span struct {
	text  string
	style style
}

func plain(text string) span { return span{text, styleNone} }

// wrapper collects lines of text, wrapped at its width.
type wrapper struct {
	buf   bytes.Buffer
	width int
	color bool
	ascii bool
	why   bool  // roles are explained
	style style // that is on
}

func newWrapper(opt form.TextOptions) *wrapper {
	width := opt.Width
	if width <= 0 {
		width = defaultWidth
	}
	return &wrapper{width: min(max(width, minWidth), maxWidth), color: opt.Color, ascii: opt.ASCII, why: opt.Why}
}

// writeTo writes all lines at once.
func (t *wrapper) writeTo(w io.Writer) error {
	_, err := w.Write(t.buf.Bytes())
	return err
}

func (t *wrapper) blank() { t.buf.WriteByte('\n') }

// line writes spans as one line, wrapped and indented by so many blanks.
func (t *wrapper) line(indent int, spans ...span) { t.hanging(indent, indent, spans...) }

// hanging is line with another indent for the lines after the first.
func (t *wrapper) hanging(indent, rest int, spans ...span) {
	column := 0
	blanks := indent // that are due before the next word
	for word := range t.words(spans) {
		size := utf8.RuneCountInString(word.text)
		if word.text[0] == ' ' {
			blanks += size
			continue
		}
		if column > 0 && blanks > 0 && column+blanks+size > t.width {
			t.write(plain("\n"))
			column, blanks = 0, rest
		}
		if word.style != t.style {
			t.write(plain(""))
		}
		t.buf.WriteString(strings.Repeat(" ", blanks))
		t.write(word)
		column += blanks + size
		blanks = 0
	}
	t.write(plain("\n"))
}

// verbatim writes lines as they are, each after so many blanks: code that would
// be wrong if it were wrapped.
func (t *wrapper) verbatim(indent int, text string, style style) {
	for line := range strings.SplitSeq(text, "\n") {
		t.buf.WriteString(strings.Repeat(" ", indent))
		t.write(span{words.Printable(line), style})
		t.write(plain("\n"))
	}
}

// write writes a word in its style, which stays on for the words after it.
func (t *wrapper) write(word span) {
	if t.color && word.style != t.style {
		if t.style != styleNone {
			t.buf.WriteString("\x1b[0m")
		}
		if word.style != styleNone {
			t.buf.WriteString("\x1b[" + string(word.style) + "m")
		}
		t.style = word.style
	}
	t.buf.WriteString(strings.ReplaceAll(word.text, words.NoBreak, " "))
}

// words parts spans into runs of blanks and runs of anything else.
func (t *wrapper) words(spans []span) iter.Seq[span] {
	return func(yield func(span) bool) {
		for _, s := range spans {
			text := words.Printable(s.text)
			if t.ascii {
				text = ascii(text)
			}
			for text != "" {
				n := strings.IndexByte(text, ' ')
				switch {
				case n < 0:
					n = len(text)
				case n == 0:
					n = len(text) - len(strings.TrimLeft(text, " "))
				}
				if !yield(span{text[:n], s.style}) {
					return
				}
				text = text[n:]
			}
		}
	}
}

// inASCII are the signs of reports in ASCII. Those that stand in tables are one
// character, as the signs are.
var inASCII = strings.NewReplacer(
	"✓", "+", "✗", "x", "–", "-", "−", "-", "—", "-", "×", "x", "·", "|", "→", ">", "±", "+/-", "…", "...",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "┌", "+", "□", "#",
)

// ascii writes text in ASCII: signs by such as look like them, anything else,
// such as a letter in the name of a file, by "?".
func ascii(text string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII && string(r) != words.NoBreak {
			return '?'
		}
		return r
	}, inASCII.Replace(text))
}

// padded fills text with blanks up to a width.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}
