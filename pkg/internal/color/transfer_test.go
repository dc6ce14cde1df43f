package color

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

func TestTransferFunctions(t *testing.T) {
	const invert, white = "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>", "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>"
	for _, c := range []struct {
		name, entry string
		in, want    Color
	}{
		{"none", "null", Black, Black},
		{"Identity", "/Identity", Black, Black},
		{"Identity for each channel", "[/Identity /Identity /Identity /Identity]", White, White},
		{"Identity for one channel", "[/Identity " + invert + " " + invert + " " + invert + "]", White, Color{255, 0, 0, true}},
		{"an empty array in an array", "[[]]", Black, Color{}},
		{"inverted", invert, Black, White},
		{"all white", white, Color{9, 99, 199, true}, White},
		{"by channel", "[" + invert + " " + white + " " + invert + " " + invert + "]", Black, White},
		{"not a function", "<< /FunctionType 9 >>", Black, Color{}},
		{"of an unknown colour", invert, Color{}, Color{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := pdftest.New()
			b.AddPage(pdftest.Page{Resources: "/T " + c.entry})
			doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			tr, _ := ReadTransfer(doc.Pages()[0].Resources.Key("T"))
			if got := tr.Apply(c.in); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
