package profile

import (
	"strings"
	"testing"
)

// The start holds the lines of every key that has some, and is a profile.
func TestStartIsAProfile(t *testing.T) {
	parse(t, Start())
	for _, p := range language() {
		if !strings.Contains(Start(), p.start) {
			t.Errorf("the start does not hold the lines of %s", p.word)
		}
		if p.start != "" && !strings.HasPrefix(strings.TrimPrefix(p.start, "# "), p.word+":") {
			t.Errorf("the lines of %s in the start begin otherwise: %q", p.word, p.start)
		}
	}
}
