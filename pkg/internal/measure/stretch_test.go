package measure

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// The limits of OpML: 10 points less the tolerance, a third of nine inches.
const smallBelow, stretchDepth = 9.9, 216

// smallLines sets n lines of 8.5 on 10.5 from a row of a column on.
func smallLines(x float64, row, n int) string {
	return setIn("F1", 8.5, 10.5, x, at(row), prose(60, n)...)
}

// body sets n lines of 10 on 12 from a row of a column on.
func body(x float64, row, n int) string { return set(x, at(row), prose(row, n)...) }

// Running text set small is found where it is as deep as a third of the block.
func TestSmallStretches(t *testing.T) {
	right := body(rightColumn, 0, deep)
	caption := setIn("F1", 8.5, 10.5, leftColumn, at(20)+4, "Figure 1: All of the cards", "of the loom")
	figure := "60 400 m 60 460 l 280 460 l 280 400 l h S 70 410 m 270 450 l S\n" // rows 21 to 26
	list := func() string {
		var out strings.Builder
		for i := range 26 {
			out.WriteString(setIn("F1", 8.5, 0, leftColumn, at(10)-10.5*float64(i), "\x95  "+prose(60+i, 1)[0]))
		}
		return out.String()
	}
	for name, c := range map[string]struct {
		page string
		want []int // lines of each stretch
	}{
		"nothing small":              {columnsOf(0), nil},
		"half a column":              {body(leftColumn, 0, 24) + smallLines(leftColumn, 25, 27) + right, []int{27}},
		"just deep enough":           {body(leftColumn, 0, 24) + smallLines(leftColumn, 25, 21) + right, []int{21}}, // 20 · 10.5 + 10.2 = 220.2
		"not deep enough":            {body(leftColumn, 0, 24) + smallLines(leftColumn, 25, 20) + right, nil},
		"five lines":                 {body(leftColumn, 0, 24) + smallLines(leftColumn, 25, 5) + right, nil},
		"verses, never full":         {body(leftColumn, 0, 24) + setIn("F1", 8.5, 10.5, leftColumn, at(25), verses(27)...) + right, nil},
		"on top of the page":         {smallLines(leftColumn, 0, 27) + body(leftColumn, 25, 29) + right, []int{27}},
		"both columns":               {body(leftColumn, 0, 24) + smallLines(leftColumn, 25, 27) + body(rightColumn, 0, 24) + smallLines(rightColumn, 25, 27), []int{27, 27}},
		"a third in two columns":     {body(leftColumn, 0, 40) + smallLines(leftColumn, 41, 14) + smallLines(rightColumn, 0, 14) + body(rightColumn, 14, 40), nil},
		"around a figure":            {smallLines(leftColumn, 0, 17) + caption + figure + smallLines(leftColumn, 28, 17) + body(leftColumn, 43, 11) + right, []int{34}},
		"with a heading":             {smallLines(leftColumn, 0, 14) + setIn("F2", 12, 12, leftColumn, at(14), "2 Looms") + smallLines(leftColumn, 16, 14) + body(leftColumn, 30, 24) + right, []int{28}},
		"parted by full lines":       {smallLines(leftColumn, 0, 16) + body(leftColumn, 15, 2) + smallLines(leftColumn, 18, 16) + body(leftColumn, 33, 20) + right, nil},
		"parted by a short line":     {smallLines(leftColumn, 0, 16) + set(leftColumn, at(15), "and then") + smallLines(leftColumn, 16, 16) + body(leftColumn, 33, 20) + right, []int{32}},
		"a list":                     {body(leftColumn, 0, 8) + list() + body(leftColumn, 34, 20) + right, []int{26}},
		"acknowledgments":            {body(leftColumn, 0, 20) + setIn("F2", 10, 12, leftColumn, at(22), "Acknowledgments") + smallLines(leftColumn, 24, 27) + right, []int{27}},
		"paragraphs with short ends": {smallParagraphs(leftColumn, 5) + body(leftColumn, 36, 18) + right, []int{30}},
		"code":                       {body(leftColumn, 0, 20) + setIn("F4", 8, 9, leftColumn, at(22), slices.Repeat([]string{"weave(card) until all cards are woven"}, 35)...) + right, nil},
		"a table":                    {body(leftColumn, 0, 20) + smallTable(22, 35) + right, nil},
		"references":                 {body(leftColumn, 0, 20) + setIn("F2", 12, 12, leftColumn, at(22), "References") + setIn("F1", 8.5, 10.5, leftColumn, at(24), entries(10)...) + right, nil},
	} {
		t.Run(name, func(t *testing.T) {
			f := facts(t, columnsOf(2), c.page)
			var got []int
			for _, s := range f.SmallStretches(smallBelow, stretchDepth) {
				got = append(got, s.Lines)
				if s.Page != 2 || math.Abs(s.Size-8.5) > exact {
					t.Errorf("on page %d at %.3f points", s.Page, s.Size)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("stretches of %v lines, want %v", got, c.want)
			}
		})
	}
}

// An abstract may be small, however long; the text after it may not.
func TestSmallAbstract(t *testing.T) {
	head := setIn("F2", 17, 20, 150, 745, "Engines that Weave") + setIn("F2", 10, 12, leftColumn, at(0), "Abstract")
	small := smallLines(leftColumn, 2, 27)
	next := setIn("F2", 12, 12, leftColumn, at(28), "1 Looms") + body(leftColumn, 30, 24) + body(rightColumn, 0, deep)
	if got := facts(t, head+small+next, columnsOf(2)).SmallStretches(smallBelow, stretchDepth); len(got) != 0 {
		t.Errorf("the abstract is a stretch: %+v", got)
	}
	after := setIn("F2", 12, 12, leftColumn, at(6), "1 Looms") + smallLines(leftColumn, 8, 27) + body(leftColumn, 34, 20) + body(rightColumn, 0, deep)
	if got := facts(t, head+smallLines(leftColumn, 2, 3)+after, columnsOf(2)).SmallStretches(smallBelow, stretchDepth); len(got) != 1 || got[0].Lines != 27 {
		t.Errorf("the text after the abstract: %+v", got)
	}
}

// verses returns n lines of little more than half the measure.
func verses(n int) []string {
	out := prose(60, n)
	for i := range out {
		out[i] = out[i][:30]
	}
	return out
}

// smallParagraphs sets n paragraphs of six small lines, the last one short.
func smallParagraphs(x float64, n int) string {
	var out strings.Builder
	y := topLine
	for i := range n {
		lines := prose(60+6*i, 6)
		lines[5] = lines[5][:24]
		out.WriteString(setIn("F1", 8.5, 10.5, x, y, lines...))
		y -= 6*10.5 + 6
	}
	return out.String()
}

// smallTable sets n rows of four cells from a row of the left column on.
func smallTable(row, n int) string {
	var out strings.Builder
	for i := range n {
		for c, word := range []string{"rose", "1204", "31", "12"} {
			out.WriteString(setIn("F1", 8, 0, leftColumn+60*float64(c), at(row)-9*float64(i), word))
		}
	}
	return out.String()
}

// A stretch is as deep as its lines, less the holes that figures leave in it.
func TestDepthOfAStretch(t *testing.T) {
	for name, c := range map[string]struct {
		rows  []float64
		depth float64
	}{
		"one line":      {baselines(300), 10.2},
		"ten lines":     {baselines(300, repeat(9, 10.5)...), 10.2 + 9*10.5},
		"a figure high": {baselines(300, append(repeat(4, 10.5), append([]float64{150}, repeat(4, 10.5)...)...)...), 10.2 + 8*10.5 + 2.5*8.5},
	} {
		p := &Page{Number: 1, Columns: 1}
		for _, y := range c.rows {
			p.Lines = append(p.Lines, Line{Baseline: 792 - y, Size: 8.5, Running: true, Full: true})
		}
		f := &Facts{Pages: []Page{*p}}
		got := f.SmallStretches(smallBelow, 1)
		if len(got) != 1 || math.Abs(got[0].Depth-c.depth) > 1e-9 || got[0].Lines != len(c.rows) {
			t.Errorf("%s: %+v, want one %.2f deep", name, got, c.depth)
		}
	}
}

// Small type that is no running text.
func TestSmallFloats(t *testing.T) {
	around := func(s string) string {
		return body(leftColumn, 0, 18) + s + body(leftColumn, 46, 8) + body(rightColumn, 0, deep)
	}
	t.Run("an algorithm in roman type", func(t *testing.T) {
		lines := []string{"Data: a set of cards and a loom with all its threads in place"}
		for range 6 {
			lines = append(lines, "while there are cards left do", "    take the next card from the heap", "    lift the threads that it names", "end")
		}
		page := around(setIn("F1", 9, 11, leftColumn+10, at(20), lines...) + setIn("F2", 9, 0, leftColumn, at(20)-25*11-6, "Algorithm 1: Weaving"))
		if got := facts(t, columnsOf(2), page).SmallStretches(smallBelow, stretchDepth); len(got) != 0 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a table of two columns", func(t *testing.T) {
		rules := "54 485 240 0.5 re f 54 195 240 0.5 re f\n"
		var rows strings.Builder
		for i := range 26 {
			y := at(20) - 10.5*float64(i)
			rows.WriteString(setIn("F1", 8.5, 0, leftColumn, y, "weaver") + setIn("F1", 8.5, 0, leftColumn+60, y, prose(60+i, 1)[0][:36]))
		}
		if got := facts(t, columnsOf(2), around(rules+rows.String())).SmallStretches(smallBelow, stretchDepth); len(got) != 0 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("a procedure in a frame of four rules, its name in larger type", func(t *testing.T) {
		level := "54 490 240 0.5 re f 54 185 240 0.5 re f\n"
		sides := "54 185 0.5 305 re f 293.5 185 0.5 305 re f\n"
		inside := setIn("F2", 12, 0, leftColumn+80, 476, "Weave a carpet") + setIn("F1", 8.5, 10.5, leftColumn+4, 458, prose(60, 26)...)
		if got := facts(t, columnsOf(2), around(level+sides+inside)).SmallStretches(smallBelow, stretchDepth); len(got) != 0 {
			t.Errorf("%+v", got)
		}
		if got := facts(t, columnsOf(2), around(level+inside)).SmallStretches(smallBelow, stretchDepth); len(got) != 1 {
			t.Errorf("without its sides: %+v, want one", got)
		}
	})
}
