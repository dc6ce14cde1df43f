package papers

import (
	"fmt"
	"strings"
)

// front is what all front matters are made of.
type front struct {
	title, short string
	authors      []person
	abstract     string
	keywords     string
}

// front draws what stands at the head of a paper.
func (d *draft) front() front {
	f := front{
		title: d.marked(markTitle, d.paperTitle()), short: "A Short Title",
		authors: d.people(1, 5), abstract: d.prose(markAbstract, d.between(3, 9)),
		keywords: d.marked(markKeywords, strings.Join(some(d.source, nouns, d.between(3, 5)), ", ")),
	}
	d.known.Abstract, d.known.Authors = true, true
	return f
}

func (d *draft) paperTitle() string {
	if d.language != english {
		return capitalized(pick(d.source, d.language.subjects)) + ": " + pick(d.source, d.language.subjects)
	}
	return d.title()
}

// names returns the authors' names in one line.
func (d *draft) nameLine(f front, between string) string {
	var out []string
	for _, a := range f.authors {
		out = append(out, a.String())
	}
	return d.marked(markAuthor, strings.Join(out, between))
}

// authorBlocks returns the authors as article sets them: in columns, in lines, or
// hidden from reviewers.
func (d *draft) authorBlocks(f front) string {
	if d.chance(.15) {
		d.known.Authors = false
		d.trait("anonymous")
		return d.marked(markAuthor, pick(d.source, []string{"Anonymous Author(s)", "Paper \\#123", "Anonymous submission", "Submission 42, 8 pages"}))
	}
	if d.chance(.5) {
		var out []string
		for _, a := range f.authors[:min(len(f.authors), 3)] {
			out = append(out, fmt.Sprintf("%s\\\\ {\\small %s}\\\\ {\\small\\ttfamily %s}", d.marked(markAuthor, a.String()), d.marked(markAuthor, pick(d.source, schools)),
				d.marked(markAuthor, strings.ToLower(string([]rune(a.family)[0]))+"@example.edu")))
		}
		return strings.Join(out, " \\and ")
	}
	return d.nameLine(f, ", ") + "\\\\ {\\normalsize\\itshape " + d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)) + "}"
}

// abstractOf writes the abstract in one of the ways of article.
func (d *draft) abstractOf(f front) {
	d.part("abstract")
	word := d.marked(markHeading, d.language.abstract)
	switch d.IntN(6) {
	case 0:
		d.add("\\noindent\\textbf{%s.} %s\n", word, f.abstract)
		d.trait("abstract: run-in")
	case 1:
		d.add("\\section*{%s}\n%s\n", word, f.abstract)
		d.trait("abstract: section")
	case 2:
		d.add("{\\small\\bfseries\\noindent %s---%s\n\\par}", d.marked(markAbstract, d.language.abstract), f.abstract)
		d.trait("abstract: bold")
	case 3:
		d.known.Abstract = false
		d.trait("no abstract")
	default:
		d.add("\\begin{abstract}\n%s\n\\end{abstract}", f.abstract)
	}
	if d.known.Abstract && d.chance(.2) {
		d.add("\\noindent\\textit{%s} %s\n", d.marked(markKeywords, "Keywords:"), f.keywords)
	}
}

// abstractWord makes the class's heading of the abstract ours, with its mark.
func (d *draft) abstractWord() {
	d.add("\\def\\abstractname{%s}", d.marked(markHeading, d.language.abstract))
}

func articleFront(d *draft) {
	f := d.front()
	d.abstractWord()
	d.add("\\title{%s}\n\\author{%s}\n\\date{%s}\n\\maketitle", f.title, d.authorBlocks(f), d.date())
	d.abstractOf(f)
}

// date returns the date below the authors, mostly none.
func (d *draft) date() string {
	if d.chance(.2) {
		return d.marked(markTeaser, "May 3, 2024")
	}
	return ""
}

// rulesFront sets the title between two rules, the abstract narrow.
func rulesFront(d *draft) {
	f := d.front()
	d.abstractWord()
	d.add("\\thispagestyle{plain}\n\\begin{center}\\rule{\\linewidth}{4pt}\\\\[2ex]{\\LARGE\\bfseries %s\\par}\\vspace{1ex}\\rule{\\linewidth}{1pt}\\\\[3ex]", f.title)
	d.add("\\begin{tabular}[t]{c}%s\\end{tabular}\\end{center}\n\\bigskip", strings.ReplaceAll(d.authorBlocks(f), "\\and", "\\end{tabular}\\qquad\\begin{tabular}[t]{c}"))
	d.part("abstract")
	d.add("{\\centering\\large\\bfseries %s\\par}\n\\begin{quote}\n%s\n\\end{quote}", d.marked(markHeading, "Abstract"), f.abstract)
}

// wideAbstractFront sets the abstract or a teaser across both columns.
func wideAbstractFront(d *draft) {
	f := d.front()
	d.abstractWord()
	d.add("\\twocolumn[{\\thispagestyle{plain}\\begin{center}{\\Large\\bfseries %s\\par}\\bigskip", f.title)
	d.add("\\begin{tabular}[t]{c}%s\\end{tabular}\\end{center}\n\\bigskip", strings.ReplaceAll(d.authorBlocks(f), "\\and", "\\end{tabular}\\qquad\\begin{tabular}[t]{c}"))
	if d.chance(.5) {
		d.trait("abstract across the columns")
		d.part("abstract")
		d.add("\\begin{center}\\begin{minipage}{.%d\\textwidth}{\\centering\\bfseries %s\\par}\\smallskip %s\\end{minipage}\\end{center}\\bigskip}]", d.between(7, 9), d.marked(markHeading, "Abstract"), f.abstract)
		return
	}
	d.trait("teaser")
	d.add("\\begin{center}%s\\par\\smallskip {\\small %s}\\end{center}\\bigskip}]", d.image(), d.marked(markTeaser, "Figure 0. "+d.sentences(english, 2)))
	d.abstractOf(f)
}

// leftFront sets everything flush left, with a line of teaser now and then.
func leftFront(d *draft) {
	f := d.front()
	d.abstractWord()
	open, end := "", ""
	if d.two && d.chance(.6) {
		open, end = "\\twocolumn[{\\raggedright", "\\bigskip}]"
	}
	d.trait("left-aligned title")
	d.add("%s\\thispagestyle{plain}{\\raggedright\\huge\\sffamily\\bfseries %s\\par}\\medskip", open, f.title)
	if d.chance(.4) {
		d.trait("teaser line")
		d.add("{\\raggedright\\large\\itshape %s\\par}\\medskip", d.marked(markTeaser, d.sentences(english, 1)))
	}
	d.add("{\\raggedright %s\\par}{\\raggedright\\small %s\\par}%s\\bigskip", d.nameLine(f, ", "), d.marked(markAuthor, pick(d.source, schools)), end)
	d.abstractOf(f)
}
