package measure

import (
	"fmt"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Marks of work left to do are told from words that look like them.
func TestTodos(t *testing.T) {
	for text, want := range map[string]bool{
		"the second loom [TODO: cite Babbage] wove": true,
		"the second loom (XXX) wove on":             true,
		"TODO: write this section":                  true,
		"TODO write this section on looms":          true,
		"TODO(ada): write this section":             true,
		"FIXME: the numbers are those of last year": true,
		"Todo: say more about the loom that wove":   true,
		"the loom was XXX% faster than by hand":     true,
		"the loom took XX.X % of the yarn that day": true,
		"the loom took X.X% of the yarn that day":   true,
		"a yarn of XXX metres was woven that day":   true,
		"[TBD]":                                true,
		"TODO":                                 true,
		"the loom was 30% faster than by hand": false,
		"what there is to do: weave on until the end":   false,
		"the METHODO: of looms and what they weave":     false,
		"at 10.1145/XXXXXXX.XXXXXXX on the loom":        false,
		"the XXX-Net of the loom and its many weavers":  false,
		"the TBD suite of programs for looms wove on":   false,
		"a TODO comment tells what is left to weave":    false,
		"as in “TODO: weave” and in “FIXME: unravel”":   false,
		"[TODO: weave], one of the TODOs of the loom":   false,
		"(todos of all weavers are few these days)":     false,
		"in the MXXX years since the loom was invented": false,
	} {
		f := facts(t, with(set(leftColumn, at(20), append(prose(60, 3), append([]string{text}, prose(70, 3)...)...)...)))
		if got := len(f.Todos) > 0; got != want {
			t.Errorf("%q: %v (%q)", text, got, texts(f.Todos))
		}
	}
}

// In code, in the reference list and in type of fixed pitch, marks are meant.
func TestTodosInCode(t *testing.T) {
	code := with(setIn("F4", 9, 12, leftColumn, at(20), "// TODO: weave", "weave(loom)", "# FIXME: unravel", "stop(loom)"))
	if f := facts(t, code); len(f.Todos) > 0 {
		t.Errorf("%q", texts(f.Todos))
	}
}

// A note in a box in the margin, beside running text, is one; the parts of a chart
// that reaches into the margin are none.
func TestMarginBoxes(t *testing.T) {
	box := "1 .5 0 rg 6 400 46 40 re f 0 g "
	note := set(8, 430, "Say why") + set(8, 418, "it wove") + set(8, 406, "so long")
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"a box":          {columnsOf(0) + box + note, []string{"Say why it wove so long"}},
		"no box":         {columnsOf(0) + note, nil},
		"one line":       {columnsOf(0) + box + set(8, 418, "it wove"), nil},
		"numbers":        {columnsOf(0) + box + set(8, 430, "1820") + set(8, 418, "1830") + set(8, 406, "1840"), nil},
		"a date in it":   {columnsOf(0) + box + set(8, 430, "Say in 1843") + set(8, 418, "why it wove"), []string{"Say in 1843 why it wove"}},
		"a chart's axis": {columnsOf(0) + box + set(8, 436, "Yarn a day") + set(8, 426, "48.00") + set(8, 416, "46.00") + set(8, 406, "44.00"), nil},
		"no text beside": {set(rightColumn, 300, prose(0, 20)...) + box + note, nil},
	} {
		if got := texts(facts(t, c.page).Todos); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Words in large type across a page are a watermark, turned or upright.
func TestWatermarks(t *testing.T) {
	for text, want := range map[string]bool{
		"DRAFT": true, "Draft v2.1": true, "CONFIDENTIAL": true, "DO NOT DISTRIBUTE": true, "Work in Progress": true,
		"ENGINES": false, "DRAFTING LOOMS": false, "CONFIDENTIAL COMPUTING": false, "2020": false,
	} {
		for way, matrix := range map[string]string{"turned": ".7 .7 -.7 .7 150 200", "upright": "1 0 0 1 130 400"} {
			page := fmt.Sprintf(".8 g BT /F3 48 Tf %s Tm (%s) Tj ET 0 g ", matrix, text) + columnsOf(0)
			if f := facts(t, page); len(f.Watermarks) > 0 != want {
				t.Errorf("%q, %s: %q", text, way, texts(f.Watermarks))
			}
		}
	}
	small := ".8 g " + setIn("F3", 20, 20, 250, 750, "DRAFT") + " 0 g " + columnsOf(0)
	if f := facts(t, small); len(f.Watermarks) > 0 {
		t.Errorf("type of twice the body's size is a watermark: %q", texts(f.Watermarks))
	}
}

// Line numbers are those of a review copy where most pages have them.
func TestNumbering(t *testing.T) {
	numbered := func(page int) string {
		out := columnsOf(page)
		for i := range deep {
			out += pdftest.Text("F3", 6, 36, at(i), fmt.Sprint(page*deep+i+1))
		}
		return out
	}
	for name, c := range map[string]struct {
		pages []string
		want  []int
	}{
		"all pages":         {[]string{numbered(0), numbered(1), numbered(2)}, []int{1, 2, 3}},
		"all but the last":  {[]string{numbered(0), numbered(1), columnsOf(2)}, []int{1, 2}},
		"one page of three": {[]string{columnsOf(0), numbered(1), columnsOf(2)}, nil},
		"no numbers":        {[]string{columnsOf(0)}, nil},
		"one number a page": {[]string{columnsOf(0) + pdftest.Text("F3", 6, 36, at(3), "4")}, nil},
	} {
		if got := facts(t, c.pages...).Numbering; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// The test before the patterns lets every mark pass, and most text not.
func TestMayBeTodo(t *testing.T) {
	for _, text := range []string{"TODO", "a Todo", "ToDo:", "todos", "to-do", "TO-DO", "FIXME", "FiXme", "fixmes", "XX", "xxx", "X.X%", "TBD."} {
		if !mayBeTodo(text) {
			t.Errorf("%q is no mark", text)
		}
	}
	for _, text := range []string{"", "x", "We model the code of a method next to the odd box - do it", "abide by it"} {
		if mayBeTodo(text) {
			t.Errorf("%q may be a mark", text)
		}
	}
}
