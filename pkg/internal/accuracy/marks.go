package accuracy

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
)

const (
	texPoint    = 72 / 72.27       // in PDF points
	scaledPoint = texPoint / 65536 // TeX's least length, in PDF points
	sameLine    = 0.05             // two marks this near in height are on one baseline
)

// mark is what TeX wrote of one word.
type mark struct {
	role, part    string
	size, leading float64 // TeX points
	page          int
	x, y          float64 // PDF points from the lower left corner
}

// setting is what TeX wrote of the whole paper.
type setting struct {
	pages                                 int
	paperWidth, paperHeight               float64 // all lengths in TeX points
	width, height, column, gutter, margin float64
}

// FromMarks fills a truth's lines and facts from what papers/truth.sty wrote. What
// is known without setting the paper must be there already.
func (t *Truth) FromMarks(data []byte) error {
	marks, set, err := readMarks(data)
	if err != nil {
		return err
	}
	if set.pages == 0 {
		return fmt.Errorf("%s: TeX did not come to the end", t.Name)
	}
	t.Lines = lines(marks, set, t.Facts.Columns)
	f := &t.Facts
	f.Pages = set.pages
	f.Paper = [2]float64{round(set.paperWidth * texPoint), round(set.paperHeight * texPoint)}
	f.Block = [2]float64{round(set.width * texPoint), round(set.height * texPoint)}
	f.Body, f.Leading = bodyType(marks)
	f.fromLines(t.Lines)
	right := (set.margin + set.width) * texPoint
	for _, l := range t.Lines {
		if l.Role != "furniture" {
			f.Overfull = max(f.Overfull, round(l.X1-right))
		}
	}
	return nil
}

// fromLines takes what can be counted: content pages, the page of the references
// and the parts.
func (f *Facts) fromLines(lines []Line) {
	content, before := map[int]bool{}, map[int]bool{}
	f.ReferencesPage, f.Parts = 0, nil
	for _, l := range lines {
		if l.Role == "furniture" {
			continue
		}
		if !slices.Contains(f.Parts, l.Part) {
			f.Parts = append(f.Parts, l.Part)
		}
		if l.Part == "references" {
			if f.ReferencesPage == 0 {
				f.ReferencesPage = l.Page
			}
			if l.Role == "reference" || l.Role == "reference heading" {
				continue
			}
		}
		content[l.Page] = true
		if l.Part != "appendix" {
			before[l.Page] = true
		}
	}
	f.ContentPages, f.BeforeAppendix = len(content), len(before)
}

// readMarks reads the file of marks.
func readMarks(data []byte) (marks []mark, set setting, err error) {
	for line := range bytes.Lines(data) {
		text := strings.TrimSpace(string(line))
		kind, rest, _ := strings.Cut(text, " ")
		switch kind {
		case "":
		case "pages":
			_, err = fmt.Sscan(rest, &set.pages)
		case "paper":
			_, err = fmt.Sscan(rest, &set.paperWidth, &set.paperHeight)
		case "block":
			_, err = fmt.Sscan(rest, &set.width, &set.height, &set.column, &set.gutter, &set.margin)
		default:
			m := mark{role: strings.ReplaceAll(kind, "-", " ")}
			_, err = fmt.Sscan(rest, &m.part, &m.size, &m.leading, &m.page, &m.x, &m.y)
			if m.role == "furniture" {
				m.part = m.role // it may be set long after the part that its page belongs to
			}
			m.x, m.y = m.x*scaledPoint, m.y*scaledPoint
			marks = append(marks, m)
		}
		if err != nil {
			return nil, set, fmt.Errorf("mark %q: %w", text, err)
		}
	}
	return marks, set, nil
}

// lines joins the marks that stand one after another on a baseline.
func lines(marks []mark, set setting, columns int) []Line {
	var out []Line
	height := set.paperHeight * texPoint
	for _, m := range marks {
		y, size := height-m.y, round(m.size*texPoint)
		if n := len(out) - 1; n >= 0 {
			l := &out[n]
			if l.Page == m.page && l.Role == m.role && l.Part == m.part && math.Abs(l.Y-y) < sameLine && m.x >= l.X1 {
				l.X1 = m.x
				continue
			}
		}
		out = append(out, Line{Page: m.page, Y: y, X0: m.x, X1: m.x, Size: size, Role: m.role, Part: m.part})
	}
	for i := range out {
		out[i].Column = set.columnOf(&out[i], columns)
	}
	return out
}

// columnOf returns the column that a line stands in.
func (s *setting) columnOf(l *Line, columns int) int {
	left := s.margin * texPoint
	switch {
	case l.Role == "furniture":
		return Across
	case columns < 2:
		return 0
	}
	between := left + (s.column+s.gutter/2)*texPoint
	switch {
	case l.X1 <= between:
		return 0
	case l.X0 > between+s.gutter/2*texPoint:
		return 1
	}
	return Across
}

// bodyType returns the size and the leading of most words of running text.
func bodyType(marks []mark) (size, leading float64) {
	type kind struct{ size, leading float64 }
	count := map[kind]int{}
	for _, m := range marks {
		if m.role == "body" && m.part == "body" {
			count[kind{m.size, m.leading}]++
		}
	}
	var best kind
	for k, n := range count {
		if n > count[best] || n == count[best] && k.size > best.size {
			best = k
		}
	}
	return best.size * texPoint, best.leading * texPoint
}

func round(x float64) float64 { return math.Round(100*x) / 100 }
