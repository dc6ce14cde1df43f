package font

import (
	"fmt"
	"strings"
	"testing"
)

func TestStyleByName(t *testing.T) {
	tests := []struct {
		name                string
		bold, italic, fixed bool
	}{
		{"NimbusRomNo9L-Regu", false, false, false},
		{"NimbusRomNo9L-Medi", true, false, false},
		{"NimbusRomNo9L-ReguItal", false, true, false},
		{"NimbusRomNo9L-MediItal", true, true, false},
		{"NimbusMonL-Regu", false, false, true},
		{"NimbusSanL-Bold", true, false, false},
		{"CMR10", false, false, false}, {"CMBX12", true, false, false}, {"CMTI10", false, true, false},
		{"CMTT9", false, false, true}, {"CMMI10", false, true, false}, {"CMSY10", false, false, false},
		{"CMBXTI10", true, true, false}, {"CMSS10", false, false, false}, {"CMSSBX10", true, false, false},
		{"SFRM1000", false, false, false}, {"SFBX1000", true, false, false}, {"SFTT1000", false, false, true},
		{"LMRoman10-Bold", true, false, false}, {"LMMono10-Regular", false, false, true},
		{"TimesNewRomanPS-BoldItalicMT", true, true, false}, {"Times New Roman,Bold", true, false, false},
		{"LinLibertineT", false, false, false}, {"LinLibertineTB", true, false, false}, {"LinBiolinumOB", true, false, false}, {"Inconsolatazi4-Regular", false, false, true},
		{"Calibri-Bold", true, false, false}, {"Roboto-Medium", false, false, false}, {"CourierNewPSMT", false, false, true},
		{"Helvetica-Oblique", false, true, false}, {"SourceCodePro-Semibold", true, false, true},
	}
	for _, tt := range tests {
		f := &Font{Name: tt.name}
		if f.Bold() != tt.bold || f.Italic() != tt.italic || f.FixedPitch() != tt.fixed {
			t.Errorf("%s: bold %v, italic %v, fixed %v", tt.name, f.Bold(), f.Italic(), f.FixedPitch())
		}
	}
}

func TestStyleByDescriptor(t *testing.T) {
	tests := []struct {
		descriptor          string
		bold, italic, fixed bool
	}{
		{"/Flags 32", false, false, false},
		{"/Flags 33", false, false, true},
		{"/Flags 96", false, true, false},
		{"/Flags 262176", true, false, false},
		{"/Flags 32 /StemV 140", true, false, false},
		{"/Flags 32 /StemV 84", false, false, false},
		{"/Flags 32 /StemV 1400", false, false, false},
		{"/Flags 32 /FontWeight 700", true, false, false},
		{"/Flags 32 /ItalicAngle -12", false, true, false},
		{"/Flags 32 /ItalicAngle 1000", false, false, false},
	}
	for _, tt := range tests {
		f := openFont(t, "<< /Type /Font /Subtype /TrueType /BaseFont /Xyz /FontDescriptor << "+tt.descriptor+" >> >>")
		if f.Bold() != tt.bold || f.Italic() != tt.italic || f.FixedPitch() != tt.fixed {
			t.Errorf("%s: bold %v, italic %v, fixed %v", tt.descriptor, f.Bold(), f.Italic(), f.FixedPitch())
		}
	}
}

// TestPitchOfWidths checks that widths overrule a wrong flag and a missing one.
func TestPitchOfWidths(t *testing.T) {
	build := func(flags int, width func(c byte) float64) *Font {
		var w strings.Builder
		for c := byte('A'); c <= 'z'; c++ {
			fmt.Fprintf(&w, " %g", width(c))
		}
		return openFont(t, fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /Xyz /FirstChar 65 /LastChar 122 /Widths [%s] /FontDescriptor << /Flags %d >> >>", w.String(), flags))
	}
	fixed := func(byte) float64 { return 525 }
	proportional := func(c byte) float64 { return 300 + 5*float64(c) }
	subset := func(c byte) float64 {
		if c == 'A' || c == 'I' {
			return 500
		}
		return 0
	}
	if !build(4, fixed).FixedPitch() {
		t.Error("equal widths are not seen")
	}
	if build(5, proportional).FixedPitch() {
		t.Error("a wrong flag is believed")
	}
	if !build(5, subset).FixedPitch() || build(4, subset).FixedPitch() {
		t.Error("two letters decide")
	}
}
