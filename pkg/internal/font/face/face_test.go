package face

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// The size in a font's name is the first number of it.
func TestDesignSize(t *testing.T) {
	for name, want := range map[string]float64{
		"CMR10": 10, "CMR5": 5, "LMRoman10-Regular": 10, "SFRM1095": 10.95, "SFRM0800": 8, "CMR10~a8": 10,
		"CMR9~153": 9, "NimbusRomNo9L-Regu": 0, "fcmr6y": 0, "Times-Roman": 0, "": 0, "CMR99999999999999999999": 0,
	} {
		if got := DesignSize(name); got != want {
			t.Errorf("%q is of %g points, want %g", name, got, want)
		}
	}
}

// The table has every letter of every face, in believable measures.
func TestTable(t *testing.T) {
	if n := len(Known()); n < 20 {
		t.Fatalf("%d faces", n)
	}
	for _, f := range Known() {
		for i, c := range Letters {
			if a, h := f.Advances[i], f.Heights[i]; a < 0.15 || a > 1.5 || h < 0.38 || h > 0.8 {
				t.Errorf("%s: %c is %.3f wide and %.3f high", f.Name, c, a, h)
			}
		}
		if w := f.Advances[strings.IndexByte(Letters, 'W')]; f.Name == "Computer Modern 10" && w != 1.028 {
			t.Errorf("a W of %s is %g wide", f.Name, w) // more than an em, to the thousandth as all others
		}
	}
}

// drawnAs returns the letters of a face, scaled.
func drawnAs(f *Face, program, declared, height float64) []Drawn {
	var out []Drawn
	for i := range Letters {
		out = append(out, Drawn{Letter: i, Program: program * f.Advances[i], Declared: declared * f.Advances[i], Height: height * f.Heights[i]})
	}
	return out
}

// Each face is told from all others, and from itself scaled, but for those whose scaled
// or narrowed copies are faces of their own.
func TestFacesAreTold(t *testing.T) {
	for i := range Known() {
		f := &Known()[i]
		name := strings.ReplaceAll(f.Name, " ", "-")
		scales := [][3]float64{{1, 1, 1}, {1, 1, 0.9}, {0.9, 0.9, 0.9}, {1, 0.9, 1}, {0.9, 0.9, 1}}
		if f.Name == "Utopia" || f.Name == "Helvetica" || strings.HasPrefix(f.Name, "Computer Modern Bold") {
			scales = scales[:2]
		}
		for _, c := range scales {
			got := ProportionsOf(name, drawnAs(f, c[0], c[1], c[2]))
			if got.Face != f.Name || math.Abs(got.Height-c[2]) > 1e-6 || math.Abs(got.Width-c[1]) > 1e-6 {
				t.Errorf("%s as %v is %+v", f.Name, c, got)
			}
		}
	}
}

// What is designed for larger sizes is narrower, and not condensed.
func TestLargerDesign(t *testing.T) {
	i := slices.IndexFunc(Known(), func(f Face) bool { return f.Name == "Computer Modern Bold 12" })
	f := &Known()[i]
	for name, want := range map[string]float64{"SFBX2074": 1, "SFBX1200": 0.94} {
		if got := ProportionsOf(name, drawnAs(f, 0.94, 0.94, 1)); got.Face != f.Name || math.Abs(got.Width-want) > 1e-6 {
			t.Errorf("%s is %+v", name, got)
		}
	}
}

// Small capitals and other glyphs of the same letters do not lead astray.
func TestSeveralGlyphsOfALetter(t *testing.T) {
	f := &Known()[0]
	all := drawnAs(f, 1, 1, 0.9)
	for i := 0; i < len(Letters); i += 2 {
		small := Drawn{Letter: i, Program: 0.8 * f.Advances[i], Declared: 0.8 * f.Advances[i], Height: 0.5}
		all = append([]Drawn{small}, all...)
	}
	if got := ProportionsOf("", all); got.Face != f.Name || math.Abs(got.Height-0.9) > 1e-6 {
		t.Errorf("%+v", got)
	}
}

// Small letters that are lower, with capitals that are not, are another design.
func TestOtherShape(t *testing.T) {
	f := &Known()[0]
	all := drawnAs(f, 1, 1, 1)
	for i := range all {
		if strings.Contains(xLetters, Letters[i:i+1]) {
			all[i].Height *= 0.93
		}
	}
	if got := ProportionsOf("", all); got != Natural {
		t.Errorf("%+v", got)
	}
}

// Too few letters tell nothing, nor do advances that have nothing to do with each
// other.
func TestNothingIsTold(t *testing.T) {
	f := &Known()[0]
	all := drawnAs(f, 1, 0.8, 0.8)
	scattered := drawnAs(f, 1, 0.8, 0.8)
	for i := range scattered {
		scattered[i].Program += 0.05 * math.Sin(float64(7*i))
		scattered[i].Declared += 0.05 * math.Cos(float64(5*i))
	}
	for name, letters := range map[string][]Drawn{"none": nil, "few": all[:19], "scattered": scattered} {
		if got := ProportionsOf(name, letters); got != Natural {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Letters are known by their advances in pixels, but not where these are mixed up.
func TestIsKnown(t *testing.T) {
	for i := range Known() {
		f := &Known()[i]
		pixels := drawnAs(f, 40, 40, 40)
		for k := range pixels {
			pixels[k].Program = math.Round(pixels[k].Program)
		}
		if !IsKnown(pixels) || !IsKnown(pixels[26:34]) || IsKnown(pixels[26:31]) {
			t.Errorf("%s is not known, or by too few letters", f.Name)
		}
		first := pixels[26].Program
		for k := 26; k < 33; k++ {
			pixels[k].Program = pixels[k+1].Program
		}
		pixels[33].Program = first
		if IsKnown(pixels[26:34]) {
			t.Errorf("%s is known by the advances of other letters", f.Name)
		}
	}
}
