package measure

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// running returns lines of running text of the given sizes, one below the other.
func running(sizes ...float64) Page {
	p := Page{Number: 1}
	for i, size := range sizes {
		p.Lines = append(p.Lines, Line{Box: geom.Rect{Y0: float64(i), X1: 1, Y1: float64(i) + 1}, Size: size, Chars: 50, Running: true, Full: true})
	}
	return p
}

// repeated returns n times the sizes.
func repeatedSizes(n int, sizes ...float64) []float64 {
	var out []float64
	for range n {
		out = append(out, sizes...)
	}
	return out
}

// Small type counts in runs of three lines, or as a quarter of the characters.
func TestScatteredSmall(t *testing.T) {
	for name, c := range map[string]struct {
		page Page
		want bool
	}{
		"every second paragraph": {running(repeatedSizes(8, 10, 10, 10, 9, 9, 9)...), true},
		"pairs of small lines":   {running(repeatedSizes(8, 10, 10, 10, 10, 10, 10, 10, 9, 9)...), false},
		"a short small passage":  {running(append(repeatedSizes(60, 10), 9, 9, 9, 9)...), false},
		"every third line":       {running(repeatedSizes(20, 10, 10, 9)...), true},
		"too little text":        {running(repeatedSizes(5, 10, 10, 10, 9, 9, 9)...), false},
	} {
		f := &Facts{Pages: []Page{c.page}}
		if _, ok := f.ScatteredSmall(9.9); ok != c.want {
			t.Errorf("%s: %v, want %v", name, ok, c.want)
		}
	}
}

// Words of another size within lines count; indices were left out before.
func TestScatteredWords(t *testing.T) {
	p := running(repeatedSizes(50, 10)...)
	f := &Facts{Pages: []Page{p}}
	if _, ok := f.ScatteredSmall(9.9); ok {
		t.Fatal("all lines are large")
	}
	for i := range p.Lines {
		p.Lines[i].Parts = []Part{{9, 20}}
	}
	if s, ok := f.ScatteredSmall(9.9); !ok || !s.Chars {
		t.Errorf("%+v, %v: two fifths of the characters are small", s, ok)
	}
}

// Prose in a table goes on in the next column.
func TestGuisedStretches(t *testing.T) {
	p := Page{Number: 1, Size: geom.Point{X: 612, Y: 792}, Columns: 2}
	add := func(column int, from float64, n int) {
		for i := range n {
			y := from + 10*float64(i)
			p.Guised = append(p.Guised, Line{Box: geom.Rect{Y0: y - 7, X1: 1, Y1: y}, Baseline: y, Size: 8, Column: column, Full: true})
		}
	}
	add(0, 600, 13)
	add(1, 80, 13)
	f := &Facts{Pages: []Page{p}}
	if got := f.SmallStretches(9.9, 216); len(got) != 1 || got[0].Lines != 26 {
		t.Errorf("%+v, want one stretch of 26 lines", got)
	}
	f.Pages[0].Guised = p.Guised[:13]
	if got := f.SmallStretches(9.9, 216); len(got) != 0 {
		t.Errorf("%+v: half a stretch", got)
	}
}
