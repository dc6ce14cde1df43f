package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/profile"
)

// kit sets papers with a venue's class, or with the numbers of its profile where the
// class is not to be had.
type kit struct {
	name          string  // of the class and its options; "" for the profile's numbers
	class         string  // the preamble
	size, leading float64 // of the class, in TeX's points
	acm           bool    // acmart: abstract before \maketitle
	stretch       float64 // of its lines
}

// kits are the classes of texlive-publishers, by the format that profiles extend.
var kits = map[string]kit{
	"acmart-sigconf":    {"acmart, sigconf", `\documentclass[sigconf%s]{acmart}`, 9, 11, true, 1},
	"acmart-sigplan":    {"acmart, sigplan", `\documentclass[sigplan%s,10pt]{acmart}`, 10, 12, true, 1},
	"acmart-acmsmall":   {"acmart, acmsmall", `\documentclass[acmsmall%s]{acmart}`, 10, 12, true, 1},
	"acmart-manuscript": {"acmart, manuscript", `\documentclass[manuscript%s]{acmart}`, 9, 13.75, true, 1.25},
	"ieee-conference":   {"IEEEtran, conference", `\documentclass[conference]{IEEEtran}`, 10, 12, false, 1},
	"ieee-compsoc":      {"IEEEtran, conference and compsoc", `\documentclass[conference,compsoc]{IEEEtran}`, 10.04, 11.24, false, 1},
	"lncs":              {"llncs", `\documentclass[runningheads]{llncs}`, 10, 12, false, 1},
}

// kitOf returns the kit of a profile: the class of the format that it extends, or its
// own numbers.
func kitOf(p *profile.Profile) kit {
	for base := p; base != nil; base, _ = baseOf(base) {
		if k, ok := kits[base.Name]; ok {
			return k
		}
	}
	return kit{stretch: 1, size: orUsual(p.BodySize.Min, 10) * 72.27 / 72, leading: orUsual(p.Leading.Min, orUsual(p.BodySize.Min, 10)*1.2) * 72.27 / 72}
}

func orUsual(v, usual float64) float64 {
	if v == 0 {
		return usual
	}
	return v
}

// kitPaper is a paper as its profile has it, but for what is broken.
type kitPaper struct {
	p       *profile.Profile
	kit     kit
	pages   int        // on the last of which the text ends
	paper   bool       // of another size
	smaller bool       // type
	tighter bool       // leading
	named   bool       // authors
	without bool       // required sections
	bare    bool       // no line numbers
	unnamed bool       // no number of the submission
	old     bool       // a version of PDF
	linked  bool       // places within the paper
	draw    *rand.Rand // what its pages hold; nil: nothing but paragraphs
}

// source returns the paper's LaTeX.
func (k kitPaper) source() string {
	var out strings.Builder
	out.WriteString(k.preamble() + "\n" + k.lineNumbers() + k.paperID() + k.file() + k.paragraphs() + "\n" + `\begin{document}` + "\n")
	abstract := `\begin{abstract}` + kitAbstract + `\end{abstract}` + "\n"
	front := `\title{A Paper of the Last Allowed Page}` + "\n" + k.authors() + "\n"
	if k.kit.acm {
		out.WriteString(front + abstract + `\maketitle` + "\n")
	} else {
		out.WriteString(front + `\maketitle` + "\n" + abstract)
	}
	out.WriteString(`\section{Introduction}` + "\n" + fmt.Sprintf(`\loop\ifnum\value{page}<%d \para\repeat`, k.pages) + "\n")
	out.WriteString(`\section{Conclusion}` + "\n" + k.link() + `\para` + "\n" + k.sections(false))
	if k.refsApart() {
		out.WriteString(`\clearpage` + "\n")
	}
	out.WriteString(`\begin{thebibliography}{9}` + "\n")
	for i := range 6 {
		fmt.Fprintf(&out, `\bibitem{r%d} A. Lovelace and C. Babbage. Notes on engine number %d. Journal of Engines, %d(2):11--19, 18%d.`+"\n", i, i, i+3, 40+i)
	}
	out.WriteString(`\end{thebibliography}` + "\n" + k.sections(true) + `\end{document}` + "\n")
	return out.String()
}

// preamble returns the class, and what a profile without one asks.
func (k kitPaper) preamble() string {
	if k.kit.name != "" {
		anonymous := ",anonymous"
		if k.named || k.p.Names == profile.Required {
			anonymous = ""
		}
		class := k.kit.class
		if strings.Contains(class, "%s") {
			class = fmt.Sprintf(class, anonymous)
		}
		return class + k.otherPaper()
	}
	columns := "twocolumn"
	if k.p.Columns == 1 {
		columns = "onecolumn"
	}
	paper := profile.Size{Width: 612, Height: 792}
	if len(k.p.Paper) > 0 {
		paper = k.p.Paper[0]
	}
	block := k.p.Block
	m := k.p.Margins
	block.Width = orUsual(block.Width, paper.Width-max(108, m.Left+m.Right)-4)
	block.Height = orUsual(block.Height, paper.Height-max(144, m.Top+m.Bottom)-4)
	gutter := orUsual(k.p.Gutter.Min, 24)
	out := fmt.Sprintf(`\documentclass[%s]{article}`+"\n"+`\usepackage[paperwidth=%.2fbp,paperheight=%.2fbp,textwidth=%.2fbp,textheight=%.2fbp,centering]{geometry}`+"\n"+`\setlength{\columnsep}{%.2fbp}`+"\n",
		columns, paper.Width, paper.Height, block.Width, block.Height, gutter)
	out += k.family() + "\n"
	if k.p.Numbering == profile.Forbidden {
		out += `\pagestyle{empty}\AtBeginDocument{\thispagestyle{empty}}\makeatletter\let\ps@plain\ps@empty\makeatother` + "\n"
	}
	return out + k.otherPaper()
}

// family loads the profile's first family.
func (k kitPaper) family() string {
	switch {
	case slices.Contains(k.p.Families, "times"):
		return `\usepackage{mathptmx}`
	case slices.Contains(k.p.Families, "palatino"):
		return `\usepackage{mathpazo}`
	case slices.Contains(k.p.Families, "libertine"):
		return `\usepackage{libertine}`
	}
	return ""
}

// lineNumbers loads what numbers lines where the profile requires it.
func (k kitPaper) lineNumbers() string {
	if k.bare || k.p.LineNumbers != profile.Required {
		return ""
	}
	return `\usepackage[switch]{lineno}\linenumbers` + "\n"
}

// paperID sets the submission's number on every page where the profile requires it.
func (k kitPaper) paperID() string {
	if k.unnamed || k.p.PaperID == "" {
		return ""
	}
	return `\usepackage{eso-pic}\AddToShipoutPictureFG{\AtPageUpperLeft{\put(40,-24){\footnotesize Submission \#12}}}` + "\n"
}

// file sets what the file itself has.
func (k kitPaper) file() string {
	out := ""
	if k.old {
		out = `\pdfobjcompresslevel=0 \pdfminorversion=4` + "\n"
	}
	if k.linked {
		out += `\usepackage[bookmarks=false]{hyperref}` + "\n"
	}
	return out
}

// link sets a link within the paper.
func (k kitPaper) link() string {
	if !k.linked {
		return ""
	}
	return `\hyperlink{page.1}{It} is so. `
}

// otherPaper sets the paper to a size that no venue has.
func (k kitPaper) otherPaper() string {
	if !k.paper {
		return "\n"
	}
	return "\n" + `\AtBeginDocument{\pdfpagewidth=9.1in\pdfpageheight=12.2in}` + "\n"
}

// paragraphs defines the paragraph that fills pages, in the size and leading of the
// class or, where they are broken, less.
func (k kitPaper) paragraphs() string {
	size, leading := k.kit.size, k.kit.leading
	if k.draw != nil {
		return k.units()
	}
	switch {
	case k.smaller:
		size -= 1.2
	case k.tighter:
		leading -= 1.1
	case k.kit.name != "":
		return `\sloppy\newcommand{\para}{` + kitText + `\par}`
	}
	return `\sloppy\emergencystretch=3em ` + fmt.Sprintf(`\newcommand{\para}{{\fontsize{%.3fpt}{%.3fpt}\selectfont `+kitText+`\par}}`, size, leading/k.kit.stretch)
}

// kitAbstract has 119 words and less than 1000 characters.
var kitAbstract = strings.Repeat("We set a paper that ends on its last page, and we ask of it what a venue asks. ", 7)

const kitText = `A paper that is as long as its venue allows says what it has to say in the room that it is
given, and no more. The measures of its type are those of the class, its columns are as wide as the class makes
them, and the space between its lines is what a reader of many papers expects to see. Where something differs, a
reader may not notice it at first, but the paper has more room than others have, and that is why venues ask`

// authors returns the title block's names, or none.
func (k kitPaper) authors() string {
	named := k.named || k.p.Names == profile.Required
	switch {
	case k.kit.acm:
		return `\author{Ada Lovelace}\affiliation{\institution{University of London}\city{London}\country{UK}}\email{ada@london.example}`
	case named && k.kit.name == "llncs":
		return `\author{Ada Lovelace\inst{1} \and Charles Babbage\inst{1}}\institute{University of London, London, UK \email{ada@london.example}}`
	case named && k.kit.name != "":
		return `\author{\IEEEauthorblockN{Ada Lovelace}\IEEEauthorblockA{University of London\\London, UK\\ada@london.example}}`
	case named:
		return `\author{Ada Lovelace\\University of London\\\texttt{ada@london.example}}\date{}`
	case k.kit.name == "llncs":
		return `\author{Anonymous}\institute{Anonymous}`
	case k.kit.name != "":
		return `\author{\IEEEauthorblockN{Anonymous}}`
	}
	return `\author{Anonymous}\date{}`
}

// sections returns the required sections on a side of the references.
func (k kitPaper) sections(after bool) string {
	var out string
	for _, part := range slices.Concat(k.p.Require, k.p.Recommend) {
		if k.without && slices.Contains(k.p.Require, part) {
			continue
		}
		late := part.Side == profile.AfterReferences || part.Side == profile.Anywhere && part.Section == "checklist"
		if late == after {
			heading, _, _ := strings.Cut(k.p.HeadingsOf(part.Section)[0], "…")
			out += `\section*{` + heading + `}` + "\nWe say what is asked in one sentence, since there is little that we could say.\n"
			if part.Section == "checklist" {
				out += kitChecklist()
			}
		}
	}
	return out
}

// refsApart reports whether the references begin on a page of their own: no limit
// counts them with the text.
func (k kitPaper) refsApart() bool {
	for _, l := range k.p.Pages {
		if len(l.Except) == 0 && len(l.Only) == 0 && l.Most <= k.pages {
			return false
		}
	}
	return true
}

// kitChecklist returns a checklist of several pages as NeurIPS has it.
func kitChecklist() string {
	out := `\begin{enumerate}` + "\n"
	for _, topic := range []string{"Claims", "Limitations", "Theory assumptions and proofs", "Experimental result reproducibility", "Open access to data and code", "Experimental setting/details", "Broader impacts", "Licenses for existing assets"} {
		out += `\item {\bf ` + topic + `} \item[] Question: Do the claims of the abstract reflect the paper's contributions and scope?
\item[] Answer: [Yes] \item[] Justification: ` + kitText + `. \item[] Guidelines: \begin{itemize}
\item The answer NA means that the abstract and introduction do not include the claims made in the paper.
\item The abstract and the introduction should clearly state the claims made, with their assumptions.\end{itemize}` + "\n"
	}
	return out + `\end{enumerate}` + "\n"
}
