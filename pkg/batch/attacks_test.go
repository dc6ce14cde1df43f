package batch

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// scale divides the default limits and what the attacks send against them, unless
// the run is thorough.
var scale = func() int {
	if pdftest.Thorough {
		return 1
	}
	return 16
}()

// scaledWord is the argument of a worker that has the limits that attacks meet.
const scaledWord = "scaled"

// scaledLimits are the default limits, divided where attacks are.
func scaledLimits() *check.Limits {
	l := check.DefaultLimits()
	for _, limit := range []*int{
		&l.PDF.Pages, &l.Content.Operators, &l.Content.DocumentOperators, &l.Content.Glyphs, &l.Content.Marks,
		&l.Content.PathSegments, &l.Content.FormCalls, &l.Content.Operands, &l.Content.CoverTests,
	} {
		*limit /= scale
	}
	l.PDF.StreamBytes /= int64(scale)
	l.PDF.TotalBytes /= int64(scale)
	return &l
}

// attack is a hostile file and the cap that ends it, with the scaled limits and in
// a worker whose own limits must not be what ends it.
type attack struct {
	name  string
	cap   string // that the message names, or the damage; "" when the file is read as if nothing were wrong
	test  string // a closer one beside the code that keeps the cap
	build func() []byte
}

// attacks lists what hostile files try.
var attacks = []attack{
	{"decompression bomb", "StreamBytes", "pkg/internal/pdf TestDecompressionBomb", bomb},
	{"bomb in a bomb", "StreamBytes", "pkg/internal/pdf TestDecompressionBomb", bombInBomb},
	{"many streams below the cap of one", "TotalBytes", "pkg/internal/pdf TestTotalBytes", manyBombs},
	{"nested forms", "Nesting", "pkg/internal/content TestAttacks", nestedForms},
	{"exponential forms", "FormCalls", "pkg/internal/content TestAttacks", exponentialForms},
	{"form that draws itself", "", "pkg/internal/content TestAttacks", formOfItself},
	{"deep q", "StateDepth", "pkg/internal/content TestAttacks", repeating("", "q ", 1_000_000/scale, "")},
	{"a million glyphs", "Glyphs", "pkg/internal/content TestAttacks", repeating("BT /F4 1 Tf (", "a", 1_000_000/scale, ") Tj ET")},
	{"a million drawings", "Marks", "pkg/internal/content TestAttacks", repeating("", "0 0 1 1 re f ", 1_000_000/scale, "")},
	{"operators without end", "Operators", "pkg/internal/content TestAttacks", repeating("", "n\n", 17_000_000/scale, "")},
	{"path without end", "PathSegments", "pkg/internal/content TestAttacks", repeating("0 0 m ", "1 1 l ", 2_100_000/scale, "")},
	{"operands without end", "Operands", "pkg/internal/content TestAttacks", repeating("", "1 ", 1_000_000/scale, "")},
	{"deep arrays in a page", "Operands", "pkg/internal/content TestAttacks", repeating("", "[", 1_000_000/scale, "")},
	{"areas over text", "", "pkg/internal/content TestAttacks", areasOverText},
	{"tiling pattern of 10¹² tiles", "", "pkg/internal/content TestAttacks", tinyTiles},
	{"page tree that leads back to itself", "", "pkg/internal/pdf TestPageTreeAttacks", pageTreeLoop},
	{"parents that lead back to themselves", "", "pkg/internal/pdf TestPageTreeAttacks", parentLoop},
	{"deep page tree", "TreeDepth", "pkg/internal/pdf TestPageTreeAttacks", deepPageTree},
	{"claim of 2·10⁹ pages", "", "pkg/internal/pdf TestPageTreeAttacks", swap(`/Count \d+`, "/Count 2000000000")},
	{"many pages", "Pages", "pkg/internal/pdf TestPageTreeAttacks", manyPages},
	{"lying /Length, too long", "", "", swap(`/Length \d+`, "/Length 99999999")},
	{"lying /Length, too short", "", "", swap(`/Length \d+`, "/Length 1")},
	{"lying /Length, below zero", "", "", swap(`/Length \d+`, "/Length -9")},
	{"/Length that is the stream itself", "", "", swap(`/Length \d+`, "/Length 3 0 R")},
	{"cyclic /Prev", "", "", cyclicPrev},
	{"deep arrays in an object", "", "", deepArrays("[", "]")},
	{"deep dictionaries in an object", "", "", deepArrays("<</A", ">>")},
	{"giant font program", "StreamBytes", "pkg/internal/font/outline TestMaxProgramBytes", giantFont},
	{"giant CMap", "font.maxMappings", "pkg/internal/font TestCMapCap", giantCMap},
	{"giant list of widths", "font.maxWidths", "pkg/internal/font TestWidthsCap", giantWidths},
	{"CMap that uses itself", "", "", selfishCMap},
	{"annotations without end", "Annotations", "pkg/internal/content TestAttacks", manyAnnotations},
	{"huge cross-reference stream", "", "pkg/internal/pdf TestOversizedTable", hugeTable},
	{"colour space that names itself", "", "pkg/internal/content TestCycles", resources("/ColorSpace << /S /S >>", "/S cs 0 scn 0 0 9 9 re f")},
	{"colour space based on itself", "", "pkg/internal/content TestCycles", resources("/ColorSpace << /S [/Indexed /S 1 <0001>] >>", "/S cs 0 scn 0 0 9 9 re f")},
	{"optional content that names itself", "", "pkg/internal/content TestCycles", selfishLayer},
	{"claim of 2·10⁹ objects", "", "pkg/check TestEveryLimitIsNamed", swap(`/Size \d+`, "/Size 2000000000")},
}

// TestAttacks runs every attack in a worker.
func TestAttacks(t *testing.T) {
	p := pool(t)
	if !pdftest.Thorough { // a worker does not see the variable
		p.Args = append(p.Args, scaledWord)
	}
	p.Limits.Timeout = 6 * DefaultTimeout // for a slow machine; the cap has to come first
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			got, err := p.Check(context.Background(), "attack.pdf", a.build())
			if err != nil {
				t.Fatal(err)
			}
			told := message(got.File)
			t.Logf("%s %s", got.File.Verdict, told)
			switch {
			case a.cap == "" && told != "":
				t.Errorf("the file could not be checked: %s", told)
			case a.cap != "" && !containsAny(told, a.cap):
				t.Errorf("the message is %q, want the cap %s", told, a.cap)
			case a.cap == "" && got.File.Verdict == report.Pass && len(got.File.Pages) == 0:
				t.Error("a file without pages passes")
			}
		})
	}
}

// The closer test of each attack is where the table says.
func TestAttacksHaveCloserTests(t *testing.T) {
	for _, a := range attacks {
		if a.test == "" {
			continue
		}
		folder, name, _ := strings.Cut(a.test, " ")
		sources, err := filepath.Glob(filepath.Join("../..", folder, "*_test.go"))
		if err != nil || len(sources) == 0 {
			t.Errorf("%s: there are no tests in %s", a.name, folder)
		}
		found := false
		for _, source := range sources {
			data, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			found = found || bytes.Contains(data, []byte("func "+name+"("))
		}
		if !found {
			t.Errorf("%s: there is no %s in %s", a.name, name, folder)
		}
	}
}

// repeating is a page of one word again and again between two others. It is built
// in its test alone: every worker would pay for it at its start.
func repeating(before, word string, times int, after string) func() []byte {
	return func() []byte { return pdftest.OnePage(before + strings.Repeat(word, times) + after) }
}

// honest is the file that attacks with a single lie start from.
func honest() []byte {
	return pdftest.OnePage("BT /F1 10 Tf 72 700 Td (a line of type) Tj ET")
}

// swap returns the honest file with a stand-in for a pattern.
func swap(was, is string) func() []byte {
	return func() []byte {
		data := regexp.MustCompile(was).ReplaceAllLiteral(honest(), []byte(is))
		if bytes.Equal(data, honest()) {
			panic(was + " is not in the file:\n" + string(honest()))
		}
		return data
	}
}

func deflated(data []byte) []byte {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if err != nil {
		panic(err)
	}
	z.Write(data)
	z.Close()
	return out.Bytes()
}

func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

// withStream returns a file whose page shows a stream.
func withStream(entries string, data []byte) []byte {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Entries: "/Contents " + ref(b.Stream(entries, data))})
	return b.Bytes()
}

func spaces(n int) []byte { return bytes.Repeat([]byte(" "), n) }

func bomb() []byte { return withStream("/Filter /FlateDecode", deflated(spaces(65<<20/scale))) }

func bombInBomb() []byte {
	return withStream("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(spaces(65<<20/scale))))
}

func manyBombs() []byte {
	b := pdftest.New()
	packed := deflated(spaces(60 << 20 / scale))
	for range 4 {
		b.AddPage(pdftest.Page{Entries: "/Contents " + ref(b.Stream("/Filter /FlateDecode", packed))})
	}
	return b.Bytes()
}

const formEntries = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] "

func form(b *pdftest.Builder, drawn int, content string) int {
	return b.Stream(formEntries+"/Resources << /XObject << /Fm "+ref(drawn)+" >> >>", []byte(content))
}

func drawing(b *pdftest.Builder, drawn int) []byte {
	b.AddPage(pdftest.Page{Content: "/Fm Do", Resources: "/XObject << /Fm " + ref(drawn) + " >>"})
	return b.Bytes()
}

func nestedForms() []byte {
	b := pdftest.New()
	next := b.Stream(formEntries, nil)
	for range 1000 {
		next = form(b, next, "/Fm Do")
	}
	return drawing(b, next)
}

func exponentialForms() []byte {
	b := pdftest.New()
	next := b.Stream(formEntries, []byte("0 0 1 1 re f"))
	for range 9 {
		next = form(b, next, strings.Repeat("/Fm Do ", 10))
	}
	return drawing(b, next)
}

func formOfItself() []byte {
	b := pdftest.New()
	return drawing(b, form(b, 3, "/Fm Do"))
}

func areasOverText() []byte { return covered(300_000/scale, 9_000/scale) }

func tinyTiles() []byte {
	b := pdftest.New()
	p := b.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .0006 /YStep .0006", []byte("0 0 1 1 re f"))
	b.AddPage(pdftest.Page{Content: "/Pattern cs /P scn 0 0 612 792 re f", Resources: "/Pattern << /P " + ref(p) + " >>"})
	return b.Bytes()
}

func pageTreeLoop() []byte {
	return bytes.Replace(honest(), []byte("/Kids [4 0 R]"), []byte("/Kids [4 0 R 2 0 R 4 0 R]"), 1)
}

func parentLoop() []byte {
	b := pdftest.New()
	n := b.Object("<< /Parent 3 0 R >>")
	b.AddPage(pdftest.Page{Entries: "/Parent " + ref(n)})
	return b.Bytes()
}

func deepPageTree() []byte {
	b := pdftest.New()
	for i := range 1000 {
		b.Object(fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R] >>", i+4))
	}
	return bytes.Replace(b.Bytes(), []byte("/Kids []"), []byte("/Kids [3 0 R]"), 1)
}

func manyPages() []byte {
	b := pdftest.New()
	for range 2_000/scale + 1 {
		b.AddPage(pdftest.Page{})
	}
	return b.Bytes()
}

// cyclicPrev is a file whose cross-reference table says that it goes before
// itself.
func cyclicPrev() []byte {
	data := honest()
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	return bytes.Replace(data, []byte("/Root"), fmt.Appendf(nil, "/Prev %d /Root", at), 1)
}

func deepArrays(open, end string) func() []byte {
	return func() []byte {
		b := pdftest.New()
		n := b.Object(strings.Repeat(open, 1_000_000) + strings.Repeat(end, 1_000_000))
		b.AddPage(pdftest.Page{Entries: "/Deep " + ref(n)})
		return b.Bytes()
	}
}

func withFont(b *pdftest.Builder, font string) []byte {
	n := b.Object(font)
	b.AddPage(pdftest.Page{Content: "BT /T 10 Tf 72 700 Td (abc) Tj ET", Resources: "/Font << /T " + ref(n) + " >>"})
	return b.Bytes()
}

// giantFont is a TrueType program larger than a stream may be.
func giantFont() []byte {
	b := pdftest.New()
	program := make([]byte, 65<<20/scale)
	copy(program, "\x00\x01\x00\x00")
	binary.BigEndian.PutUint16(program[4:], 255)
	file := b.Stream("/Filter /FlateDecode", deflated(program))
	descriptor := b.Object("<< /Type /FontDescriptor /FontName /Giant /Flags 32 /FontFile2 " + ref(file) + " >>")
	return withFont(b, "<< /Type /Font /Subtype /TrueType /BaseFont /Giant /FirstChar 97 /LastChar 99 /Widths [500 500 500] /FontDescriptor "+ref(descriptor)+" >>")
}

// giantCMap maps more codes one by one than a CMap may.
func giantCMap() []byte {
	var cmap bytes.Buffer
	cmap.WriteString("1 begincodespacerange <0000> <ffff> endcodespacerange\n")
	for i := range 1400 {
		cmap.WriteString("100 beginbfchar\n")
		for j := range 100 {
			fmt.Fprintf(&cmap, "<%04x> <%04x>\n", (i*100+j)&0xffff, j+32)
		}
		cmap.WriteString("endbfchar\n")
	}
	b := pdftest.New()
	n := b.Stream("/Filter /FlateDecode", deflated(cmap.Bytes()))
	return withFont(b, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode "+ref(n)+" >>")
}

func selfishCMap() []byte {
	b := pdftest.New()
	b.Stream("/Type /CMap /CMapName /Self /UseCMap 3 0 R", []byte("/Self usecmap 1 begincodespacerange <00> <ff> endcodespacerange"))
	return withFont(b, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 3 0 R >>")
}

func giantWidths() []byte {
	b := pdftest.New()
	descriptor := b.Object("<< /Type /FontDescriptor /FontName /Giant /Flags 4 >>")
	cid := b.Object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Giant /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
		ref(descriptor) + " /W [" + strings.Repeat("0 65535 500 ", 1000) + "] >>")
	return withFont(b, "<< /Type /Font /Subtype /Type0 /BaseFont /Giant /Encoding /Identity-H /DescendantFonts ["+ref(cid)+"] >>")
}

// resources is a page with resources of its own.
func resources(entries, content string) func() []byte {
	return func() []byte {
		b := pdftest.New()
		b.AddPage(pdftest.Page{Content: content, Resources: entries})
		return b.Bytes()
	}
}

func selfishLayer() []byte {
	b := pdftest.New()
	n := b.Object("[/And" + strings.Repeat(" 3 0 R", 100) + "]")
	b.AddPage(pdftest.Page{Content: "/OC /M BDC 0 0 9 9 re f EMC", Resources: "/Properties << /M << /Type /OCMD /VE " + ref(n) + " >> >>"})
	return b.Bytes()
}

// hugeTable has a cross-reference stream that inflates to twice what a stream may.
func hugeTable() []byte {
	data := honest()
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	packed := deflated(make([]byte, 128<<20/scale))
	out := fmt.Appendf(bytes.Clone(data[:at]), "9 0 obj\n<< /Type /XRef /Size 2147483647 /W [8 8 8] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n", len(packed))
	return fmt.Appendf(append(out, packed...), "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}

func manyAnnotations() []byte {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Entries: "/Annots [" + strings.Repeat("<< >> ", 30_000) + "]"})
	return b.Bytes()
}
