package rules

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// TestEveryRuleIsDocumented: nothing that explain shows is missing, and every
// word that stands for the profile is known.
func TestEveryRuleIsDocumented(t *testing.T) {
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range All() {
		doc := rule.Document(p)
		texts := map[string]string{
			"Title": doc.Title, "Why": doc.Why, "Doc": doc.Measured,
		}
		for name, guide := range guidesOf(doc) {
			texts["Guides."+name] = guide.Text
			if all := guide.Text + guide.Code; strings.ContainsAny(all, "«»") {
				t.Errorf("%s: the guide for %s holds a word that stands for nothing: %s", rule.ID, name, all)
			}
		}
		for name, text := range texts {
			if text == "" {
				t.Errorf("%s: %s is empty", rule.ID, name)
			}
		}
		for _, source := range rule.By {
			if source.Name == "" || !strings.HasPrefix(source.URL, "https://") {
				t.Errorf("%s: %+v is no source", rule.ID, source)
			}
		}
	}
}

// guidesOf returns the guides of a rule by the names of their fields.
func guidesOf(doc report.RuleDoc) map[string]report.Guide {
	out := map[string]report.Guide{}
	guides := reflect.ValueOf(doc.Fix)
	for i := range guides.NumField() {
		out[guides.Type().Field(i).Name] = guides.Field(i).Interface().(report.Guide)
	}
	return out
}

// TestDocumentFollowsTheProfile: limits and code are those of the profile asked
// for, not of the default.
func TestDocumentFollowsTheProfile(t *testing.T) {
	p, err := profile.Parse("test.yaml", []byte(`title: Test
source: https://example.org
paper: a4
block: 16cm x 24cm
body_size: 9pt
leading: 10pt
columns: 1
tolerance: {block: 1mm, body_size: 0.2pt}
rules: {text-block: error, body-font-size: warning, page-size: error, leading: error, columns: error}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ rule, want, code string }{
		{"page-size", "[8.2677 11.6929] in ±0.0278", `\documentclass[a4paper,`},
		{"text-block", "[6.2992 9.4488] in ±0.0394", "textwidth=6.299in,textheight=9.449in"},
		{"body-font-size", "9 pt ±0.2", `\documentclass[a4paper,9pt,twocolumn]{extarticle}`},
		{"columns", "1  ±0", "onecolumn"},
		{"page-limit", "<nil>  ±0", ""},
	} {
		rule, _ := Find(test.rule)
		book := report.RuleBook{Rules: []report.RuleDoc{rule.Document(p)}}
		doc := book.ForWriting().Rules[0]
		if got := fmt.Sprintf("%v %s ±%v", doc.Want, doc.Unit, doc.Tolerance); got != test.want {
			t.Errorf("%s asks %s, want %s", test.rule, got, test.want)
		}
		if !strings.Contains(doc.Fix.LaTeX.Code, test.code) {
			t.Errorf("%s: the code does not hold %s:\n%s", test.rule, test.code, doc.Fix.LaTeX.Code)
		}
	}
}

// What the documentation says a profile requires is what it requires.
func TestDocumentSaysWhatTheProfileRequires(t *testing.T) {
	p, err := profile.Parse("mine", []byte(`title: T
pages: [{most: 1, only: references}, {most: 15, warn: 12, except: nothing}]
words: {warn: 900, most: 10000}
numbering: required
line_numbers: required
rules: {page-limit: error, word-limit: error, page-numbers: error, line-numbers: error}
`))
	if err != nil {
		t.Fatal(profile.Mistakes(err))
	}
	for id, want := range map[string][2]any{
		"page-limit":   {"pages of content", "at most 1 page of references, at most 15 pages in all (a warning above 12)"},
		"word-limit":   {"words, references not counted", "at most 10000 words (a warning above 900)"},
		"page-numbers": {"pages are numbered", nil},
		"line-numbers": {"line numbers in the margin", nil},
	} {
		rule, _ := Find(id)
		if doc := rule.Document(p); doc.Title != want[0] || doc.Want != want[1] {
			t.Errorf("%s: %q, %v; want %q", id, doc.Title, doc.Want, want)
		}
	}
}
