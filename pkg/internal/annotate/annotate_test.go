package annotate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// annotate returns the annotated copy of a file.
func annotate(t testing.TB, data []byte, file report.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(context.Background(), &out, data, file); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open opens a file with our own reader.
func open(t testing.TB, data []byte) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// annots returns the annotations of a page.
func annots(p pdf.Page) []pdf.Value {
	var out []pdf.Value
	list := p.Dict.Key("Annots")
	for i := range list.Len() {
		out = append(out, list.Index(i))
	}
	return out
}

// text returns the characters of a text string.
func text(v pdf.Value) string {
	b := v.Bytes()
	if !bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return string(b)
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// remarks is a report with one finding of each kind of place.
func remarks() report.File {
	return report.File{
		Verdict: report.Fail,
		Pages: []report.Page{{Page: 1, Sketch: &report.Sketch{
			Block:   &[4]float64{54, 72, 558, 720},
			Lines:   []report.SketchLine{{Box: [4]float64{100, 200, 300, 209}}, {Box: [4]float64{100, 212, 300, 221}}},
			Figures: [][4]float64{{320, 300, 500, 400}},
		}}},
		Checks: []report.Check{{Rule: "leading", Severity: report.SeverityError, Status: report.StatusUnknown, Message: "there is too little text"}},
		Findings: []report.Finding{
			{Rule: "page-limit", Severity: report.SeverityError, Message: "the whole file", Hint: "LaTeX: shorten"},
			{Rule: "page-size", Severity: report.SeverityError, Page: 1, Message: "the whole page ×"},
			{Rule: "text-block", Severity: report.SeverityError, Page: 1, Box: &[4]float64{99, 199, 301, 222}, Message: "two lines (of it)"},
			{Rule: "figure-block", Severity: report.SeverityWarning, Page: 1, Box: &[4]float64{320, 300, 500, 400}, Message: "a figure"},
			{Rule: "hidden-text", Severity: report.SeverityWarning, Page: 1, Box: &[4]float64{-90, -90, -10, -10}, Message: "off the page"},
		},
	}
}

// pages are pages that show their default user space in different ways.
var pages = map[string]pdftest.Page{
	"plain":     {},
	"rotated":   {Entries: "/Rotate 90"},
	"on head":   {Entries: "/Rotate 180"},
	"sideways":  {Entries: "/Rotate -90"},
	"cropped":   {MediaBox: "-20 -30 700 900", Entries: "/CropBox [10 20 622 812]"},
	"user unit": {MediaBox: "0 0 306 396", Entries: "/UserUnit 2"},
	"all":       {MediaBox: "-5 -5 400 400", Entries: "/CropBox [0 0 396 306] /UserUnit 2 /Rotate 270"},
}

// Annotations are where the report says, on a layer that is on, with the
// message, the fix and an appearance, whatever the page's space is.
func TestAnnotatePlaces(t *testing.T) {
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			page.Content = pdftest.Text("F1", 10, 100, 100, "A line of text")
			b.AddPage(page)
			doc := open(t, annotate(t, b.Bytes(), remarks()))
			p := doc.Pages()[0]
			want := []struct {
				kind, text string
				box        geom.Rect
			}{
				{"Square", "7 × 9 in", geom.Rect{X0: 54, Y0: 72, X1: 558, Y1: 720}},
				{"Text", "the whole file\n\nLaTeX: shorten", geom.Rect{X0: 6, Y0: 6, X1: 22, Y1: 22}},
				{"Text", "the whole page ×", geom.Rect{X0: 26, Y0: 6, X1: 42, Y1: 22}},
				{"Highlight", "two lines (of it)", geom.Rect{X0: 100, Y0: 200, X1: 300, Y1: 221}},
				{"Square", "a figure", geom.Rect{X0: 320, Y0: 300, X1: 500, Y1: 400}},
				{"Text", "off the page", geom.Rect{X0: 46, Y0: 6, X1: 62, Y1: 22}},
				{"Text", "there is too little text", geom.Rect{X0: 66, Y0: 6, X1: 82, Y1: 22}},
			}
			got := annots(p)
			if len(got) != len(want) {
				t.Fatalf("%d annotations, want %d", len(got), len(want))
			}
			for i, w := range want {
				a := got[i]
				rect, _ := a.Key("Rect").Rect()
				// A frame keeps clear of what it frames; the page ends before some do.
				if d := distance(p.ToPage.ApplyRect(rect), w.box.Intersect(geom.Rect{X1: p.Size.X, Y1: p.Size.Y})); d > 3 {
					t.Errorf("%s %q is %.2f pt off: %v", w.kind, w.text, d, p.ToPage.ApplyRect(rect))
				}
				if w.kind == "Text" && name != "plain" && name != "cropped" {
					w.kind = "Stamp" // which all viewers turn and scale with the page
				}
				if a.Key("Subtype").Name() != w.kind || !strings.Contains(text(a.Key("Contents")), w.text) || text(a.Key("T")) != "paperfit" {
					t.Errorf("annotation %d is a %s of %q that says %q", i, a.Key("Subtype").Name(), text(a.Key("T")), text(a.Key("Contents")))
				}
				if text(a.Key("OC").Key("Name")) != "paperfit" || !a.Key("AP").Key("N").IsStream() {
					t.Errorf("%s %q has no layer or no appearance", w.kind, w.text)
				}
			}
			layers := doc.Catalog().Key("OCProperties")
			if on := layers.Key("D").Key("ON"); layers.Key("OCGs").Len() != 1 || on.Len() != 1 || layers.Key("D").Key("Order").Len() != 1 {
				t.Error("the layer is not shown as on")
			}
		})
	}
}

// distance returns the largest distance between the edges of two boxes.
func distance(a, b geom.Rect) float64 {
	return slices.Max([]float64{math.Abs(a.X0 - b.X0), math.Abs(a.Y0 - b.Y0), math.Abs(a.X1 - b.X1), math.Abs(a.Y1 - b.Y1)})
}

// What a file already has stays: its bytes, its annotations, its layers.
func TestAnnotateKeepsWhatIsThere(t *testing.T) {
	b := pdftest.New()
	layer := b.Object("<< /Type /OCG /Name (theirs) >>")
	list := b.Object("[<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (a \\(link\\)) >>]")
	b.Catalog = fmt.Sprintf("/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] /Name (x) >> >> /Lang <feff0065006e>", layer, layer)
	b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/Annots %d 0 R /Own#20Entry [1 2.50000000001 true null (\\200)]", list)})
	data := b.Bytes()
	copied := annotate(t, data, remarks())
	if !bytes.HasPrefix(copied, data) {
		t.Error("the original's bytes were changed")
	}
	doc := open(t, copied)
	p := doc.Pages()[0]
	if first := annots(p)[0]; text(first.Key("Contents")) != "a (link)" {
		t.Errorf("the first annotation says %q", text(first.Key("Contents")))
	}
	own := p.Dict.Key("Own Entry")
	if own.Index(1).NumberOr(0) != 2.50000000001 || !own.Index(2).Bool() || own.Len() != 5 || string(own.Index(4).Bytes()) != "\x80" {
		t.Error("an entry of the page was changed")
	}
	layers := doc.Catalog().Key("OCProperties")
	if layers.Key("OCGs").Len() != 2 || layers.Key("D").Key("OFF").Len() != 1 || text(layers.Key("D").Key("Name")) != "x" {
		t.Error("the layers were changed")
	}
	if string(doc.Catalog().Key("Lang").Bytes()) != "\xFE\xFF\x00e\x00n" {
		t.Error("an entry of the catalog was changed")
	}
}

// A copy can be annotated again.
func TestAnnotateTwice(t *testing.T) {
	data := pdftest.OnePage("")
	once := annotate(t, data, remarks())
	twice := annotate(t, once, remarks())
	if n := len(annots(open(t, twice).Pages()[0])); n != 14 {
		t.Errorf("%d annotations, want 14", n)
	}
}

// No copy is made of what forbids it or could not be read.
func TestAnnotateRefuses(t *testing.T) {
	certified := func(params string) []byte {
		b := pdftest.New()
		b.Catalog = "/Perms << /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP " + params + " >>] >> >>"
		b.AddPage(pdftest.Page{})
		return b.Bytes()
	}
	direct := bytes.Replace(pdftest.OnePage(""), []byte("/Kids [4 0 R]"), []byte("/Kids [<</Type/Page/MediaBox[0 0 99 99]>>]"), 1)
	unread := remarks()
	unread.Verdict = report.Error
	other := remarks()
	other.Pages = append(other.Pages, report.Page{})
	for name, c := range map[string]struct {
		data   []byte
		file   report.File
		forbid bool
		want   string
	}{
		"no changes":       {certified("/TransformParams << /P 1 >>"), remarks(), true, "signed"},
		"filling in alone": {certified("/TransformParams << /P 2 >>"), remarks(), true, "signed"},
		"nothing said":     {certified(""), remarks(), true, "signed"},
		"unreadable":       {[]byte("x"), unread, false, "could not be read"},
		"another file":     {pdftest.OnePage(""), other, false, "not the one"},
		"page in the tree": {direct, remarks(), false, "no object of its own"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(context.Background(), &out, c.data, c.file)
			if err == nil || !strings.Contains(err.Error(), c.want) || errors.Is(err, pdf.ErrForbidden) != c.forbid || out.Len() > 0 {
				t.Errorf("%d bytes and the error %v", out.Len(), err)
			}
		})
	}
	annotate(t, certified("/TransformParams << /P 3 >>"), remarks())
}

// A page shows no more remarks than can be looked at, and says how many are left.
func TestAnnotateManyFindings(t *testing.T) {
	file := remarks()
	for i := range 500 {
		file.Findings = append(file.Findings, report.Finding{Rule: "legible-figures", Page: 1, Message: fmt.Sprint("label ", i), Box: &[4]float64{float64(i), 9, float64(i) + 5, 14}})
	}
	list := annots(open(t, annotate(t, pdftest.OnePage(""), file)).Pages()[0])
	if n := len(list); n < 200 || n > 210 {
		t.Errorf("%d annotations", n)
	}
	if !slices.ContainsFunc(list, func(a pdf.Value) bool { return strings.HasPrefix(text(a.Key("Contents")), "305 more findings") }) {
		t.Error("the others are not counted")
	}
}
