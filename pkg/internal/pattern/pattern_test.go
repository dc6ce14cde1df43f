package pattern

import (
	"fmt"
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
