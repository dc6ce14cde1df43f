package papers

import (
	"fmt"
	"slices"
	"strings"
)

// tails are the orders of what follows the conclusion, the likelier ones more
// often.
var tails = [][]string{
	{"references"}, {"references"}, {"references"}, {"references"},
	{"thanks", "references"}, {"thanks", "references"}, {"thanks", "references"},
	{"references", "appendix"}, {"references", "appendix"}, {"thanks", "references", "appendix"},
	{"appendix", "references"}, {"references", "thanks"}, {"references", "one-column appendix"},
	{"references", "checklist"}, {"references", "appendix", "checklist"}, {"statements", "references"},
	{"thanks", "statements", "references", "appendix"}, {"references", "biographies"}, {"references", "prose"},
	{"references", "thanks", "appendix"}, {"statements", "thanks", "references"},
}

// tail writes what follows the conclusion, in the order drawn.
func (d *draft) tail(order []string, l list) {
	d.trait("tail: %s", strings.Join(order, ", "))
	d.known.OtherColumns = d.template.wideTail && (slices.Contains(order, "appendix") || order[len(order)-1] != "references")
	for _, name := range order {
		switch name {
		case "references":
			if d.chance(.3) {
				d.add("%s%s\n", strings.TrimSpace(d.prose(markBody, 2)), d.footnote())
				d.trait("a footnote right before the list")
			}
			d.references(l)
		case "thanks":
			d.thanks()
		case "appendix":
			d.appendix()
		case "one-column appendix":
			if d.two && !d.template.wideTail {
				d.add("\\onecolumn")
				d.known.OtherColumns = true
				d.trait("one-column appendix")
			}
			d.appendix()
		case "checklist":
			d.checklist()
		case "statements":
			d.statements()
		case "biographies":
			d.biographies()
		case "prose":
			d.part("afterword")
			d.trait("prose after the list")
			d.add("\n\\bigskip\\noindent %s\n", d.prose(markBody, d.between(3, 8)))
		}
	}
}

// partHeads are ways to set the heading of a part without number. %s are its words.
var partHeads = map[string]string{
	"section":             "\\section*{%s}",
	"run-in":              "\\par\\medskip\\noindent\\textbf{%s.}\\hskip.6em plus.2em ",
	"run-in italics":      "\\par\\medskip\\noindent\\textit{%s.}\\hskip.6em plus.2em ",
	"fake small capitals": "\\par\\bigskip{\\centering %s\\par}\\nobreak\\smallskip\\noindent ",
	"small capitals":      "\\par\\bigskip{\\noindent\\scshape %s\\par}\\nobreak\\smallskip\\noindent ",
	"bold":                "\\par\\medskip\\noindent\\textbf{%s}\\par\\nobreak\\noindent ",
}

// partHead writes the heading of a part in one of the ways.
func (d *draft) partHead(what, text string) {
	how := "section"
	if d.chance(.45) {
		how = pick(d.source, sortedKeys(partHeads))
	}
	words := d.marked(markHeading, text)
	if how == "fake small capitals" {
		words = fakeSmallCapitals(d, markHeading, text)
	}
	d.trait("%s: head %s", what, how)
	d.add(strings.ReplaceAll(partHeads[how], "%s", "%[1]s"), words)
}

func (d *draft) thanks() {
	d.part("acknowledgments")
	d.partHead("acknowledgments", pick(d.source, d.language.thanks))
	text := d.sentences(d.language, d.between(1, 4))
	if d.language == english {
		text = "We thank " + d.person().String() + ", " + d.person().String() + " and the anonymous reviewers for their comments. This work was supported by grant " +
			fmt.Sprintf("EX-%d/%d. ", d.between(10, 99), d.between(1000, 9999)) + text
	}
	d.add("%s\n", d.marked(markBody, text))
}

func (d *draft) appendix() {
	d.part("appendix")
	amount := pick(d.source, []int{60, 200, 500, 1200})
	switch d.IntN(4) {
	case 0:
		d.partHead("appendix", d.language.appendix)
	case 1:
		d.partHead("appendix", d.language.appendix+" A: "+d.subheading())
	default:
		d.add("\\appendix")
		d.section(1, d.unnumbered(d.language.appendix+": ")+d.subheading())
	}
	if d.chance(.3) {
		d.trait("numbered list in the appendix")
		d.add("\\begin{enumerate}")
		for range d.between(4, 12) {
			d.add("\\item %s", d.prose(markList, 1))
		}
		d.add("\\end{enumerate}")
	}
	d.content(amount)
	if d.chance(.4) {
		d.section(1, d.subheading())
		d.content(amount / 2)
	}
}

// unnumbered returns words that only headings without numbers need.
func (d *draft) unnumbered(words string) string {
	if d.template.star == "" {
		return ""
	}
	return words
}

func (d *draft) checklist() {
	d.part("checklist")
	d.add("\\section*{%s}", d.marked(markHeading, pick(d.source, []string{"Paper Checklist", "Reproducibility Checklist", "NeurIPS Paper Checklist"})))
	d.add("\\begin{enumerate}")
	for range d.between(5, 14) {
		d.add("\\item {\\bfseries %s}", d.marked(markList, capitalized(question(pick(d.source, nouns)))))
		d.add("\\item[] %s", d.marked(markList, "Question: Do the main claims of the abstract reflect the contributions of the paper?"))
		d.add("\\item[] %s", d.marked(markList, "Answer: [Yes]"))
		d.add("\\item[] %s", d.marked(markList, "Justification: "+d.sentence()))
	}
	d.add("\\end{enumerate}")
}

// question returns the word that a checklist's question has for its head: one that
// names a part of the paper would be its heading.
func question(noun string) string {
	if noun == "appendix" || noun == "reference" {
		return "claim"
	}
	return noun
}

// statements writes the short parts that venues want before the references.
func (d *draft) statements() {
	d.part("statements")
	titles := []string{
		"Ethical Considerations", "Open Science", "Data Availability", "Limitations", "Author Contributions",
		"Conflict of Interest", "Funding", "Ethics Statement", "Reproducibility Statement", "CRediT authorship contribution statement",
	}
	for _, title := range some(d.source, titles, d.between(1, 3)) {
		d.partHead("statement", title)
		d.paragraph(markBody, d.between(2, 5))
	}
}

func (d *draft) biographies() {
	d.part("biographies")
	if d.chance(.5) {
		d.add("\\section*{%s}", d.marked(markHeading, "About the Authors"))
	}
	for _, p := range d.people(1, 4) {
		d.add("\n\\medskip\\noindent\\textbf{%s} %s\n", d.marked(markBody, p.String()),
			d.marked(markBody, "received the Ph.D. degree from "+pick(d.source, schools)+fmt.Sprintf(" in %d. ", d.between(1980, 2022))+d.sentences(english, 3)))
	}
}
