package profile

import (
	"slices"
	"strings"
	"testing"
)

// sensible is a profile of the limits that chairs set most, without a mistake.
const sensible = `title: T
paper: letter
pages: 12
block: 7in x 9in
margins: 1in 0.75in
body_size: 10pt
leading: 12pt
columns: 2
gutter: 0.33in
numbering: required
rules:
  page-size: error
  page-limit: error
  text-block: error
  margins: error
  body-font-size: error
  leading: error
  columns: error
  gutter: error
  page-numbers: error
`

// Slips that chairs make are refused, each at the word that is wrong.
func TestSlips(t *testing.T) {
	change := func(old, with string) string {
		if !strings.Contains(sensible, old) {
			t.Fatalf("%q is not in the profile", old)
		}
		return strings.Replace(sensible, old, with, 1)
	}
	parse(t, sensible)
	for _, test := range []struct{ name, text, want string }{
		{"rule without its limit", change("numbering: required\n", ""), `line 19, column 3: rule page-numbers has no limit; add "numbering: …"`},
		{"part required and forbidden", change("rules:\n", "require: ethics\nforbid: [ethics, appendices]\nrules:\n  required-sections: error\n  forbidden-sections: error\n"), "line 12, column 1: ethics is required and forbidden"},
		{"large tolerance", change("10pt", "{min: 10pt, tolerance: 5pt}"), "line 6, column 1: a tolerance of 5pt is more than a tenth of body_size"},
		{"block beyond the margins", change("7in x 9in", "7.5in x 9in"), "line 4, column 1: the margins leave less room than the block 540pt x 9in"},
		{"block in centimetres", change("7in x 9in", "7cm x 9cm"), "line 4, column 1: the block 7cm x 9cm covers less than half of the paper"},
		{"gutter of one column", change("columns: 2", "columns: 1"), "line 9, column 1: a single column has no gutter"},
		{"leading under the type", change("leading: 12pt", "leading: 9pt"), "line 7, column 1: leading 9pt is less than the type size 10pt"},
		{"dots within a heading", change("rules:\n", "sections: {demos: [\"Demos…and Posters\"]}\nrules:\n"), `line 11, column 20: demos: heading "Demos…and Posters" never matches`},
		{"three dots", change("rules:\n", "sections: {demos: [Posters, \"Demos...\"]}\nrules:\n"), `line 11, column 29: demos: heading "Demos..." never matches; write “…”`},
		{"meaningless limit", change("pages: 12", "pages: [14, {most: 12, except: nothing}]"), "line 3, column 1: pages: a limit of 14 has no effect beside 12 in all"},
		{"title with a colon", change("title: T", "title: HotPaper: the workshop"), `line 1, column 16: a value with a colon needs quotation marks: title: "HotPaper: the workshop"`},
		{"tab", change("  page-limit", "\tpage-limit"), "line 13, column 1: tab in the indentation; indent with spaces"},
		{"no space after the colon", change("page-size: error", "page-size:error"), `line 12, column 13: no space after the colon; write "page-size: error"`},
		{"dedented rule", change("  margins: error\n", " margins: error\n"), "line 15, column 2: indented by 1 spaces, the lines above by 2"},
		{"rule at the margin", change("  page-limit: error\n", "page-limit: error\n"), `line 13, column 1: page-limit is a rule; indent it below "rules:"`},
		{"rule that is a key at the margin", change("  page-numbers: error\n", "columns: error\n"), `line 20, column 1: duplicate key "columns"`},
		{"key that is a rule at the margin", "title: T\nrules:\ncolumns: error\n", `line 3, column 1: columns is a rule; indent it below "rules:"`},
		{"all rules at the margin", "title: T\nrules:\npage-size: error\n", `line 3, column 1: page-size is a rule; indent it below "rules:"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("mine", []byte(test.text))
			if err == nil {
				t.Fatal("it is accepted")
			}
			if !strings.Contains(said(err), test.want) {
				t.Errorf("the error is\n%s\nwant in it\n%s", said(err), test.want)
			}
		})
	}
}

// Every mistake is reported at once, in the order of the text, each once.
func TestAllMistakesAtOnce(t *testing.T) {
	text := `title: T
sourc: https://hotpaper.example
year: 27
block: 7cm x 9cm
families: [tims, helvetica, arail]
columns: 1
gutter: 0.33in
categories:
  short: {pages: none, colums: 2}
rules:
  text-block: eror
  gutter: warning
  page-numbers: error
`
	_, err := Parse("mine", []byte(text))
	got := Mistakes(err)
	var places []place
	for _, mistake := range got {
		places = append(places, whereIs(mistake))
	}
	want := []place{{2, 1}, {3, 7}, {5, 12}, {5, 29}, {7, 1}, {9, 18}, {9, 24}, {11, 15}, {13, 3}}
	if !slices.Equal(places, want) {
		t.Errorf("the mistakes are\n%s\nwant those at %v", said(err), want)
	}
	if !strings.Contains(err.Error(), `(and 8 more; "paperfit profiles validate" lists them)`) {
		t.Errorf("the error is %v", err)
	}
}
