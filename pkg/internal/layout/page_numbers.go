package layout

import (
	"slices"
	"strings"
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

// The words that stand beside a number that counts the pages, and name no more than it:
// "Page #", "Seite #", "# of 9 pages". Longer ones precede those that they begin with.
var (
	wordsBefore = pattern.Known("page", "seite", "pg", "p", "s")
	wordsAfter  = pattern.Known("of", "von", "pages", "page")
)

// namesNumber reports whether what stands around a number that counts the pages, "#",
// names no more than it: "1-#", "Page #", "a.#". It is read by hand, as IsPageNumber is.
func namesNumber(around string) bool {
	n := leading(around, unicode.IsLetter)
	if word := around[:n]; n > 1 && !slices.Contains(wordsBefore, word) || n == 1 && (word < "a" || word > "z") {
		return false
	}
	s := around[n:]
	s, found := strings.CutPrefix(s[leading(s, besideNumber):], "#")
	if !found {
		return false
	}
	s = cutWord(s[leading(s, besideNumber):], wordsAfter)
	s = cutWord(s[leading(s, besideNumber):], wordsAfter[2:])
	return s == ""
}

// besideNumber reports whether a sign is no letter and no number that counts.
func besideNumber(r rune) bool { return r != '#' && !unicode.IsLetter(r) }

// cutWord returns s without the first of the words that it begins with.
func cutWord(s string, words []string) string {
	for _, w := range words {
		if rest, found := strings.CutPrefix(s, w); found {
			return rest
		}
	}
	return s
}

// isBareNumber reports whether the text is a number in a style of page numbers,
// if it counts the pages.
func isBareNumber(text string) bool {
	for _, n := range numerals(text) {
		if namesNumber(n.around) {
			return true
		}
	}
	return false
}

// numberKey is what the numbers of several pages have in common when they count
// the pages: the text around them, about where they stand, and their difference
// from the page's own number.
type numberKey struct {
	around string
	height int
	offset int
}

// numberIndex tells on which pages each kind of number stands.
type numberIndex map[numberKey]pageCount

// pageCount counts pages that are taken one after the other.
type pageCount struct {
	pages int
	last  int // number of the last one
}

// with returns the count with a page; one that is counted again is still one.
func (c pageCount) with(page int) pageCount {
	if c.pages == 0 || c.last != page {
		c.pages++
	}
	c.last = page
	return c
}

// add takes in the numbers of a line. Lines are added page by page.
func (x numberIndex) add(l *Line, numbers []numeral) {
	for i := range numbers {
		n := &numbers[i]
		for _, around := range n.surroundings() {
			key := numberKey{around, heightOf(l.Baseline), n.value - l.Page}
			x[key] = x[key].with(l.Page)
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
func (x numberIndex) counts(l *Line, numbers []numeral) bool {
	for i := range numbers {
		n := &numbers[i]
		for h := -1; h <= 1; h++ {
			key := numberKey{n.around, heightOf(l.Baseline) + h, n.value - l.Page}
			if c := x[key]; c.pages > 1 || c.pages == 1 && c.last != l.Page || len(n.surroundings()) > 1 && x.countInAnyWords(key) {
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
	if key.offset == 0 && x[begin].pages > 0 {
		least = leastOfTwoSides
	}
	return x[end].pages > 0 && x[begin].pages+x[end].pages >= least
}

// findNumbers tells which rows hold a number that counts the pages.
func (e *pageEnds) findNumbers() {
	index := numberIndex{}
	for _, rows := range e.rows {
		for k := range rows {
			r := &rows[k]
			for _, l := range r.lines {
				found := numerals(l.Text)
				r.numerals = append(r.numerals, found)
				index.add(l, found)
			}
		}
	}
	e.numbered = map[int]int{}
	for _, rows := range e.rows {
		for k := range rows {
			r := &rows[k]
			for i, l := range r.lines {
				r.counts = r.counts || index.counts(l, r.numerals[i])
			}
			if r.counts {
				e.numbered[heightOf(r.baseline)]++
			}
		}
	}
}

// PageNumbers returns the heads and feet that number the pages: those whose
// number counts on from page to page in whatever style, and those that are nothing
// but a number. What pages repeat to the letter numbers none of them.
func (l *Layout) PageNumbers() []*Line {
	index := numberIndex{}
	var ends []pageEnd
	same := map[string]int{}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind == Head || line.Kind == Foot {
				found := numerals(line.Text)
				ends = append(ends, pageEnd{line, found})
				index.add(line, found)
				same[line.Text]++
			}
		}
	}
	offsets := offsetsOf(ends, same)
	var out []*Line
	for _, end := range ends {
		once := same[end.line.Text] == 1
		if index.counts(end.line, end.numbers) || once && (IsPageNumber(end.line.Text) || end.countsBy(offsets)) {
			out = append(out, end.line)
		}
	}
	return out
}

// pageEnd is a head or foot, and the numbers in it.
type pageEnd struct {
	line    *Line
	numbers []numeral
}

// offsetsOf counts the pages with a number in digits by how far it differs from that of
// its page: heads of left and right pages count in other words.
func offsetsOf(ends []pageEnd, same map[string]int) map[int]pageCount {
	out := map[int]pageCount{}
	for _, end := range ends {
		if same[end.line.Text] > 1 {
			continue
		}
		for _, n := range end.numbers {
			if n.arabic {
				offset := n.value - end.line.Page
				out[offset] = out[offset].with(end.line.Page)
			}
		}
	}
	return out
}

// countsBy reports whether a number in digits differs from that of its page as one on
// another page does.
func (e *pageEnd) countsBy(offsets map[int]pageCount) bool {
	return slices.ContainsFunc(e.numbers, func(n numeral) bool { return n.arabic && offsets[n.value-e.line.Page].pages > 1 })
}
