package papers

import (
	"reflect"
	"strings"
	"testing"
)

func TestSameSeedSamePaper(t *testing.T) {
	for seed := range uint64(60) {
		if !reflect.DeepEqual(Draw(seed), Draw(seed)) {
			t.Errorf("seed %d gives two papers", seed)
		}
	}
	if reflect.DeepEqual(Draw(1).Files, Draw(2).Files) {
		t.Error("two seeds give one paper")
	}
}

// Every template, maker and language is drawn, and no source has a brace too many.
func TestEveryKindIsDrawn(t *testing.T) {
	missing := map[string]bool{}
	for _, name := range kinds() {
		missing[name] = true
	}
	const least, most = 300, 900 // papers
	for seed := uint64(0); seed < least || seed < most && len(missing) > 0; seed++ {
		p := Draw(seed)
		for _, name := range append([]string{p.Template, p.Engine}, p.Traits...) {
			delete(missing, name)
		}
		if main, ok := p.Files["main.tex"]; ok {
			checkBraces(t, p, string(main))
		}
	}
	for name := range missing {
		t.Errorf("none of %d papers has %q", most, name)
	}
}

// kinds returns what papers are of or have.
func kinds() []string {
	all := []string{"slides", "poster", "no references", "no body", "frame", "drop cap", "pdflatex", "xelatex", "lualatex", "language: " + chinese.name}
	for _, t := range templates {
		all = append(all, t.name)
	}
	for _, m := range otherMakers {
		all = append(all, m.name)
	}
	for _, l := range foreign {
		all = append(all, "language: "+l.name)
	}
	for _, f := range furniture {
		all = append(all, "furniture: "+f.name)
	}
	return all
}

// checkBraces counts braces, those of code and escaped ones aside.
func checkBraces(t *testing.T, p Paper, source string) {
	t.Helper()
	depth := 0
	for i, r := range source {
		switch {
		case i > 0 && source[i-1] == '\\':
		case r == '{':
			depth++
		case r == '}':
			depth--
		}
		if depth < 0 {
			t.Fatalf("seed %d, %s: a brace is closed that was not opened: …%s", p.Seed, p.Template, source[max(0, i-80):i+1])
		}
	}
	if depth != 0 {
		t.Errorf("seed %d, %s: %d braces stay open", p.Seed, p.Template, depth)
	}
}

// inFormula reports whether a word is a piece of one of the formulas.
func inFormula(word string) bool {
	for _, f := range formulas {
		if strings.Contains(f, word) {
			return true
		}
	}
	return false
}

// Each word of prose has a mark of its own.
func TestProseIsMarked(t *testing.T) {
	d := &draft{source: newSource(3), language: english, template: &template{}, citing: .5, cite: citeNumbers}
	for range 200 {
		for _, word := range strings.Fields(d.prose(markBody, 3)) {
			if !strings.Contains(word, `\pfB{}`) && !inFormula(word) {
				t.Fatalf("the word %q has no mark", word)
			}
		}
	}
}
