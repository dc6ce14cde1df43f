package report

import (
	"slices"
	"testing"
)

func TestFixForAProgram(t *testing.T) {
	each := &Fix{LaTeX: "a", Word: "b", LibreOffice: "c", Typst: "d"}
	same := &Fix{LaTeX: "a", Word: "a", LibreOffice: "a", Typst: "a"}
	for _, test := range []struct {
		name string
		got  []FixLine
		want []FixLine
	}{
		{"LaTeX", each.For(LaTeX), []FixLine{{"", "a"}}},
		{"Word", each.For(Word), []FixLine{{"", "b"}}},
		{"LibreOffice", each.For(LibreOffice), []FixLine{{"", "c"}}},
		{"Typst", each.For(Typst), []FixLine{{"", "d"}}},
		{"unknown", each.For(""), []FixLine{{"LaTeX", "a"}, {"Word processor", "b"}}},
		{"unknown, all the same", same.For(""), []FixLine{{"", "a"}}},
		{"all", each.All(), []FixLine{{"LaTeX", "a"}, {"Word", "b"}, {"LibreOffice", "c"}, {"Typst", "d"}}},
		{"all the same", same.All(), []FixLine{{"", "a"}}},
		{"neighbours the same", (&Fix{LaTeX: "a", Word: "b", LibreOffice: "b", Typst: "d"}).All(), []FixLine{{"LaTeX", "a"}, {"Word, LibreOffice", "b"}, {"Typst", "d"}}},
		{"only LaTeX", (&Fix{LaTeX: "a"}).All(), []FixLine{{"LaTeX", "a"}}},
		{"none", (*Fix)(nil).For(LaTeX), nil},
		{"none at all", (*Fix)(nil).All(), nil},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
}
