package content

import (
	"strings"
	"testing"
)

// fillColor returns the fill colour after the operators.
func fillColor(t *testing.T, content string, b fileBuilder, spaces string) color {
	t.Helper()
	b.page(content, "/ColorSpace << "+spaces+" >>")
	doc := open(t, b.Builder)
	in := New(doc, DefaultLimits())
	if _, err := in.Page(t.Context(), doc.Pages()[0]); err != nil {
		t.Fatal(err)
	}
	return in.run.st.fill.color
}

func TestColors(t *testing.T) {
	const half = "<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] /N 1 >>"
	tests := []struct {
		name, content, spaces string
		want                  color
	}{
		{"g", "1 g", "", white},
		{"rg", "1 0 .5 rg", "", color{255, 0, 128, true}},
		{"k", "0 1 1 0 k", "", color{255, 0, 0, true}},
		{"black by k", "0 0 0 1 k", "", black},
		{"cs alone", "1 g /DeviceRGB cs", "", black},
		{"sc", "/DeviceRGB cs 0 1 0 sc", "", color{0, 255, 0, true}},
		{"CMYK begins black", "/DeviceCMYK cs", "", black},
		{"CalGray", "/C cs 1 sc", "/C [/CalGray << /WhitePoint [.9 1 .9] >>]", white},
		{"CalRGB", "/C cs 1 0 0 sc", "/C [/CalRGB << /WhitePoint [.9 1 .9] >>]", color{255, 0, 0, true}},
		{"Lab white", "/C cs 100 0 0 sc", "/C [/Lab << /WhitePoint [.9 1 .9] >>]", white},
		{"Lab black", "/C cs 0 0 0 sc", "/C [/Lab << /WhitePoint [.9 1 .9] >>]", black},
		{"ICC by N", "/C cs 0 0 0 0 sc", "/C [/ICCBased ICC4]", white},
		{"Indexed", "/C cs 1 sc", "/C [/Indexed /DeviceRGB 1 <000000 FF8000>]", color{255, 128, 0, true}},
		{"Indexed beyond its end", "/C cs 7 sc", "/C [/Indexed /DeviceRGB 1 <000000 FF8000>]", color{}},
		{"Indexed Lab", "/C cs 0 sc", "/C [/Indexed [/Lab << >>] 0 <FF8080>]", white},
		{"Separation", "/C cs 1 scn", "/C [/Separation /Red /DeviceRGB " + half + "]", color{255, 0, 0, true}},
		{"Separation begins full", "/C cs", "/C [/Separation /Red /DeviceRGB " + half + "]", color{255, 0, 0, true}},
		{"Separation without ink", "/C cs 0 scn", "/C [/Separation /Red /DeviceRGB " + half + "]", white},
		{"Separation, tint unknown", "/C cs 0 scn", "/C [/Separation /Red /DeviceRGB null]", white},
		{"Separation, ink unknown", "/C cs 1 scn", "/C [/Separation /Red /DeviceRGB null]", black},
		{"DeviceN", "/C cs 0 1 scn", "/C [/DeviceN [/A /B] /DeviceRGB CALC]", color{0, 255, 0, true}},
		{"stitched", "/C cs 1 scn", "/C [/Separation /X /DeviceRGB << /FunctionType 3 /Domain [0 1] /Bounds [.5] /Encode [0 1 0 1] /Functions [" + half + " " + half + "] >>]", color{255, 0, 0, true}},
		{"stitched at the bound", "/C cs .5 scn", "/C [/Separation /X /DeviceRGB << /FunctionType 3 /Domain [0 1] /Bounds [.5] /Encode [0 1 0 1] /Functions [" + half + " " + half + "] >>]", white},
		{"sampled", "/C cs 1 scn", "/C [/Separation /X /DeviceRGB SAMPLES]", color{0, 255, 0, true}},
		{"pattern", "/Pattern cs /P scn", "", color{}},
		{"missing space", "/Nope cs 1 sc", "", white},
		{"space of itself", "/C cs 1 sc", "/C [/Indexed [/Indexed [/Indexed [/Indexed [/Indexed [/Indexed [/Indexed /DeviceGray 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>] 0 <00>]", color{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := builder()
			icc := b.Stream("/N 4", nil)
			calc := b.Stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", []byte("{ 0 }"))
			samples := b.Stream("/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2] /BitsPerSample 8", []byte{255, 0, 0, 0, 255, 0})
			spaces := strings.NewReplacer("ICC4", ref(icc), "CALC", ref(calc), "SAMPLES", ref(samples)).Replace(tt.spaces)
			if got := fillColor(t, tt.content, b, spaces); got != tt.want && !got.same(tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
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
			if !closeTo(got[i], tt.want[i]) {
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

func TestSeparationNonePaintsNothing(t *testing.T) {
	p := readWith(t, "/N cs 1 scn BT /F4 10 Tf 100 700 Td (x) Tj ET 0 0 9 9 re f", " /ColorSpace << /N [/Separation /None /DeviceGray null] >>")
	if p.Glyphs[0].Hidden != Transparent || p.Drawings[0].Hidden != Transparent {
		t.Errorf("%+v %+v", p.Glyphs, p.Drawings)
	}
}
