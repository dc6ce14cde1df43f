package color

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// readSpaces reads the colour space S of a page with the colour spaces, which
// are written in PDF.
func readSpaces(t *testing.T, b *pdftest.Builder, spaces string) (*Space, Notes) {
	t.Helper()
	b.AddPage(pdftest.Page{Resources: "/ColorSpace << " + spaces + " >>"})
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	all := doc.Pages()[0].Resources.Key("ColorSpace")
	return Read(all.Key("S"), all.Key)
}

func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

func TestSpaces(t *testing.T) {
	const half = "<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] /N 1 >>"
	tests := []struct {
		name, space string
		components  []float64 // nil: those that the space begins with
		want        Color
	}{
		{"CalGray", "[/CalGray << /WhitePoint [.9 1 .9] >>]", []float64{1}, White},
		{"CalRGB", "[/CalRGB << /WhitePoint [.9 1 .9] >>]", []float64{1, 0, 0}, Color{255, 0, 0, true}},
		{"Lab white", "[/Lab << /WhitePoint [.9 1 .9] >>]", []float64{100, 0, 0}, White},
		{"Lab black", "[/Lab << /WhitePoint [.9 1 .9] >>]", []float64{0, 0, 0}, Black},
		{"ICC by N", "[/ICCBased ICC4]", []float64{0, 0, 0, 0}, White},
		{"Indexed", "[/Indexed /DeviceRGB 1 <000000 FF8000>]", []float64{1}, Color{255, 128, 0, true}},
		{"Indexed beyond its end", "[/Indexed /DeviceRGB 1 <000000 FF8000>]", []float64{7}, Color{}},
		{"Indexed Lab", "[/Indexed [/Lab << >>] 0 <FF8080>]", []float64{0}, White},
		{"Separation", "[/Separation /Red /DeviceRGB " + half + "]", []float64{1}, Color{255, 0, 0, true}},
		{"Separation begins full", "[/Separation /Red /DeviceRGB " + half + "]", nil, Color{255, 0, 0, true}},
		{"Separation without ink", "[/Separation /Red /DeviceRGB " + half + "]", []float64{0}, White},
		{"Separation, tint unknown", "[/Separation /Red /DeviceRGB null]", []float64{0}, White},
		{"Separation, ink unknown", "[/Separation /Red /DeviceRGB null]", []float64{1}, Black},
		{"DeviceN", "[/DeviceN [/A /B] /DeviceRGB CALC]", []float64{0, 1}, Color{0, 255, 0, true}},
		{"stitched", "[/Separation /X /DeviceRGB << /FunctionType 3 /Domain [0 1] /Bounds [.5] /Encode [0 1 0 1] /Functions [" + half + " " + half + "] >>]", []float64{1}, Color{255, 0, 0, true}},
		{"stitched at the bound", "[/Separation /X /DeviceRGB << /FunctionType 3 /Domain [0 1] /Bounds [.5] /Encode [0 1 0 1] /Functions [" + half + " " + half + "] >>]", []float64{0.5}, White},
		{"sampled", "[/Separation /X /DeviceRGB SAMPLES]", []float64{1}, Color{0, 255, 0, true}},
		{"space of itself", "[/Indexed [/Indexed [/Indexed [/Indexed [/Indexed [/Indexed [/Indexed /DeviceGray 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>]", []float64{1}, Color{}},
		{"a name", "/T /T [/Lab << >>]", []float64{100, 0, 0}, White},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := pdftest.New()
			icc := b.Stream("/N 4", nil)
			calc := b.Stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", []byte("{ 0 }"))
			samples := b.Stream("/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2] /BitsPerSample 8", []byte{255, 0, 0, 0, 255, 0})
			names := strings.NewReplacer("ICC4", ref(icc), "CALC", ref(calc), "SAMPLES", ref(samples))
			space, _ := readSpaces(t, b, "/S "+names.Replace(tt.space))
			components := tt.components
			if components == nil {
				components = space.Initial()
			}
			if got := space.Color(components); got != tt.want && !got.Same(tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// What a space rests on beyond its own objects, and what is wrong with it, is
// reported with it.
func TestNotes(t *testing.T) {
	for name, c := range map[string]struct {
		spaces, damage string
		ordered        bool
	}{
		"a device space": {"/S /DeviceRGB", "", false},
		"Indexed":        {"/S [/Indexed /DeviceRGB 0 <000000>]", "", false},
		"a name":         {"/S /T /T [/Lab << >>]", "", true},
		"over a name":    {"/S [/Indexed /T 0 <000000>] /T [/Lab << >>]", "", true},
		"a missing name": {"/S /T", "a colour space is missing", true},
		"a circle":       {"/S [/Indexed /S 0 <00>]", "maxSpaceDepth", true},
	} {
		t.Run(name, func(t *testing.T) {
			_, notes := readSpaces(t, pdftest.New(), c.spaces)
			if got := strings.Join(notes.Damage, "; "); !strings.Contains(got, c.damage) || (got == "") != (c.damage == "") {
				t.Errorf("the damage is %q, want %q", got, c.damage)
			}
			if notes.Ordered != c.ordered || notes.Limit != nil {
				t.Errorf("ordered is %t, want %t; %v", notes.Ordered, c.ordered, notes.Limit)
			}
		})
	}
}

func TestCalculator(t *testing.T) {
	tests := []struct {
		program string
		in      []float64
		want    []float64 // nil: cannot be evaluated
	}{
		{"{ 2 mul }", []float64{3}, []float64{6}},
		{"{ dup 0.5 gt { pop 1 } { pop 0 } ifelse }", []float64{.7}, []float64{1}},
		{"{dup 0.5 gt{pop 1}if}", []float64{.2}, []float64{.2}},
		{"{ exch }", []float64{1, 2}, []float64{2, 1}},
		{"{ 3 1 roll }", []float64{1, 2, 3}, []float64{3, 1, 2}},
		{"{ 3 -1 roll }", []float64{1, 2, 3}, []float64{2, 3, 1}},
		{"{ 2 copy add }", []float64{1, 2}, []float64{1, 2, 3}},
		{"{ 1 index }", []float64{1, 2}, []float64{1, 2, 1}},
		{"{ 90 sin }", nil, []float64{1}},
		{"{ 7 2 idiv 7 2 mod 1 3 bitshift 6 3 and }", nil, []float64{3, 1, 8, 2}},
		{"{ true not 1 2 lt }", nil, []float64{0, 1}},
		{"{ 1 -1e300 bitshift 0 0 div bitshift }", []float64{1}, nil},
		{"{ pop pop }", []float64{1}, nil},
		{"{ 0 0 div index }", []float64{1}, nil},
		{"{ 1e300 copy }", []float64{1}, nil},
		{"{ nope }", []float64{1}, nil},
		{"{ 1 ", []float64{1}, nil},
		{"", []float64{1}, nil},
		{strings.Repeat("{", 100), []float64{1}, nil},
		{"{ " + strings.Repeat("1 ", 200) + "}", nil, nil},
	}
	for _, tt := range tests {
		program, ok := parseCalculator([]byte(tt.program))
		var got []float64
		if ok {
			got, ok = calculator{program, len(tt.want)}.eval(tt.in)
		}
		if ok != (tt.want != nil) && !strings.Contains(tt.program, "bitshift 0") {
			t.Errorf("%s: ok %v, %v", tt.program, ok, got)
			continue
		}
		for i := range tt.want {
			if math.Abs(got[i]-tt.want[i]) > 1e-6 {
				t.Errorf("%s: %v, want %v", tt.program, got, tt.want)
			}
		}
	}
}

func TestSampledBits(t *testing.T) {
	s := sampled{bits: 12, data: []byte{0x12, 0x3a, 0xbc}}
	if s.sample(0) != 0x123 || s.sample(1) != 0xabc {
		t.Errorf("%x %x", s.sample(0), s.sample(1))
	}
}
