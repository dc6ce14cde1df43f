package layout

import "testing"

// opening returns a first page: a title, n lines of text in a size, a heading if
// asked for, and text of ten points.
func opening(n int, size float64, heading bool) (*Layout, *Page) {
	add := func(p *Page, role Role, size float64) {
		p.Lines = append(p.Lines, &Line{Role: role, Chars: 40, Style: Style{Size: size}, Text: "text"})
	}
	p := &Page{Number: 1}
	add(p, Title, 14)
	for range n {
		add(p, Body, size)
	}
	if heading {
		add(p, Heading, 12)
	}
	add(p, Body, 10)
	return &Layout{Pages: []*Page{p}, Body: Style{Size: 10}}, p
}

// Small text between title and first heading is an abstract, if it is as short
// as one; small text that no heading ends is not.
func TestAbstractWithoutItsWord(t *testing.T) {
	for name, c := range map[string]struct {
		lines   int
		size    float64
		heading bool
		want    bool
	}{
		"an abstract":      {20, 9, true, true},
		"in the body size": {20, 10, true, false},
		"half a page":      {40, 9, true, false},
		"without heading":  {20, 9, false, false},
		"nothing between":  {0, 9, true, false},
	} {
		l, p := opening(c.lines, c.size, c.heading)
		if got := l.opensSmall(p); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// What follows a listing's caption in small type is code, up to text of the
// body's size.
func TestListingInAnyFont(t *testing.T) {
	l := &Layout{Body: Style{Size: 10}, Leading: 12}
	p := &Page{}
	add := func(role Role, size, baseline float64, text string) {
		p.Lines = append(p.Lines, &Line{Role: role, Style: Style{Size: size}, Baseline: baseline, Text: text, Block: len(p.Lines)})
	}
	add(Caption, 10, 100, "Listing 1: Set-up.")
	add(Body, 8, 112, "int a;")
	add(Body, 8, 121, "int b;")
	add(Body, 10, 150, "The text goes on.")
	add(Body, 8, 170, "small text that is no listing")
	add(Caption, 9, 300, "Figure 2: A plot.")
	add(Body, 8, 312, "small text below a figure")
	l.markListings(p)
	want := []Role{Caption, Code, Code, Body, Body, Caption, Body}
	for i, line := range p.Lines {
		if line.Role != want[i] {
			t.Errorf("%q is %s, want %s", line.Text, line.Role, want[i])
		}
	}
}
