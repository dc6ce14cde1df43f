package words

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Series are findings of one rule that say the same of several pages. It is
// itself a finding, whose message speaks of them all; in JSON they stay apart.
type Series struct {
	report.Finding
	Findings []report.Finding
	Numbers  []string // in place of those among the arguments; nil: Message is that of the first
	Where    string   // in words; "": in the whole file
	Sources  string   // the lines of the source that it comes from; "": they are not known
}

// SeriesOf returns the findings of a rule in the order of their first pages, those
// that say the same together.
func SeriesOf(c *wording.Catalogue, findings []report.Finding, f *report.File) []Series {
	if len(findings) == 0 {
		return nil
	}
	var all []*gathered
	byKey := map[string][]*gathered{}
	for _, finding := range findings {
		key, numbers := keyOf(c, finding)
		open := byKey[key]
		at := slices.IndexFunc(open, func(g *gathered) bool { return g.goesOn(finding, numbers) })
		if at < 0 {
			at = len(open)
			open = append(open, &gathered{catalogue: c})
			all = append(all, open[at])
		}
		open[at].add(finding, numbers)
		byKey[key] = open[max(0, len(open)-maxOpen):]
	}
	pages := len(f.Pages)
	if f.Measured.Pages != nil {
		pages = *f.Measured.Pages
	}
	var out []Series
	for _, g := range all {
		out = append(out, g.series(pages)...)
	}
	for i := range out {
		out[i].Sources = SourcesText(f, out[i].Findings)
	}
	slices.SortStableFunc(out, func(a, b Series) int { return a.Page - b.Page })
	return out
}

// keyOf returns what findings of one series have in common, and the numbers in which
// they may differ.
func keyOf(c *wording.Catalogue, f report.Finding) (key string, numbers []int) {
	switch {
	case f.Page == 0:
		return "", nil // of the whole file
	case c.Entry(f.Kind) == nil:
		return f.Message + "\x00\x00" + f.Place, nil
	}
	key, numbers = c.Numbers(f.Sentence)
	return key + "\x00\x00" + f.Place, numbers
}

// maxOpen caps the series of the same kind that a finding may go on.
const maxOpen = 16

// gathered are findings of the same kind at the same place of their pages. In the
// numbers among their arguments they are alike, or count on with the pages.
type gathered struct {
	catalogue *wording.Catalogue
	findings  []report.Finding
	numbers   [][]int // of each finding
}

func (g *gathered) add(f report.Finding, numbers []int) {
	g.findings, g.numbers = append(g.findings, f), append(g.numbers, numbers)
}

// goesOn reports whether a finding goes on what was gathered.
func (g *gathered) goesOn(f report.Finding, numbers []int) bool {
	last := len(g.findings) - 1
	if f.Page == 0 || len(numbers) != len(g.numbers[last]) {
		return false
	}
	pages := f.Page - g.findings[last].Page
	for i, n := range numbers {
		step := n - g.numbers[last][i]
		counts := pages > 0 && (step == 1 || step == pages)
		if last > 0 && g.varies(i) != (step != 0) || step != 0 && !counts {
			return false
		}
	}
	return true
}

// varies reports whether the i-th number is not the same in all findings.
func (g *gathered) varies(i int) bool { return g.numbers[0][i] != g.numbers[len(g.numbers)-1][i] }

// leastCounted is how many findings at least are told by one that counts on: of
// two it is not known whether they do.
const leastCounted = 3

// series returns what was gathered as one series, or each finding for itself.
func (g *gathered) series(pages int) []Series {
	first := g.findings[0]
	if len(g.findings) == 1 || g.catalogue.Entry(first.Kind) == nil {
		return []Series{newSeries(g.findings, first.Message, pages)}
	}
	var texts []string
	for i := range g.numbers[0] {
		var values []int
		for _, numbers := range g.numbers {
			values = append(values, numbers[i])
		}
		if g.varies(i) && len(values) < leastCounted {
			return g.alone(pages)
		}
		texts = append(texts, numbersText(values))
	}
	if g.onOnePage() {
		return []Series{newSeries(g.findings, first.Message, pages)}
	}
	out := newSeries(g.findings, g.catalogue.Together(first.Sentence, texts), pages)
	out.Numbers = append([]string{}, texts...) // never nil
	return []Series{out}
}

// onOnePage reports whether all findings are on the page of the first.
func (g *gathered) onOnePage() bool { return g.findings[0].Page == g.findings[len(g.findings)-1].Page }

// alone returns each finding as a series of its own.
func (g *gathered) alone(pages int) []Series {
	var out []Series
	for _, f := range g.findings {
		out = append(out, newSeries([]report.Finding{f}, f.Message, pages))
	}
	return out
}

func newSeries(findings []report.Finding, message string, pages int) Series {
	s := Series{Finding: findings[0], Findings: findings}
	s.Message = message
	s.Message = s.Told()
	var on []int
	for _, f := range findings {
		on = append(on, f.Page)
	}
	s.Where = s.Place
	if s.Page > 0 {
		s.Where = strings.TrimSuffix(pagesText(on, pages)+", "+s.Place, ", ")
	}
	return s
}

// Text tells a series in a line.
func (s Series) Text() string {
	if at := s.At(); at != "" {
		return at + ": " + s.Message
	}
	return s.Message
}

// OnPages tells a series in a line, without the lines of the source.
func (s Series) OnPages() string {
	s.Sources = ""
	return s.Text()
}

// At tells where a series is, on the pages and in the source.
func (s Series) At() string {
	if s.Sources == "" {
		return s.Where
	}
	return strings.TrimSpace(s.Where + " (" + s.Sources + ")")
}

// pagesText names pages of a paper, in order.
func pagesText(on []int, pages int) string {
	on = slices.Compact(slices.Clone(on))
	switch {
	case len(on) == 1:
		return fmt.Sprintf("page %d", on[0])
	case len(on) == pages:
		return "all pages"
	case everyOther(on) && on[0]%2 == 0:
		return fmt.Sprintf("even pages %d–%d", on[0], on[len(on)-1])
	case everyOther(on):
		return fmt.Sprintf("odd pages %d–%d", on[0], on[len(on)-1])
	}
	return "pages " + runsText(on, " and ")
}

// numbersText tells the values of one number in a series of messages.
func numbersText(values []int) string {
	values = slices.Compact(slices.Clone(values))
	if everyOther(values) {
		return fmt.Sprintf("%d, %d, …, %d", values[0], values[1], values[len(values)-1])
	}
	return runsText(values, ", ")
}

// everyOther reports whether numbers are every other one of several.
func everyOther(ns []int) bool {
	for i := 1; i < len(ns); i++ {
		if ns[i] != ns[i-1]+2 {
			return false
		}
	}
	return len(ns) > leastCounted
}

// maxRuns caps the runs of numbers that are told.
const maxRuns = 10

// runsText tells numbers in order, those that follow each other as a run.
func runsText(ns []int, and string) string {
	var parts []string
	for begin := 0; begin < len(ns); {
		end := begin + 1
		for end < len(ns) && ns[end] == ns[end-1]+1 {
			end++
		}
		if len(parts) == maxRuns {
			parts = append(parts, fmt.Sprintf("%d more", len(ns)-begin))
			break
		}
		if end-begin < 3 {
			parts = append(parts, strconv.Itoa(ns[begin]))
			begin++
			continue
		}
		parts = append(parts, fmt.Sprintf("%d–%d", ns[begin], ns[end-1]))
		begin = end
	}
	last := len(parts) - 1
	if last == 0 {
		return parts[0]
	}
	return strings.Join(parts[:last], ", ") + and + parts[last]
}
