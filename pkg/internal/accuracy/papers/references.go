package papers

import (
	"fmt"
	"strings"
)

// labels are how a list marks its entries.
const (
	labelBrackets = "[1]"
	labelDots     = "1."
	labelAlpha    = "[AB19]"
	labelNone     = "author-year"
)

// list is how a reference list is set.
type list struct {
	labels  string
	heading string // TeX of the heading's words, marked; "" where the class writes it
	own     string // "", or how our own heading is set: see ownHeadings
	size    string
	format  func(entry) string
	links   float64 // share of entries with an address
	address string  // TeX before the list: how addresses are set
	entries int
	plain   bool // a list environment of ours in place of the class's
}

// ownHeadings are ways to set the heading that no class has. %s are its words.
var ownHeadings = map[string]string{
	"run-in":                       "\\par\\bigskip\\noindent\\textbf{%s.}~",
	"centred small capitals":       "\\par\\bigskip{\\centering\\footnotesize\\scshape %s\\par}\\nobreak\\smallskip",
	"centred small and plain":      "\\par\\bigskip{\\centering\\footnotesize %s\\par}\\nobreak\\smallskip",
	"bold in the body's size":      "\\par\\medskip\\noindent\\textbf{%s}\\par\\nobreak",
	"bold with little space":       "\\par\\noindent\\textbf{%s}\\par\\nobreak",
	"italics":                      "\\par\\medskip\\noindent\\textit{%s}\\par\\nobreak\\smallskip",
	"subsection":                   "\\subsection*{%s}",
	"fake small capitals":          "\\par\\bigskip{\\centering %s\\par}\\nobreak\\smallskip",
	"letter-spaced":                "\\par\\bigskip\\noindent\\textbf{%s}\\par\\nobreak\\smallskip",
	"numbered":                     "\\section{%s}",
	"underlined, behind a rule":    "\\par\\bigskip\\noindent\\rule{\\linewidth}{.4pt}\\par\\nobreak\\noindent\\underline{%s}\\par\\nobreak\\smallskip",
	"sans serif and larger":        "\\par\\bigskip\\noindent{\\Large\\sffamily %s\\par}\\nobreak\\smallskip",
	"capitals in the body's style": "\\par\\bigskip\\noindent \\MakeUppercase{%s}\\par\\nobreak",
}

// drawList draws how the reference list is set.
func (d *draft) drawList() list {
	l := list{
		labels: labelBrackets, format: pick(d.source, formats), links: pick(d.source, []float64{.1, .3, .8, 1}),
		size: pick(d.source, []string{"", "", "", "\\small", "\\footnotesize", "\\scriptsize"}), entries: d.between(5, 45),
	}
	switch {
	case d.template.authorYear:
		l.labels = labelNone
	case d.template.natbib:
	case d.chance(.12):
		l.labels = labelDots
	case d.chance(.12):
		l.labels = labelAlpha
	case d.template.free && d.chance(.3):
		l.labels, l.plain = labelNone, true
	}
	if l.labels == labelNone {
		l.format = pick(d.source, []func(entry) string{acmFormat, yearFirstFormat})
	}
	l.address = pick(d.source, []string{"", "", "\\urlstyle{rm}", "\\urlstyle{same}", "\\raggedright", "\\renewcommand\\url[1]{\\mbox{\\texttt{#1}}}", "\\def\\UrlFont{\\ttfamily\\footnotesize}"})
	if strings.Contains(l.address, "mbox") {
		d.trait("addresses are not broken")
	}
	word := pick(d.source, d.language.references)
	if d.template.free && d.chance(.35) {
		l.own = pick(d.source, sortedKeys(ownHeadings))
		l.plain = true
		word = strings.ReplaceAll(strings.TrimSuffix(word, ":"), "\\&", "and")
	}
	l.heading = d.refHead(word, l.own)
	d.trait("references: %s, labels %s, size %s", orElse(l.own, "heading of the class"), l.labels, orElse(l.size, "of the body"))
	return l
}

// refHead returns the marked words of the heading.
func (d *draft) refHead(word, own string) string {
	switch own {
	case "fake small capitals":
		return fakeSmallCapitals(d, markRefHead, word)
	case "letter-spaced":
		return strings.Join(strings.Split(strings.ReplaceAll(word, " ", ""), ""), "\\kern.2em ") + d.mark(markRefHead)
	case "run-in":
		return strings.TrimSuffix(d.marked(markRefHead, word), d.mark(markRefHead)) + d.mark(markRefHead)
	}
	return d.marked(markRefHead, word)
}

// fakeSmallCapitals sets words in capitals of two sizes, as old templates do.
func fakeSmallCapitals(d *draft, mark, text string) string {
	fields := strings.Fields(text)
	for i, f := range fields {
		runes := []rune(f)
		fields[i] = strings.ToUpper(string(runes[0])) + "{\\footnotesize " + strings.ToUpper(string(runes[1:])) + "}" + d.mark(mark)
	}
	return strings.Join(fields, " ")
}

// references writes the reference list.
func (d *draft) references(l list) {
	d.part("references")
	d.known.References = true
	d.add("{%s%%", l.address)
	if l.own != "" {
		d.add(strings.ReplaceAll(ownHeadings[l.own], "%s", "%[1]s")+"%%", l.heading)
		d.add("%s", l.size)
	} else {
		d.add("\\def\\refname{%s}\\let\\bibname\\refname", l.heading)
		if l.plain {
			d.add("\\section*{%s}", l.heading)
		}
		d.add("%s", l.size)
	}
	entries := make([]entry, l.entries)
	for i := range entries {
		entries[i] = d.entry().linked(d.source, l.links)
	}
	if l.plain {
		d.plainList(l, entries)
	} else {
		d.classList(l, entries)
	}
	d.add("\\par}")
}

// classList writes the entries in the class's own environment.
func (d *draft) classList(l list, entries []entry) {
	widest := "99"
	if l.labels == labelAlpha {
		widest = "ABC+99"
	}
	if l.labels == labelDots {
		d.add("\\makeatletter\\def\\@biblabel#1{#1.}\\makeatother")
	}
	d.add("\\begin{thebibliography}{%s}", widest)
	for i, e := range entries {
		label := ""
		authors, year := e.cited()
		switch {
		case d.template.natbib:
			label = fmt.Sprintf("[{%s(%d)}]", authors, year)
		case l.labels == labelAlpha:
			label = "[" + e.label() + "]"
		}
		d.add("\\bibitem%s{r%d} %s", label, i, d.marked(markReference, l.format(e)))
	}
	d.add("\\end{thebibliography}")
}

// plainList writes the entries in a list of ours, with labels that hang or without.
func (d *draft) plainList(l list, entries []entry) {
	if l.own == "run-in" && d.chance(.5) {
		for i, e := range entries {
			d.add("%s", d.marked(markReference, fmt.Sprintf("[%d]~%s", i+1, l.format(e))))
		}
		d.trait("entries in one paragraph")
		return
	}
	label, shape := "", "\\leftmargin1.2em\\itemindent-1.2em\\labelwidth0pt\\labelsep0pt"
	switch {
	case l.labels != labelNone:
		label, shape = "%d", "\\leftmargin2em\\labelwidth1.6em\\labelsep.4em"
	case d.chance(.2):
		shape = "\\leftmargin0pt\\itemindent0pt\\labelwidth0pt\\labelsep0pt"
		d.trait("entries do not hang")
	}
	d.add("\\begin{list}{}{%s\\itemsep%dpt\\parsep0pt\\topsep0pt}\\sloppy", shape, d.between(0, 4))
	for i, e := range entries {
		mark := ""
		if label != "" {
			mark = strings.Replace(l.labels, "1", fmt.Sprint(i+1), 1)
			if l.labels == labelAlpha {
				mark = "[" + e.label() + "]"
			}
			mark = "[" + "{" + mark + "}" + "]"
		} else {
			mark = "[]"
		}
		d.add("\\item%s %s", mark, d.marked(markReference, l.format(e)))
	}
	d.add("\\end{list}")
}
