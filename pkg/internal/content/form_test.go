package content

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

func TestForms(t *testing.T) {
	b := builder()
	inner := b.form("/Matrix [2 0 0 2 0 0]", "BT /F4 10 Tf 10 20 Td (in) Tj ET Q Q 9 w")
	outer := b.form("/Matrix [1 0 0 1 100 200] /Resources << /XObject << /In "+ref(inner)+" >> >>", "5 w q /In Do")
	b.page("q 1 0 0 1 1 2 cm /Out Do 0 0 10 10 re S Q BT /F4 10 Tf 7 7 Td (x) Tj ET", "/XObject << /Out "+ref(outer)+" >>")
	p := readDoc(t, b.Builder)
	if len(p.Forms) != 2 || p.Forms[0].Parent != 0 || p.Forms[1].Parent != 1 {
		t.Fatalf("forms %+v", p.Forms)
	}
	if len(p.Glyphs) != 3 {
		t.Fatalf("%d glyphs: the inner form takes its fonts from the page", len(p.Glyphs))
	}
	if g := p.Glyphs[0]; !samePoint(g.Origin, up(121, 242)) || g.Form != 2 || !closeTo(g.Size, 20) {
		t.Errorf("inner glyph %+v", g)
	}
	if g := p.Glyphs[2]; !samePoint(g.Origin, up(7, 7)) || g.Form != 0 {
		t.Errorf("outer glyph %+v", g)
	}
	if want := upRect(.5, 1.5, 11.5, 12.5); !sameRect(p.Drawings[0].Box, want) {
		t.Errorf("the forms' line widths leak: %v, want %v", p.Drawings[0].Box, want)
	}
}

func TestFormBoxClips(t *testing.T) {
	b := builder()
	f := b.Stream("/Subtype /Form /BBox [0 0 50 50]", []byte("BT /F4 10 Tf 10 10 Td (in) Tj 100 0 Td (out) Tj ET 0 0 500 500 re f"))
	b.page("1 0 0 1 100 200 cm /Fm Do", "/XObject << /Fm "+ref(f)+" >>")
	p := readDoc(t, b.Builder)
	wantHidden(t, p, Clipped, "out")
	if want := upRect(100, 200, 150, 250); !sameRect(p.Forms[0].Box, want) || !sameRect(p.Drawings[0].Box, want) {
		t.Errorf("form %v, drawing %v, want %v", p.Forms[0].Box, p.Drawings[0].Box, want)
	}
}

func TestFormCycle(t *testing.T) {
	b := builder()
	n := b.form("/Resources << /XObject << /Me 4 0 R /Fm 3 0 R >> >>", "/Me Do")
	m := b.form("/Resources << /XObject << /Me 3 0 R >> >>", "/Me Do BT /F4 10 Tf 10 10 Td (x) Tj ET")
	if n != 3 || m != 4 {
		t.Fatal("object numbers", n, m)
	}
	b.page("/Fm Do", "/XObject << /Fm 3 0 R >>")
	p := readDoc(t, b.Builder)
	if text(p, Visible) != "x" || len(p.Damage) != 1 {
		t.Errorf("%q, damage %q", text(p, Visible), p.Damage)
	}
}

func TestMarkedContentEndsWithForm(t *testing.T) {
	b := layered()
	f := b.form("/Resources << /Properties << /Off "+b.off+" >> >>", "/OC /Off BDC BT /F4 10 Tf 10 10 Td (a) Tj ET")
	b.page("/Fm Do BT /F4 10 Tf 30 10 Td (b) Tj ET", "/XObject << /Fm "+ref(f)+" >>")
	p := readDoc(t, b.Builder)
	wantHidden(t, p, LayerOff, "a")
	wantHidden(t, p, Visible, "b")
}

// layeredBuilder has an optional-content group that is off and one that is on.
type layeredBuilder struct {
	fileBuilder
	off, on string
}

func layered() layeredBuilder {
	b := builder()
	off, on := b.Object("<< /Type /OCG /Name (off) >>"), b.Object("<< /Type /OCG /Name (on) >>")
	b.Catalog = "/OCProperties << /OCGs [" + ref(off) + " " + ref(on) + "] /D << /OFF [" + ref(off) + "] >> >>"
	return layeredBuilder{b, ref(off), ref(on)}
}

func TestLayers(t *testing.T) {
	tests := []struct {
		name, group string
		want        Hidden
	}{
		{"off", "OFF", LayerOff},
		{"on", "ON", Visible},
		{"any on", "<< /Type /OCMD /OCGs [OFF ON] >>", Visible},
		{"all on", "<< /Type /OCMD /OCGs [OFF ON] /P /AllOn >>", LayerOff},
		{"any off", "<< /Type /OCMD /OCGs [OFF ON] /P /AnyOff >>", Visible},
		{"all off", "<< /Type /OCMD /OCGs [OFF ON] /P /AllOff >>", LayerOff},
		{"single all off", "<< /Type /OCMD /OCGs OFF /P /AllOff >>", Visible},
		{"no groups", "<< /Type /OCMD /OCGs [] >>", Visible},
		{"not", "<< /Type /OCMD /VE [/Not OFF] >>", Visible},
		{"and", "<< /Type /OCMD /VE [/And ON [/Or OFF [/Not ON]]] >>", LayerOff},
		{"missing", "null", Visible},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := layered()
			group := strings.NewReplacer("OFF", b.off, "ON", b.on).Replace(tt.group)
			b.page("/OC /G BDC /Span BMC BT /F4 10 Tf 10 10 Td (a) Tj ET EMC EMC BT /F4 10 Tf 10 30 Td (b) Tj ET",
				"/Properties << /G "+group+" >>")
			p := readDoc(t, b.Builder)
			if got := p.Glyphs[0].Hidden; got != tt.want {
				t.Errorf("hidden %d, want %d", got, tt.want)
			}
			if p.Glyphs[1].Hidden != Visible {
				t.Error("the mark does not end")
			}
		})
	}
}

func TestBaseStateOff(t *testing.T) {
	b := builder()
	a, c := b.Object("<< /Type /OCG >>"), b.Object("<< /Type /OCG >>")
	b.Catalog = "/OCProperties << /OCGs [" + ref(a) + " " + ref(c) + "] /D << /BaseState /OFF /ON [" + ref(c) + "] >> >>"
	x := b.form("/OC "+ref(a), "BT /F4 10 Tf 10 10 Td (a) Tj ET")
	y := b.form("/OC "+ref(c), "BT /F4 10 Tf 10 30 Td (b) Tj ET")
	b.page("/X Do /Y Do", "/XObject << /X "+ref(x)+" /Y "+ref(y)+" >>")
	p := readDoc(t, b.Builder)
	wantHidden(t, p, LayerOff, "a")
	wantHidden(t, p, Visible, "b")
}

// A group that says so is off on the screen, whatever the lists say (8.11.4.4).
func TestLayersByUsage(t *testing.T) {
	for event, want := range map[string]Hidden{"View": LayerOff, "Print": Visible} {
		b := builder()
		g := b.Object("<< /Type /OCG /Usage << /View << /ViewState /OFF >> /Print << /PrintState /OFF >> >> >>")
		b.Catalog = "/OCProperties << /OCGs [" + ref(g) + "] /D << /ON [" + ref(g) + "] /AS [<< /Event /" + event + " /Category [/" + event + "] /OCGs [" + ref(g) + "] >>] >> >>"
		b.page("/OC /G BDC BT /F4 10 Tf 10 10 Td (a) Tj ET EMC", "/Properties << /G "+ref(g)+" >>")
		wantHidden(t, readDoc(t, b.Builder), want, "a")
	}
}

func TestAnnotations(t *testing.T) {
	tests := []struct {
		name, entries, matrix string
		want                  geom.Rect // of the appearance's square; empty when there is no mark
	}{
		{"printed", "/Subtype /Stamp /F 4 /Rect [100 200 120 240]", "", upRect(100, 200, 110, 220)},
		{"turned", "/Subtype /Stamp /F 4 /Rect [100 200 120 240]", "/Matrix [0 1 -1 0 0 0]", upRect(110, 200, 120, 220)},
		{"widget", "/Subtype /Widget /F 4 /Rect [100 200 120 240]", "", upRect(100, 200, 110, 220)},
		{"screen only", "/Subtype /Stamp /F 0 /Rect [100 200 120 240]", "", upRect(100, 200, 110, 220)},
		{"highlight on screen", "/Subtype /Highlight /F 0 /Rect [100 200 120 240]", "", geom.Empty()},
		{"hidden", "/Subtype /Stamp /F 6 /Rect [100 200 120 240]", "", geom.Empty()},
		{"not viewed", "/Subtype /Stamp /F 36 /Rect [100 200 120 240]", "", geom.Empty()},
		{"link", "/Subtype /Link /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"note", "/Subtype /Text /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"highlight", "/Subtype /Highlight /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"underline", "/Subtype /Underline /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"struck out", "/Subtype /StrikeOut /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"wavy line", "/Subtype /Squiggly /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"insertion", "/Subtype /Caret /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"ink", "/Subtype /Ink /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"text box", "/Subtype /FreeText /F 4 /Rect [100 200 120 240]", "", upRect(100, 200, 110, 220)},
		{"popup", "/Subtype /Popup /F 4 /Rect [100 200 120 240]", "", geom.Empty()},
		{"state", "/Subtype /Widget /F 4 /AS /Yes /Rect [100 200 120 240]", "", upRect(100, 200, 110, 220)},
		{"other state", "/Subtype /Widget /F 4 /AS /Off /Rect [100 200 120 240]", "", geom.Empty()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := pdftest.New()
			ap := b.Stream("/Subtype /Form /BBox [0 0 40 40] "+tt.matrix, []byte("0 0 20 20 re f"))
			n := ref(ap)
			if tt.name == "state" || tt.name == "other state" {
				n = "<< /Yes " + n + " >>"
			}
			b.AddPage(pdftest.Page{
				Content: "q 9 0 0 9 50 50 cm /OC /None BDC", // left open: does not reach the annotations
				Entries: "/Annots [<< " + tt.entries + " /AP << /N " + n + " >> >>]",
			})
			p := readDoc(t, b)
			if tt.want.IsEmpty() {
				if len(p.Drawings) != 0 {
					t.Errorf("drawn: %+v", p.Drawings)
				}
				return
			}
			if len(p.Drawings) != 1 || !sameRect(p.Drawings[0].Box, tt.want) {
				t.Fatalf("%+v, want %v", p.Drawings, tt.want)
			}
			if len(p.Forms) != 1 || !p.Forms[0].Annot || p.Drawings[0].Form != 1 {
				t.Errorf("forms %+v", p.Forms)
			}
		})
	}
}

// What viewers draw themselves is noted: text in a box, and values of fields.
func TestAnnotationsWithoutAppearance(t *testing.T) {
	const rect = " /Rect [100 200 300 240]"
	for name, c := range map[string]struct {
		entries string
		want    bool
	}{
		"free text":                {"/Subtype /FreeText /Contents (words)" + rect, true},
		"not printed":              {"/Subtype /FreeText /F 0 /Contents (words)" + rect, true},
		"rich text":                {"/Subtype /FreeText /RC (<p>words</p>)" + rect, true},
		"free text without text":   {"/Subtype /FreeText /Contents ( )" + rect, false},
		"free text that is hidden": {"/Subtype /FreeText /F 2 /Contents (words)" + rect, false},
		"not viewed":               {"/Subtype /FreeText /F 32 /Contents (words)" + rect, false},
		"in no rectangle":          {"/Subtype /FreeText /Contents (words) /Rect [100 200 100 200]", false},
		"beside the page":          {"/Subtype /FreeText /Contents (words) /Rect [700 200 900 240]", false},
		"drawn":                    {"/Subtype /FreeText /Contents (words) /AP << /N AP >>" + rect, false},
		"a field":                  {"/Subtype /Widget /FT /Tx /V (words)" + rect, true},
		"a field of a field":       {"/Subtype /Widget /Parent << /FT /Tx /V (words) >>" + rect, true},
		"a choice":                 {"/Subtype /Widget /FT /Ch /V [(words) (more)]" + rect, true},
		"an empty field":           {"/Subtype /Widget /FT /Tx" + rect, false},
		"a button":                 {"/Subtype /Widget /FT /Btn /V /Yes" + rect, false},
		"a signature":              {"/Subtype /Widget /FT /Sig /V << /Type /Sig /Contents (words) >>" + rect, false},
		"a comment":                {"/Subtype /Text /Contents (words)" + rect, false},
		"a link":                   {"/Subtype /Link /Contents (words)" + rect, false},
		"a stamp":                  {"/Subtype /Stamp /Contents (words)" + rect, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			ap := b.Stream("/Subtype /Form /BBox [0 0 40 40]", []byte("0 0 20 20 re f"))
			b.AddPage(pdftest.Page{Entries: "/Annots [<< " + strings.Replace(c.entries, "AP >>", ref(ap)+" >>", 1) + " >>]"})
			p := readDoc(t, b)
			if got := len(p.Undrawn) == 1 && sameRect(p.Undrawn[0], upRect(100, 200, 300, 240)); got != c.want || len(p.Undrawn) > 1 {
				t.Errorf("left to viewers: %v", p.Undrawn)
			}
		})
	}
}

func TestAnnotationLayer(t *testing.T) {
	b := layered()
	ap := b.form("", "0 0 20 20 re f")
	b.AddPage(pdftest.Page{Entries: "/Annots [<< /Subtype /Stamp /F 4 /OC " + b.off + " /Rect [100 200 120 240] /AP << /N " + ref(ap) + " >> >>]"})
	if p := readDoc(t, b.Builder); p.Drawings[0].Hidden != LayerOff {
		t.Errorf("%+v", p.Drawings)
	}
}
