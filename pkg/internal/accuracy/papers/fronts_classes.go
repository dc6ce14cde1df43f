package papers

import (
	"fmt"
	"strings"
)

func ieeeFront(d *draft) {
	f := d.front()
	var blocks []string
	for _, a := range f.authors[:min(len(f.authors), 3)] {
		blocks = append(blocks, fmt.Sprintf("\\IEEEauthorblockN{%s}\\IEEEauthorblockA{%s\\\\ %s}", d.marked(markAuthor, a.String()),
			d.marked(markAuthor, pick(d.source, schools)), d.marked(markAuthor, pick(d.source, cities))))
	}
	authors := strings.Join(blocks, "\\and ")
	if strings.HasPrefix(d.template.class, "[journal]") {
		authors = d.nameLine(f, ", ") + "\\thanks{" + d.marked(markFootnote, "The authors are with "+pick(d.source, schools)+", "+pick(d.source, cities)+".") + "}"
		d.add("\\markboth{Journal of Examples, Vol.~12, No.~3, May~2024}{Rivera: A Short Title}")
	}
	d.add("\\title{%s}\n\\author{%s}\n\\maketitle", f.title, authors)
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\begin{IEEEkeywords}\n%s\n\\end{IEEEkeywords}", f.abstract, f.keywords)
}

func acmFront(d *draft) {
	f := d.front()
	d.known.Authors = !strings.Contains(d.template.class, "anonymous")
	d.add("\\settopmatter{printacmref=false}\\setcopyright{none}\\authorsaddresses{}\\renewcommand\\footnotetextcopyrightpermission[1]{}")
	d.add("\\title[%s]{%s}", f.short, f.title)
	for _, a := range f.authors {
		d.add("\\author{%s}\n\\affiliation{\\institution{%s}\\city{%s}\\country{%s}}", d.marked(markAuthor, a.String()),
			d.marked(markAuthor, pick(d.source, schools)), d.marked(markAuthor, "Exampletown"), d.marked(markAuthor, "USA"))
		if d.chance(.5) {
			d.add("\\email{a@example.edu}")
		}
	}
	d.add("\\renewcommand\\shortauthors{Rivera et al.}")
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}", f.abstract)
	if d.chance(.6) {
		d.add("\\keywords{%s}", f.keywords)
	}
	d.add("\\maketitle")
}

func llncsFront(d *draft) {
	f := d.front()
	d.add("\\title{%s}\\titlerunning{%s}\n\\author{%s}\\authorrunning{A. Rivera et al.}\n\\institute{%s\\\\ %s}\n\\maketitle", f.title, f.short,
		d.nameLine(f, " \\and "), d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)), d.marked(markAuthor, "\\email{ada@example.edu}"))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\keywords{%s}\n\\end{abstract}", f.abstract, strings.ReplaceAll(f.keywords, ",", " \\and"))
}

func elsevierFront(d *draft) {
	f := d.front()
	d.add("\\begin{frontmatter}\n\\title{%s}", f.title)
	for _, a := range f.authors {
		d.add("\\author{%s}", d.marked(markAuthor, a.String()))
	}
	d.add("\\address{%s}", d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\begin{keyword}\n%s\n\\end{keyword}\n\\end{frontmatter}", f.abstract, strings.ReplaceAll(f.keywords, ",", " \\sep"))
}

func revtexFront(d *draft) {
	f := d.front()
	d.add("\\title{%s}", f.title)
	for _, a := range f.authors {
		d.add("\\author{%s}\n\\affiliation{%s}", d.marked(markAuthor, a.String()), d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)))
	}
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\maketitle", f.abstract)
}

func aastexFront(d *draft) {
	f := d.front()
	d.add("\\shorttitle{%s}\\shortauthors{Rivera et al.}\\title{%s}", f.short, f.title)
	for _, a := range f.authors {
		d.add("\\author{%s}\n\\affiliation{%s}", d.marked(markAuthor, a.String()), d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)))
	}
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\keywords{%s}", f.abstract, f.keywords)
}

func amsFront(d *draft) {
	f := d.front()
	d.add("\\title[%s]{%s}", f.short, f.title)
	for _, a := range f.authors {
		d.add("\\author[%s]{%s}\n\\address{%s}", a.family, d.marked(markAuthor, a.String()), d.marked(markAddress, pick(d.source, schools)+", "+pick(d.source, cities)))
	}
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\maketitle", f.abstract)
}

func mnrasFront(d *draft) {
	f := d.front()
	d.add("\\title[%s]{%s}\n\\author[A. Rivera et al.]{%s\\\\ %s}\n\\maketitle", f.short, f.title, d.nameLine(f, ", "), d.marked(markAuthor, pick(d.source, schools)))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\begin{keywords}\n%s\n\\end{keywords}", f.abstract, f.keywords)
}

func quantumFront(d *draft) {
	f := d.front()
	d.add("\\title{%s}", f.title)
	for _, a := range f.authors {
		d.add("\\author{%s}\n\\affiliation{%s}", d.marked(markAuthor, a.String()), d.marked(markAuthor, pick(d.source, schools)))
	}
	d.add("\\maketitle")
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}", f.abstract)
}

func tugboatFront(d *draft) {
	f := d.front()
	d.add("\\title{%s}\n\\author{%s}\n\\address{%s}\\netaddress{ada@example.edu}\n\\maketitle", f.title, d.marked(markAuthor, f.authors[0].String()), d.marked(markAddress, pick(d.source, schools)))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}", f.abstract)
}

func spieFront(d *draft) {
	f := d.front()
	d.add("\\title{%s}\n\\author{%s}\\affiliation{%s}\n\\maketitle", f.title, d.nameLine(f, ", "), d.marked(markAuthor, pick(d.source, schools)+", "+pick(d.source, cities)))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\keywords{%s}", f.abstract, f.keywords)
}

func jmlrFront(d *draft) {
	f := d.front()
	var authors []string
	for _, a := range f.authors[:min(len(f.authors), 3)] {
		authors = append(authors, fmt.Sprintf("\\Name{%s} \\Email{%s}\\\\ \\addr %s", d.marked(markAuthor, a.String()), "a@example.edu", d.marked(markAuthor, pick(d.source, schools))))
	}
	d.add("\\title[%s]{%s}\n\\author{%s}\n\\maketitle", f.short, f.title, strings.Join(authors, "\\AND "))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\begin{keywords}\n%s\n\\end{keywords}", f.abstract, f.keywords)
}

func casFront(d *draft) {
	f := d.front()
	d.add("\\shorttitle{%s}\\shortauthors{Rivera et al.}\n\\title[mode=title]{%s}", f.short, f.title)
	for _, a := range f.authors {
		d.add("\\author[1]{%s}", d.marked(markAuthor, a.String()))
	}
	d.add("\\affiliation[1]{organization={%s}, city={Exampletown}, country={USA}}", d.marked(markAuthor, pick(d.source, schools)))
	d.part("abstract")
	d.add("\\begin{abstract}\n%s\n\\end{abstract}\n\\begin{keywords}\n%s\n\\end{keywords}\n\\maketitle", f.abstract, strings.ReplaceAll(f.keywords, ",", " \\sep"))
}
