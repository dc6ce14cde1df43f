package pdf_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// inObjectStream returns a file whose catalog and page tree stand in an object
// stream, with entries added to the stream's dictionary and no
// cross-reference table that works.
func inObjectStream(entries string, pack func([]byte) []byte) []byte {
	catalog := "<< /Type /Catalog /Pages 2 0 R >>"
	pages := "<< /Type /Pages /Count 1 /Kids [4 0 R] >>"
	prolog := fmt.Sprintf("1 0 2 %d ", len(catalog)+1)
	stream := pack([]byte(prolog + catalog + " " + pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	fmt.Fprintf(&b, "3 0 obj\n<< /Type /ObjStm /N 2 /First %d %s /Length %d >>\nstream\n%s\nendstream\nendobj\n",
		len(prolog), entries, len(stream), stream)
	b.WriteString("4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>\nendobj\n")
	b.WriteString("startxref\n17\n%%EOF\n")
	return b.Bytes()
}

func TestRepair(t *testing.T) {
	plain := func(b []byte) []byte { return b }
	good := pdftest.OnePage("")
	xref := bytes.Index(good, []byte("xref\n0 "))
	for name, data := range map[string][]byte{
		"object stream":            inObjectStream("", plain),
		"compressed object stream": inObjectStream("/Filter /FlateDecode", deflate),
		"pointer to nowhere":       bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"cut before the table":     good[:xref],
		"table overwritten":        append(append(bytes.Clone(good[:xref]), bytes.Repeat([]byte("#"), 60)...), good[xref+60:]...),
	} {
		t.Run(name, func(t *testing.T) {
			doc := open(t, data)
			if n := len(doc.Pages()); n != 1 {
				t.Errorf("%d pages, want 1", n)
			}
			if len(doc.Damage()) == 0 {
				t.Error("the repair is not told")
			}
		})
	}
}

// TestWhiteSpaceBeforeTheTrailer: it may stand there, and nothing was repaired.
func TestWhiteSpaceBeforeTheTrailer(t *testing.T) {
	good := pdftest.OnePage("")
	for _, blank := range []string{"\n\n", "\r\n", " \t ", "\n  \n"} {
		data := bytes.Replace(good, []byte(" n \ntrailer"), []byte(" n \n"+blank+"trailer"), 1)
		if bytes.Equal(data, good) {
			t.Fatal("nothing was changed")
		}
		doc := open(t, data)
		if len(doc.Pages()) != 1 || len(doc.Damage()) != 0 {
			t.Errorf("%q: %d pages, damage %v", blank, len(doc.Pages()), doc.Damage())
		}
	}
}

func TestUnknownHeaderVersion(t *testing.T) {
	data := bytes.Replace(pdftest.OnePage(""), []byte("%PDF-1.7"), []byte("%PDF-9.x"), 1)
	doc := open(t, data)
	if len(doc.Pages()) != 1 || len(doc.Damage()) != 1 || doc.Damage()[0].Kind != wording.HeaderVersion {
		t.Errorf("%d pages, damage %v", len(doc.Pages()), doc.Damage())
	}
}

// Attack: object streams that claim numbers without end.
func TestObjectStreamClaims(t *testing.T) {
	data := bytes.Replace(inObjectStream("", func(b []byte) []byte { return b }), []byte("/N 2"), []byte("/N 99999999999"), 1)
	if got := reason(t, data, pdf.DefaultLimits()); got != pdf.ReasonDamaged && got != pdf.ReasonLimit {
		t.Errorf("got %s", got)
	}
}

func TestActiveContent(t *testing.T) {
	for name, c := range map[string]struct{ catalog, page, want string }{
		"nothing":        {"", "", "[]"},
		"link":           {"", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://x) >> >>]", "[]"},
		"open at a page": {"/OpenAction << /S /GoTo /D [4 0 R /Fit] >>", "", "[]"},
		"script":         {"/OpenAction << /S /JavaScript /JS (app.alert) >>", "", "[{script JavaScript 0 true false}]"},
		"chained":        {"/OpenAction << /S /GoTo /Next << /S /Launch /F (x.exe) >> >>", "", "[{launch Launch 0 true true}]"},
		"named script":   {"/Names << /JavaScript << /Kids [<< /Names [(a) << >>] >>] >> >>", "", "[{script JavaScript 0 true false}]"},
		"attachment":     {"/Names << /EmbeddedFiles << /Names [(a) << >>] >> >>", "", "[{embedded-file EmbeddedFiles 0 false false}]"},
		"settings":       {"/Names << /EmbeddedFiles << /Names [(a) << /F (High Quality Print.joboptions) >>] >> >>", "", "[{embedded-file joboptions 0 false false}]"},
		"settings twice": {"/AF [<< /UF (a.JOBOPTIONS) >>] /Names << /EmbeddedFiles << /Names [(a) << /F (b.joboptions) >>] >> >>", "", "[{embedded-file joboptions 0 false false}]"},
		"settings, file": {"/Names << /EmbeddedFiles << /Names [(a) << /F (a.joboptions) >> (b.joboptions) << /F (b.exe) >>] >> >>", "", "[{embedded-file EmbeddedFiles 0 false false} {embedded-file joboptions 0 false false}]"},
		"associated":     {"/AF [<< /F (a.csv) >>]", "", "[{embedded-file EmbeddedFiles 0 false false}]"},
		"page action":    {"", "/AA << /O << /S /SubmitForm >> >>", "[{form-submission SubmitForm 1 true false}]"},
		"launch link":    {"", "/Annots [<< /Subtype /Link /A << /S /Launch /F (x) >> >>]", "[{launch Launch 1 false true}]"},
		"far program":    {"", "/Annots [<< /Subtype /Link /A << /S /Launch /F << /UF (C:\\\\x.exe) >> >> >>]", "[{launch Launch 1 false false}]"},
		"form in XML":    {"/AcroForm << /XFA [(a) 3 0 R] >>", "", "[{script XFA 0 false false}]"},
		"other file":     {"", "/Annots [<< /Subtype /Link /A << /S /GoToR /F (x) >> >>]", "[{external-reference GoToR 1 false true}]"},
		"pinned file":    {"", "/Annots [<< /Subtype /FileAttachment >>]", "[{embedded-file FileAttachment 1 false false}]"},
		"film":           {"", "/Annots [<< /Subtype /RichMedia >>]", "[{multimedia RichMedia 1 false false}]"},
	} {
		b := pdftest.New()
		b.Catalog = c.catalog
		b.AddPage(pdftest.Page{Entries: c.page})
		if got := fmt.Sprint(open(t, b.Bytes()).Active()); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// Attack: actions that follow each other in a circle.
func TestActionsInACircle(t *testing.T) {
	b := pdftest.New()
	b.Object("<< /S /GoTo /Next 3 0 R >>")
	b.Catalog = "/OpenAction 3 0 R"
	b.AddPage(pdftest.Page{})
	if got := open(t, b.Bytes()).Active(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func FuzzRepair(f *testing.F) {
	f.Add(inObjectStream("", func(b []byte) []byte { return b }))
	f.Add(pdftest.OnePage("")[:200])
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := pdf.DefaultLimits()
		limits.StreamBytes, limits.TotalBytes, limits.Objects, limits.Pages = 1<<20, 4<<20, 10_000, 100
		if doc, err := pdf.Open(t.Context(), append([]byte("%PDF-1.5\n"), data...), limits); err == nil {
			doc.Active()
		}
	})
}
