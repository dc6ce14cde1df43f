package papers

// Violations that a mean does not show. Each begins with text of the body's size
// and keeps it for most of the paper.

// guises draws, for a few papers, small or tight text that breaks a rule.
func (d *draft) guises() {
	if !d.template.free || d.language != english || !d.chance(.06) {
		return
	}
	switch d.IntN(4) {
	case 0:
		d.trait("some paragraphs in small type")
		d.known.SmallText, d.smallToo = true, true
	case 1:
		d.trait("some paragraphs on tight lines")
		d.known.TightText, d.tightToo = true, true
	default:
		d.stretch = pick(d.source, sortedKeys(stretches))
		d.trait("small prose: %s", d.stretch)
		d.known.SmallText = true
	}
}

// stretches are what prose in small type is dressed as. %s is the prose.
var stretches = map[string]string{
	"plain":     "{\\footnotesize %s\\par}",
	"quotation": "\\begin{quote}\\footnotesize %s\\end{quote}",
	"frame":     "\\noindent\\fbox{\\begin{minipage}{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}\\footnotesize %s\\end{minipage}}",
	"table":     "\\begin{table}[t]\\caption{\\pfC{}}\\footnotesize\\begin{tabular}{|p{\\dimexpr\\linewidth-2\\tabcolsep-2pt}|}\\hline %s\\\\\\hline\\end{tabular}\\end{table}",
	"figure":    "\\begin{figure}[t]\\footnotesize %s\\caption{\\pfC{}}\\end{figure}",
}

// smallProse writes the stretch: deeper than a third of a column, and where it
// cannot be broken no deeper than a column. It is a part of its own: in a short paper
// it may outweigh the body, whose type it does not have.
func (d *draft) smallProse() {
	sentences := 22
	if d.stretch == "plain" || d.stretch == "quotation" {
		sentences = 45
	}
	if !d.two {
		sentences += 12
	}
	d.part("guise")
	d.add("\n"+stretches[d.stretch]+"\n", d.prose(markBody, sentences))
	d.part("body")
}

// dressed writes a paragraph in the paper's own habit: two of five are small or
// tight.
func (d *draft) dressed(text string) string {
	d.paragraphs++
	if d.paragraphs%5 != 1 && d.paragraphs%5 != 3 {
		return text
	}
	switch {
	case d.smallToo:
		return "{\\small " + text + "\\par}"
	case d.tightToo:
		return "{\\advance\\baselineskip by -1.5pt " + text + "\\par}"
	}
	return text
}
