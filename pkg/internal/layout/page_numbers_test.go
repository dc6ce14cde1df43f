package layout

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// numbered returns three pages with a foot in which # is the page's number and
// two its word.
func numbered(format string) []string {
	words := []string{"one", "two", "three"}
	romans := []string{"i", "ii", "iii"}
	return paperWith(3, func(page int) string {
		s := strings.NewReplacer("#", fmt.Sprint(page), "@", words[page-1], "$", romans[page-1]).Replace(format)
		return set(300, footLine, s)
	})
}

// texts returns the page numbers' texts.
func texts(lines []*Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

// What counts up with the pages is a page number in whatever style; what stands
// on every page alike is none. Both are furniture.
func TestStylesOfPageNumbers(t *testing.T) {
	for format, counts := range map[string]bool{
		"1-#": true, "1.#": true, "3:#": true, "#.": true, "*#": true, "{#}": true, "@": true, "– # –": true, "$": true,
		"Page # of 9": true, "* # *": true, "Page @": true, "A-#": true, "Paper 12, #": true, "41#": true, "S#": true,
		"123": false, "*123": false, "Paper 123": false, "1843": false, "iv": false, "one": false, "Page 7": false,
	} {
		t.Run(format, func(t *testing.T) {
			l := compose(t, numbered(format)...)
			if got := len(furniture(l)); got != 3 {
				t.Errorf("%d lines of furniture, want 3\n%s", got, outline(l))
			}
			want := 0
			if counts {
				want = 3
			}
			if got := l.PageNumbers(); len(got) != want {
				t.Errorf("page numbers %q, want %d", texts(got), want)
			}
		})
	}
}

// Notes that reach down to a page's number do not hide it, where the other pages have
// theirs.
func TestNotesAboveAPageNumber(t *testing.T) {
	notes := set(rightColumn, footLine+45, prose(7, 4)...)
	pages := paperWith(4, func(page int) string { return set(rightColumn, footLine, fmt.Sprint(page)) })
	pages[3] = set(leftColumn, topLine, prose(20, deep)...) + set(rightColumn, topLine, prose(33, deep-5)...) + notes + set(rightColumn, footLine, "4")
	l := compose(t, pages...)
	if got := texts(l.PageNumbers()); !slices.Equal(got, []string{"1", "2", "3", "4"}) {
		t.Errorf("page numbers %q\n%s", got, outline(l))
	}
}

// A lone number numbers its page where no other has one.
func TestOneNumberedPage(t *testing.T) {
	l := compose(t, columnsOf(0)+set(303, footLine, "1"), columnsOf(1))
	if got := texts(l.PageNumbers()); !slices.Equal(got, []string{"1"}) {
		t.Errorf("page numbers %q, want 1", got)
	}
}

// Left and right pages count on in different words.
func TestNumbersOfTwoSides(t *testing.T) {
	l := compose(t, paperWith(4, func(page int) string {
		if page%2 == 1 {
			return set(400, headLine, fmt.Sprintf("Engines that Weave %d", page))
		}
		return set(leftColumn, headLine, fmt.Sprintf("%d Lovelace and Babbage", page))
	})...)
	if got := len(l.PageNumbers()); got != 4 {
		t.Errorf("%d page numbers, want 4", got)
	}
}

func TestNumerals(t *testing.T) {
	for text, want := range map[string][]int{
		"1-2": {1, 2}, "twenty-one": {21}, "xiv": {14}, "iiii": {4}, "b": {2}, "12345": nil, "page nine of 10": {9, 10},
		"mild civic": nil, "": nil, strings.Repeat("7 ", 200): nil, "1 2 3 4 5 6 7 8 9": {1, 2, 3, 4, 5, 6, 7, 8},
	} {
		var got []int
		for _, n := range numerals(text) {
			got = append(got, n.value)
		}
		if text == "b" || text == "xiv" || text == "iiii" {
			got = got[:1]
		}
		if !slices.Equal(got, want) {
			t.Errorf("numerals of %q are %d, want %d", text, got, want)
		}
	}
}

// What is read by hand is what these expressions say, over random texts of the
// pieces that they speak of.
func TestReadByHandAsExpressionsSay(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 1))
	for _, test := range []struct {
		name, expression string
		byHand           func(string) bool
		pieces           []string
	}{
		{"page number", `^(?i)(p(age|\.|g\.)?:?)?[^\p{L}\p{N}#$%№§&+.,]*([0-9]{1,4}|[ivxlc]{1,7})[^\p{L}\p{N}#$%№§&+,]*((of|/|\|)[0-9]{1,4})?$`, IsPageNumber,
			[]string{"p", "Page", "pg", ".", ":", "7", "2019", "12345", "iv", "XLVIII", "of", "OF", "/", "|", "–", "(", "#", ",", "+", "²", "é", "\xff"}},
		{"bare number", `^(page|seite|p|pg|s|[a-z])?[^\p{L}#]*#[^\p{L}#]*((of|von|pages?)?[^\p{L}#]*(pages?)?)?$`, namesNumber,
			[]string{"page", "seite", "pages", "pg", "p", "s", "a", "of", "von", "#", "#", ".", "9", "–", "é"}},
		{"caption", `^(?i:figure|fig\.?|table|tab\.?|listing|algorithm)\s*[A-Z]?(?:\d+|[IVXLC]+)`, beginsCaption,
			[]string{"Figure", "fig", "TABLE", "Tab", "listing", "Algorithm", ".", " ", "\t", "A", "a", "3", "IV", "C", "v", ":"}},
	} {
		expression, matches := regexp.MustCompile(test.expression), 0
		for range 50_000 {
			var text strings.Builder
			for range random.IntN(7) {
				text.WriteString(test.pieces[random.IntN(len(test.pieces))])
			}
			want := expression.MatchString(text.String())
			if got := test.byHand(text.String()); got != want {
				t.Fatalf("%s %q: %v, want %v", test.name, text.String(), got, want)
			}
			if want {
				matches++
			}
		}
		if matches < 1000 {
			t.Errorf("%s: %d texts match, too few to tell", test.name, matches)
		}
	}
}

// Heads of left and right pages count together, in whatever words, from three pages
// on, and in larger type than the text. Sections that do are none.
func TestHeadsThatCountInOtherWords(t *testing.T) {
	head := func(n int) string {
		if n%2 == 0 {
			return setIn("F5", 12, 14, leftColumn, headLine, fmt.Sprintf("%d A. Lovelace", n))
		}
		return setIn("F5", 12, 14, 450, headLine, fmt.Sprintf("A Short Title %d", n))
	}
	l := compose(t, columnsOf(0), head(2)+columnsOf(1), head(3)+columnsOf(2), head(4)+columnsOf(3))
	wantLines(t, l, Furniture, "2 A. Lovelace", "A Short Title 3", "4 A. Lovelace")
	section := func(n int, title string) string {
		return setIn("F2", 12, 14, leftColumn, headLine, fmt.Sprintf("%d %s", n, title))
	}
	l = compose(t, columnsOf(0), section(2, "Looms")+columnsOf(1), section(3, "Cards")+columnsOf(2), section(4, "Mills")+columnsOf(3))
	wantLines(t, l, Furniture)
}

// Numbers between the columns, one on each page at one height, number the pages however
// near text or notes reach to them: they are no line numbers.
func TestPageNumbersBetweenTheColumns(t *testing.T) {
	for name, c := range map[string]struct{ y, first float64 }{"below the last line": {at(53) - 10, 1}, "beside the last line": {at(53), 1}, "a high number": {at(53) - 8, 118}} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, paperWith(4, func(page int) string { return set(303, c.y, fmt.Sprint(int(c.first)+page-1)) })...)
			for _, p := range l.Pages {
				for _, line := range p.Lines {
					if line.Kind == LineNumber {
						t.Errorf("%q of page %d is a line number", line.Text, p.Number)
					}
				}
			}
			if got := len(l.PageNumbers()); got != 4 || len(furniture(l)) != 4 {
				t.Errorf("%d page numbers, want 4\n%s", got, outline(l))
			}
		})
	}
}

// A line number alone on each page does not number the pages.
func TestLoneLineNumbers(t *testing.T) {
	var pages []string
	for i := range 4 {
		pages = append(pages, columnsOf(i)+set(34, at(10+5*i), fmt.Sprint(50*i+5)))
	}
	n := 0
	for _, p := range compose(t, pages...).Pages {
		for _, line := range p.Lines {
			if line.Kind == LineNumber {
				n++
			}
		}
	}
	if n != 4 {
		t.Errorf("%d line numbers, want 4", n)
	}
}
