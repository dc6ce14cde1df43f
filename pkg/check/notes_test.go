package check_test

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// commented returns a compliant page with an annotation whose opaque appearance
// covers a part of the text and of the margin.
func commented(subtype string) []byte {
	prose := pdftest.Prose(120)
	title := pdftest.Text("F2", 17, 150, 700, "Analytical Engines that Weave") + set(270, 680, "Ada Lovelace", "University of London")
	b := pdftest.New()
	look := b.Stream("/Subtype /Form /BBox [0 0 300 300]", []byte("1 .8 0 rg 0 0 300 300 re f"))
	b.AddPage(pdftest.Page{
		Content: title + set(54, 640, prose[:48]...) + set(318, 640, prose[13:61]...),
		Entries: "/Annots [<< /Subtype /" + subtype + " /F 4 /Rect [0 200 300 500] /Contents (shorten) /AP << /N " + ref(look) + " >> >>]",
	})
	return b.Bytes()
}

// A comment is a note, covers nothing and is no mark; a shape is content.
func TestCommentsAreNoMarks(t *testing.T) {
	checker := opml(t)
	checker.FailOnWarning = true
	plain := statuses(checker.Check(context.Background(), "", compliant("")))
	for _, subtype := range []string{"Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Ink"} {
		f := checker.Check(context.Background(), "", commented(subtype))
		got := statuses(f)
		if got["comments"] != report.StatusNote || len(f.Notes) != 1 || f.Notes[0].Severity != report.SeverityNote || f.Notes[0].Box == nil {
			t.Errorf("%s: %s, %+v", subtype, got["comments"], f.Notes)
		}
		for rule, want := range plain {
			if rule != "comments" && got[rule] != want {
				t.Errorf("%s: %s is %s, without the comment %s", subtype, rule, got[rule], want)
			}
		}
	}
	if f := checker.Check(context.Background(), "", commented("Square")); statuses(f)["figure-block"] != report.StatusFail || len(f.Notes) > 0 {
		t.Errorf("a square: %s, %+v", statuses(f)["figure-block"], f.Notes)
	}
}

// Distiller's settings are a note, and no attached file.
func TestPrintSettings(t *testing.T) {
	for name, want := range map[string][2]report.Status{
		"Press.joboptions": {report.StatusNote, report.StatusPass}, "data.csv": {report.StatusPass, report.StatusWarn},
	} {
		b := pdftest.New()
		b.Catalog = "/Names << /EmbeddedFiles << /Names [(a) << /F (" + name + ") >>] >> >>"
		b.AddPage(pdftest.Page{Content: set(54, 640, pdftest.Prose(40)...)})
		got := statuses(opml(t).Check(context.Background(), "", b.Bytes()))
		if got["hidden-residue"] != want[0] || got["active-content"] != want[1] {
			t.Errorf("%s: hidden-residue %s, active-content %s", name, got["hidden-residue"], got["active-content"])
		}
	}
}
