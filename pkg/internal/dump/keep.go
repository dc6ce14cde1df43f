package dump

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// endZone is the share of a page's height, at each end, in which heads and feet
// stand. Layout compares the words of different pages there, so that equal words
// get equal masks; elsewhere only equal runs do, and how often a word occurs in
// the paper does not show.
const endZone = 0.15

// Mask returns the paper with its words masked. The structure is the paper's: it
// reveals what headings and page numbers are. The salt is to be random, and to be
// forgotten.
func Mask(p *Paper, l *structure.Structure, salt []byte) *Paper {
	m := newMasker(salt)
	m.countPages(l)
	counted := map[*layout.Line]bool{}
	for _, line := range l.PageNumbers {
		counted[line] = true
	}
	keys := keysOf(p.Sheets)
	out := *p
	out.Sheets = make([]*layout.Sheet, len(p.Sheets))
	for i, s := range p.Sheets {
		keep := keepOf(l.Pages[i], s, counted)
		masked := *s
		masked.Runs, masked.Hidden = m.runs(s, s.Runs, keep, nil), m.runs(s, s.Hidden, nil, keys)
		masked.Lies = m.lies(s.Lies)
		out.Sheets[i] = &masked
	}
	out.Comments = slices.Clone(p.Comments)
	for i := range out.Comments {
		c := &out.Comments[i]
		c.Author, c.Text = m.text(c.Author, "", kept{}), m.text(c.Text, "", kept{})
	}
	return &out
}

// lies masks both readings of what is read in two ways.
func (m *masker) lies(lies []layout.Lie) []layout.Lie {
	out := slices.Clone(lies)
	for i := range out {
		out[i].Seen, out[i].Told = m.text(out[i].Seen, "", kept{}), m.text(out[i].Told, "", kept{})
	}
	return out
}

// runs masks runs. Those with a key of their own in keys are masked by it.
func (m *masker) runs(s *layout.Sheet, runs []layout.Run, keep map[int32]kept, keys map[string]string) []layout.Run {
	out := make([]layout.Run, len(runs))
	for i, r := range runs {
		key, ok := keys[r.Text]
		if !ok {
			key = keyOf(s, &r)
		}
		r.Text = m.text(r.Text, key, keep[r.Order])
		out[i] = r
	}
	return out
}

// keyOf returns the key of a run by its place: none near the ends of a page.
func keyOf(s *layout.Sheet, r *layout.Run) string {
	if r.Baseline < endZone*s.Size.Y || r.Baseline > (1-endZone)*s.Size.Y {
		return ""
	}
	return r.Text
}

// keysOf returns the keys of what the pages show, by its text: what is hidden in one
// place and shown in another gets equal masks, wherever the places are.
func keysOf(sheets []*layout.Sheet) map[string]string {
	out := map[string]string{}
	for _, s := range sheets {
		for i := range s.Runs {
			if r := &s.Runs[i]; out[r.Text] == "" {
				out[r.Text] = keyOf(s, r)
			}
		}
	}
	return out
}

// keepOf returns what stays readable of a page's runs, by their painting order.
func keepOf(p *structure.Page, s *layout.Sheet, counted map[*layout.Line]bool) map[int32]kept {
	out := map[int32]kept{}
	twins := map[string]kept{} // runs painted twice are in a line once
	for _, l := range p.Lines {
		k := kept{letters: scan.KnownLetters(l.Text), numbers: l.Kind == layout.Head || l.Kind == layout.Foot}
		known := l.Text[:l.KnownDigits()]
		if l.Kind == layout.LineNumber || counted[l.Line] {
			known = l.Text
		}
		for _, r := range known {
			if isDigit(r) {
				k.digits++
			}
		}
		for i := range l.Runs {
			r := &l.Runs[i]
			out[r.Order] = k
			twins[r.Text] = k
			for _, c := range r.Text {
				switch {
				case unicode.IsLetter(c):
					k.letters = max(0, k.letters-1)
				case isDigit(c):
					k.digits = max(0, k.digits-1)
				}
			}
		}
	}
	for i := range s.Runs {
		r := &s.Runs[i]
		if _, ok := out[r.Order]; !ok {
			out[r.Order] = twins[r.Text]
		}
		if r.Counted() { // columns are found without them
			out[r.Order] = kept{digits: len(r.Text)}
		}
	}
	return out
}

// maxPageDigits is the most digits that a page number has.
const maxPageDigits = 4

// countPages notes which numbers in heads and feet are page numbers: those that
// stand alone, and those that count on from page to page.
func (m *masker) countPages(l *structure.Structure) {
	type shown struct{ page, offset int }
	pages := map[int]map[int]bool{} // of each difference between number and page
	numbers := map[string][]shown{}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind != layout.Head && line.Kind != layout.Foot {
				continue
			}
			alone := layout.IsPageNumber(line.Text)
			for _, number := range strings.FieldsFunc(line.Text, func(r rune) bool { return !isDigit(r) }) {
				n, err := strconv.Atoi(number)
				if err != nil || len(number) > maxPageDigits {
					continue
				}
				m.numbers[number] = m.numbers[number] || alone
				at := shown{p.Number, n - p.Number}
				numbers[number] = append(numbers[number], at)
				if pages[at.offset] == nil {
					pages[at.offset] = map[int]bool{}
				}
				pages[at.offset][at.page] = true
			}
		}
	}
	for number, all := range numbers {
		for _, at := range all {
			m.numbers[number] = m.numbers[number] || len(pages[at.offset]) > 1
		}
	}
}
