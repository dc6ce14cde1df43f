package pdf_test

import (
	"context"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Comments are what viewers list as such, where they are on the page as it is shown.
func TestComments(t *testing.T) {
	for name, c := range map[string]struct {
		annotation string
		want       []pdf.Comment
	}{
		"a note":              {"/Subtype /Text /T (Ada) /Contents (Shorten\nthis.)", []pdf.Comment{{Kind: "text", Author: "Ada", Text: "Shorten this."}}},
		"UTF-16":              {"/Subtype /Caret /T <feff00c9> /Contents <feff00e9>", []pdf.Comment{{Kind: "caret", Author: "É", Text: "é"}}},
		"a highlight":         {"/Subtype /Highlight", []pdf.Comment{{Kind: "highlight"}}},
		"underlined":          {"/Subtype /Underline", []pdf.Comment{{Kind: "underline"}}},
		"struck out":          {"/Subtype /StrikeOut", []pdf.Comment{{Kind: "strike-out"}}},
		"a wavy line":         {"/Subtype /Squiggly", []pdf.Comment{{Kind: "squiggly"}}},
		"ink, not printed":    {"/Subtype /Ink /F 0", []pdf.Comment{{Kind: "ink"}}},
		"hidden":              {"/Subtype /Text /F 2", nil},
		"not viewed":          {"/Subtype /Highlight /F 32", nil},
		"a reply":             {"/Subtype /Text /IRT << /Subtype /Text >>", nil},
		"a text box":          {"/Subtype /FreeText /Contents (content)", nil},
		"a link":              {"/Subtype /Link", nil},
		"a field":             {"/Subtype /Widget /T (name)", nil},
		"a stamp":             {"/Subtype /Stamp", nil},
		"a pop-up window":     {"/Subtype /Popup", nil},
		"nothing that is one": {"", nil},
	} {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			b.AddPage(pdftest.Page{})
			b.AddPage(pdftest.Page{Entries: "/Rotate 90 /Annots [<< /Rect [100 200 120 240] " + c.annotation + " >>]"})
			doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			for i := range c.want { // the page is 792 points wide, turned clockwise
				c.want[i].Page, c.want[i].Box = 2, geom.Rect{X0: 200, Y0: 100, X1: 240, Y1: 120}
			}
			if got := doc.Comments(); !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// A comment without a place is on its page.
func TestCommentWithoutPlace(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Entries: "/Annots [<< /Subtype /Text >> 7 null]"})
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Comments(); len(got) != 1 || !got[0].Box.IsEmpty() || got[0].Page != 1 {
		t.Errorf("%+v", got)
	}
}
