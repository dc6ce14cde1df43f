package dump

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	_ "github.com/paperfit/paperfit/pkg/internal/rules" // whose patterns, with those below, are the vocabulary
)

var masks = newMasker([]byte("a salt for tests"))

// shape is, for each character, what recognition can determine: its kind and length.
func shape(s string) string {
	return strings.Map(func(r rune) rune {
		n := rune(utf8.RuneLen(r))
		switch {
		case unicode.IsUpper(r):
			return 'A' + n
		case unicode.IsLower(r):
			return 'a' + n
		case unicode.IsLetter(r):
			return 'α' + n
		case isDigit(r):
			return '0'
		case unicode.Is(unicode.Co, r):
			return 0xE000
		}
		return r
	}, s)
}

func TestMaskKeepsTheShape(t *testing.T) {
	for _, s := range []string{
		"Dr. Ada Lovelace, ada@analytical.example (1843)", "https://secret.example/a/b?c=123#d", "ÜBER größe ŁÓDŹ ﬁnd ỳ Ỳ",
		"Ελλάδα Россия", "漢字かな 한국어", "שלום", "𝐱𝑥𝒳 + ∑ᵢ", "x₁ = y² ± 3.1415", "ABC-12345", "\uF041\uF042", "don’t — ‘ever’ “quote”", "a\xffb",
	} {
		valid := strings.ToValidUTF8(s, "\uFFFD")
		for _, key := range []string{"", s} {
			got := masks.text(s, key, kept{})
			if shape(got) != shape(valid) || len(got) != len(valid) {
				t.Errorf("%q became %q", s, got)
			}
			if again := masks.text(s, key, kept{}); again != got {
				t.Errorf("%q became %q and %q", s, got, again)
			}
		}
	}
}

// No word, not even a letter or digit in its place, reveals the paper's.
func TestMaskHidesWords(t *testing.T) {
	const secret = "Zebra quokkas juggle forty-two frobnicators in Zyzzyva; call 555-0199 or zebra@quokka.example, grant NSF-8675309."
	other := newMasker([]byte("another salt"))
	same := 0
	a, b := []rune(masks.text(secret, secret, kept{})), []rune(other.text(secret, secret, kept{}))
	for i, r := range []rune(secret) {
		if (unicode.IsLetter(r) || isDigit(r)) && a[i] == r && b[i] == r {
			same++
		}
	}
	if same > 8 { // "in", and by chance
		t.Errorf("%d characters stay:\n%s\n%s", same, string(a), string(b))
	}
	for _, word := range []string{"zebra", "quokka", "juggle", "forty", "frobnicators", "zyzzyva", "555", "0199", "8675309", "nsf"} {
		if strings.Contains(strings.ToLower(string(a)), word) {
			t.Errorf("%q stands in %q", word, string(a))
		}
	}
}

// Equal words have equal masks where heads are compared, elsewhere not.
func TestMaskOfEqualWords(t *testing.T) {
	head := strings.Fields(masks.text("Zebra ZEBRA zebra", "", kept{}))
	if !strings.EqualFold(head[0], head[1]) || !strings.EqualFold(head[0], head[2]) {
		t.Errorf("%v", head)
	}
	if a, b := masks.text("zebra one", "zebra one", kept{}), masks.text("zebra two", "zebra two", kept{}); a[:5] == b[:5] {
		t.Errorf("%q and %q", a, b)
	}
}

// What is looked for stays: known words, stems, years as years, Roman numbers as
// Roman, the numbers of headings.
func TestMaskKeepsWhatIsRead(t *testing.T) {
	for s, want := range map[string]string{
		"Figure":              `^Figure$`,
		"Confidentiality":     `^Confidential[a-z]{3}$`,
		"et al.":              `^et al\.$`,
		"1987":                `^1[6-9]\d\d$`,
		"2024a":               `^20\d\d[a-z]$`,
		"VIII":                `^[IVX]{4}$`,
		"Table I":             `^Table [IVX]$`,
		"Table Comparing":     `^Table [LC][ABD-HJKMNOP-UWYZa-z][a-z]{7}$`,
		"Table Overview":      `^Table [ABD-HJKMNOP-UWYZ][a-z]{7}$`,
		"civic mimic":         `^[lc][ivx][ivx][ivx][lc] [a-z]{5}$`,
		"https://x.example/y": `^https://[a-z]\.[a-z]{7}/[a-z]$`,
	} {
		if got := masks.text(s, s, kept{}); !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("%q became %q, not %s", s, got, want)
		}
	}
	if got := masks.text("3.1 Findings", "", kept{letters: 4, digits: 2}); !strings.HasPrefix(got, "3.1 Find") || got == "3.1 Findings" {
		t.Errorf("%q", got)
	}
	masks.numbers["7"] = true
	if got := masks.text("7 of 1234", "", kept{numbers: true}); !strings.HasPrefix(got, "7 of ") || strings.HasSuffix(got, "1234") {
		t.Errorf("%q", got)
	}
}

// No mask is by chance a word that is looked for.
func TestMaskMakesNoKnownWords(t *testing.T) {
	for _, r := range "bcdefghjkmoqrstuwyz" {
		for _, q := range "bcdefghjkmoqrstuwyz" {
			word := string([]rune{r, q})
			if got := masks.text(word, word, kept{}); masks.words[got] != masks.words[word] || isRoman(got) != isRoman(word) {
				t.Errorf("%q became %q", word, got)
			}
		}
	}
}
