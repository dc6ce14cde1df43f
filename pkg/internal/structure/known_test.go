package structure

import "testing"

func TestKnownLetters(t *testing.T) {
	for s, want := range map[string]int{
		"References": 10, "R EFERENCES": 10, "A Appendix": 9, "IV. Bibliography": 14, "Abstract. We show": 8, "7 Introduction": 12,
		"Acknowledgments": 10, "References [1] A. Lovelace": 10, "Our Results": 0, "3.1 Methods": 0, "": 0,
	} {
		if got := KnownLetters(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}
