package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

func open(t *testing.T, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// page returns the only page of a file with these entries in its dictionary.
func page(t *testing.T, mediaBox, entries string) pdf.Page {
	t.Helper()
	b := pdftest.New()
	b.AddPage(pdftest.Page{MediaBox: mediaBox, Entries: entries})
	return open(t, b.Bytes()).Pages()[0]
}

// The lower left corner of the visible page, in user space, goes to a known
// corner of page space, and one step to the right in a known direction.
func TestPageSpace(t *testing.T) {
	for name, c := range map[string]struct {
		box, entries string
		corner       geom.Point // lower left of the visible page in user space
		size         geom.Point
		at, right    geom.Point
	}{
		"plain":      {"0 0 612 792", "", geom.Point{}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 1}},
		"moved":      {"-10 20 602 812", "", geom.Point{X: -10, Y: 20}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 1}},
		"swapped":    {"612 792 0 0", "", geom.Point{}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 1}},
		"cropped":    {"0 0 700 900", "/CropBox [44 54 656 846]", geom.Point{X: 44, Y: 54}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 1}},
		"crop out":   {"0 0 612 792", "/CropBox [0 0 9999 792]", geom.Point{}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 1}},
		"turned 90":  {"0 0 612 792", "/Rotate 90", geom.Point{}, geom.Point{X: 792, Y: 612}, geom.Point{}, geom.Point{Y: 1}},
		"turned 180": {"0 0 612 792", "/Rotate 180", geom.Point{}, geom.Point{X: 612, Y: 792}, geom.Point{X: 612}, geom.Point{X: -1}},
		"turned 270": {"0 0 612 792", "/Rotate -90", geom.Point{}, geom.Point{X: 792, Y: 612}, geom.Point{X: 792, Y: 612}, geom.Point{Y: -1}},
		"user unit":  {"0 0 306 396", "/UserUnit 2", geom.Point{}, geom.Point{X: 612, Y: 792}, geom.Point{Y: 792}, geom.Point{X: 2}},
	} {
		t.Run(name, func(t *testing.T) {
			p := page(t, c.box, c.entries)
			if p.Size != c.size {
				t.Errorf("size %v, want %v", p.Size, c.size)
			}
			if at := p.ToPage.Apply(c.corner); at.Sub(c.at).Norm() > 1e-9 {
				t.Errorf("corner at %v, want %v", at, c.at)
			}
			if right := p.ToPage.ApplyVector(geom.Point{X: 1}); right.Sub(c.right).Norm() > 1e-9 {
				t.Errorf("right is %v, want %v", right, c.right)
			}
		})
	}
}

func TestInheritedAttributes(t *testing.T) {
	b := pdftest.New()
	b.Object("<< /Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 /MediaBox [0 0 100 200] /Rotate 90 /Resources << /Marker (here) >> >>")
	b.Object("<< /Type /Page /Parent 3 0 R >>")
	data := bytes.Replace(b.Bytes(), []byte("/Count 0 /Kids []"), []byte("/Count 1 /Kids [3 0 R]"), 1)
	doc := open(t, data)
	p := doc.Pages()[0]
	if p.Size != (geom.Point{X: 200, Y: 100}) || string(p.Resources.Key("Marker").Bytes()) != "here" {
		t.Errorf("size %v, resources %q", p.Size, p.Resources.Key("Marker").Bytes())
	}
}

func TestValuesNeverFail(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Entries: "/N 4.5 /S (a\\(b) /H <4142> /A [1 /x null 3] /D << /K /V >> /Bad 99 0 R"})
	d := open(t, b.Bytes()).Pages()[0].Dict
	if got := d.Key("N").NumberOr(0); got != 4.5 {
		t.Errorf("number %v", got)
	}
	if got := string(d.Key("S").Bytes()) + string(d.Key("H").Bytes()); got != "a(bAB" {
		t.Errorf("strings %q", got)
	}
	if got := fmt.Sprint(d.Key("A").Numbers(), d.Key("A").FirstNumbers(2), d.Key("A").FirstNumbers(9)) + d.Key("A").Index(1).Name(); got != "[1 0 0 3] [1 0] [1 0 0 3]x" {
		t.Errorf("array %s", got)
	}
	if got := d.Key("D").Key("K").Name(); got != "V" {
		t.Errorf("dictionary %q", got)
	}
	var zero pdf.Value
	for name, v := range map[string]pdf.Value{
		"zero": zero, "missing": d.Key("None"), "dangling": d.Key("Bad"), "key of a number": d.Key("N").Key("X"),
		"index of a name": d.Key("D").Key("K").Index(3), "beyond the array": d.Key("A").Index(4),
	} {
		if !v.IsNull() || v.Len() != 0 || v.Int() != 0 || v.Name() != "" || v.Bytes() != nil {
			t.Errorf("%s is not null", name)
		}
	}
}

func reason(t *testing.T, data []byte, limits pdf.Limits) pdf.Reason {
	t.Helper()
	_, err := pdf.Open(context.Background(), data, limits)
	var open *pdf.OpenError
	if !errors.As(err, &open) {
		t.Fatalf("want an OpenError, got %v", err)
	}
	return open.Reason
}

func TestWhyAFileCannotBeOpened(t *testing.T) {
	none := pdftest.New().Bytes()
	for name, c := range map[string]struct {
		data []byte
		want pdf.Reason
	}{
		"empty":       {nil, pdf.ReasonEmpty},
		"text":        {[]byte("Dear committee, …"), pdf.ReasonNotPDF},
		"header only": {[]byte("%PDF-1.7\n"), pdf.ReasonDamaged},
		"no pages":    {none, pdf.ReasonNoPages},
		"late header": {append(bytes.Repeat([]byte(" "), 2000), none...), pdf.ReasonNotPDF},
	} {
		if got := reason(t, c.data, pdf.DefaultLimits()); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestDamageIsNoted(t *testing.T) {
	good := pdftest.OnePage("")
	if d := open(t, good).Damage(); len(d) != 0 {
		t.Errorf("a good file has damage: %v", d)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"junk":      {append([]byte("junk\n"), good...), "junk-before-header"},
		"bad xref":  {bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n7"), 1), "cross-reference-table-misplaced"},
		"no eof":    {bytes.Replace(good, []byte("%%EOF"), []byte("     "), 1), "end-of-file-mark-missing"},
		"bad count": {bytes.Replace(good, []byte("/Count 1"), []byte("/Count 7"), 1), "page-count-wrong"},
	} {
		var kinds []string
		for _, d := range open(t, c.data).Damage() {
			kinds = append(kinds, string(d.Kind))
		}
		if !strings.Contains(strings.Join(kinds, " "), c.want) {
			t.Errorf("%s: damage %v, want %s", name, kinds, c.want)
		}
	}
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// withStream returns the value of a stream of a file.
func withStream(t *testing.T, entries string, data []byte, limits pdf.Limits) pdf.Value {
	t.Helper()
	b := pdftest.New()
	n := b.Stream(entries, data)
	b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/S %d 0 R", n)})
	doc, err := pdf.Open(context.Background(), b.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Pages()[0].Dict.Key("S")
}

func TestDecode(t *testing.T) {
	text := strings.Repeat("some text ", 500)
	for name, c := range map[string]struct {
		entries string
		data    []byte
		want    string
	}{
		"plain":      {"", []byte(text), text},
		"flate":      {"/Filter /FlateDecode", deflate([]byte(text)), text},
		"hex, flate": {"/Filter [/ASCIIHexDecode /FlateDecode]", fmt.Appendf(nil, "%x>", deflate([]byte(text))), text},
	} {
		got, err := withStream(t, c.entries, c.data, pdf.DefaultLimits()).Decode()
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

// What stands before the fault of a corrupt stream is what viewers show.
func TestDecodeCorruptFlate(t *testing.T) {
	text := []byte(strings.Repeat("0123456789 abcdefghij\n", 4000))
	packed := deflate(text)
	got, err := withStream(t, "/Filter /FlateDecode", packed[:len(packed)*2/3], pdf.DefaultLimits()).Decode()
	if err != nil || len(got) == 0 || !bytes.HasPrefix(text, got) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// Attack: a few kilobytes that inflate to gigabytes.
func TestDecompressionBomb(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.StreamBytes, limits.TotalBytes = 1<<20, 3<<20
	bomb := deflate(make([]byte, 64<<20))
	_, err := withStream(t, "/Filter /FlateDecode", bomb, limits).Decode()
	var limit *pdf.LimitError
	if !errors.As(err, &limit) || limit.Limit != "StreamBytes" {
		t.Errorf("got %v", err)
	}
}

// Attack: many streams, each just below the cap of one.
func TestTotalBytes(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.StreamBytes, limits.TotalBytes = 1<<20, 3<<20
	v := withStream(t, "/Filter /FlateDecode", deflate(make([]byte, 1<<20-1)), limits)
	var err error
	for range 3 {
		if _, err = v.Decode(); err != nil {
			t.Fatal(err)
		}
	}
	_, err = v.Decode()
	var limit *pdf.LimitError
	if !errors.As(err, &limit) || limit.Limit != "TotalBytes" {
		t.Errorf("got %v", err)
	}
}

// Attack: page trees that lead back to themselves, go too deep, or claim and
// hold too many pages.
func TestPageTreeAttacks(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{})
	loop := bytes.Replace(b.Bytes(), []byte("/Kids [4 0 R]"), []byte("/Kids [4 0 R 2 0 R 4 0 R]"), 1)
	if n := len(open(t, loop).Pages()); n != 1 {
		t.Errorf("a tree with a loop has %d pages, want 1", n)
	}

	deep := pdftest.New()
	for i := range 100 {
		deep.Object(fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R] >>", i+4))
	}
	data := bytes.Replace(deep.Bytes(), []byte("/Kids []"), []byte("/Kids [3 0 R]"), 1)
	if got := reason(t, data, pdf.DefaultLimits()); got != pdf.ReasonLimit {
		t.Errorf("a deep tree: %s", got)
	}

	many := pdftest.New()
	for range 12 {
		many.AddPage(pdftest.Page{})
	}
	limits := pdf.DefaultLimits()
	limits.Pages = 10
	if got := reason(t, many.Bytes(), limits); got != pdf.ReasonLimit {
		t.Errorf("many pages: %s", got)
	}

	wide := pdftest.New() // two branches share a list, which is longer than there may be objects
	wide.Object("[" + strings.Repeat("null ", 60) + "]")
	wide.Object("<< /Type /Pages /Kids 3 0 R >>")
	wide.Object("<< /Type /Pages /Kids 3 0 R >>")
	data = bytes.Replace(wide.Bytes(), []byte("/Kids []"), []byte("/Kids [4 0 R 5 0 R]"), 1)
	limits = pdf.DefaultLimits()
	limits.Objects = 100
	if got := reason(t, data, limits); got != pdf.ReasonLimit {
		t.Errorf("a wide tree: %s", got)
	}

	claim := bytes.Replace(pdftest.OnePage(""), []byte("/Count 1"), []byte("/Count 2000000000"), 1)
	if n := len(open(t, claim).Pages()); n != 1 {
		t.Errorf("a tree that claims 2·10⁹ pages has %d, want 1", n)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := pdf.Open(ctx, pdftest.OnePage(""), pdf.DefaultLimits())
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// opened tells what opening a file and decoding its pages comes to.
func opened(data []byte, limits pdf.Limits) string {
	doc, err := pdf.Open(context.Background(), data, limits)
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for _, p := range doc.Pages() {
		fmt.Fprintln(&out, p.Number, p.Size)
		for _, s := range p.Contents() {
			data, err := s.Decode()
			fmt.Fprintln(&out, len(data), err)
		}
	}
	fmt.Fprintln(&out, doc.Damage())
	return out.String()
}

// FuzzOpen: the same bytes give the same document, whatever they are.
func FuzzOpen(f *testing.F) {
	f.Add(pdftest.OnePage("BT ET"))
	f.Add(bytes.Replace(pdftest.OnePage(""), []byte("startxref"), []byte("startxxxx"), 1))
	f.Add(bytes.Replace(pdftest.OnePage(""), []byte("/Kids [4 0 R]"), []byte("/Kids [2 0 R 4 0 R]"), 1))
	f.Add(bytes.Replace(pdftest.OnePage(""), []byte("/Root"), []byte("/Prev 9 /Root"), 1))
	f.Add(bytes.Replace(pdftest.OnePage("BT ET"), []byte("/Length 5"), []byte("/Length 3 0 R"), 1))
	packed := pdftest.New()
	packed.AddPage(pdftest.Page{Entries: fmt.Sprintf("/Contents %d 0 R", packed.Stream("/Filter [/ASCIIHexDecode /FlateDecode]", fmt.Appendf(nil, "%x>", deflate([]byte("BT ET")))))})
	f.Add(packed.Bytes())
	packed.Trailer = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O (" + strings.Repeat("o", 32) + ") /U (" + strings.Repeat("u", 32) + ") >> /ID [(a) (b)]"
	f.Add(packed.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := pdf.DefaultLimits()
		limits.StreamBytes, limits.TotalBytes, limits.Objects, limits.Pages = 1<<20, 4<<20, 10_000, 100
		first := opened(data, limits)
		if again := opened(data, limits); again != first {
			t.Errorf("the same bytes give\n%s\nand then\n%s", first, again)
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	data := pdftest.OnePage(strings.Repeat("BT ET\n", 1000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.Open(context.Background(), data, pdf.DefaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRewind: what was found and spent since a mark counts anew.
func TestRewind(t *testing.T) {
	b := pdftest.New()
	whole := b.Stream("", []byte("0 0 9 9 re f"))
	broken := b.Stream("/Filter /FlateDecode", []byte("x\x9cKLL\x04"))
	b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/Whole %d 0 R /Broken %d 0 R", whole, broken)})
	limits := pdf.DefaultLimits()
	limits.TotalBytes = 20
	doc, err := pdf.Open(context.Background(), b.Bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	dict := doc.Pages()[0].Dict
	start := doc.Mark()
	for range 2 {
		if _, err := dict.Key("Broken").Decode(); err != nil || len(doc.Damage()) != start.Damage+1 {
			t.Fatalf("%v, damage %v", err, doc.Damage())
		}
		if _, err := dict.Key("Whole").Decode(); err != nil {
			t.Fatal(err)
		}
		if _, err := dict.Key("Whole").Decode(); err == nil {
			t.Fatal("the cap was not hit")
		}
		doc.Rewind(start)
		if len(doc.Damage()) != start.Damage {
			t.Fatalf("damage %v after rewinding", doc.Damage())
		}
	}
}
