package structure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// cells sets the cells of rows, the first of which may be a head.
func cells(x, y, step float64, rows ...[3]string) string {
	var out string
	for i, row := range rows {
		for k, cell := range row {
			out += setIn("F1", 9, 11, x+60*float64(k), y-step*float64(i), cell)
		}
	}
	return out
}

// A caption close below its table is no part of it, and neither a row that begins
// with a caption's word is a caption.
func TestCaptionCloseBelowItsTable(t *testing.T) {
	table := cells(leftColumn, topLine, 12, [3]string{"Loom", "21.2", "27.6"}, [3]string{"Figure", "28.2", "12.3"}, [3]string{"Engine", "17.1", "44.0"}, [3]string{"Card", "19.9", "31.3"})
	caption := setIn("F1", 9, 11, leftColumn, topLine-48, "Table 1. The looms of the mill and what", "each of them does to the cards.")
	l := compose(t, table+caption+set(leftColumn, at(8), prose(0, deep-8)...)+set(rightColumn, topLine, prose(13, deep)...), columnsOf(1))
	wantLines(t, l, Caption, "Table 1. The looms of the mill and what", "each of them does to the cards.")
	if line := lineWith(t, l, "Figure 28.2"); line.Role != Table {
		t.Errorf("a row is %v", line.Role)
	}
}

// The head of a table, farther above its rows and as wide as they are, is no heading,
// whatever its words.
func TestHeadOfATable(t *testing.T) {
	rows := cells(leftColumn+20, at(2), 12, [3]string{"Loom", "21.2", "2761"}, [3]string{"Mill", "28.2", "1232"}, [3]string{"Card", "17.1", "4401"})
	page := setIn("F2", 9, 11, leftColumn+20, topLine, "Appendix B of the looms in") + setIn("F2", 9, 11, leftColumn+140, topLine, "1843") + rows +
		set(leftColumn, at(8), prose(0, deep-8)...) + set(rightColumn, topLine, prose(13, deep)...)
	l := compose(t, page, columnsOf(1))
	wantLines(t, l, Heading)
}

// Small prose in a frame is not the body, though a short paper has more of it.
func TestBodyBesideLongFrames(t *testing.T) {
	page := func(from int) string {
		frame := setIn("F1", 8, 9, leftColumn+4, topLine-10, prose(from, 50)...)
		return fmt.Sprintf("%.1f %.1f %.1f %.1f re S\n", leftColumn, topLine-470.0, measure, 474.0) + frame + set(leftColumn, at(42), prose(from, 8)...) +
			fmt.Sprintf("%.1f %.1f %.1f %.1f re S\n", rightColumn, topLine-470.0, measure, 474.0) + setIn("F1", 8, 9, rightColumn+4, topLine-10, prose(from+60, 50)...) + set(rightColumn, at(42), prose(from, 8)...)
	}
	l := compose(t, page(0), page(5), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), entries(16)...))
	if l.Body.Size != 10 {
		t.Errorf("body of %v points, want 10\n%s", l.Body.Size, outline(l))
	}
}

// That the list might end within its last entry, for the words of a sentence in it,
// leaves nothing in doubt.
func TestListEndsWithAnEntry(t *testing.T) {
	list := append(entries(12), "[13] A. Lovelace and C. Babbage. How", "to construct looms that are not the mill's", "and do it. Journal of Looms.")
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), list...), columnsOf(2))
	if p := l.Pages[1]; p.Unsure() {
		t.Errorf("in doubt by %.1f for %q", p.Margin, p.Hinge.Text)
	}
}

// A teaser of two lines below the title, larger than the text, does not hide the
// authors.
func TestTeaserAboveTheAuthors(t *testing.T) {
	teaser := setIn("F1", 12, 14, leftColumn, at(2), "It is not that the looms have no cards, but that the cards are not of the looms that we know, and so", "that we do what they do, as if there were no more of them to be had from the looms in the mills")
	page := setIn("F2", 20, 24, leftColumn, topLine, "Analytical Engines that Weave without Any Cards") + teaser + set(leftColumn, at(5), "Ada Lovelace, Charles Babbage") +
		heading(leftColumn, at(8), "1 Introduction") + set(leftColumn, at(10), prose(40, deep-10)...) + set(rightColumn, at(8), prose(13, deep-8)...)
	l := compose(t, page, columnsOf(1))
	if line := lineWith(t, l, "Babbage"); line.Role != Author {
		t.Errorf("%q is %v\n%s", line.Text, line.Role, outline(l))
	}
}

// A list below a rule begins with its first entry: what stands above the rule, though
// it names as much, is none of it.
func TestListBelowARule(t *testing.T) {
	rule := fmt.Sprintf("%.1f %.1f 80 .5 re f\n", leftColumn+80, at(4)+16)
	page := set(leftColumn, at(0), "Journal of Looms and Cards, pages 1 to 20, 1843.") + rule + set(leftColumn, at(4), entries(14)...)
	l := compose(t, columnsOf(0), page)
	if p := l.Pages[1]; l.References.Status != Found || l.References.First.Text[:3] != "[1]" || p.Unsure() {
		t.Errorf("%v, margin %.1f\n%s", l.References.Status, p.Margin, outline(l))
	}
}

// The word and letter of an appendix in capitals, set apart, are its heading whatever
// its title is set in.
func TestAppendixInCapitals(t *testing.T) {
	page := set(leftColumn, topLine, entries(4)...) + setIn("F1", 8.2, 12, leftColumn+10, at(14), "APPENDIX A: WHAT tHE LOOMS OF tHE MILL aND") + set(leftColumn, at(16), prose(50, 20)...) + set(rightColumn, topLine, prose(13, deep)...)
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), entries(16)...), page)
	wantLines(t, l, Heading, "APPENDIX A: WHAT tHE LOOMS OF tHE MILL aND")
}

// The rest of a note, below its rule at the foot of a page of entries, is none of them.
func TestRestOfANote(t *testing.T) {
	var left, right []string
	for i := range 12 {
		e := []string{fmt.Sprintf("%d. A. Lovelace and C. Babbage. Notes on", i+1), fmt.Sprintf("engines. Journal of Looms, 18%02d.", 40+i)}
		if i < 6 {
			left = append(left, e...)
		} else {
			right = append(right, e...)
		}
	}
	first := heading(leftColumn, topLine, "References") + small(leftColumn, at(41), left...) +
		fmt.Sprintf("%.1f %.1f 60 .4 re f\n", leftColumn, at(52)-5) + small(leftColumn, at(53), "by the loom.") + small(rightColumn, topLine, right...)
	l := compose(t, columnsOf(0), first)
	if line := lineWith(t, l, "by the loom."); line.Zone != InterruptionZone {
		t.Errorf("%q is %v in %v\n%s", line.Text, line.Role, line.Zone, outline(l))
	}
}

// The rule in place of an entry's authors, where they are those of the one before, is
// not that above footnotes.
func TestRulesForAuthors(t *testing.T) {
	var e []string
	for i := range 20 {
		e = append(e, fmt.Sprintf("A. Lovelace and C. Babbage (18%02d). Notes on", 40+i), "engines. Journal of Looms, 3, pp. 1-9.")
	}
	page := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), e...)
	for _, row := range []int{44, 48} {
		page += fmt.Sprintf("%.1f %.1f 24 .4 re f\n", leftColumn, at(row)+2.5) + small(leftColumn+26, at(row), fmt.Sprintf("(18%d). More notes on engines and looms.", 46+row)) +
			small(leftColumn, at(row+1), "C. Babbage (1891). Cards for the mill and its", "looms. Journal of Looms, 4, pp. 3-8.")
	}
	l := compose(t, columnsOf(0), page)
	if line := lineWith(t, l, "(1894)"); line.Role != Reference {
		t.Errorf("%q is %v in %v\n%s", line.Text, line.Role, line.Zone, outline(l))
	}
}

// An initial is no word of a sentence: "E." is none, though "è" is.
func TestInitialsAreNoWords(t *testing.T) {
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), "E. Lovelace, E. Babbage, E. Byron and E. Boole", "E. Lovelace. The loom."))
	if line := lineWith(t, l, "E. Boole"); line.seen.Has(traits.FunctionWords) {
		t.Errorf("%q has words of sentences", line.Text)
	}
}

// A caption among entries, of a figure that is nothing but rules, leaves no doubt.
func TestCaptionAmongEntries(t *testing.T) {
	figure := ""
	for i := range 4 {
		figure += setIn("F1", 8, 9, leftColumn+40+30*float64(i), at(30)-9*float64(i%3), []string{"loom", "mill", "card", "engine"}[i])
	}
	for _, caption := range [][]string{{"Figure 2: However, it is not clear whether the mill or", "the loom describes the card."}, {"Table 3. The looms of the mill."}} {
		page := small(leftColumn, topLine, authorYear(9)...) + figure + set(leftColumn, at(35), caption...) + small(leftColumn, at(38), authorYear(6)...)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+small(leftColumn, at(2), authorYear(20)...), page)
		if p := l.Pages[2]; p.Unsure() {
			t.Errorf("in doubt by %.1f for %q\n%s", p.Margin, p.Hinge.Text, outline(l))
		}
	}
}

// A rule in the middle of the page ends both columns: the list below it is read after
// the text above, in either column.
func TestListBelowARuleAcrossTheGutter(t *testing.T) {
	for _, mark := range []string{"[%d] ", "%d. "} {
		var list [2]string
		for i := range 12 {
			x, row := leftColumn, 35+3*i
			if i >= 6 {
				x, row = rightColumn, 35+3*(i-6)
			}
			list[i/6] += small(x, at(row), fmt.Sprintf(mark+"A. Lovelace and C. Babbage, Notes on an", i+1), "engine that weaves, Journal of Looms 3, 12", fmt.Sprintf("(18%d).", 40+i))
		}
		rule := fmt.Sprintf("%.1f %.1f 245.5 .6 re f\n", (leftColumn+rightColumn+measure)/2-122.7, at(33))
		page := set(leftColumn, topLine, prose(0, 31)...) + set(rightColumn, topLine, prose(40, 31)...) + rule + list[0] + list[1]
		l := compose(t, columnsOf(0), page)
		if p := l.Pages[1]; l.References.Status != Found || !strings.Contains(l.References.First.Text, "1") || l.References.Unsure() || p.Unsure() || len(linesOf(l, Reference)) != 36 {
			t.Errorf("%q: %v, margins %.1f and %.1f, %d lines of entries\n%s", mark, l.References.Status, l.References.Margin, p.Margin, len(linesOf(l, Reference)), outline(l))
		}
	}
}
