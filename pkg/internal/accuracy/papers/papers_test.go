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
	seen := map[string]bool{}
	const seeds = 900
	for seed := range uint64(seeds) {
		p := Draw(seed)
		seen[p.Template] = true
		seen[p.Engine] = true
		for _, trait := range p.Traits {
			seen[trait] = true
		}
		if main, ok := p.Files["main.tex"]; ok {
			checkBraces(t, p, string(main))
		}
	}
	want := []string{"slides", "poster", "no references", "no body", "frame", "drop cap", "pdflatex", "xelatex", "lualatex", "language: " + chinese.name}
	for _, t := range templates {
		want = append(want, t.name)
	}
	for _, m := range otherMakers {
		want = append(want, m.name)
	}
	for _, l := range foreign {
		want = append(want, "language: "+l.name)
	}
	for _, f := range furniture {
		want = append(want, "furniture: "+f.name)
	}
	for _, name := range want {
		if !seen[name] {
			t.Errorf("none of %d papers has %q", seeds, name)
		}
	}
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
