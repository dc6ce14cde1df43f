package pattern

import (
	"fmt"
	"slices"
	"testing"
)

func TestPatternIsItsRegularExpression(t *testing.T) {
	p := New(`(\d)(\d)`)
	if !p.MatchString("a12") || p.MatchString("a1") || !p.Match([]byte("12")) {
		t.Error("it matches what it should not, or not what it should")
	}
	got := fmt.Sprint(p.String(), p.FindString("a12 34"), p.FindAllString("12 34", -1), p.FindStringSubmatch("x56"))
	if want := fmt.Sprint(`(\d)(\d)`, "12", []string{"12", "34"}, []string{"56", "5", "6"}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What is never used is never compiled, so that start-up costs nothing.
func TestPatternIsCompiledAtFirstUse(t *testing.T) {
	p := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("a broken pattern was compiled without a word")
		}
	}()
	p.MatchString("")
}

// A text without the words of a pattern is not looked at, in letters of any case,
// also where (?i) knows more of them.
func TestPatternHavingWords(t *testing.T) {
	p := New(`(?i)\b(?:mask|draft)s?\b`).Having("mask", "draft")
	for s, want := range map[string]bool{"a Draft": true, "MASKS": true, "ma\u017fk": true, "mas\u212as": true, "drafty": false, "dra": false, "": false, "no": false} {
		if got := p.MatchString(s); got != want || (p.FindString(s) != "") != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	untouched := New(`(`).Having("word")
	if untouched.MatchString("wor d") || untouched.FindString("WOR") != "" {
		t.Error("it matches where there is no word")
	}
}

// Words that a pattern can do without are found out.
func TestUnfounded(t *testing.T) {
	for source, founded := range map[string]bool{
		`(?i)\bqaword\b|qb(?:x|y)word`: true, `q(?:qaword)?`: false, `qqaword|qb`: false,
		`qq(?:qaword)*`: false, `qqq(?:qaword)+`: true, `q[a-z]+`: false,
	} {
		New(source).Having("word")
		if slices.Contains(Unfounded(), source) == founded {
			t.Errorf("%s: founded %v", source, !founded)
		}
	}
}
