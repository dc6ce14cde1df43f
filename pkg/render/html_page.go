package render

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// pageMargin is the room around a drawn page, in points, for numbers of findings.
const pageMargin = 16.0

// pages draws the chosen pages of a file with the places of its findings.
func (d *htmlReport) pages(i int, f *report.File, groups []noteGroup, drawn map[int]bool) {
	if len(drawn) == 0 {
		return
	}
	d.begin("section", class("pages"), attr{"aria-labelledby", fileID(i) + "-pages"})
	d.leaf(d.heading(2), "Pages, as they were measured", id(fileID(i)+"-pages"))
	d.legend()
	missing := 0
	for k := range f.Pages {
		p := &f.Pages[k]
		if !drawn[p.Page] {
			missing++
			continue
		}
		d.page(i, p, notesOf(groups, p.Page), toleranceOf(f))
	}
	if missing > 0 {
		d.leaf("p", plural(missing, "page")+" more not drawn.", class("facts"))
	}
	d.endLine()
}

// notesOf returns the findings on a page.
func notesOf(groups []noteGroup, page int) []note {
	var out []note
	for _, g := range groups {
		for _, n := range g.notes {
			if n.Page == page && len(out) < maxDrawnMarks {
				out = append(out, n)
			}
		}
	}
	return out
}

// legend tells what the signs in the drawings mean.
func (d *htmlReport) legend() {
	d.begin("ul", class("legend"))
	for _, sign := range []struct{ class, text string }{
		{"key-allowed", "allowed block"}, {"key-outside", "sticks out of it"},
		{"key-mark", "place of a finding"}, {"key-reference", "where references begin"}, {"key-furniture", "page furniture, not judged"},
	} {
		d.begin("li")
		d.leaf("span", "", class("key "+sign.class), silent())
		d.text(" " + sign.text)
		d.end()
	}
	d.endLine()
}

// page draws one page.
func (d *htmlReport) page(i int, p *report.Page, notes []note, tolerance func(string) float64) {
	w, h := p.SizeIn[0]*geom.PointsPerInch, p.SizeIn[1]*geom.PointsPerInch
	d.begin("figure", class("page"), id(pageID(i, p.Page)))
	d.begin("figcaption")
	d.leaf("strong", fmt.Sprintf("Page %d", p.Page))
	d.leaf("span", pageFacts(p))
	d.endLine()
	name := fmt.Sprintf("Page %d, drawn from what was measured, with %s", p.Page, plural(len(notes), "finding"))
	box := tenth(-pageMargin) + " " + tenth(-pageMargin) + " " + tenth(w+2*pageMargin) + " " + tenth(h+2*pageMargin)
	d.begin("svg", attr{"viewBox", box}, attr{"role", "group"}, label(name))
	d.begin("g", silent())
	d.shape("rect", append(box4([4]float64{0, 0, w, h}), class("paper"))...)
	d.sketch(p.Sketch, func(l *report.SketchLine) bool { return concerned(notes, tolerance, l) })
	d.end()
	d.marks(i, notes, [4]float64{0, 0, w, h})
	d.end()
	d.end()
	d.buf = append(d.buf, '\n')
}

// pageFacts tells what a page is like, as far as it is known.
func pageFacts(p *report.Page) string {
	var facts []string
	if p.TextBlock != nil {
		facts = append(facts, "text "+blockFact(p.TextBlock)+" in")
	}
	if p.Columns != nil {
		facts = append(facts, plural(*p.Columns, "column"))
	}
	if p.BodyFontPt != nil && p.LeadingPt != nil {
		facts = append(facts, fmt.Sprintf("%s on %s pt", number(*p.BodyFontPt), number(*p.LeadingPt)))
	}
	if p.Content != "" {
		facts = append(facts, p.Content)
	}
	return strings.Join(facts, " · ")
}

// toleranceOf returns how far a rule's measure may miss its limit.
func toleranceOf(f *report.File) func(rule string) float64 {
	return func(rule string) float64 {
		for i := range f.Checks {
			if f.Checks[i].Rule == rule {
				return f.Checks[i].Tolerance
			}
		}
		return 0
	}
}

// concerned reports whether a line is what a finding with a large place speaks
// of: content beyond the limit, type that is too small.
func concerned(notes []note, tolerance func(string) float64, l *report.SketchLine) bool {
	for i := range notes {
		n := &notes[i]
		if n.Box != nil && !overlap(*n.Box, l.Box) {
			continue
		}
		want, _ := n.Want.(float64)
		switch n.Rule {
		case "page-limit":
			if l.Role != "reference" && l.Role != referenceHeading && l.Role != furniture {
				return true
			}
		case "body-font-size":
			if l.Role == "body" || l.Role == "list" {
				return l.Size < want-tolerance(n.Rule)
			}
		case "legible-figures":
			if l.Size < want {
				return true
			}
		}
	}
	return false
}

// The roles of lines that a drawing shows in their own way.
const (
	furniture        = "furniture"
	referenceHeading = "reference heading"
)

func overlap(a, b [4]float64) bool {
	return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

// box4 returns the attributes of a rectangle.
func box4(b [4]float64) []attr {
	return []attr{num("x", b[0]), num("y", b[1]), num("width", max(0, b[2]-b[0])), num("height", max(0, b[3]-b[1]))}
}
