package check_test

import (
	"errors"
	"os/exec"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// typst is Typst, and a paper in USENIX's format.
var typst = program{
	name: "Typst", ending: ".typ", slow: true,
	fix: func(f report.Fix) string { return f.Typst },
	has: func() error {
		if _, err := exec.LookPath("typst"); err == nil || exec.Command("node", "-e", typstCompiler).Run() == nil {
			return nil
		}
		return errors.New("neither typst nor, on NODE_PATH, @myriaddreamin/typst-ts-node-compiler is installed")
	},
	build: func(folder string, names []string) error {
		if _, err := exec.LookPath("typst"); err != nil {
			return run(folder, "node", append([]string{"-e", typstCompiler + typstScript}, names...)...)
		}
		for _, name := range names {
			if err := run(folder, "typst", "compile", name); err != nil {
				return err
			}
		}
		return nil
	},
	slots: slots{
		"paper": `paper: "us-letter"`, "margin": `margin: (x: 0.75in, y: 1in)`, "columns": `columns: 2`, "page": "", "gutter": `#set columns(gutter: 0.33in)`,
		"text": `#set text(size: 10pt, font: "TeX Gyre Termes", top-edge: 0.7em, bottom-edge: -0.3em)`, "par": `#set par(leading: 2.2pt, justify: true)`,
		"preamble": "", "author": "Ada Lovelace \\\nUniversity of London", "here": "", "end": "", "heading": `#show heading: set block(above: 14pt, below: 8pt)`,
	},
	sound: `#set page(«paper», «margin», «columns»)
«page»
«gutter»
«text»
«par»
«heading»
#show heading: set text(size: 12pt)
#let prose = [The engine weaves algebraical patterns just as the loom weaves flowers and leaves, and it does so without
knowing what they mean. We follow its cards one by one, and write down what each of them does to the numbers of the store.
#parbreak()]
#let more = for i in range(8) { prose }
«preamble»
#place(top + center, scope: "parent", float: true, clearance: 24pt)[#text(17pt)[*Analytical Engines that Weave*] \ «author»]
= Introduction
#prose #prose #more
= The Engine
#prose #prose
= The Loom
#prose
= The Cards
#prose
«here»

#more #prose
= Results
#more

«end»
= References
[1] A. Lovelace. Notes on the engine. In _Scientific Memoirs_, 1843.

[2] C. Babbage. On the economy of machinery. In _Scientific Memoirs_, 1832.
`,
}

// typstCompiler loads Typst's compiler for Node.
const typstCompiler = `const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');`

// typstScript compiles the sources that it is given.
const typstScript = `
const c = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['/usr/share/texmf/fonts/opentype/public'] }] });
for (const name of process.argv.slice(1)) require('fs').writeFileSync(name.replace('.typ', '.pdf'), c.pdf({ mainFilePath: name }));`

// TestRemediesForTypst: the remedies for Typst help.
func TestRemediesForTypst(t *testing.T) {
	const page = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="none" stroke="black"/></svg>`
	drawing := func(size string) string {
		return "#figure(image(bytes(`" + page + "`.text), " + size + "), caption: [The loom.])"
	}
	label := `#rect(width: 100%, height: 2cm)[#text(9pt)[speed of the loom and of its cards]]`
	typst.try(t, []trial{
		{kind: wording.BlockTooDeep, says: "#set page(margin: (y: 1in))", broken: slots{"margin": "margin: (x: 0.75in, y: 0.7in)"}, fixed: slots{"page": "#set page(margin: (y: 1in))"}},
		{kind: wording.BlockTooWide, says: "#set page(margin: (x: 0.75in))", broken: slots{"margin": "margin: (x: 0.5in, y: 1in)"}, fixed: slots{"page": "#set page(margin: (x: 0.75in))"}},
		{kind: wording.LinesTooWide, says: "#set text(hyphenate: true)", broken: slots{"here": "#set text(hyphenate: false)\nThe antidisestablishmentarianismofthoseweaverswhonevereverweavethislong ends", "gutter": ""}, fixed: slots{"here": ""}},
		{kind: wording.TableTooWide, says: "table(columns: (1fr, 2fr), …)", broken: slots{"here": typstTable("columns: (2.5cm, 2.5cm, 3cm, 2.5cm)")}, fixed: slots{"here": typstTable("columns: (1fr, 1fr, 2fr, 1fr)")}},
		{kind: wording.MarginNote, says: "place(dx: …)", broken: slots{"here": `#place(right, dx: 1.4cm)[#block(width: 1.2cm)[#set text(7pt); say more of this and of the cards]]`}},
		{kind: wording.FigureTooTall, says: `image("…", height: 80%)`, broken: slots{"here": "#place(top, float: true, scope: \"parent\")[#image(bytes(`" + page + "`.text), width: 7in, height: 9.4in)]"}, fixed: slots{"here": "#place(top, float: true, scope: \"parent\")[#image(bytes(`" + page + "`.text), height: 80%)]"}},
		{kind: wording.FigureTooWide, says: `image("…", width: 100%)`, broken: slots{"here": drawing("width: 130%")}, fixed: slots{"here": drawing("width: 100%")}},
		{kind: wording.LinesInMargin, says: "#set page(margin: …)", asks: "margins: 1in 0.75in", broken: slots{"margin": "margin: (x: 0.5in, y: 1in)"}, fixed: slots{"page": "#set page(margin: (x: 0.75in, y: 1in))"}},
		{kind: wording.GutterNarrow, says: "#set columns(gutter: …)", asks: "gutter: 0.33in", broken: slots{"gutter": "#set columns(gutter: 0.15in)"}, fixed: slots{"gutter": "#set columns(gutter: 0.15in)\n#set columns(gutter: 0.33in)"}},
		{kind: wording.ColumnWide, says: "#set columns(gutter: …)", asks: "column: 3.34in", broken: slots{"gutter": "#set columns(gutter: 0.1in)"}, fixed: slots{"gutter": "#set page(margin: (x: 0.75in))\n#set columns(gutter: 0.33in)"}},
		{kind: wording.ColumnsUnequal, says: "#set page(columns: 2) instead of a grid", asks: "tolerance: {columns: 1pt}", broken: slots{"columns": "columns: 1", "end": "#grid(columns: (4fr, 3fr), gutter: 0.33in, [#more #more #more], [#more #more])\n#pagebreak()"}, fixed: slots{"columns": "columns: 1", "page": "#set page(columns: 2)", "end": "#more #more #more #more #more"}},
		{kind: wording.ColumnsOther, says: "#set page(columns: 2)", broken: slots{"columns": "columns: 1"}, fixed: slots{"columns": "columns: 1", "page": "#set page(columns: 2)"}},
		{kind: wording.PageSizeOther, says: `#set page(paper: "us-letter")`, broken: slots{"paper": `paper: "a4"`}, fixed: slots{"paper": `paper: "a4"`, "page": `#set page(paper: "us-letter")`}},
		{kind: wording.PageNumbered, says: "#set page(numbering: none)", broken: slots{"page": `#set page(numbering: "1")`}, fixed: slots{"page": "#set page(numbering: \"1\")\n#set page(numbering: none)"}},
		{kind: wording.PagesUnnumbered, says: `#set page(numbering: "1")`, rule: "page-numbers", asks: "numbering: required", fixed: slots{"page": `#set page(numbering: "1")`}},
		{kind: wording.PageUnnumbered, says: `#set page(numbering: "1") before the first page`, rule: "page-numbers", asks: "numbering: required", broken: slots{"page": `#set page(footer: context if here().page() > 1 { align(center, counter(page).display()) })`}, fixed: slots{"page": `#set page(numbering: "1")`}},
		{kind: wording.PageBlank, says: "Remove #pagebreak()", rule: "blank-pages", broken: slots{"end": "#pagebreak()\n#pagebreak()"}},
		{kind: wording.BodySizeSmall, says: "#set text(size: 10pt)", broken: slots{"text": `#set text(size: 9pt, font: "TeX Gyre Termes", top-edge: 0.7em, bottom-edge: -0.3em)`}, fixed: slots{"preamble": "#set text(size: 10pt)"}},
		{kind: wording.StretchSizeSmall, says: "remove smaller sizes", broken: slots{"here": "#[#set text(size: 9pt)\n#set par(leading: 3.2pt)\n#prose #prose #prose #prose]"}, fixed: slots{"here": "#prose #prose #prose"}},
		{kind: wording.BodySizeLarge, says: "#set text(size: …)", asks: "body_size: {min: 10pt, max: 11pt}", broken: slots{"text": `#set text(size: 12pt, font: "TeX Gyre Termes")`}, fixed: slots{"preamble": "#set text(size: 10pt)"}},
		{kind: wording.LeadingSmall, says: "#set text(size: 10pt, top-edge: 0.7em, bottom-edge: -0.3em) and #set par(leading: 2pt)", broken: slots{"text": `#set text(size: 10pt, font: "TeX Gyre Termes")`, "par": `#set par(leading: 0.4em, justify: true)`},
			fixed: slots{"text": `#set text(size: 10pt, font: "TeX Gyre Termes")`, "par": `#set par(leading: 0.4em, justify: true)`, "preamble": "#set text(size: 10pt, top-edge: 0.7em, bottom-edge: -0.3em)\n#set par(leading: 2pt)"}},
		{kind: wording.LeadingLarge, says: "smaller #set par(leading: …)", asks: "leading: {min: 12pt, max: 13pt}", broken: slots{"par": `#set par(leading: 0.8em)`}, fixed: slots{"par": "#set par(leading: 0.25em)"}},
		{kind: wording.FontFamilyOther, says: `#set text(font: "TeX Gyre Termes")`, broken: slots{"text": `#set text(size: 10pt, font: "TeX Gyre Heros", top-edge: 0.7em, bottom-edge: -0.3em)`}, fixed: slots{"preamble": `#set text(font: "TeX Gyre Termes")`}},
		{kind: wording.TextCondensed, says: "remove scale(…) around text", broken: slots{"here": "#scale(x: 88%, origin: left, reflow: true)[#block(width: 270pt)[#more #more]]"}, fixed: slots{"here": "#more #more"}},
		{kind: wording.FigureTextTiny, says: "remove scale(…)", broken: slots{"here": "#figure(scale(40%, reflow: true)[" + label + "], caption: [The loom.])"}, fixed: slots{"here": "#figure([" + label + "], caption: [The loom.])"}},
		{kind: wording.SpaceBelowSmall, says: "#show heading: set block(above: …, below: …)", asks: "spacing: {above_heading: 20pt, below_heading: 16pt}", broken: slots{"heading": `#show heading: set block(above: 4pt, below: 3pt)`}, fixed: slots{"preamble": `#show heading: set block(above: 16pt, below: 10pt)`}},
		{kind: wording.MetadataAuthor, says: "#set document(author: ())", asks: "names: forbidden", broken: slots{"author": "Anonymous", "preamble": `#set document(author: "Ada Lovelace")`}, fixed: slots{"author": "Anonymous", "preamble": "#set document(author: \"Ada Lovelace\")\n#set document(author: ())"}},
		{kind: wording.SectionMissing, says: "#heading(numbering: none)[Ethical Considerations]", asks: "require: ethics", fixed: slots{"end": "#heading(numbering: none)[Ethical Considerations]\n#prose"}},
		{kind: wording.Watermark, says: "background of #set page(…)", broken: slots{"page": `#set page(background: rotate(45deg, text(60pt, fill: luma(80%))[DRAFT]))`}},
		{kind: wording.LinesNumbered, says: "#set par.line(numbering: …)", broken: slots{"preamble": `#set par.line(numbering: "1")`}},
		{kind: wording.HiddenBackground, says: "text(fill: white)", broken: slots{"here": "#text(fill: white)[" + prompt + "]"}},
		{kind: wording.HiddenOffPage, says: "place(dx: …, dy: …)", broken: slots{"here": "#place(dx: 30cm)[" + prompt + "]"}},
		{kind: wording.HiddenCovered, says: "place(…)", broken: slots{"here": "#block[" + prompt + " " + prompt + "]\n#place(dy: -60pt)[#rect(width: 100%, height: 60pt, fill: gray)]"}, fixed: slots{"here": "#v(60pt)\n#place(dy: -60pt)[#rect(width: 100%, height: 60pt, fill: gray)]"}},
		{kind: wording.HiddenTiny, says: "text(size: …)", broken: slots{"here": "#text(size: 0.4pt)[" + prompt + "]"}},
		{kind: wording.HiddenClipped, says: "block(clip: true)", broken: slots{"here": "#block(clip: true, height: 4pt)[\n#v(12pt)" + prompt + "]"}},
		{kind: wording.ActiveContent, says: "pdf.attach", broken: slots{"here": `#pdf.attach("broken0.typ")`}},
		{kind: wording.OutlineMissing, says: "= Outline of the Presentation", rule: "talk-outline", fixed: slots{"end": "= Outline of the Presentation\n#prose"}},
	})
}

// typstTable returns a table with long cells.
func typstTable(columns string) string {
	return "#figure(caption: [Engines.], table(" + columns + `, stroke: none, inset: 2pt,
[engine], [weaves], [cards], [size],
[first], [patterns], [cards with holes], [17],
[second], [flowers], [cards of wood], [4],
[third], [leaves], [cards of paper], [12]))`
}
