package layout_test

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// densePage returns a page of two columns with 54 lines each.
func densePage(b *testing.B) *content.Page {
	left := pdftest.Column{Size: 10, Leading: 12, X: 54, Y: 714}
	right := left
	right.X = 318
	doc, err := pdf.Open(context.Background(), pdftest.OnePage(left.Set(pdftest.Prose(54)...)+right.Set(pdftest.Prose(54)...)), pdf.DefaultLimits())
	if err != nil {
		b.Fatal(err)
	}
	page, err := content.New(doc, content.DefaultLimits()).Page(context.Background(), doc.Pages()[0])
	if err != nil {
		b.Fatal(err)
	}
	return page
}

func BenchmarkRead(b *testing.B) {
	page := densePage(b)
	b.ReportAllocs()
	for b.Loop() {
		layout.Read(page)
	}
}

func BenchmarkCompose(b *testing.B) {
	page := densePage(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := layout.Compose(context.Background(), []*layout.Sheet{layout.Read(page)}); err != nil {
			b.Fatal(err)
		}
	}
}
