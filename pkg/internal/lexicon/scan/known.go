package scan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// KnownWords returns, in small letters, the words that evidence is read from wherever
// they stand in a line.
func KnownWords() []string {
	out := slices.Concat(lexicon.FunctionWords, lexicon.OwnWords, lexicon.CaptionWords)
	for _, phrase := range lexicon.Venues {
		p := Of(strings.ToLower(phrase))
		for i := range p.tokens {
			if p.tokens[i].kind == word {
				out = append(out, p.word(i))
			}
		}
	}
	return out
}

// KnownLetters returns how many of the letters that a line begins with are read
// to tell what the line is: its number, and the word that names a part of the
// paper ("A Appendix", "REFERENCES", "Abstract—"). It is 0 where none is.
func KnownLetters(s string) int {
	title := lexicon.Unnumbered(s)
	numbered := runes(lexicon.Letters(s)) - runes(lexicon.Letters(title))
	for _, c := range []struct {
		text  string
		first int // letters of the number before text
	}{{s, 0}, {title, numbered}} {
		t := lexicon.Letters(c.text)
		if slices.Contains(lexicon.References, t) || slices.Contains(lexicon.Abstract, t) || slices.Contains(lexicon.Opening, t) {
			return c.first + runes(t)
		}
		for _, words := range [][]string{lexicon.Appendix, lexicon.Acknowledgments, lexicon.Closing, lexicon.Keywords, lexicon.OwnCitation} {
			for _, w := range words {
				if strings.HasPrefix(t, w) {
					return c.first + runes(w)
				}
			}
		}
		longest := 0 // "resume" is a word, and so is "resumen"
		for _, w := range lexicon.Abstract {
			if strings.HasPrefix(t, w) {
				longest = max(longest, runes(w))
			}
		}
		if longest > 0 {
			return c.first + longest
		}
	}
	if sc := (&Text{text: s}); sc.RunsInReferences() {
		return runes(lexicon.Letters(s[:strings.IndexAny(s, ":.—–[")]))
	}
	return 0
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// CaptionDigits returns where a caption's number ends.
func CaptionDigits(s string) int {
	end := 0
	for end < len(s) && !unicode.IsDigit(rune(s[end])) {
		end++
	}
	for end < len(s) && (s[end] == '.' || unicode.IsDigit(rune(s[end]))) {
		end++
	}
	return end
}

// KnownDigits returns where the digits end, in bytes, of the mark that a text begins
// with; 0 where it has none.
func KnownDigits(text string) int {
	s := &Text{text, tokenize(text, nil)}
	if kind, _ := s.Mark(); kind == BracketMark || kind == NumberMark || kind == BareNumber {
		for _, t := range s.tokens {
			if t.kind == number {
				return int(t.end)
			}
		}
	}
	return 0
}
