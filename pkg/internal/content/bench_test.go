package content

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// densePage returns a page of two columns, 60 lines of 55 characters each, as
// TeX sets it: with a TJ array and kerns for each line.
func densePage() string {
	var out strings.Builder
	for column := range 2 {
		fmt.Fprintf(&out, "BT /F1 9.9626 Tf %d 720 Td\n", 54+252*column)
		for range 60 {
			out.WriteString("[(The)-250(quick)-251(bro)20(wn)-249(fox)-250(jumps)-250(o)15(v)15(er)-250(the)-250(lazy)-250(dog)-250(ne)25(xt)-250(door)]TJ 0 -11.955 Td\n")
		}
		out.WriteString("ET\n")
	}
	return out.String()
}

// plotPage returns a page with a plot of n points: a path, a marker and a
// number each.
func plotPage(n int) string {
	var out strings.Builder
	out.WriteString("q 72 72 400 300 re W n .5 w\n")
	for i := range n {
		x, y := 72+400*float64(i)/float64(n), 100+float64(i*7919%250)
		fmt.Fprintf(&out, "%.2f %.2f m %.2f %.2f l S %.2f %.2f 2 2 re f\n", x, y, x+3, y+2, x, y)
	}
	return out.String() + "Q\n"
}

func benchmarkPage(b *testing.B, content string) {
	file := pdftest.New()
	times := file.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
	file.AddPage(pdftest.Page{Content: content, Resources: "/Font << /F1 " + ref(times) + " >>"})
	doc := open(b, file)
	b.ReportAllocs()
	b.SetBytes(int64(len(content)))
	var in *Interpreter
	for i := 0; b.Loop(); i++ {
		if i%200 == 0 { // the caps of a document
			in = New(doc, DefaultLimits())
		}
		if _, err := in.Page(context.Background(), doc.Pages()[0]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTextPage(b *testing.B)    { benchmarkPage(b, densePage()) }
func BenchmarkPlotPage(b *testing.B)    { benchmarkPage(b, plotPage(5000)) }
func BenchmarkCoveredPage(b *testing.B) { benchmarkPage(b, plotPage(2000)+densePage()+plotPage(2000)) }
