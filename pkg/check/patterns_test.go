package check

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// TestPatternsHaveTheirWords: no pattern can match without one of the words that it
// is said to have, without which it is not tried.
func TestPatternsHaveTheirWords(t *testing.T) {
	for _, source := range pattern.Unfounded() {
		t.Errorf("this matches without its words: %s", source)
	}
}
