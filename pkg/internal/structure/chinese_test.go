package structure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// chineseFont is a font that says only by its CMap and its character collection
// which characters its codes are.
func chineseFont(name string) string {
	return "<< /Type /Font /Subtype /Type0 /BaseFont /" + name + " /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 " +
		"/BaseFont /" + name + " /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> >>] >>"
}

// chinese sets lines with 16 points from one to the next, coded by GBK.
func chinese(t *testing.T, font string, size, y float64, lines ...string) string {
	t.Helper()
	var out strings.Builder
	for i, line := range lines {
		code, err := simplifiedchinese.GBK.NewEncoder().String(line)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "BT /%s %g Tf %g %g Td <%x> Tj ET\n", font, size, leftColumn, y-16*float64(i), code)
	}
	return out.String()
}

// TestChineseByItsCollection checks that a paper whose fonts have no ToUnicode is
// read by their CMap and collection.
func TestChineseByItsCollection(t *testing.T) {
	const line = "本文研究论文版面的结构，并且说明每一行文字的角色。我们使用许多证据，而不是单一的阈值，也不"
	var body []string
	for i := range 38 {
		body = append(body, string([]rune(strings.Repeat(line, 2))[i:i+44]))
	}
	fonts := "/Font << /F1 " + chineseFont("FandolSong-Regular") + " /F2 " + chineseFont("FandolHei-Bold") + " >>"
	b := pdftest.New()
	for range 2 {
		b.AddPage(pdftest.Page{Resources: fonts, Content: chinese(t, "F1", 10, topLine, body...)})
	}
	b.AddPage(pdftest.Page{Resources: fonts, Content: chinese(t, "F1", 10, topLine, body[:10]...) +
		chinese(t, "F2", 12, topLine-184, "参考文献") +
		chinese(t, "F1", 10, topLine-208, "[1] 张三，李四. 论文版面的结构. 计算机学报, 2020, 43(1): 1-12.", "[2] 王五. 论文版面的证据. 软件学报, 2021, 32(4): 100-110.", "[3] 赵六. 文字的角色. 北京: 科学出版社, 2019.")})
	wantReferences(t, composeFile(t, b), "参考文献", 3, body[:10]...)
}
