package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// What marked content says instead of its glyphs is kept with them.
func TestSpoken(t *testing.T) {
	const text = "BT /F4 10 Tf 10 10 Td (ab) Tj ET EMC "
	for name, c := range map[string]struct {
		content string
		want    string
	}{
		"in the stream":       {"/Span << /Lang (en) /ActualText (words) >> BDC " + text, "words 1 3"},
		"UTF-16":              {"/Span << /ActualText <FEFF00E9> >> BDC " + text, "é 1 3"},
		"by name":             {"/Span /P BDC " + text, "named 1 3"},
		"inside another":      {"/P BMC /Span << /ActualText (words) >> BDC " + text + "EMC ", "words 1 3"},
		"a figure":            {"/Figure << /ActualText (words) >> BDC " + text, ""},
		"a formula":           {"/Formula << /ActualText (words) >> BDC " + text, ""},
		"none":                {"/Span << /MCID 0 >> BDC " + text, ""},
		"without a string":    {"/Span << /ActualText /Name >> BDC " + text, ""},
		"the end is missing":  {"/Span << /ActualText (words) >> BDC BT /F4 10 Tf (ab) Tj ET", ""},
		"an end without mark": {"EMC EMC " + text, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := readWith(t, "BT /F4 10 Tf 10 90 Td (x) Tj ET "+c.content, " /Properties << /P << /ActualText (named) >> >>")
			got := ""
			for _, s := range p.Spoken {
				got += fmt.Sprint(s.Text, " ", s.First, " ", s.Last)
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A structure tree in a circle, or of too many elements, ends.
func TestElementsInACircle(t *testing.T) {
	b := pdftest.New()
	page := b.AddPage(pdftest.Page{})
	circle := b.Object(fmt.Sprintf("<< /S /P /Pg %d 0 R /ActualText (round) /K [%d 0 R] >>", page, page+1))
	b.Catalog = fmt.Sprintf("/StructTreeRoot << /K [%d 0 R] >>", circle)
	if p := readDoc(t, b); len(p.Spoken) == 0 || len(p.Spoken) > maxElementDepth {
		t.Errorf("%d texts", len(p.Spoken))
	}
	b = pdftest.New()
	page = b.AddPage(pdftest.Page{})
	circle = b.Object(fmt.Sprintf("<< /S /P /Pg %d 0 R /Alt (round) /K [0 %d 0 R] >>", page, page+1))
	b.Catalog = fmt.Sprintf("/StructTreeRoot << /K [%d 0 R] >>", circle)
	if p := readDoc(t, b); len(p.Spoken) == 0 || len(p.Spoken) > maxElementDepth {
		t.Errorf("%d descriptions", len(p.Spoken))
	}
	b = pdftest.New()
	page = b.AddPage(pdftest.Page{})
	b.Catalog = "/StructTreeRoot << /K [" + strings.Repeat(fmt.Sprintf("<< /S /P /Pg %d 0 R /ActualText (a) >> ", page), 2*maxElements) + "] >>"
	if p := readDoc(t, b); len(p.Spoken) != maxSpoken {
		t.Errorf("%d texts, want %d", len(p.Spoken), maxSpoken)
	}
}

// A field that belongs to itself has no value.
func TestFieldsInACircle(t *testing.T) {
	b := pdftest.New()
	field := b.Object("<< /Subtype /Widget /Rect [0 0 99 99] /Parent 3 0 R >>")
	b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/Annots [%d 0 R]", field)})
	if p := readDoc(t, b); field != 3 || len(p.Undrawn) != 0 {
		t.Errorf("%d: %v", field, p.Undrawn)
	}
}
