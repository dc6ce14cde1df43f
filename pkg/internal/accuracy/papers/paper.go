// Package papers draws random papers whose structure is known: which line is a
// caption, which page the references begin on, where the text block ends. A seed
// gives the same paper on every machine; TeX and other programs make the PDF.
package papers

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// Paper is the source of one paper.
type Paper struct {
	Seed     uint64
	Engine   string // the program that makes the PDF
	Runs     int    // how often it must run
	Template string
	Traits   []string
	Known    Known
	Files    map[string][]byte // main.tex and what it includes
	Blocks   []Block           // of a paper that TeX does not set
	Set      Set               // of such a paper
}

// Set are the measures that a maker other than TeX is given, in points.
type Set struct {
	Name          string // of the size of paper
	Body, Leading float64
	Paper, Block  [2]float64
}

// Known is what is known of a paper without setting it.
type Known struct {
	Columns    int
	Abstract   bool
	Authors    bool // named
	References bool
	Kind       string // paper, slides, poster
	// OtherColumns: whole pages have another number of columns.
	OtherColumns bool
	// SmallText and TightText: so much running text is smaller or tighter than the
	// rest that a limit that the rest meets is violated.
	SmallText, TightText bool
}

// truthStyle writes the truth while TeX sets the paper.
//
//go:embed truth.sty
var truthStyle []byte

// Draw draws the paper of a seed.
func Draw(seed uint64) Paper {
	s := newSource(seed)
	kind := s.Float64()
	if kind < otherShare {
		return drawOther(seed, s)
	}
	d := &draft{source: s, language: english, files: map[string][]byte{"truth.sty": truthStyle}}
	write := (*draft).write
	switch {
	case kind < otherShare+slidesShare:
		d.template, write = slidesTemplate, (*draft).slides
	case kind < otherShare+slidesShare+posterShare:
		d.template, write = posterTemplate, (*draft).poster
	default:
		d.template = choose(s)
	}
	d.two = d.template.columns == 2
	d.known = Known{Columns: d.template.columns, Kind: "paper"}
	engine := d.engine()
	d.habits(engine)
	write(d)
	d.files["main.tex"] = []byte(d.assemble(engine))
	return Paper{
		Seed: seed, Engine: engine, Runs: max(d.template.runs, d.runs, 1), Template: d.template.name,
		Traits: d.traits, Known: d.known, Files: d.files,
	}
}

// Shares of all papers.
const (
	otherShare  = .14 // set without TeX
	slidesShare = .02
	posterShare = .02
)

// engine draws the program that sets the paper.
func (d *draft) engine() string {
	engines := d.template.engines
	if engines == nil {
		engines = []string{"pdflatex", "pdflatex", "pdflatex", "pdflatex", "pdflatex", "pdflatex", "pdflatex", "xelatex", "xelatex", "lualatex"}
	}
	return pick(d.source, engines)
}

// habits draws what holds for the whole paper.
func (d *draft) habits(engine string) {
	if d.template.free && d.chance(.15) {
		d.language = pick(d.source, foreign)
		if engine == "xelatex" && d.chance(.5) {
			d.language = chinese
		}
		d.trait("language: %s", d.language.name)
	}
	d.citing, d.notes = pick(d.source, []float64{0, .02, .06, .1}), pick(d.source, []float64{0, 0, .05, .2})
	d.runIn = pick(d.source, []float64{0, .1, .1, .4})
	d.cite = citeNumbers
	if d.template.authorYear || d.chance(.1) {
		d.cite = citeAuthors
	}
	if d.template.free {
		d.template = d.varied()
		d.runningHeads()
		if d.chance(.08) {
			d.stamp()
		}
	}
	d.guises()
	if d.chance(d.template.review) {
		d.reviewCopy()
	}
	if d.chance(.2) && engine != "xelatex" && !d.template.hyperref {
		d.trait("microtype")
		d.setup("\\usepackage{microtype}")
	}
	if d.two && d.chance(.15) && d.template.free {
		d.trait("balanced last page")
		d.setup("\\usepackage{flushend}")
	}
}

// varied returns the template with the choices that it leaves.
func (d *draft) varied() *template {
	t := *d.template
	t.dropCap = t.dropCap && d.language != chinese
	if d.chance(.12) {
		t.star = "*"
	}
	if d.chance(.1) {
		t.dropCap = d.language != chinese
	}
	t.runIn = pick(d.source, []string{"", "", "\\medskip\\noindent\\textbf{%s}\\hskip1em plus.3em ", "\\noindent\\textit{%s} ", "\\smallskip\\noindent{\\scshape %s}\\quad "})
	return &t
}

func citeNumbers(d *draft) string {
	out := fmt.Sprint(d.between(1, 40))
	for d.chance(.3) {
		out += fmt.Sprintf(", %d", d.between(1, 40))
	}
	return "[" + out + "]"
}

func citeAuthors(d *draft) string {
	authors, year := d.entry().cited()
	return fmt.Sprintf("(%s, %d)", strings.ReplaceAll(authors, " ", "~"), year)
}

// write writes the paper's text.
func (d *draft) write() {
	l := d.drawList()
	d.template.front(d)
	if d.template.free && d.chance(.03) {
		d.trait("contents page")
		d.part("contents")
		d.add("{\\pfas{contents}\\tableofcontents}")
	}
	if d.chance(.01) {
		d.trait("no body")
		d.references(l)
		return
	}
	d.body(pick(d.source, []int{300, 700, 1200, 1200, 2000, 2000, 3000, 4500}))
	switch {
	case d.chance(.04):
		d.trait("no references")
	default:
		d.tail(pick(d.source, tails), l)
	}
}

// assemble puts the parts of the source together.
func (d *draft) assemble(engine string) string {
	class, t := d.template.class, d.template
	if t.sizes != nil {
		class = fmt.Sprintf(class, pick(d.source, t.sizes))
	}
	parts := []string{
		"\\documentclass" + class, "\\usepackage{truth}", d.fontSetup(engine), t.setup, packages(t), d.preamble.String(),
		"\\begin{document}", d.out.String(), "\\end{document}", "",
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n")
}

// packages returns what all papers load.
func packages(t *template) string {
	out := "\\usepackage{graphicx,xcolor,booktabs,listings}\n\\emergencystretch=2em\n"
	if !t.hyperref {
		out += "\\usepackage{url}\n"
	}
	if !t.noAlgorithms {
		out += "\\usepackage{algorithm,algpseudocode}\n"
	}
	theorem := "\\newtheorem{pftheorem}{Theorem}"
	if t.noTheorems {
		theorem = "\\newenvironment{pftheorem}{\\par\\medskip\\noindent\\textbf{Theorem.} \\itshape}{\\par\\medskip}"
	}
	return out + theorem
}

// fontSetup returns the setup of encodings, language and font.
func (d *draft) fontSetup(engine string) string {
	face := pick(d.source, typefaces)
	out := []string{"\\usepackage{amsmath}"} // before fonts that define its integrals too
	if engine == "pdflatex" {
		if d.template.fonts {
			out = append(out, "\\usepackage["+d.language.encoding+"]{fontenc}")
		}
	} else if d.template.fonts {
		out = append(out, "\\usepackage{fontspec}")
	}
	switch {
	case d.language == chinese:
		out = append(out, "\\usepackage{xeCJK}\\setCJKmainfont{FandolSong-Regular.otf}[BoldFont=FandolSong-Bold.otf,ItalicFont=FandolKai-Regular.otf]")
	case d.language.babel != "":
		out = append(out, "\\usepackage["+d.language.babel+"]{babel}")
	}
	if d.template.fonts {
		d.traits = append(d.traits, "font: "+face.name)
		out = append(out, d.face(engine, face))
	}
	return strings.Join(slices.DeleteFunc(out, func(p string) bool { return p == "" }), "\n")
}

// face returns the setup of the font. Cyrillic is set in what has it.
func (d *draft) face(engine string, face typeface) string {
	if d.language.name == "Russian" {
		if engine == "pdflatex" {
			return ""
		}
		return opentype(cyrillic) + "\\setmonofont{cmuntt.otf}\\setsansfont{cmunss.otf}"
	}
	if engine == "pdflatex" {
		return face.tex
	}
	if face.files == nil {
		return ""
	}
	return opentype(face.files)
}

// sortedKeys returns the keys of a table in an order that is always the same.
func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// orElse returns s, or the other when s is empty.
func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
