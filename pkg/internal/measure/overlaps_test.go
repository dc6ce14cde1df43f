package measure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// A table over its neighbour column, and a line over another, are found and quoted.
func TestOverlaps(t *testing.T) {
	for name, c := range map[string]struct{ page, text, over string }{
		"a wide row":         {set(leftColumn, topLine, prose(0, 20)...) + set(rightColumn, topLine, prose(13, deep)...) + set(leftColumn, at(20)+3, "Loom 1820 1830 1840 and 1850, with the yarn of a day in ells and yards"), prose(33, 1)[0], "Loom 1820"},
		"a line pulled up":   {columnsOf(0) + set(leftColumn, at(20)-1.5, "A paragraph that a negative space pulls up"), prose(20, 1)[0], "A paragraph"},
		"a heading, larger":  {columnsOf(0) + setIn("F2", 12, 14, leftColumn, at(20)+1, "7 Looms of the North"), prose(20, 1)[0], "7 Looms"},
		"a word on the same": {columnsOf(0) + set(leftColumn+40, at(20), "Respondent"), prose(20, 1)[0], "Respondent"},
	} {
		got := facts(t, c.page).Overlaps
		if len(got) != 1 || got[0].Page != 1 || got[0].Text != c.text || !strings.HasPrefix(got[0].Over, c.over) {
			t.Errorf("%s: %+v, want %q over %q", name, got, c.over, c.text)
		}
	}
}

// Formulas, accents, bold and shadowed letters, struck-out and underlined words, lines
// set solid, initials, watermarks and the labels of a drawing overlap nothing.
func TestOverlapsOfGoodPages(t *testing.T) {
	plot := "1 0 0 RG 60 400 m 150 520 l S 70 390 m 160 500 l S 60 400 100 120 re S "
	for name, page := range map[string]string{
		"columns":         columnsOf(0),
		"set solid":       setIn("F1", 10, 8.5, leftColumn, topLine, prose(0, 60)...),
		"scripts":         set(leftColumn, topLine, prose(0, 20)...) + pdftest.Text("F1", 7, leftColumn+30, at(30)+3.6, "max") + pdftest.Text("F1", 7, leftColumn+30, at(30)-1.5, "min") + set(leftColumn, at(30), "weight"),
		"an accent":       columnsOf(0) + set(leftColumn+12, at(20)+1, "^"),
		"bold":            columnsOf(0) + set(leftColumn+0.3, at(20), prose(20, 1)...),
		"a shadow":        ".8 g " + set(leftColumn+1, at(20)-1, prose(20, 1)...) + "0 g " + columnsOf(0),
		"part of it bold": columnsOf(0) + set(leftColumn, at(20), strings.Join(strings.Fields(prose(20, 1)[0])[:2], " ")),
		"struck out":      columnsOf(0) + set(leftColumn, at(20), strings.Repeat("/", 60)) + set(leftColumn, at(21), strings.Repeat("-", 60)),
		"underlined":      columnsOf(0) + set(leftColumn, at(20), strings.Repeat("_", 40)),
		"an initial":      columnsOf(0) + setIn("F3", 30, 30, leftColumn, at(20), "The"),
		"a watermark":     ".8 g BT /F3 48 Tf .7 .7 -.7 .7 150 200 Tm (DRAFT COPY) Tj ET .8 g BT /F3 60 Tf 1 0 0 1 130 400 Tm (DRAFT) Tj ET 0 g " + columnsOf(0),
		"turned labels":   columnsOf(0) + "BT /F1 10 Tf 0 1 -1 0 100 300 Tm (yarn that was woven) Tj ET",
		"labels":          set(rightColumn, topLine, prose(0, deep)...) + plot + setIn("F3", 6, 6, 90, 450, "loom 1820") + setIn("F3", 6, 6, 95, 451, "loom 1830"),
	} {
		if got := facts(t, page).Overlaps; len(got) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A page of nothing but overlaps is compared only so often, and less so where its runs
// are long.
func TestOverlapsAreCapped(t *testing.T) {
	for words, most := range map[int]int{1: maxOverlapSteps, 100: maxOverlapSteps / (2 * 100 * 5 / bytesOfStep)} {
		var page strings.Builder
		for i := range 700 {
			page.WriteString(pdftest.Text("F1", 0.1, 100+float64(i%7)/100, 400, fmt.Sprintf("loom %d", i)+strings.Repeat(" wove", words)))
		}
		got := facts(t, page.String()).Overlaps
		if len(got) != 1 || got[0].Pairs > most {
			t.Errorf("%d words: %d pairs, want at most %d", words, got[0].Pairs, most)
		}
	}
}
