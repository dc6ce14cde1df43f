package measure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/font/fonttest"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// sentence has all small letters and enough capitals.
const sentence = "How Vexed Bulls Quickly Jump When Foxes Play and a Lazy Grazing Duke Zaps Many " +
	"of the brown dogs that run over it by night Kind Ravens Told Each Person "

// textIn returns lines of the sentence, as wide as the column at size 10 in a font of
// natural widths.
func textIn(natural *fonttest.Font, n int) []string {
	words := strings.Fields(strings.Repeat(sentence, n))
	var lines []string
	line, width := "", 0.0
	for _, w := range words {
		add := 0.0
		for _, r := range " " + w {
			add += natural.Width(r) / 100
		}
		if width+add > 240 {
			lines = append(lines, strings.TrimSpace(line))
			line, width = "", 0
		}
		line, width = line+" "+w, width+add
	}
	return lines[:n]
}

// scaledLetters returns letters with advances and heights scaled.
func scaledLetters(letters []fonttest.Letter, advance, height float64) []fonttest.Letter {
	var out []fonttest.Letter
	for _, l := range letters {
		out = append(out, fonttest.Letter{Rune: l.Rune, Advance: l.Advance * advance, Height: l.Height * height})
	}
	return out
}

// setWith measures a paper whose text is set in the font, at 10 on 12; setup goes
// before it.
func setWith(t *testing.T, f *fonttest.Font, setup string) *Facts {
	t.Helper()
	b := pdftest.New()
	resources := fmt.Sprintf("/Font << /F1 %d 0 R >>", f.Add(b))
	lines := textIn(f, 2*deep)
	b.AddPage(pdftest.Page{Resources: resources, Content: setup + set(leftColumn, topLine, lines[:deep]...) + set(rightColumn, topLine, lines[deep:]...)})
	return factsOf(t, b)
}

// The size of type is that of the letters that are drawn, and their width too,
// whatever the font is called and says.
func TestApparentSize(t *testing.T) {
	times := fonttest.Letters("Times")
	own := ownDesign(times)
	for name, c := range map[string]struct {
		font  fonttest.Font
		size  float64
		width float64 // 0: natural
	}{
		"as designed":                     {fonttest.Font{Letters: times}, 10, 0},
		"outlines and widths scaled":      {fonttest.Font{Letters: scaledLetters(times, 0.9, 0.9)}, 9, 0},
		"outlines alone scaled":           {fonttest.Font{Letters: scaledLetters(times, 1, 0.9)}, 9, 0},
		"outlines scaled by 4 percent":    {fonttest.Font{Letters: scaledLetters(times, 1, 0.96)}, 9.6, 0},
		"outlines scaled by 2 percent":    {fonttest.Font{Letters: scaledLetters(times, 1, 0.98)}, 10, 0},
		"outlines larger":                 {fonttest.Font{Letters: scaledLetters(times, 1, 1.1)}, 10, 0},
		"a smaller FontMatrix":            {fonttest.Font{Letters: times, Matrix: "[0.0009 0 0 0.0009 0 0]"}, 9, 0},
		"and widths":                      {fonttest.Font{Letters: times, Matrix: "[0.0009 0 0 0.0009 0 0]", WidthScale: 0.9}, 9, 0},
		"a lower FontMatrix":              {fonttest.Font{Letters: times, Matrix: "[0.001 0 0 0.0009 0 0]"}, 9, 0},
		"a narrower FontMatrix":           {fonttest.Font{Letters: times, Matrix: "[0.0009 0 0 0.001 0 0]", WidthScale: 0.9}, 10, 0.9},
		"and its widths kept":             {fonttest.Font{Letters: times, Matrix: "[0.0009 0 0 0.001 0 0]"}, 10, 0.9},
		"within microtype's reach":        {fonttest.Font{Letters: times, Matrix: "[0.00098 0 0 0.001 0 0]", WidthScale: 0.98}, 10, 0},
		"a slanted FontMatrix":            {fonttest.Font{Letters: times, Matrix: "[0.001 0 0.000167 0.001 0 0]"}, 10, 0},
		"a matrix of 2048 units":          {fonttest.Font{Letters: scaledLetters(times, 2.048, 2.048), Matrix: "[0.00048828125 0 0 0.00048828125 0 0]", WidthScale: 1 / 2.048}, 10, 0},
		"narrowed programs":               {fonttest.Font{Letters: scaledLetters(times, 0.92, 1)}, 10, 0.92},
		"narrowed by 2 percent":           {fonttest.Font{Letters: scaledLetters(times, 0.98, 1)}, 10, 0},
		"widths alone narrowed":           {fonttest.Font{Letters: times, WidthScale: 0.92}, 10, 0.92},
		"tracked by the widths":           {fonttest.Font{Letters: times, WidthMore: -40}, 10, 0.915},
		"scaled and narrowed":             {fonttest.Font{Letters: scaledLetters(times, 0.8, 0.9)}, 9, 0.8 / 0.9},
		"another name":                    {fonttest.Font{Name: "Qwerty", Letters: scaledLetters(times, 0.9, 0.9)}, 9, 0},
		"another name, widths kept":       {fonttest.Font{Name: "Qwerty", Letters: scaledLetters(times, 1, 0.9)}, 9, 0},
		"TrueType as designed":            {fonttest.Font{Letters: times, UnitsPerEm: 1000}, 10, 0},
		"TrueType of more units":          {fonttest.Font{Letters: times, UnitsPerEm: 1100, WidthScale: 1 / 1.1}, 10 / 1.1, 0},
		"TrueType scaled":                 {fonttest.Font{Letters: scaledLetters(times, 0.9, 0.9), UnitsPerEm: 1000}, 9, 0},
		"TrueType narrowed":               {fonttest.Font{Letters: scaledLetters(times, 0.9, 1), UnitsPerEm: 1000}, 10, 0.9},
		"Type 3 as designed":              {fonttest.Font{Letters: times, Type3: true}, 10, 0},
		"Type 3 scaled":                   {fonttest.Font{Letters: scaledLetters(times, 1, 0.9), Type3: true}, 9, 0},
		"Type 3 of a smaller FontMatrix":  {fonttest.Font{Letters: times, Type3: true, Matrix: "[0.0009 0 0 0.0009 0 0]"}, 9, 0},
		"Type 3 narrowed":                 {fonttest.Font{Letters: scaledLetters(times, 0.9, 1), Type3: true}, 10, 0.9},
		"an unknown design":               {fonttest.Font{Letters: own}, 10, 0},
		"an unknown design scaled":        {fonttest.Font{Letters: scaledLetters(own, 1, 0.9)}, 10, 0},
		"an unknown design, less widths":  {fonttest.Font{Letters: own, WidthScale: 0.9}, 10, 0.9},
		"an unknown design, lower":        {fonttest.Font{Letters: own, Matrix: "[0.001 0 0 0.0009 0 0]"}, 9, 0},
		"an unknown design, extended":     {fonttest.Font{Letters: own, Matrix: "[0.0009 0 0 0.001 0 0]", WidthScale: 0.9}, 10, 0.9},
		"an unknown design, slanted":      {fonttest.Font{Letters: own, Matrix: "[0.001 0 0.000167 0.001 0 0]"}, 10, 0},
		"a small x-height":                {fonttest.Font{Letters: lowered(times, "acemnorsuvwxz", 0.9)}, 10, 0},
		"low capitals":                    {fonttest.Font{Letters: lowered(times, "ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhklt", 0.9)}, 10, 0},
		"few letters":                     {fonttest.Font{Letters: lowered(times[26:43], "abcdefghijklmnopq", 0.9)}, 10, 0},
		"Computer Modern of 10 points":    {fonttest.Font{Name: "CMR10", Letters: fonttest.Letters("Computer Modern 10")}, 10, 0},
		"of 12 points":                    {fonttest.Font{Name: "LMRoman12-Regular", Letters: fonttest.Letters("Computer Modern 12")}, 10, 0},
		"of 8 points":                     {fonttest.Font{Name: "SFRM0800", Letters: fonttest.Letters("Computer Modern 8")}, 10, 0},
		"that of 17 without its size":     {fonttest.Font{Name: "Roman", Letters: fonttest.Letters("Computer Modern 17")}, 10, 0},
		"10 points made as narrow as 17":  {fonttest.Font{Name: "CMR10", Letters: scaledLetters(fonttest.Letters("Computer Modern 10"), 0.92, 1)}, 10, 0.92},
		"Computer Modern scaled":          {fonttest.Font{Name: "CMR10", Letters: scaledLetters(fonttest.Letters("Computer Modern 10"), 0.9, 0.9)}, 9, 0},
		"Palatino scaled":                 {fonttest.Font{Letters: scaledLetters(fonttest.Letters("Palatino"), 0.9, 0.9)}, 9, 0},
		"Erewhon, which is Utopia at .94": {fonttest.Font{Letters: fonttest.Letters("Erewhon")}, 10, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if c.font.Name == "" {
				c.font.Name = "NimbusRomNo9L-Regu"
			}
			f := setWith(t, &c.font, "")
			wantNear(t, "size", f.BodySize.Value, c.size, 0.02)
			if (len(f.Shrunk) > 0) != (c.size < 10) {
				t.Errorf("shrunk: %+v", f.Shrunk)
			}
			wantWidth(t, f, c.width)
			wantNumber(t, "leading", f.Leading, 12)
		})
	}
}

// wantWidth compares the width of condensed lines; 0 means that there are none.
func wantWidth(t *testing.T, f *Facts, want float64) {
	t.Helper()
	if want == 0 {
		if len(f.Squeezed) > 0 {
			t.Errorf("%d lines are condensed, the first to %.3f", len(f.Squeezed), f.Squeezed[0].Width)
		}
		return
	}
	if len(f.Squeezed) < deep {
		t.Fatalf("%d lines are condensed", len(f.Squeezed))
	}
	wantNear(t, "width", f.Squeezed[0].Width, want, 0.015)
}

func wantNear(t *testing.T, what string, got, want, reach float64) {
	t.Helper()
	if math.Abs(got-want) > reach {
		t.Errorf("%s is %.4f, want %.4f", what, got, want)
	}
}

// ownDesign returns letters of a design that no known face has.
func ownDesign(letters []fonttest.Letter) []fonttest.Letter {
	out := scaledLetters(letters, 1, 1)
	for i := range out {
		out[i].Advance += float64(i*37%11-5) * 12
	}
	return out
}

// lowered returns letters of which some are lower.
func lowered(letters []fonttest.Letter, which string, by float64) []fonttest.Letter {
	out := scaledLetters(letters, 1, 1)
	for i := range out {
		if strings.ContainsRune(which, out[i].Rune) {
			out[i].Height *= by
		}
	}
	return out
}
