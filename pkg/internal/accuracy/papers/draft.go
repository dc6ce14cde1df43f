package papers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks of truth.sty, by what they say of a word.
const (
	markTitle     = "I"
	markAuthor    = "A"
	markAbstract  = "S"
	markHeading   = "H"
	markBody      = "B"
	markList      = "L"
	markEquation  = "E"
	markCode      = "K"
	markCaption   = "C"
	markFootnote  = "N"
	markTable     = "T"
	markFigure    = "G"
	markReference = "R"
	markRefHead   = "Q"
	markFurniture = "F"
	markKeywords  = "W"
	markTeaser    = "U"
	markAddress   = "D" // of authors, at the end
)

// draft is a paper while it is written, as LaTeX.
type draft struct {
	source
	template *template
	language *language
	preamble strings.Builder // after the packages that all papers load
	out      strings.Builder // from \begin{document} on
	traits   []string        // what was drawn, in words
	known    Known
	cite     func(d *draft) string // a citation in the text; "" for none
	citing   float64               // share of words after which one stands
	two      bool                  // the text is set in two columns
	runs     int                   // how often TeX must run; 0: as the template needs
	notes    float64               // share of paragraphs with a footnote
	runIn    float64               // share of paragraphs with a run-in head
	images   int

	paragraphs         int
	smallToo, tightToo bool   // some paragraphs are, in papers that violate a limit
	stretch            string // what small prose is dressed as; "" for none
	files              map[string][]byte
}

// trait notes something that was drawn, for the truth and the list of errors.
func (d *draft) trait(format string, args ...any) {
	d.traits = append(d.traits, fmt.Sprintf(format, args...))
}

// add writes lines of source.
func (d *draft) add(format string, args ...any) {
	if len(args) == 0 {
		d.out.WriteString(format)
	} else {
		fmt.Fprintf(&d.out, format, args...)
	}
	d.out.WriteByte('\n')
}

// setup writes a line of the preamble.
func (d *draft) setup(line string) { d.preamble.WriteString(line + "\n") }

// part tells the marks in which part of the paper they stand.
func (d *draft) part(name string) { d.add("\\pfpart{%s}%%", name) }

// marked returns the text with a mark after each word.
func (d *draft) marked(mark, text string) string {
	var out strings.Builder
	last := ""
	for f := range strings.FieldsSeq(text) {
		if last != "" && !(d.language.spaceless() && (isHan(lastOf(last)) || isHan(firstOf(f)))) {
			out.WriteByte(' ')
		}
		out.WriteString(f + "\\pf" + mark + "{}")
		last = f
	}
	return out.String()
}

// isHan reports whether a character is one of Chinese, beside which stands no space.
func isHan(r rune) bool { return unicode.Is(unicode.Han, r) || r > 0x3000 && unicode.IsPunct(r) }

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastOf(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// prose returns n sentences with marks, citations, formulas, emphasis and code.
func (d *draft) prose(mark string, n int) string {
	var out []string
	for range n {
		fields := strings.Fields(d.language.sentence(d.source))
		for i, f := range fields {
			fields[i] = d.word(f, mark, i == len(fields)-1)
		}
		out = append(out, strings.Join(fields, d.gap()))
	}
	return strings.Join(out, d.gap())
}

// gap returns what stands between two words.
func (d *draft) gap() string {
	if d.language.spaceless() {
		return ""
	}
	return " "
}

// word returns a word of running text with its mark, and now and then with what
// authors put into a sentence.
func (d *draft) word(f, mark string, last bool) string {
	switch {
	case last && d.cite != nil && d.chance(5*d.citing):
		f = strings.TrimRight(f, ".。")
		return f + d.mark(mark) + "~" + strings.ReplaceAll(d.cite(d), " ", d.mark(mark)+" ") + "." + d.mark(mark)
	case last:
	case d.chance(.008):
		return f + d.mark(mark) + " " + pick(d.source, formulas) + d.mark(mark)
	case d.chance(.006):
		return "\\emph{" + f + "}" + d.mark(mark)
	case d.chance(.006) && strings.IndexFunc(f, notASCII) < 0:
		return "\\texttt{" + f + "}" + d.mark(mark)
	}
	return f + d.mark(mark)
}

func (d *draft) mark(mark string) string { return "\\pf" + mark + "{}" }

func notASCII(r rune) bool { return r > 127 }

var formulas = []string{
	"$x_i$", "$n$", "$O(n\\log n)$", "$\\alpha \\leq \\frac{1}{2}$", "$p<0.05$", "$\\sum_{i} w_i$", "$f(x)=y^2$", "$\\mathcal{L}$",
}

// paragraph writes a paragraph of n sentences.
func (d *draft) paragraph(mark string, n int) {
	text := d.prose(mark, n)
	if d.chance(d.notes) {
		text += d.footnote()
	}
	d.add("%s\n", d.dressed(text))
}

func (d *draft) footnote() string {
	note := d.marked(markFootnote, d.sentences(d.language, d.between(1, 2)))
	if d.chance(.3) {
		note = d.marked(markFootnote, "\\url{https://"+pick(d.source, hosts)+"/"+pick(d.source, nouns)+"}")
	}
	return "\\footnote{" + note + "}"
}
