package measure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// TeX's 10 on 12 points, in points of PDF.
const texSize, texLeading = 10 * 72 / 72.27, 12 * 72 / 72.27

// bothColumns sets the same baselines in both columns.
func bothColumns(size float64, ys []float64) string {
	return setAt(size, leftColumn, ys, prose(0, len(ys))) + setAt(size, rightColumn, ys, prose(13, len(ys)))
}

// plain returns a page of both columns in a size and leading.
func plain(size, leading float64) string {
	return bothColumns(size, baselines(topLine, repeat(45, leading)...))
}

// paragraphs sets paragraphs of six lines at a distance of their own; the first
// line is indented by some points, the last has some letters.
func paragraphs(x, between, indent float64, last int) string {
	var out strings.Builder
	y := topLine
	for p := range 7 {
		lines := prose(6*p, 6)
		lines[5] = lines[5][:last]
		out.WriteString(set(x+indent, y, lines[0][:len(lines[0])-8]) + set(x, y-12, lines[1:]...))
		y -= 60 + between
	}
	return out.String()
}

// with returns a page whose left column holds something from row 20 to 29.
func with(s string) string {
	return set(leftColumn, topLine, prose(0, 18)...) + s + set(leftColumn, at(32), prose(18, 22)...) + set(rightColumn, topLine, prose(13, deep)...)
}

// raised sets a line with a raised mark at every row of the left column.
func raised() string {
	var out strings.Builder
	for i, line := range prose(0, 50) {
		out.WriteString(set(leftColumn, at(i), line[:30]) + setIn("F1", 7, 0, leftColumn+158, at(i)+3.6, "2") + set(leftColumn+162, at(i), line[32:46]))
	}
	return out.String() + set(rightColumn, topLine, prose(13, 50)...)
}

// entries returns the lines of n entries of a reference list.
func entries(n int) []string {
	var out []string
	for range n {
		out = append(out, "[1] A. Lovelace and C. Babbage. Notes on", "an engine that weaves. In Journal of Looms", "and Cards, pages 1 to 20. 1843.")
	}
	return out
}

// Size and leading of the body are exact whatever stands around it.
func TestBodySizeAndLeading(t *testing.T) {
	title := setIn("F2", 17, 20, 150, 740, "Analytical Engines that Weave")
	small := func(y float64, lines ...string) string { return setIn("F1", 9, 11, leftColumn, y, lines...) }
	cap := append([]string{"Figure 1: The loom"}, prose(40, 8)...)
	rule := "54 118 90 0.4 re f\n"
	for name, c := range map[string]struct {
		pages         []string
		size, leading float64
	}{
		"10 on 12":                 {[]string{plain(10, 12)}, 10, 12},
		"TeX's 10 on 12":           {[]string{plain(texSize, texLeading)}, texSize, texLeading},
		"10 on 11":                 {[]string{plain(10, 11)}, 10, 11},
		"10 on 11.9":               {[]string{plain(10, 11.9)}, 10, 11.9},
		"9.7 on 12":                {[]string{plain(9.7, 12)}, 9.7, 12},
		"10.5 on 13":               {[]string{plain(10.5, 13)}, 10.5, 13},
		"double spaced":            {[]string{bothColumns(10, baselines(topLine, repeat(25, 24)...))}, 10, 24},
		"one column":               {[]string{set(leftColumn, topLine, prose(0, deep)...)}, 10, 12},
		"six lines":                {[]string{set(leftColumn, topLine, prose(0, 6)...)}, 10, 12},
		"too few lines":            {[]string{set(leftColumn, topLine, prose(0, 5)...)}, 10, 0},
		"no common baselines":      {[]string{set(leftColumn, topLine, prose(0, 50)...) + set(rightColumn, topLine-5, prose(13, 50)...)}, 10, 12},
		"indented paragraphs":      {[]string{paragraphs(leftColumn, 12, 15, 20) + paragraphs(rightColumn, 12, 15, 20)}, 10, 12},
		"stretched paragraphs":     {[]string{paragraphs(leftColumn, 12.9, 15, 20) + paragraphs(rightColumn, 12.7, 15, 20)}, 10, 12},
		"a little stretched":       {[]string{paragraphs(leftColumn, 12.3, 15, 20) + paragraphs(rightColumn, 12.4, 15, 20)}, 10, 12},
		"a little, not indented":   {[]string{paragraphs(leftColumn, 12.3, 0, 20) + paragraphs(rightColumn, 12.4, 0, 20)}, 10, 12},
		"full last lines":          {[]string{paragraphs(leftColumn, 12.3, 15, 50) + paragraphs(rightColumn, 12.4, 15, 50)}, 10, 12},
		"paragraphs by blank":      {[]string{paragraphs(leftColumn, 24, 0, 20) + paragraphs(rightColumn, 24, 0, 20)}, 10, 12},
		"paragraphs nearly so":     {[]string{paragraphs(leftColumn, 14, 0, 20) + paragraphs(rightColumn, 14, 0, 20)}, 10, 12},
		"lines pushed by formulas": {[]string{bothColumns(10, baselines(topLine, repeat(9, 12, 12, 13.5, 12)...))}, 10, 12},
		"most lines pushed":        {[]string{bothColumns(10, baselines(topLine, repeat(15, 12, 12, 13.2)...))}, 10, 12},
		"footnote marks":           {[]string{raised()}, 10, 12},
		"device pixels, 12":        {[]string{bothColumns(10, baselines(topLine, repeat(20, 12, 11.88)...))}, 10, 11.94},
		"device pixels, 10.875":    {[]string{bothColumns(9, baselines(topLine, repeat(20, 10.5, 11.25)...))}, 9, 10.875},
		"three steps of pixels":    {[]string{bothColumns(10, baselines(topLine, repeat(15, 11.7, 12, 12.3)...))}, 10, 12},
		"headings":                 {[]string{title + with(setIn("F2", 12, 14, leftColumn, at(22), "2 The Loom"))}, 10, 12},
		"a caption":                {[]string{with(small(at(20), cap...))}, 10, 12},
		"a caption in body size":   {[]string{with(setIn("F1", 10, 11, leftColumn, at(20), cap...))}, 10, 12},
		"a list":                   {[]string{with(setIn("F1", 10, 13, leftColumn+10, at(20), "\x95 the first card", "\x95 the second", "\x95 the third card"))}, 10, 12},
		"code":                     {[]string{with(setIn("F4", 10, 10.5, leftColumn, at(20), "for card in cards:", "  weave(card)", "  advance()", "  count += 1"))}, 10, 12},
		"a footnote": {[]string{set(leftColumn, topLine, prose(0, 48)...) + rule + setIn("F1", 8, 9.5, leftColumn, 108, "The engine was never built, for want of", "money, of patience, and of a workshop.") +
			set(rightColumn, topLine, prose(13, deep)...)}, 10, 12},
		"more references than text": {[]string{title + columnsOf(0), setIn("F2", 12, 14, leftColumn, topLine, "References") + small(at(2), entries(18)...) + setIn("F1", 9, 11, rightColumn, topLine, entries(19)...),
			setIn("F1", 9, 11, leftColumn, topLine, entries(19)...) + setIn("F1", 9, 11, rightColumn, topLine, entries(19)...)}, 10, 12},
		"page numbers and heads": {[]string{columnsOf(0) + set(303, footLine, "1") + set(230, headLine, "Engines"), columnsOf(1) + set(303, footLine, "2") + set(230, headLine, "Engines")}, 10, 12},
		"no text":                {[]string{""}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := facts(t, c.pages...)
			wantNumber(t, "size", f.BodySize, c.size)
			wantNumber(t, "leading", f.Leading, c.leading)
		})
	}
}

// The effective size counts, however it came about.
func TestEffectiveSize(t *testing.T) {
	for name, c := range map[string]struct {
		before        string
		size, leading float64
		want, step    float64
	}{
		"scaled pages":   {"0.95 0 0 0.95 0 0 cm\n", 10, 12, 9.5, 11.4},
		"small and up":   {"1.25 0 0 1.25 0 0 cm\n", 8, 9.6, 10, 12},
		"narrow pages":   {"0.9 0 0 1 0 0 cm\n", 10, 12, 10, 12},
		"flattened type": {"1 0 0 0.9 0 0 cm\n", 10, 12, 9, 10.8},
	} {
		t.Run(name, func(t *testing.T) {
			f := facts(t, c.before+pdftest.Column{Size: c.size, Leading: c.leading, X: 20, Y: 600}.Set(prose(0, 40)...))
			wantNumber(t, "size", f.BodySize, c.want)
			wantNumber(t, "leading", f.Leading, c.step)
		})
	}
}

// Each page has values of its own, where there is enough to measure.
func TestTypeOfEachPage(t *testing.T) {
	short := set(leftColumn, topLine, prose(0, 4)...)
	ten := set(leftColumn, topLine, prose(0, 10)...)
	eleven := set(leftColumn, topLine, prose(0, 11)...)
	f := facts(t, plain(10, 12), plain(9, 11), plain(10, 11.5), short, ten, eleven)
	for i, want := range []struct{ size, leading float64 }{{10, 12}, {9, 11}, {10, 11.5}, {0, 0}, {10, 0}, {10, 12}} {
		wantNumber(t, "size of page "+string(rune('1'+i)), f.Pages[i].BodySize, want.size)
		wantNumber(t, "leading of page "+string(rune('1'+i)), f.Pages[i].Leading, want.leading)
	}
	wantNumber(t, "size", f.BodySize, 10)
}

// What stands below the parts of figures, two lines each, gives a page no size; a
// paragraph does.
func TestSizeOfAPageOfFigures(t *testing.T) {
	for lines, want := range map[int]float64{2: 0, 3: 9} {
		var page string
		for i := range 7 {
			page += setIn("F1", 9, 11, leftColumn, topLine-100*float64(i), prose(20*i, lines)...) + setIn("F1", 9, 11, rightColumn, topLine-100*float64(i), prose(20*i+9, lines)...)
		}
		if f := facts(t, columnsOf(0), columnsOf(1), page); f.Pages[2].BodySize.Value != want {
			t.Errorf("%d lines: %v, want %v", lines, f.Pages[2].BodySize, want)
		}
	}
}

// The body's font is the one most of its characters are set in.
func TestBodyFont(t *testing.T) {
	inFont := func(font string) string {
		return setIn(font, 10, 12, leftColumn, topLine, prose(0, 50)...) + setIn(font, 10, 12, rightColumn, topLine, prose(13, 50)...)
	}
	for font, want := range map[string]string{"F1": "Times-Roman", "F3": "Helvetica", "F5": "Times-Italic"} {
		if got := facts(t, inFont(font)).BodyFont; got != want {
			t.Errorf("%s: %q, want %q", font, got, want)
		}
	}
	if got := facts(t, "").BodyFont; got != "" {
		t.Errorf("a paper without text is set in %q", got)
	}
}

// The cluster's mean is that of the values around it, wherever others lie.
func TestClusterMean(t *testing.T) {
	for name, c := range map[string]struct {
		values []float64
		want   float64
	}{
		"one":               {[]float64{12}, 12},
		"all the same":      {[]float64{12, 12, 12}, 12},
		"others above":      {[]float64{12, 12, 12, 14, 14, 18}, 12},
		"others below":      {[]float64{9, 9, 12, 12, 12}, 12},
		"two steps":         {[]float64{10.5, 11.25, 10.5, 11.25}, 10.875},
		"steps of 1 to 2":   {[]float64{12.75, 12.75, 13.5, 12.75, 12.75, 13.5}, 13},
		"steps of 1 to 3":   {[]float64{12, 12, 12, 12.75, 12, 12, 12, 12.75}, 12.1875},
		"one just outside":  {[]float64{12, 12, 12, 12, 12.7}, 12},
		"one at either end": {[]float64{11.2, 12, 12, 12, 12, 12.8}, 12},
	} {
		t.Run(name, func(t *testing.T) {
			if got := clusterMean(c.values); math.Abs(got-c.want) > 1e-9 {
				t.Errorf("%.6f, want %.6f", got, c.want)
			}
		})
	}
}

// Where two distances alternate by a device's step, their mean may be off by chance,
// the less the more there are. Other distances take no steps.
func TestStepError(t *testing.T) {
	for name, c := range map[string]struct {
		values []float64
		mean   float64
		want   float64
	}{
		"equal parts of four": {repeat(2, 10.5, 11.25), 10.875, .75 * .5 * 2 / 2},
		"equal parts of 100":  {repeat(50, 10.5, 11.25), 10.875, .75 * .5 * 2 / 10},
		"all the same":        {repeat(20, 12), 12, 0},
		"a printer's driver":  {repeat(20, 11.88, 12), 11.94, 0},
		"a few":               {append(repeat(18, 12), 11.25, 11.25), 11.925, 0},
		"paragraphs apart":    {repeat(20, 10.4, 12), 11.2, 0},
	} {
		if got := stepError(c.values, c.mean); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %.6f, want %.6f", name, got, c.want)
		}
	}
}

// In whatever order the values come, the mean is the same and lies among them.
func TestClusterMeanOfAnyValues(t *testing.T) {
	r := rand.New(rand.NewPCG(1843, 12))
	for range 300 {
		values := make([]float64, 1+r.IntN(60))
		lo, hi := math.Inf(1), math.Inf(-1)
		for i := range values {
			values[i] = 8 + 8*r.Float64()
			lo, hi = math.Min(lo, values[i]), math.Max(hi, values[i])
		}
		first := clusterMean(append([]float64{}, values...))
		r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		if again := clusterMean(values); again != first || first < lo || first > hi {
			t.Fatalf("%.6f, then %.6f, among values from %.3f to %.3f", first, again, lo, hi)
		}
	}
}
