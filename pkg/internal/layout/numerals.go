package layout

import (
	"strings"
	"sync"
	"unicode"
)

// numeral is a number in a head or foot that may count the pages.
type numeral struct {
	value  int
	around string // the text without spaces, "#" for the number
	arabic bool   // it is written in digits
}

// How many numbers of a line are looked at, and what they may be.
const (
	maxNumerals      = 8
	maxNumeralDigits = 4
	maxNumeralBytes  = 160 // of a line: no head is longer
)

// numerals returns the numbers in a line: arabic, roman, in words, and a lone letter.
func numerals(text string) []numeral {
	if len(text) > maxNumeralBytes {
		return nil
	}
	s := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var out []numeral
	add := func(value, from, to int, arabic bool) {
		around := strings.ReplaceAll(s[:from]+"#"+s[to:], " ", "")
		out = append(out, numeral{value, around, arabic})
	}
	for at := 0; at < len(s) && len(out) < maxNumerals; {
		if digits := leading(s[at:], isDigit); digits > 0 {
			if digits <= maxNumeralDigits {
				add(valueOf(s[at:at+digits]), at, at+digits, true)
			}
			at += digits
			continue
		}
		if n := leading(s[at:], unicode.IsLetter); n > 0 {
			n += hyphened(s[at+n:])
			alone := func() bool { return letters(s[:at]) == "" && letters(s[at+n:]) == "" }
			for _, v := range wordValues(s[at:at+n], alone) {
				add(v, at, at+n, false)
			}
			at += n
			continue
		}
		at++
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// leading returns how many bytes of s, from its start, are of a kind.
func leading(s string, kind func(rune) bool) int {
	for i, r := range s {
		if !kind(r) {
			return i
		}
	}
	return len(s)
}

// hyphened returns how many bytes of s are a hyphen and a number below ten:
// "-one".
func hyphened(s string) int {
	if len(s) < 2 || s[0] != '-' {
		return 0
	}
	n := leading(s[1:], unicode.IsLetter)
	if v := numberWord(s[1 : 1+n]); v >= 1 && v <= 9 {
		return 1 + n
	}
	return 0
}

func valueOf(digits string) int {
	v := 0
	for _, r := range digits {
		v = 10*v + int(r-'0')
	}
	return v
}

// wordValues returns the numbers that a word in small letters may mean; alone
// tells whether the line has no other.
func wordValues(word string, alone func() bool) []int {
	var out []int
	if v := numberWord(word); v > 0 {
		out = append(out, v)
	}
	if tens, units, ok := strings.Cut(word, "-"); ok {
		if t, u := numberWord(tens), numberWord(units); t >= 20 && u > 0 {
			out = append(out, t+u)
		}
	}
	if v := romanValue(word); v > 0 && alone() {
		out = append(out, v)
	}
	if len(word) == 1 && alone() {
		out = append(out, int(word[0]-'a')+1)
	}
	return out
}

// englishNumbers are the words of numbers. They are no pattern, so that a dump masks
// them as any other word of the paper.
const englishNumbers = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`

// The lengths of the words: "one", "seventeen".
const leastNumberWord, mostNumberWord = 3, 9

// numberWord returns the value of the word of a number, 0 for any other word.
func numberWord(word string) int {
	if len(word) < leastNumberWord || len(word) > mostNumberWord {
		return 0
	}
	return numberWords()[word]
}

// numberWords returns the value of each of them.
var numberWords = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for i, word := range strings.Split(englishNumbers, "|") {
		if out[word] = i + 1; i >= 20 {
			out[word] = 10 * (i - 17)
		}
	}
	return out
})

// romanValue returns the value of a roman number in small letters, 0 for any
// other word. TeX's "iiii" counts too.
func romanValue(word string) int {
	if len(word) > maxRomanDigits {
		return 0
	}
	total, last := 0, 0
	for _, r := range word {
		v := romanDigit(r)
		if v == 0 {
			return 0
		}
		if total += v; v > last && last > 0 {
			total -= 2 * last
		}
		last = v
	}
	return total
}

func romanDigit(r rune) int {
	switch r {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	}
	return 0
}
