package layout

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// withImageAt returns the sheets of a paper of three pages with an image on the second
// one, which holds more besides. It is sure where its margins are known to be left out.
func withImageAt(t *testing.T, image string, sure bool, more string) []*Sheet {
	b := pdftest.New()
	n := b.Stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", []byte{0x80})
	resources := fmt.Sprintf("%s /XObject << /I %d 0 R >>", pdftest.Fonts, n)
	b.AddPage(pdftest.Page{Content: columnsOf(2), Resources: resources})
	b.AddPage(pdftest.Page{Content: "q " + image + " cm /I Do Q\n" + more, Resources: resources})
	b.AddPage(pdftest.Page{Content: columnsOf(4), Resources: resources})
	sheets := sheetsOf(t, b)
	if clusters := sheets[1].Clusters; sure {
		clusters[len(clusters)-1].sure = clusters[len(clusters)-1].box
	}
	return sheets
}

// TestRefigure: a page that is read again gets what composing all pages gives it, or says
// that it takes that.
func TestRefigure(t *testing.T) {
	large := "300 0 0 150 300 570" // in the place of the right column's first lines
	text := set(leftColumn, topLine, prose(0, deep)...) + set(rightColumn, at(14), prose(13, deep-14)...)
	beside := "40 0 0 60 565 " + fmt.Sprint(at(48)) // in the margin, beside a rule that parts the columns
	parted := set(leftColumn, topLine, wide(0, 40)...) + fmt.Sprintf("258 %g 96 .6 re f\n", at(45)+4)
	for _, x := range []float64{leftColumn, rightColumn} {
		parted += set(x, at(42), prose(int(x), 2)...) + set(x, at(46), prose(int(x)+2, 2)...)
	}
	for name, c := range map[string]struct {
		image, trimmed, more string
		want                 bool
	}{
		"the same":                   {large, large, text, true},
		"smaller":                    {large, "240 0 0 140 318 575", text, true},
		"text is in it no more":      {large, "240 0 0 100 318 615", text + set(330, 590, "axis of the days"), false},
		"text is in it still":        {large, "240 0 0 140 318 575", text + set(330, 590, "axis of the days"), true},
		"two figures":                {large, "200 0 0 60 318 650", text + "1 0 0 1 0 0 cm 330 580 180 40 re S\n", false},
		"beside type that is turned": {large, "240 0 0 140 318 575", text + "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (a stamp) Tj ET\n", false},
		"beside a rule no more":      {beside, "40 0 0 10 565 " + fmt.Sprint(at(48)), parted, false},
		"beside a rule still":        {beside, "30 0 0 60 570 " + fmt.Sprint(at(48)), parted, true},
	} {
		first, second := withImageAt(t, c.image, false, c.more), withImageAt(t, c.trimmed, true, c.more)
		for i := range second { // of the same fonts, as a page that is read again has them
			for k := range second[i].Runs {
				second[i].Runs[k].Font = first[i].Runs[k].Font
			}
		}
		l, err := Compose(context.Background(), first)
		if err != nil {
			t.Fatal(err)
		}
		before := first[1]
		first[1] = second[1]
		if got := l.Refigure(1, before, first[1]); got != c.want {
			t.Errorf("%s: only figures differ: %v, want %v", name, got, c.want)
		}
		want, err := Compose(context.Background(), first)
		if err != nil {
			t.Fatal(err)
		}
		if c.want && !reflect.DeepEqual(l, want) {
			t.Errorf("%s: the page has figures %v, want %v", name, l.Pages[1].Figures, want.Pages[1].Figures)
		}
	}
}
