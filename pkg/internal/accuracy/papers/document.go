package papers

import (
	"fmt"
	"regexp"
	"strings"
)

// Block is a piece of a paper that no TeX sets: its words stand in the PDF one
// after another, where they are found again.
type Block struct {
	Role, Part string
	Text       string
	Kind       Kind
	Level      int // of a heading
}

// Kind is how a block is set.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	TitleBlock
	AuthorBlock
	HeadingBlock
	Item
	CodeLine
	CaptionBlock
	Entry
	Row // of a table; cells are separated by "|"
	Note
	Picture // a figure without words
)

// document is a paper for makers other than TeX.
type document struct {
	source
	blocks []Block
	known  Known
	traits []string

	columns       int
	size, leading float64 // points
	paper         string  // letter, a4
	width, height float64 // of the block, points
	gutter        float64
	serif         string
	numbered      bool // pages have numbers
	head          string
	small         bool // references in small type
	hanging       bool
	label         string
}

// pageSizes are the sizes of paper in points.
var pageSizes = map[string][2]float64{"letter": {612, 792}, "a4": {595.28, 841.89}}

// newDocument draws a document.
func newDocument(s source) *document {
	d := &document{source: s, columns: s.between(1, 2), paper: pick(s, []string{"letter", "letter", "a4"})}
	d.size = pick(s, []float64{10, 10, 10, 11, 12, 9})
	d.leading = d.size + pick(s, []float64{2, 2, 3})
	d.width, d.height, d.gutter = 468, 648, 24
	if d.columns == 2 {
		d.width = 504
	}
	d.numbered, d.small, d.hanging = s.chance(.6), s.chance(.4), s.chance(.8)
	if s.chance(.3) {
		d.head = "Proceedings of the Example Conference"
	}
	d.label = pick(s, []string{"[%d]", "%d.", "", "(%d)"})
	d.known = Known{Columns: d.columns, Abstract: true, Authors: true, Kind: "paper"}
	d.traits = append(d.traits, fmt.Sprintf("labels %q", d.label))
	d.fill()
	return d
}

func (d *document) add(kind Kind, role, part, text string) {
	d.blocks = append(d.blocks, Block{Role: role, Part: part, Text: untex(text), Kind: kind})
}

func (d *document) heading(level int, role, part, text string) {
	d.blocks = append(d.blocks, Block{Role: role, Part: part, Text: untex(text), Kind: HeadingBlock, Level: level})
}

// untex takes out what the words have of TeX.
var texWord = regexp.MustCompile(`\\(?:emph|textbf|url)\{([^{}]*)\}`)

func untex(s string) string {
	s = texWord.ReplaceAllString(s, "$1")
	return strings.NewReplacer("\\%", "%", "\\&", "&", "``", "“", "''", "”", "--", "–", "~", " ", "\\", "").Replace(s)
}

// fill draws the text.
func (d *document) fill() {
	d.add(TitleBlock, "title", "front", d.title())
	for _, p := range d.people(1, 4) {
		d.add(AuthorBlock, "author", "front", p.String()+", "+pick(d.source, schools))
	}
	d.heading(1, "heading", "abstract", "Abstract")
	d.add(Paragraph, "abstract", "abstract", d.sentences(english, d.between(4, 8)))
	titles := english.headings(d.source, d.between(3, 8))
	for i, title := range titles {
		d.heading(1, "heading", "body", fmt.Sprintf("%d %s", i+1, title))
		d.section()
	}
	d.tail(pick(d.source, [][]string{{"references"}, {"references"}, {"thanks", "references"}, {"references", "appendix"}, {"references", "thanks"}, {"appendix", "references"}, {}}))
}

// section draws the text of a section.
func (d *document) section() {
	for range d.between(2, 7) {
		d.add(Paragraph, "body", "body", d.sentences(english, d.between(2, 7)))
		switch d.IntN(10) {
		case 0:
			for range d.between(2, 5) {
				d.add(Item, "list", "body", d.sentence())
			}
		case 1:
			for range d.between(3, 9) {
				d.add(CodeLine, "code", "body", pick(d.source, nouns)+" = get("+pick(d.source, nouns)+")")
			}
		case 2:
			d.add(Picture, "figure text", "body", "")
			d.add(CaptionBlock, "caption", "body", fmt.Sprintf("Figure %d: %s", d.between(1, 9), d.sentence()))
		case 3:
			d.add(CaptionBlock, "caption", "body", fmt.Sprintf("Table %d: %s", d.between(1, 9), d.sentence()))
			d.add(Row, "table", "body", "Name|Mean|Share")
			for range d.between(2, 6) {
				d.add(Row, "table", "body", fmt.Sprintf("%s|%.1f|%.1f", pick(d.source, nouns), 100*d.Float64(), 100*d.Float64()))
			}
		case 4:
			d.heading(2, "heading", "body", d.source.heading())
		}
	}
}

func (d *document) tail(order []string) {
	d.traits = append(d.traits, "tail: "+orElse(strings.Join(order, ", "), "none"))
	for _, name := range order {
		switch name {
		case "references":
			d.references()
		case "thanks":
			d.heading(1, "heading", "acknowledgments", "Acknowledgments")
			d.add(Paragraph, "body", "acknowledgments", "We thank "+d.person().String()+" and the anonymous reviewers. "+d.sentences(english, d.between(1, 3)))
		case "appendix":
			d.heading(1, "heading", "appendix", "Appendix A: "+d.source.heading())
			for range d.between(1, 6) {
				d.add(Paragraph, "body", "appendix", d.sentences(english, d.between(2, 7)))
			}
		}
	}
}

func (d *document) references() {
	d.known.References = true
	word := pick(d.source, []string{"References", "REFERENCES", "Bibliography", "References", "Literature Cited"})
	d.heading(1, "reference heading", "references", word)
	format := pick(d.source, formats)
	for i := range d.between(5, 35) {
		text := format(d.entry().linked(d.source, .4))
		if d.label != "" {
			text = fmt.Sprintf(d.label, i+1) + " " + text
		}
		d.add(Entry, "reference", "references", text)
	}
}

// otherMakers write documents without TeX: the program that makes the PDF, the
// name of its source and the font.
var otherMakers = []struct {
	name, file, serif string
	write             func(*document) []byte
}{
	{"chromium", "main.html", "Liberation Serif", (*document).web},
	{"libreoffice", "main.fodt", "Liberation Serif", (*document).office},
	{"typst", "main.typ", "TeX Gyre Termes", (*document).typst},
	{"groff", "main.ms", "Times", (*document).roff},
}

// drawOther draws a paper that TeX does not set.
func drawOther(seed uint64, s source) Paper {
	maker := pick(s, otherMakers)
	d := newDocument(s)
	d.serif = maker.serif
	size := pageSizes[d.paper]
	block := [2]float64{d.width, d.height}
	if maker.name == "groff" {
		block[1] = 0 // its margins say where the last line may begin
	}
	return Paper{
		Seed: seed, Engine: maker.name, Template: maker.name, Traits: d.traits, Known: d.known,
		Files: map[string][]byte{maker.file: maker.write(d)}, Blocks: d.blocks,
		Set: Set{Name: d.paper, Body: d.size, Leading: d.leading, Paper: size, Block: block},
	}
}
