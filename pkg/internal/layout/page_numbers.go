package layout

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// IsPageNumber reports whether text looks like a page number: arabic or roman, in
// whatever marks, "Page 3 of 9". It is read by hand: every paper is asked, and to
// compile an expression takes longer than to lay out a page.
func IsPageNumber(text string) bool {
	s := strings.Join(strings.Fields(text), "")
	for _, word := range [...]string{"page", "pg.", "p.", "p"} {
		if rest, ok := cutFold(s, word); ok {
			s = rest
			break
		}
	}
	s = s[leading(s, func(r rune) bool { return r != '.' && isNumberMark(r) }):]
	n := pageNumberEnd(s)
	if n == 0 {
		return false
	}
	s = s[n:]
	marks := leading(s, isNumberMark)
	total, ok := cutFold(s[marks:], "of")
	if !ok && marks > 0 {
		ok = s[marks-1] == '/' || s[marks-1] == '|'
	}
	return marks == len(s) || ok && total != "" && len(total) <= maxNumeralDigits && leading(total, isDigit) == len(total)
}

// maxRomanDigits is the most letters that a roman page number has.
const maxRomanDigits = 7

// pageNumberEnd returns where the digits or roman digits at the start of s end; 0
// where there are none, or too many.
func pageNumberEnd(s string) int {
	n, most := leading(s, isDigit), maxNumeralDigits
	if n == 0 {
		n, most = leading(s, func(r rune) bool { return strings.ContainsRune("ivxlcIVXLC", r) }), maxRomanDigits
	}
	if n > most {
		return 0
	}
	return n
}

// isNumberMark reports whether a sign may stand beside a page number. Some tell
// quantities and other numbers.
func isNumberMark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("#$%№§&+,", r)
}

// cutFold returns s without a prefix, in letters of any case.
func cutFold(s, prefix string) (rest string, found bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// bareNumber matches what stands around a number that counts the pages, "#", and
// names no more than it: "1-#", "Page #", "Seite #".
var bareNumber = pattern.New(`^(?i)(page|seite|p|pg|s|[a-z])?[^\p{L}#]*#[^\p{L}#]*((of|von|pages?)?[^\p{L}#]*(pages?)?)?$`)

// mostNumberLetters is the most letters that bareNumber matches: "Seite # pages
// pages". Most lines have more and are not tried.
const mostNumberLetters = 15

func fewLetters(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		if letters > mostNumberLetters {
			return false
		}
	}
	return true
}

// isBareNumber reports whether the text is a number in a style of page numbers,
// if it counts the pages.
func isBareNumber(text string) bool {
	for _, n := range numerals(text) {
		if fewLetters(n.around) && bareNumber.MatchString(n.around) {
			return true
		}
	}
	return false
}

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
	all := letters(s)
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
			for _, v := range wordValues(s[at:at+n], all == letters(s[at:at+n])) {
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
	if v := numberWords()[s[1:1+n]]; v >= 1 && v <= 9 {
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
// tells that the line has no other.
func wordValues(word string, alone bool) []int {
	var out []int
	if v := numberWords()[word]; v > 0 {
		out = append(out, v)
	}
	if tens, units, ok := strings.Cut(word, "-"); ok {
		if t, u := numberWords()[tens], numberWords()[units]; t >= 20 && u > 0 {
			out = append(out, t+u)
		}
	}
	if v := romanValue(word); v > 0 && alone {
		out = append(out, v)
	}
	if len(word) == 1 && alone {
		out = append(out, int(word[0]-'a')+1)
	}
	return out
}

// englishNumbers are the words of numbers. They are no pattern, so that a dump masks
// them as any other word of the paper.
const englishNumbers = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`

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

var romanDigits = map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}

// romanValue returns the value of a roman number in small letters, 0 for any
// other word. TeX's "iiii" counts too.
func romanValue(word string) int {
	if len(word) > 7 {
		return 0
	}
	total, last := 0, 0
	for _, r := range word {
		v := romanDigits[r]
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

// numberKey is what the numbers of several pages have in common when they count
// the pages: the text around them, about where they stand, and their difference
// from the page's own number.
type numberKey struct {
	around string
	height int
	offset int
}

// numberIndex holds the pages on which each kind of number stands.
type numberIndex map[numberKey]map[int]bool

func (x numberIndex) add(l *Line) {
	for _, n := range numerals(l.Text) {
		for _, around := range n.surroundings() {
			key := numberKey{around, heightOf(l.Baseline), n.value - l.Page}
			if x[key] == nil {
				x[key] = map[int]bool{}
			}
			x[key][l.Page] = true
		}
	}
}

// beginsLine and endsLine stand for the text beside a number at an end of its line:
// left and right pages say the authors and the title. Sections begin with numbers,
// and end with none.
const beginsLine, endsLine = "#…", "…#"

// How many pages must count together in whatever words: fewer where each says its
// own number, one at the left end and one at the right.
const leastOfAnyWords, leastOfTwoSides = 3, 2

// surroundings returns the texts by which a number is compared.
func (n *numeral) surroundings() []string {
	out := []string{n.around}
	if n.arabic && strings.HasPrefix(n.around, "#") {
		out = append(out, beginsLine)
	}
	if n.arabic && strings.HasSuffix(n.around, "#") {
		out = append(out, endsLine)
	}
	return out
}

// counts reports whether a number in the line differs from one on another page as
// the pages do, in the same words at the same height, or from those on two others
// in any words.
func (x numberIndex) counts(l *Line) bool {
	for _, n := range numerals(l.Text) {
		for h := -1; h <= 1; h++ {
			key := numberKey{n.around, heightOf(l.Baseline) + h, n.value - l.Page}
			if pages := x[key]; len(pages) > 1 || len(pages) == 1 && !pages[l.Page] || len(n.surroundings()) > 1 && x.countInAnyWords(key) {
				return true
			}
		}
	}
	return false
}

// countInAnyWords reports whether numbers at the ends of lines count enough pages,
// some of them at the right end.
func (x numberIndex) countInAnyWords(key numberKey) bool {
	begin, end := key, key
	begin.around, end.around = beginsLine, endsLine
	least := leastOfAnyWords
	if key.offset == 0 && len(x[begin]) > 0 {
		least = leastOfTwoSides
	}
	return len(x[end]) > 0 && len(x[begin])+len(x[end]) >= least
}

// findNumbers tells which rows hold a number that counts the pages.
func (e *pageEnds) findNumbers() {
	index := numberIndex{}
	for _, rows := range e.rows {
		for k := range rows {
			for _, l := range rows[k].lines {
				index.add(l)
			}
		}
	}
	e.numbered = map[int]int{}
	for _, rows := range e.rows {
		for k := range rows {
			if rows[k].counts = slices.ContainsFunc(rows[k].lines, index.counts); rows[k].counts {
				e.numbered[heightOf(rows[k].baseline)]++
			}
		}
	}
}

// PageNumbers returns the heads and feet that number the pages: those whose
// number counts on from page to page in whatever style, and those that are nothing
// but a number. What pages repeat to the letter numbers none of them.
func (l *Layout) PageNumbers() []*Line {
	index, offsets := numberIndex{}, map[int]map[int]bool{}
	var ends []*Line
	same := map[string]int{}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind == Head || line.Kind == Foot {
				ends = append(ends, line)
				index.add(line)
				same[line.Text]++
			}
		}
	}
	for _, line := range ends {
		if same[line.Text] > 1 {
			continue
		}
		for _, n := range arabic(line) { // heads of left and right pages count in other words
			if offsets[n-line.Page] == nil {
				offsets[n-line.Page] = map[int]bool{}
			}
			offsets[n-line.Page][line.Page] = true
		}
	}
	return slices.DeleteFunc(ends, func(line *Line) bool {
		if index.counts(line) {
			return false
		}
		return same[line.Text] > 1 || !IsPageNumber(line.Text) &&
			!slices.ContainsFunc(arabic(line), func(n int) bool { return len(offsets[n-line.Page]) > 1 })
	})
}

// arabic returns the numbers in digits of a line.
func arabic(l *Line) []int {
	var out []int
	for _, n := range numerals(l.Text) {
		if n.arabic {
			out = append(out, n.value)
		}
	}
	return out
}
