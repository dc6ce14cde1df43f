package measure

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// What is claimed of the paper itself is what one regular expression would find, which
// takes too long to compile.
func TestSelfNoticeIsItsRegularExpression(t *testing.T) {
	whole := regexp.MustCompile(`(?i)\b(?:this|the|our) (?:paper|document|submission|manuscript|draft|report)\b[^.]{0,80}\b(?:confidential|proprietary|non-?\s?disclosure|nda)\b|\bconfidentiality notice\b|\bconfidential and proprietary\b`)
	words := []string{
		"this paper", "The Report", "our", "draft", "submission", "papers", "confidential", "CONFIDENTIAL", "confidentiality notice", "Confidential and proprietary",
		"non-disclosure", "nondisclosure", "non- disclosure", "nda", "agenda", "proprietary", "under", "is", "ſecret", "an analytical engine that weaves", "Jacquard’s looms", "weaving.", "."}
	source, found := rand.New(rand.NewPCG(1, 2)), 0
	for range 20_000 {
		var text strings.Builder
		for range 1 + source.IntN(16) {
			text.WriteString(words[source.IntN(len(words))] + " ")
		}
		got, want := selfNotice(text.String()), whole.FindString(text.String())
		if got != want {
			t.Fatalf("of %q it tells %q, want %q", text.String(), got, want)
		}
		if want != "" {
			found++
		}
	}
	if found < 5_000 || found > 19_000 {
		t.Errorf("%d of 20,000 texts have a notice: too few have, or have not", found)
	}
}
