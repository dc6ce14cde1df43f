package papers

import (
	"fmt"
	"strings"
)

// body writes the sections of a paper of about that many words.
func (d *draft) body(amount int) {
	d.part("body")
	titles := d.language.headings(d.source, min(3+amount/700, 9))
	for i, title := range titles {
		d.section(1, title)
		if i == 0 && d.template.dropCap {
			d.dropCap()
		}
		d.content(amount / len(titles))
		if i == 1 && d.stretch != "" {
			d.smallProse()
		}
	}
}

// section writes a heading.
func (d *draft) section(level int, title string) {
	command := [...]string{"", "section", "subsection", "subsubsection"}[level]
	d.add("\\%s%s{%s}", command, d.template.star, d.marked(markHeading, title))
}

// dropCap writes a paragraph that begins with a large letter.
func (d *draft) dropCap() {
	first, rest, _ := strings.Cut(d.marked(markBody, d.sentences(d.language, d.between(3, 6))), d.mark(markBody))
	d.trait("drop cap")
	runes := []rune(first)
	letter, tail := string(runes[0]), string(runes[1:])
	if strings.Contains(d.template.class, "IEEEtran") {
		d.add("\\IEEEPARstart{%s}{%s}%s%s\n", letter, tail, d.mark(markBody), rest)
		return
	}
	d.setup("\\usepackage{lettrine}")
	d.add("\\lettrine{%s}{%s}%s%s\n", letter, tail, d.mark(markBody), rest)
}

// content writes the text of a section of about that many words.
func (d *draft) content(amount int) {
	blocks := []func(*draft){
		(*draft).list, (*draft).list, (*draft).equation, (*draft).equation, (*draft).figure, (*draft).figure, (*draft).table, (*draft).table,
		(*draft).listing, (*draft).algorithm, (*draft).frame, (*draft).theorem, (*draft).quotation,
	}
	d.text()
	for left := amount; left > 0; {
		before := d.out.Len()
		switch {
		case d.chance(.12) && amount > 200:
			d.section(2, d.subheading())
		case d.chance(.004) && d.language == english:
			// Papers that tell how to write papers have such sections.
			d.trait("a subsection References in the body")
			d.section(2, "References")
		case d.chance(.03) && amount > 200:
			d.section(2, d.subheading())
			d.section(3, d.subheading())
		case d.chance(.25):
			pick(d.source, blocks)(d)
		}
		d.text()
		left -= max(20, (d.out.Len()-before)/13) // a word with its mark takes 13 bytes
	}
}

// text writes a paragraph, with a run-in head now and then.
func (d *draft) text() {
	if d.chance(d.runIn) {
		head := d.marked(markHeading, strings.TrimSuffix(d.subheading(), ".")+".")
		switch d.template.runIn {
		case "":
			d.add("\\paragraph{%s}", head)
		default:
			d.add(d.template.runIn, head)
		}
	}
	d.paragraph(markBody, d.between(2, 7))
}

func (d *draft) subheading() string {
	if d.language != english {
		return capitalized(pick(d.source, d.language.subjects))
	}
	return d.heading()
}

func (d *draft) list() {
	kind := pick(d.source, []string{"itemize", "enumerate", "itemize", "description"})
	d.add("\\begin{%s}", kind)
	for range d.between(2, 6) {
		item := "\\item"
		if kind == "description" {
			item += "[" + d.marked(markList, capitalized(pick(d.source, nouns))) + "]"
		}
		d.add("%s %s", item, d.prose(markList, d.between(1, 2)))
	}
	d.add("\\end{%s}\n", kind)
}

func (d *draft) quotation() {
	d.add("\\begin{quote}\n%s\n\\end{quote}\n", d.prose(markBody, d.between(1, 4)))
}

func (d *draft) theorem() {
	d.add("\\begin{pftheorem}\n%s\n\\end{pftheorem}\n", d.prose(markBody, d.between(1, 3)))
	if d.chance(.6) {
		d.add("\\noindent\\emph{%s} %s\n", d.marked(markBody, "Proof."), d.prose(markBody, d.between(2, 5)))
	}
}

func (d *draft) equation() {
	bodies := []string{
		"f(x) = \\sum_{i=1}^{n} w_i x_i + b", "\\mathcal{L} = -\\frac{1}{N}\\sum_{i} y_i \\log p_i",
		"\\nabla\\cdot E = \\frac{\\rho}{\\epsilon_0}", "T(n) \\leq 2\\,T(n/2) + O(n)", "\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}",
	}
	kind := pick(d.source, []string{"equation", "equation*", "equation"})
	d.add("\\begin{%s}\n%s\\pfE{}\n\\end{%s}", kind, pick(d.source, bodies), kind)
	d.add("%s\n", d.prose(markBody, d.between(1, 3)))
}

// frame writes running text within a frame or on a grey ground.
func (d *draft) frame() {
	d.trait("frame")
	box := pick(d.source, []string{"\\fbox{%s}", "\\colorbox[gray]{.9}{%s}"})
	inner := fmt.Sprintf("\\begin{minipage}{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}\n%s\n\\end{minipage}",
		"\\textbf{"+d.marked(markBody, "Finding "+fmt.Sprint(d.between(1, 9))+".")+"} "+d.prose(markBody, d.between(1, 4)))
	d.add("\n\\medskip\\noindent"+box+"\\medskip\n", inner)
}

// codeLines returns a program of n lines, each short enough for a column.
func (d *draft) codeLines(n int) []string {
	out := make([]string, n)
	depth := 0
	for i := range out {
		a, b := pick(d.source, nouns), pick(d.source, nouns)
		a, b = strings.ReplaceAll(a, "-", ""), strings.ReplaceAll(b, "-", "")
		line := pick(d.source, []string{
			"if " + a + " == None:", "for " + a + " in " + b + ":", a + " = get(" + b + ")", "return " + a,
			"send(" + a + ", " + fmt.Sprint(d.between(0, 99)) + ")", a + " += 1", "# wait for " + b, "while not " + a + ".done():",
		})
		line = line[:min(len(line), 36)]
		out[i] = strings.Repeat("  ", depth) + line
		switch {
		case strings.HasSuffix(line, ":") && depth < 3:
			depth++
		case depth > 0 && d.chance(.4):
			depth--
		}
	}
	return out
}

func (d *draft) listing() {
	size := pick(d.source, []string{"\\small", "\\footnotesize", "\\scriptsize", "\\normalsize\\small"})
	numbers := pick(d.source, []string{"none", "left", "none"})
	indent := "0pt"
	if numbers == "left" {
		indent = "1.8em" // inside the block, in ems of the code
		if size == "\\scriptsize" {
			indent = "2.6em"
		}
	}
	d.add("\\begin{lstlisting}[basicstyle=\\ttfamily%s,numbers=%s,xleftmargin=%s,numberstyle=\\tiny,escapeinside={(*}{*)},columns=fullflexible,keepspaces]", size, numbers, indent)
	for _, line := range d.codeLines(d.between(4, 20)) {
		d.add("%s(*\\pfK{}*)", strings.ReplaceAll(line, "_", ""))
	}
	d.add("\\end{lstlisting}")
	d.add("%s\n", d.prose(markBody, 2))
}
