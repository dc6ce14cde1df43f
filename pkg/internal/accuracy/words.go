package accuracy

import (
	"errors"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// word is a word that another program, pdftotext, found in the PDF.
type word struct {
	page           int
	x0, y0, x1, y1 float64
	text           string
	used           bool
}

var (
	pageTag = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)">`)
	wordTag = regexp.MustCompile(`<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`)
)

// FromWords fills a truth's lines and facts from where pdftotext -bbox sees the
// words of the blocks. Every word must be found again, in its order: a paper of
// which one is missing has no truth.
func (t *Truth) FromWords(bbox []byte, blocks []papers.Block) error {
	found, pages, err := readWords(bbox)
	if err != nil {
		return err
	}
	t.Lines = nil
	next := 0
	for _, b := range blocks {
		if b.Text == "" {
			continue
		}
		at, err := locate(found, next, strings.Fields(strings.ReplaceAll(b.Text, "|", " ")))
		if err != nil {
			return fmt.Errorf("%s: %w", b.Role, err)
		}
		next = at[len(at)-1] + 1
		for _, i := range at {
			found[i].used = true
			t.addWord(&found[i], b)
			t.Facts.Overfull = max(t.Facts.Overfull, round(found[i].x1-t.rightEdge(&found[i])))
		}
	}
	t.Facts.Pages = pages
	t.Facts.fromLines(t.Lines)
	return nil
}

// readWords reads what pdftotext -bbox writes.
func readWords(bbox []byte) (found []word, pages int, err error) {
	for line := range strings.Lines(string(bbox)) {
		if pageTag.MatchString(line) {
			pages++
		}
		m := wordTag.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		w := word{page: pages, text: html.UnescapeString(m[5])}
		for i, into := range []*float64{&w.x0, &w.y0, &w.x1, &w.y1} {
			if *into, err = strconv.ParseFloat(m[i+1], 64); err != nil {
				return nil, 0, err
			}
		}
		found = append(found, w)
	}
	if pages == 0 {
		return nil, 0, errors.New("pdftotext shows no page")
	}
	return found, pages, nil
}

const (
	// mostBetween is how many words may stand between two words of a block: heads,
	// feet and what else a new page or column brings.
	mostBetween = 60
	// fewWords begin a block whose place is not known yet.
	fewWords = 4
)

// locate returns where the words of a block stand, looking from a place on first.
func locate(found []word, from int, words []string) ([]int, error) {
	for _, start := range [][2]int{{from, len(found)}, {0, from}} {
		for i := start[0]; i < start[1]; i++ {
			if at := follow(found, i, words); at != nil {
				return at, nil
			}
		}
	}
	return nil, fmt.Errorf("%q is not in the PDF", strings.Join(words, " "))
}

// follow returns where the words stand when the first stands at i, nil when they
// do not follow each other there.
func follow(found []word, i int, words []string) []int {
	var at []int
	for n, w := range words {
		gap := mostBetween
		if n < fewWords && n > 0 {
			gap = 12
		}
		if n == 0 {
			gap = 0
		}
		for rest := normal(w); rest != ""; i++ {
			end := min(i+gap, len(found)-1)
			for i <= end && found[i].partOf(rest) == 0 {
				i++
			}
			if i > end {
				return nil
			}
			at = append(at, i)
			rest = rest[found[i].partOf(rest):]
		}
	}
	return at
}

// partOf returns how many letters of the whole the word of the PDF is: all of them
// or, where a line breaks within an address, behind a hyphen or with one, those that
// it begins with; 0 for another word.
func (w *word) partOf(whole string) int {
	text := normal(w.text)
	if w.used || text != whole && len(text) <= 1 {
		return 0
	}
	if broken := strings.TrimSuffix(text, "-"); !strings.HasPrefix(whole, text) && len(broken) > 1 {
		text = broken
	}
	if !strings.HasPrefix(whole, text) {
		return 0
	}
	return len(text)
}

// normal returns a word as all programs write it: ligatures in letters, dashes and
// quotes plain, and without the letters beyond ASCII, whose accents some programs
// set apart.
func normal(s string) string {
	return strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, alikeLetters.Replace(s))
}

var alikeLetters = strings.NewReplacer("‐", "-", "−", "-", "–", "-", "’", "'", "‘", "'", "ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl", "\u00ad", "-")

// addWord adds a word to the lines.
func (t *Truth) addWord(w *word, b papers.Block) {
	const depth = .22 // of a word's box, below its baseline
	size := w.y1 - w.y0
	y := w.y1 - depth*size
	if n := len(t.Lines) - 1; n >= 0 {
		l := &t.Lines[n]
		if l.Page == w.page && l.Role == b.Role && l.Part == b.Part && l.Y-y < 1 && y-l.Y < 1 && w.x1 > l.X1 {
			l.X1 = w.x1
			return
		}
	}
	t.Lines = append(t.Lines, Line{Page: w.page, Column: t.columnAt(w), Y: y, X0: w.x1, X1: w.x1, Size: round(size), Role: b.Role, Part: b.Part})
}

// rightEdge returns where the column of a word ends.
func (t *Truth) rightEdge(w *word) float64 {
	f := &t.Facts
	edge := (f.Paper[0] + f.Block[0]) / 2
	if t.columnAt(w) == 0 && f.Columns == 2 && w.x1 < f.Paper[0]/2 {
		return f.Paper[0] / 2
	}
	return edge
}

// columnAt returns the column in which a word stands, by the middle of the page.
func (t *Truth) columnAt(w *word) int {
	if t.Facts.Columns == 2 && w.x0 > t.Facts.Paper[0]/2 {
		return 1
	}
	return 0
}
