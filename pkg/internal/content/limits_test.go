package content

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// attack is a hostile page, and the cap that ends it. One that no cap ends, and
// whose work grew with the number of its levels, would outlast any time limit.
type attack struct {
	name  string
	limit string // "" when nothing is wrong with it
	build func(b fileBuilder)
}

// attackLimits are the defaults except for those that take long to reach.
var attackLimits = with(func(l *Limits) {
	l.Operators, l.PathSegments, l.CoverTests = 300_000, 100_000, 2_000_000
	l.Glyphs, l.Marks, l.FormCalls, l.InlineBytes = 120_000, 100_000, 20_000, 32<<20
})

func onPage(content string) func(fileBuilder) {
	return func(b fileBuilder) { b.page(content, "") }
}

var attacks = []attack{
	{"deep q", "StateDepth", onPage(strings.Repeat("q ", 200_000))},
	{"deep marked content", "StateDepth", onPage(strings.Repeat("/P BMC ", 200_000))},
	{"glyphs without end", "Glyphs", onPage("BT /F4 1 Tf (" + strings.Repeat("a", 150_000) + ") Tj ET")},
	{"glyphs without an area", "Glyphs", onPage("BT /F4 1 Tf 3 Tr (" + strings.Repeat("a", 150_000) + ") Tj ET")},
	{"drawings without end", "Marks", onPage(strings.Repeat("0 0 1 1 re f ", 120_000))},
	{"flood of operands", "Operands", onPage(strings.Repeat("1 ", 150_000))},
	{"flood of array elements", "Operands", onPage("BT /F4 1 Tf [" + strings.Repeat("1 ", 150_000) + "] TJ")},
	{"flood of inline image keys", "Operands", onPage("BI " + strings.Repeat("/W 1 ", 150_000) + "ID x EI")},
	{"flood of operators", "Operators", onPage(strings.Repeat("n ", 350_000))},
	{"flood of unknown operators", "Operators", onPage(strings.Repeat("~ ", 350_000))},
	{"path without end", "PathSegments", onPage("0 0 m " + strings.Repeat("1 1 l ", 120_000))},
	{"nested forms", "Nesting", nestedForms},
	{"exponential form calls", "FormCalls", exponentialForms},
	{"exponential soft masks", "", exponentialMasks},
	{"exponential Type 3 glyphs", "", exponentialType3},
	{"areas over text", "", onPage("BT /F4 10 Tf 0.001 Tc 300 400 Td 0 Tz [" + strings.Repeat("(a) 600 ", 20_000) + "] TJ 100 Tz [" +
		strings.Repeat("(aaaaaaaaaa) 6000 ", 9_000) + "] TJ ET " + strings.Repeat("301 0 m 301 792 l 300 400 l 303 0 l f ", 9_000))},
	{"areas around text", "CoverTests", onPage("BT /F4 .01 Tf 300 400 Td (" + strings.Repeat("a", 100_000) + ") Tj ET " +
		strings.Repeat("301 0 m 301 792 l 300 400 l 303 0 l f ", 9_000))},
	{"shapes of many edges over text", "CoverTests", onPage("BT /F4 .01 Tf 0 Tc 300 400 Td (" + strings.Repeat("a", 100_000) + ") Tj ET " +
		strings.Repeat("200 300 m "+strings.Repeat("400 300 400 500 200 500 c 200 500 200 300 200 300 c ", 150)+"f ", 10))},
	{"tiling pattern with tiny steps", "", tinyTiles},
	{"exponential tiles", "FormCalls", exponentialTiles},
	{"exponential pictures of type", "Glyphs", exponentialPictures},
	{"letters painted again and again", "CoverTests", onPage("BT 7 Tr /F4 .01 Tf 9 9 Td (" + strings.Repeat("a", 100_000) + ") Tj ET " + strings.Repeat("0 0 99 99 re f ", 1_000))},
	{"annotations without end", "Annotations", manyAnnotations},
	{"brackets without end", "Operands", onPage(strings.Repeat("[", 1_000_000))},
	{"string without end", "", onPage("(" + strings.Repeat("(", 1_000_000))},
	{"inline images without end", "", onPage(strings.Repeat("BI ID EI", 20_000))},
	{"inline images whose data end nowhere", "InlineBytes", onPage(strings.Repeat("BI /F /A85 ID EI ", 50_000))},
	{"inline images that unpack without end", "InlineBytes", onPage(strings.Repeat("BI /F /Fl ID "+deflate(strings.Repeat("\x00", 4<<20))+" EI ", 20))},
	{"numbers beyond reason", "", onPage(strings.Repeat("9", 400) + " 0 0 " + strings.Repeat("9", 400) + " 1e9 -99999999999 cm 0 0 m 1 1 l 9 9 9 9 9 9 c B W n BT /F4 " + strings.Repeat("9", 400) + " Tf (abc) Tj ET 1 1 1 1 re f /Fm Do")},
}

func TestAttacks(t *testing.T) {
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			b := builder()
			a.build(b)
			doc := open(t, b.Builder)
			page, err := New(doc, attackLimits).Page(context.Background(), doc.Pages()[0])
			var limit *pdf.LimitError
			switch {
			case a.limit == "CoverTests":
				if err != nil || !anyDoubtful(page) {
					t.Errorf("error %v, want a page with marks in doubt", err)
				}
			case a.limit == "" && err != nil:
				t.Errorf("error %v", err)
			case a.limit != "" && (!errors.As(err, &limit) || limit.Limit != a.limit):
				t.Errorf("error %v, want the limit %s", err, a.limit)
			}
		})
	}
}

func anyDoubtful(p *Page) bool {
	return slices.ContainsFunc(p.Glyphs, func(g Glyph) bool { return g.Hidden == Doubtful })
}

// nestedForms is a chain of forms, each drawing the next one.
func nestedForms(b fileBuilder) {
	next := b.form("", "")
	for range 200 {
		next = b.form(fmt.Sprintf("/Resources << /XObject << /Fm %s >> >>", ref(next)), "/Fm Do")
	}
	b.page("/Fm Do", "/XObject << /Fm "+ref(next)+" >>")
}

// exponentialForms draws 10 forms that draw 10 forms each, and so on.
func exponentialForms(b fileBuilder) {
	next := b.form("", "BT /F4 1 Tf (a) Tj ET")
	for range 9 {
		next = b.form(fmt.Sprintf("/Resources << /XObject << /Fm %s >> >>", ref(next)), strings.Repeat("/Fm Do ", 10))
	}
	b.page("/Fm Do", "/XObject << /Fm "+ref(next)+" >>")
}

// exponentialMasks does the same with soft masks: each is measured once.
func exponentialMasks(b fileBuilder) {
	next := b.form("", "0 0 9 9 re f")
	for range 9 {
		next = b.form(fmt.Sprintf("/Resources << /ExtGState << /GS << /SMask << /S /Alpha /G %s >> >> >> >>", ref(next)), strings.Repeat("/GS gs 0 0 9 9 re f ", 10))
	}
	b.page("/GS gs 0 0 9 9 re f", "/ExtGState << /GS << /SMask << /S /Alpha /G "+ref(next)+" >> >> >>")
}

// exponentialType3 is a font whose glyphs show each other.
func exponentialType3(b fileBuilder) {
	font := len("abcdefgh") + 3
	procs, names := "", ""
	for _, c := range "abcdefgh" {
		proc := b.Stream("", []byte("500 0 d0 BT /T 1 Tf (abcdefghabcdefgh) Tj ET 0 0 9 9 re f"))
		procs += fmt.Sprintf("/%c %s ", c, ref(proc))
		names += fmt.Sprintf("/%c ", c)
	}
	n := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 104 /Widths [1 1 1 1 1 1 1 1]" +
		" /Encoding << /Differences [97 " + names + "] >> /CharProcs << " + procs + " >> /Resources << /Font << /T " + ref(font) + " >> >> >>")
	if n != font {
		panic("object numbers")
	}
	b.AddPage(pdftest.Page{Content: "BT /T 9 Tf (abcdefgh) Tj ET", Resources: "/Font << /T " + ref(font) + " >>"})
}

// tinyTiles is a pattern that would be painted 10^12 times.
func tinyTiles(b fileBuilder) {
	p := b.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .0006 /YStep .0006", []byte("0 0 1 1 re f"))
	b.page("/Pattern cs /P scn 0 0 612 792 re f", "/Pattern << /P "+ref(p)+" >>")
}

// exponentialTiles fills the cells of patterns that show type with other such
// patterns.
func exponentialTiles(b fileBuilder) {
	const word = "BT /F4 1 Tf (a) Tj ET "
	const entries = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << " + pdftest.Fonts
	next := b.Stream(entries+" >>", []byte(word))
	for range 9 {
		next = b.Stream(entries+" /Pattern << /P "+ref(next)+" >> >>", []byte(word+"/Pattern cs /P scn 0 0 9 9 re f"))
	}
	b.page("/Pattern cs /P scn 0 0 99 99 re f", "/Pattern << /P "+ref(next)+" >>")
}

// exponentialPictures is fonts whose glyph shows that of the next one ten times.
func exponentialPictures(b fileBuilder) {
	const entries = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> "
	fonts := pdftest.Fonts
	for range 9 {
		proc := b.Stream("", []byte("1 0 d0 BT "+strings.Repeat("/F4 1 Tf (a) Tj /T 1 Tf (a) Tj ", 10)+"ET"))
		font := b.Object(entries + "/CharProcs << /a " + ref(proc) + " >> /Resources << " + fonts + " >> >>")
		fonts = strings.Replace(pdftest.Fonts, "/Font <<", "/Font << /T "+ref(font), 1)
	}
	b.AddPage(pdftest.Page{Content: "BT /T 1 Tf (a) Tj ET", Resources: fonts})
}

func manyAnnotations(b fileBuilder) {
	b.AddPage(pdftest.Page{Entries: "/Annots [" + strings.Repeat("<< >> ", 30_000) + "]"})
}

// Attack: a list of content streams without end, which many pages could share.
func TestContentsCap(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Entries: "/Contentx [" + strings.Repeat("null ", pdf.MaxContents+1) + "]"})
	data := bytes.Replace(b.Bytes(), []byte("/Contents"), []byte("/Content_"), 1)
	doc, err := pdf.Open(t.Context(), bytes.Replace(data, []byte("/Contentx"), []byte("/Contents"), 1), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var limit *pdf.LimitError
	if _, err := New(doc, DefaultLimits()).Page(t.Context(), doc.Pages()[0]); !errors.As(err, &limit) || limit.Limit != "pdf.MaxContents" {
		t.Errorf("error %v", err)
	}
}

func TestContextEnds(t *testing.T) {
	b := builder()
	b.page(strings.Repeat("0 0 1 1 re f ", 100_000), "")
	doc := open(t, b.Builder)
	ctx, cancel := context.WithCancel(context.Background())
	in := New(doc, DefaultLimits())
	cancel()
	if _, err := in.Page(ctx, doc.Pages()[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	slow := &expiring{Context: context.Background(), looks: 3}
	if _, err := in.Page(slow, doc.Pages()[0]); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}

// expiring is a context that ends after being looked at a few times.
type expiring struct {
	context.Context
	looks int
}

func (c *expiring) Err() error {
	if c.looks--; c.looks < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestDocumentLimits(t *testing.T) {
	b := builder()
	b.page("BT /F4 1 Tf ("+strings.Repeat("a", 2000)+") Tj ET "+strings.Repeat("n ", 2000), "")
	doc := open(t, b.Builder)
	for name, limits := range map[string]Limits{
		"DocumentGlyphs":    with(func(l *Limits) { l.DocumentGlyphs = 5000 }),
		"DocumentOperators": with(func(l *Limits) { l.DocumentOperators = 5000 }),
	} {
		in := New(doc, limits)
		var err error
		pages := 0
		for ; pages < 10 && err == nil; pages++ {
			_, err = in.Page(context.Background(), doc.Pages()[0])
		}
		var limit *pdf.LimitError
		if !errors.As(err, &limit) || limit.Limit != name || pages != 3 {
			t.Errorf("%s: %v at page %d", name, err, pages)
		}
	}
}

func with(change func(*Limits)) Limits {
	l := DefaultLimits()
	change(&l)
	return l
}
