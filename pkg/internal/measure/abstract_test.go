package measure

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// The words and characters of an abstract are counted without its heading, and a
// hyphenated word once.
func TestAbstract(t *testing.T) {
	for _, c := range []struct {
		name              string
		lines             []string
		words, characters float64
	}{
		{"with its heading", []string{"A B S T R A C T", "We count", "words."}, 3, 15},
		{"that runs in", []string{"Abstract—We count", "words."}, 3, 15},
		{"in German", []string{"Zusammenfassung", "Wir zählen", "Wörter."}, 3, 18},
		{"that runs in, in German", []string{"Zusammenfassung: Wir zählen", "Wörter."}, 3, 18},
		{"that is its first word", []string{"Abstract interpretation counts."}, 3, 31},
		{"that is a word of it", []string{"Abstractions count."}, 2, 19},
		{"with a hyphen", []string{"We mea-", "sure  them."}, 3, 16},
	} {
		l := &structure.Structure{}
		page := &structure.Page{Page: &layout.Page{Number: 1}}
		for i, text := range c.lines {
			page.Lines = append(page.Lines, &structure.Line{Line: &layout.Line{Page: 1, Text: text, Box: geom.Rect{X1: 1, Y1: 1}}, Block: i, Role: structure.Abstract})
		}
		l.Pages = []*structure.Page{page}
		if a := abstract(l, Unread{}); a.Words.Value != c.words || a.Characters.Value != c.characters {
			t.Errorf("%s: %v words, %v characters, want %v and %v", c.name, a.Words.Value, a.Characters.Value, c.words, c.characters)
		}
	}
	below := []*structure.Line{
		{Line: &layout.Line{Page: 1, Text: "Abstract"}, Role: structure.Heading}, {Line: &layout.Line{Page: 1, Text: "We count words."}, Role: structure.Body},
		{Line: &layout.Line{Page: 1, Text: "1 Introduction"}, Role: structure.Heading}, {Line: &layout.Line{Page: 1, Text: "Papers are long."}, Role: structure.Body},
	}
	if a := abstract(&structure.Structure{Pages: []*structure.Page{{Page: &layout.Page{Number: 1}, Lines: below}}}, Unread{}); a.Words.Value != 3 {
		t.Errorf("below its heading: %v words, want 3", a.Words.Value)
	}
	if a := abstract(&structure.Structure{Pages: []*structure.Page{{Page: &layout.Page{Number: 1}}}}, Unread{}); a.Words.Known {
		t.Error("a paper without an abstract has one")
	}
}
