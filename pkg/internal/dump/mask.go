package dump

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/profile"
)

// masker replaces letters and digits by others of their kind. The same text with
// the same key gives the same mask; without the salt no one can try words out.
type masker struct {
	salt    []byte
	words   map[string]bool // that stay readable, in small letters
	numbers map[string]bool // that may stay readable: page numbers
}

// Words returns the words that a dump leaves readable wherever they stand.
// Headings keep a few more: those of scan.KnownLetters.
func Words() []string {
	return slices.Concat(pattern.Words(), profile.HeadingWords(), scan.KnownWords(), []string{lexicon.FormulaSource})
}

func newMasker(salt []byte) *masker {
	m := &masker{salt: salt, words: map[string]bool{}, numbers: map[string]bool{}}
	for _, w := range Words() {
		m.words[w] = true
	}
	return m
}

// kept is what of a run's text stays readable: its first letters, its first
// digits, and the numbers that may.
type kept struct {
	letters, digits int
	numbers         bool
}

// minStem is the least length of a known word that a longer one is read by:
// "Confidentiality" by "confidential".
const minStem = 4

// text masks a run's text. The key parts texts whose equal words must not show
// as equal.
func (m *masker) text(s, key string, k kept) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var out strings.Builder
	out.Grow(len(s))
	known := false // the word before stays readable
	for len(s) > 0 {
		word := span(s, unicode.IsLetter)
		if word != "" {
			masked := m.word(word, key, k.letters, known)
			known = masked == word
			k.letters = max(0, k.letters-utf8.RuneCountInString(word))
			out.WriteString(masked)
			s = s[len(word):]
			continue
		}
		if number := span(s, isDigit); number != "" {
			out.WriteString(m.number(number, key, k))
			k.digits = max(0, k.digits-len(number))
			s = s[len(number):]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		if unicode.Is(unicode.Co, r) { // letters of symbol fonts
			r = 0xE000 + rune(m.stream(string(r), key, 0).next()%0x1800)
		}
		out.WriteRune(r)
		s = s[n:]
	}
	return out.String()
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// span returns the characters that s begins with and that are of a kind.
func span(s string, is func(rune) bool) string {
	for i, r := range s {
		if !is(r) {
			return s[:i]
		}
	}
	return s
}

// maxMaskTries caps the masks that are tried for one word.
const maxMaskTries = 64

// word masks a word except for its first letters, the known word that it is or
// begins with. After a known word capitals keep to those of Roman numbers, or to
// the others: "Table I" is a caption.
func (m *masker) word(word, key string, letters int, afterKnown bool) string {
	lower := strings.ToLower(word)
	if m.words[lower] {
		return word
	}
	stem := m.stem(lower)
	runes := []rune(word)
	first := min(len(runes), max(letters, utf8.RuneCountInString(stem)))
	out := make([]rune, len(runes))
	for try := range maxMaskTries {
		bytes := m.stream(lower, key, uint32(try))
		for i, r := range runes {
			n := bytes.next()
			switch {
			case i < first:
				out[i] = r
			case isRoman(lower), afterKnown && i < 2 && unicode.IsUpper(r) && r <= unicode.MaxASCII:
				out[i] = maskRoman(r, n)
			default:
				out[i] = maskLetter(r, n)
			}
		}
		masked := strings.ToLower(string(out))
		if !m.words[masked] && m.stem(masked) == stem && isRoman(masked) == isRoman(lower) {
			break
		}
	}
	return string(out)
}

// stem returns the longest known word that a word begins with, or "".
func (m *masker) stem(lower string) string {
	for n := len(lower); n >= minStem; n-- {
		if m.words[lower[:n]] {
			return lower[:n]
		}
	}
	return ""
}

// isRoman reports whether a word can be a Roman number.
func isRoman(lower string) bool { return strings.Trim(lower, "ivxlc") == "" }

// The letters that patterns tell from others in Roman numbers.
var romans = []string{"ivx", "lc", "abdefghjkmnopqrstuwyz"}

// maskRoman replaces a letter by one that is as Roman.
func maskRoman(r rune, n uint32) rune {
	lower := unicode.ToLower(r)
	for _, set := range romans {
		if strings.ContainsRune(set, lower) {
			masked := rune(set[n%uint32(len(set))])
			if r != lower {
				masked = unicode.ToUpper(masked)
			}
			return masked
		}
	}
	return maskLetter(r, n)
}

// maskLetter replaces a letter by one of the same case and length in bytes.
func maskLetter(r rune, n uint32) rune {
	pick := func(first, size rune) rune { return first + rune(n)%size }
	n &= 0xFFFFFF
	size := utf8.RuneLen(r)
	switch upper, lower := unicode.IsUpper(r), unicode.IsLower(r); {
	case size == 1 && upper:
		return pick('A', 26)
	case size == 1:
		return pick('a', 26)
	case size == 2 && upper:
		return pick('À', 22) // to Ö
	case size == 2 && lower:
		return pick('à', 22)
	case size == 3 && upper:
		return 0x1E00 + 2*(rune(n)%64)
	case size == 3 && lower:
		return 0x1E01 + 2*(rune(n)%64)
	case size == 4 && upper:
		return pick(0x1D400, 26) // bold
	case size == 4 && lower:
		return pick(0x1D41A, 26)
	case size == 2:
		return pick('א', 27)
	case size == 3:
		return pick(0x4E00, 0x1000)
	}
	return pick(0x20000, 0x1000)
}

// shortNumber is how many digits a number has that stays readable at the top and
// the bottom of pages: chance would make page numbers of masked ones.
const shortNumber = 2

// number masks the digits of a number. A year stays a year.
func (m *masker) number(number, key string, k kept) string {
	if k.numbers && m.numbers[number] || key == "" && len(number) <= shortNumber {
		return number
	}
	first := k.digits
	if isYear(number) {
		first = max(first, 2)
	}
	out := []byte(number)
	for try := range maxMaskTries {
		bytes := m.stream(number, key, uint32(try))
		for i := range out {
			n := bytes.next()
			if i >= first {
				out[i] = byte('0' + n%10)
			}
		}
		if isYear(string(out)) == isYear(number) {
			break
		}
	}
	return string(out)
}

// isYear reports whether a number is one that dates are recognized by.
func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "20" || s[0] == '1' && s[1] >= '6')
}

// stream is a row of numbers that looks random.
type stream struct {
	mac   func(block uint32) [sha256.Size]byte
	block uint32
	bytes []byte
}

// stream returns the numbers that belong to a word.
func (m *masker) stream(word, key string, try uint32) *stream {
	return &stream{mac: func(block uint32) (sum [sha256.Size]byte) {
		h := hmac.New(sha256.New, m.salt)
		var head [12]byte
		binary.BigEndian.PutUint32(head[:], uint32(len(key)))
		binary.BigEndian.PutUint32(head[4:], try)
		binary.BigEndian.PutUint32(head[8:], block)
		h.Write(head[:])
		h.Write([]byte(key))
		h.Write([]byte(word))
		h.Sum(sum[:0])
		return sum
	}}
}

func (s *stream) next() uint32 {
	if len(s.bytes) < 4 {
		sum := s.mac(s.block)
		s.bytes, s.block = sum[:], s.block+1
	}
	n := binary.BigEndian.Uint32(s.bytes)
	s.bytes = s.bytes[4:]
	return n
}
