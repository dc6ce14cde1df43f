package check_test

import (
	"context"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// smallPage is a page of type that is too small.
func smallPage() string {
	prose := pdftest.Prose(67)
	set := func(x float64) string { return pdftest.Column{Size: 8, Leading: 9, X: x, Y: 712}.Set(prose...) }
	return set(54) + set(318)
}

// disguised adds a page to one that meets the rules.
func disguised(build func(b *pdftest.Builder) pdftest.Page) []byte {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: columns(0)})
	b.AddPage(build(b))
	return b.Bytes()
}

// Type in disguise is measured all the same, or the paper does not pass.
func TestDisguises(t *testing.T) {
	fonts := strings.TrimSuffix(strings.TrimPrefix(pdftest.Fonts, "/Font <<"), ">>")
	for name, c := range map[string]struct {
		build func(b *pdftest.Builder) pdftest.Page
		want  report.Status // of body-font-size
	}{
		"a page that is one Type 3 glyph": {func(b *pdftest.Builder) pdftest.Page {
			proc := b.Stream("", []byte("612 0 d0 "+smallPage()))
			f := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 612 792] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [612]" +
				" /Encoding << /Differences [97 /a] >> /CharProcs << /a " + ref(proc) + " >> /Resources << " + pdftest.Fonts + " >> >>")
			return pdftest.Page{Content: "BT /T 1 Tf (a) Tj ET", Resources: "/Font << /T " + ref(f) + fonts + " >>"}
		}, report.StatusFail},
		"an outlined page in one Type 3 glyph": {func(b *pdftest.Builder) pdftest.Page {
			proc := b.Stream("", []byte("612 0 d0 60 300 m 300 700 l 550 300 l f"))
			f := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 612 792] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [612]" +
				" /Encoding << /Differences [97 /a] >> /CharProcs << /a " + ref(proc) + " >> >>")
			return pdftest.Page{Content: "BT /T 1 Tf (a) Tj ET", Resources: "/Font << /T " + ref(f) + fonts + " >>"}
		}, report.StatusUnknown},
		"a page that is a pattern": {func(b *pdftest.Builder) pdftest.Page {
			p := b.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 612 792] /XStep 612 /YStep 792 /Resources << "+pdftest.Fonts+" >>", []byte(smallPage()))
			return pdftest.Page{Content: "/Pattern cs /P scn 0 0 612 792 re f", Resources: pdftest.Fonts + " /Pattern << /P " + ref(p) + " >>"}
		}, report.StatusFail},
		"a page painted through its letters": {func(*pdftest.Builder) pdftest.Page {
			words := strings.NewReplacer("BT ", "", " ET", "").Replace(smallPage())
			return pdftest.Page{Content: "BT 7 Tr " + words + " ET 0 0 612 792 re f"}
		}, report.StatusFail},
		"outlines above a page number": {func(*pdftest.Builder) pdftest.Page {
			return pdftest.Page{Content: "60 300 m 300 700 l 550 300 l f " + set(303, 36, "2")}
		}, report.StatusUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			file := opml(t).Check(context.Background(), "paper.pdf", disguised(c.build))
			if got := statuses(file); got["body-font-size"] != c.want || got["hidden-text"] != report.StatusPass || file.Verdict == report.Pass {
				t.Errorf("%s; body-font-size is %s, want %s: %+v", file.Verdict, got["body-font-size"], c.want, file.Findings)
			}
		})
	}
}
