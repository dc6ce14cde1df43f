package lexicon

import (
	"strings"
	"unicode"
)

// Pairs of letters tell words from names in any order: the most frequent forty of
// English are two fifths of all pairs in a text of any European language that is
// near to it, and a twentieth of pairs by chance.
const (
	frequentPairs = "th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur me"
	minPairs      = 0.2
)

// IsLanguage reports whether a text has the pairs of letters of a language.
func IsLanguage(s string) bool {
	all, frequent := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		w = Letters(w)
		for i := 0; i+2 <= len(w); i++ {
			all++
			if strings.Contains(frequentPairs, w[i:i+2]) {
				frequent++
			}
		}
	}
	return all > 0 && float64(frequent) >= minPairs*float64(all)
}
