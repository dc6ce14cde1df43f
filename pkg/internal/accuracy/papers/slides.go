package papers

import (
	"fmt"
	"strings"
)

// slidesTemplate and posterTemplate are what is handed in where a paper belongs.
var (
	slidesTemplate = &template{name: "slides", class: "[%s]{beamer}", sizes: []string{"aspectratio=169", "10pt", "handout"}, columns: 1, star: "*", hyperref: true, noTheorems: true, noAlgorithms: true, noPlaces: true, bareFigures: true, runs: 2}
	posterTemplate = &template{
		name: "poster", class: "{article}", columns: 3, star: "*", noAlgorithms: true, bareFigures: true,
		setup: "\\usepackage[paperwidth=24in,paperheight=36in,margin=1.2in]{geometry}\\usepackage{multicol}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\pagestyle{empty}",
	}
)

// slides writes a talk.
func (d *draft) slides() {
	d.known.Kind = "slides"
	if theme := pick(d.source, []string{"", "Madrid", "Boadilla", "Singapore", "Frankfurt"}); theme != "" {
		d.setup("\\usetheme{" + theme + "}")
		d.trait("theme %s", theme)
	}
	f := d.front()
	d.known.Abstract = false
	d.add("\\title[Short]{%s}\\author[A.~Rivera]{%s}\\institute{%s}\\date{}\n\\begin{frame}\\titlepage\\end{frame}", f.title, d.nameLine(f, " \\and "), d.marked(markAuthor, pick(d.source, schools)))
	d.part("body")
	for range d.between(4, 20) {
		d.add("\\begin{frame}{%s}", d.marked(markHeading, d.heading()))
		switch d.IntN(4) {
		case 0:
			d.add("%s", d.prose(markBody, d.between(1, 2)))
		case 1:
			d.figure()
		default:
			d.add("\\begin{itemize}")
			for range d.between(2, 5) {
				d.add("\\item %s", d.marked(markList, strings.TrimSuffix(capitalized(d.clause()), ".")))
			}
			d.add("\\end{itemize}")
		}
		d.add("\\end{frame}")
	}
	if d.chance(.5) {
		d.slideReferences()
	}
	d.add("\\pfpart{body}\\begin{frame}\\centering\\Huge %s\\end{frame}", d.marked(markBody, "Thank you! Questions?"))
}

// slideReferences writes a frame with a few works.
func (d *draft) slideReferences() {
	d.part("references")
	d.known.References = true
	d.add("\\begin{frame}{%s}\\footnotesize\\begin{enumerate}", d.marked(markRefHead, "References"))
	for range d.between(3, 5) {
		d.add("\\item %s", d.marked(markReference, plainFormat(d.entry())))
	}
	d.add("\\end{enumerate}\\end{frame}")
}

// poster writes a poster in three columns.
func (d *draft) poster() {
	d.known.Kind = "poster"
	f := d.front()
	d.known.Abstract = false
	size := d.between(22, 30)
	d.add("{\\centering\\fontsize{72}{80}\\selectfont\\bfseries %s\\par\\bigskip\\fontsize{40}{48}\\selectfont\\mdseries %s\\par %s\\par}\\vspace{1in}",
		f.title, d.nameLine(f, ", "), d.marked(markAuthor, pick(d.source, schools)))
	d.add("\\fontsize{%d}{%d}\\selectfont\\def\\normalsize{\\fontsize{%d}{%d}\\selectfont}\\begin{multicols}{3}", size, size*5/4, size, size*5/4)
	d.part("body")
	for _, title := range d.language.headings(d.source, 5) {
		d.add("\n\\bigskip{\\noindent\\fontsize{44}{50}\\selectfont\\bfseries %s\\par}\\medskip\n", d.marked(markHeading, title))
		d.paragraph(markBody, d.between(2, 6))
		if d.chance(.5) {
			d.figure()
		}
	}
	if d.chance(.6) {
		d.part("references")
		d.known.References = true
		d.add("\n\\bigskip{\\noindent\\fontsize{44}{50}\\selectfont\\bfseries %s\\par}\\medskip\n", d.marked(markRefHead, "References"))
		for i := range d.between(3, 8) {
			d.add("\\noindent %s\\par", d.marked(markReference, fmt.Sprintf("[%d]~%s", i+1, plainFormat(d.entry()))))
		}
	}
	d.add("\\end{multicols}")
}
