package hotcrp

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// bodySize returns the size that a page's body is held to: that of most of its
// running text, or of a stretch a third of the page's block deep that is
// clearly smaller.
func bodySize(p *measure.Page) float64 {
	size := p.BodySize.Value
	f := measure.Facts{Pages: []measure.Page{*p}}
	for _, s := range f.SmallStretches(size-smaller, p.Block.Height()/3) {
		size = math.Min(size, s.Size)
	}
	return size
}

// smaller is by how many points type must differ to be another size.
const smaller = 0.25

// referenceSize returns the size that most of a page's reference entries are
// set in, 0 without entries.
func referenceSize(p *measure.Page) float64 {
	chars := map[float64]int{}
	best := 0.0
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Entry {
			size := math.Round(l.Size*10) / 10
			chars[size] += l.Chars
			if chars[size] > chars[best] {
				best = size
			}
		}
	}
	return best
}

// largestBody is how many times as large as the body type may be to count.
const largestBody = 1.5

// bodyChars counts the characters set at the size of the body or up to half as
// large again.
func bodyChars(p *measure.Page, body measure.Number) int {
	n := 0
	for i := range p.Lines {
		if l := &p.Lines[i]; isBodySize(l.Size, body) {
			n += l.Chars
		}
	}
	return n
}

// wordsByPage counts the words outside the references that are set at the size
// of the body, as a limit of words means them.
func wordsByPage(f *measure.Facts) []int {
	out := make([]int, len(f.Pages))
	for i := range f.Pages {
		p := &f.Pages[i]
		var text []byte
		for j := range p.Lines {
			if l := &p.Lines[j]; !l.Entry && isBodySize(l.Size, f.BodySize) {
				text = joinLine(text, l.Text)
			}
		}
		out[i] = countWords(string(text))
	}
	return out
}

// isBodySize reports whether type is as large as the body's, or up to half as
// large again.
func isBodySize(size float64, body measure.Number) bool {
	return body.Known && size > body.Value-smaller && size < largestBody*body.Value
}

// joinLine adds a line to a text and takes back a hyphen at the end of the line
// before it.
func joinLine(text []byte, line string) []byte {
	if n := len(text); n > 0 && text[n-1] == '-' {
		text = text[:n-1]
	} else {
		text = append(text, ' ')
	}
	return append(text, strings.TrimSpace(line)...)
}

// citation is a citation in brackets.
var citation = pattern.New(`\[[0-9][0-9,; –-]*\]`)

// countWords counts the words that have two characters or more, one of them a
// letter or digit, less the citations.
func countWords(text string) int {
	n := 0
	for _, word := range strings.Fields(citation.ReplaceAllString(text, " ")) {
		if utf8.RuneCountInString(word) > 1 && strings.ContainsFunc(word, isAlphanumeric) {
			n++
		}
	}
	return n
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pageSections are the headings of a page and the lowest number of the sections
// that begin on it, 0 for none.
type pageSections struct {
	headings []string
	lowest   int
}

// newSections returns what begins on each page. A number counts where it is
// seen first.
func newSections(f *measure.Facts) []pageSections {
	out := make([]pageSections, len(f.Pages))
	seen := map[int]bool{}
	for i := range f.Sections {
		s := &f.Sections[i]
		p := &out[s.Page-1]
		if isTitled(s) {
			p.headings = append(p.headings, strings.TrimSpace(s.Text))
		}
		n := sectionNumber(s)
		if n == 0 || seen[n] {
			continue
		}
		seen[n] = true
		if p.lowest == 0 || n < p.lowest {
			p.lowest = n
		}
	}
	return out
}

// isTitled reports whether a heading stands by itself: one without a number that
// runs into a sentence is not recognized.
func isTitled(s *measure.Section) bool {
	return s.Number != "" || !strings.ContainsAny(s.Text, ".:") && !strings.HasSuffix(s.Text, "-")
}

// maxSection is the highest number of a section; higher ones are not sections.
const maxSection = 99

// sectionNumber returns the number of a section of the first level, 0 for any
// other.
func sectionNumber(s *measure.Section) int {
	n, err := strconv.Atoi(strings.TrimRight(s.Number, ".:)"))
	if err != nil || n < 1 || n > maxSection {
		return 0
	}
	return n
}

// printedNumbers returns the number that each page shows, "" for none. Of several
// in a line it is the one that counts the pages as most pages do.
func printedNumbers(f *measure.Facts) []string {
	offsets := map[int]int{}
	for _, n := range f.Numbered {
		for _, number := range measure.NumbersIn(n.Text) {
			offsets[number-n.Page]++
		}
	}
	out := make([]string, len(f.Pages))
	for _, n := range f.Numbered {
		at := &out[n.Page-1]
		best := 0
		for _, number := range measure.NumbersIn(n.Text) {
			if votes := offsets[number-n.Page]; votes > best {
				*at, best = strconv.Itoa(number), votes
			}
		}
		if *at == "" && roman.MatchString(n.Text) {
			*at = strings.TrimSpace(n.Text)
		}
	}
	return out
}

var roman = pattern.New(`^\s*[ivxlcIVXLC]+\s*$`)

// printed returns the page's number as it is reported: always when requested, else
// where it is another than the page's place.
func printed(number string, place int, always bool) string {
	switch {
	case number == "" && always:
		return strconv.Itoa(place)
	case number == strconv.Itoa(place) && !always:
		return ""
	}
	return number
}

// columnEdges returns the left and right edges of the columns of a page's text,
// from the left, in points.
func columnEdges(p *measure.Page) []float64 {
	type column struct{ lo, hi float64 }
	columns := map[int]column{}
	for i := range p.Lines {
		l := &p.Lines[i]
		if !l.Full || l.Column < 0 {
			continue
		}
		c, ok := columns[l.Column]
		if !ok {
			c = column{l.Box.X0, l.Box.X1}
		}
		columns[l.Column] = column{math.Min(c.lo, l.Box.X0), math.Max(c.hi, l.Box.X1)}
	}
	var edges []float64
	for _, c := range columns {
		edges = append(edges, *round(c.lo, 10), *round(c.hi, 10))
	}
	slices.Sort(edges)
	return edges
}
