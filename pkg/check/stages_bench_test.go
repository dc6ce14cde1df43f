package check_test

import (
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// BenchmarkStages times the stages of one paper's journey beside each other, on
// one core: opening the file, interpreting its pages, laying them out (runs, lines,
// columns, roles), measuring.
func BenchmarkStages(b *testing.B) {
	paper := []string{"papers", "ok-plain.pdf"}
	if shared, _ := filepath.Glob(filepath.Join(testdata, "../../shared/papers/pwl-simple-testing*.pdf")); len(shared) > 0 {
		paper = []string{"../../shared/papers", filepath.Base(shared[0])}
	}
	data := readFile(b, paper...)
	open := func() *pdf.Document {
		doc, err := pdf.Open(b.Context(), data, pdf.DefaultLimits())
		if err != nil {
			b.Fatal(err)
		}
		return doc
	}
	doc := open()
	interpret := func(use func(*content.Page)) {
		in := content.New(doc, content.DefaultLimits())
		for _, p := range doc.Pages() {
			page, err := in.Page(b.Context(), p)
			if err != nil {
				b.Fatal(err)
			}
			use(page)
		}
	}
	compose := func(sheets []*layout.Sheet) *layout.Layout {
		l, err := layout.Compose(b.Context(), sheets)
		if err != nil {
			b.Fatal(err)
		}
		return l
	}
	var sheets []*layout.Sheet
	interpret(func(p *content.Page) { sheets = append(sheets, layout.Read(p)) })
	lay := compose(sheets)
	known := structure.Of(lay)
	for _, stage := range []struct {
		name string
		do   func()
	}{
		{"open", func() { open() }},
		{"interpret", func() { interpret(func(*content.Page) {}) }},
		{"interpret+runs", func() { interpret(func(p *content.Page) { layout.Read(p) }) }},
		{"compose", func() { compose(sheets) }},
		{"structure", func() { structure.Of(lay) }},
		{"measure", func() { measure.Measure(known) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.do()
			}
		})
	}
}
