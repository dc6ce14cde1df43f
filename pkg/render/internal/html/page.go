package html

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// pageMargin is the room around a drawn page, in points, for numbers of findings.
const pageMargin = 16.0

// pages draws the chosen pages of a file with the places of its findings.
func (d *document) pages(i int, f *report.File, groups []entryGroup, drawn map[int]bool) {
	if len(drawn) == 0 {
		return
	}
	d.begin("section", class("pages"), d.labelled(i, fileID(i)+"-pages"))
	d.leaf(d.heading(2), "Pages, as they were measured", id(fileID(i)+"-pages"))
	d.legend(f, groups, drawn)
	missing := 0
	for k := range f.Pages {
		p := &f.Pages[k]
		if !drawn[p.Page] {
			missing++
			continue
		}
		about := append(entriesOf(groups, 0), entriesOf(groups, p.Page)...)
		hit := func(l *report.SketchLine) bool { return concerned(p, about, toleranceOf(f), l) }
		d.page(i, p, entriesOf(groups, p.Page), hit)
	}
	if missing > 0 {
		d.leaf("p", words.Plural(missing, "page")+" more not drawn.", class("facts"))
	}
	d.endLine()
}

// entriesOf returns the findings on a page, of page 0 those on the whole file.
func entriesOf(groups []entryGroup, page int) []entry {
	var out []entry
	for _, g := range groups {
		for _, n := range g.entries {
			if n.Page == page && len(out) < maxDrawnMarks {
				out = append(out, n)
			}
		}
	}
	return out
}

// legend tells what the signs in a file's drawings mean.
func (d *document) legend(f *report.File, groups []entryGroup, drawn map[int]bool) {
	seen := map[string]bool{}
	for i := range f.Pages {
		if p := &f.Pages[i]; drawn[p.Page] {
			seen["allowed"] = seen["allowed"] || p.Sketch.Block != nil
			seen["outside"] = seen["outside"] || len(p.Sketch.Outside) > 0
			seen["mark"] = seen["mark"] || len(entriesOf(groups, p.Page)) > 0
			for k := range p.Sketch.Lines {
				seen[p.Sketch.Lines[k].Role] = true
			}
		}
	}
	d.begin("ul", class("legend"))
	for _, sign := range []struct{ what, class, text string }{
		{"allowed", "key-allowed", "allowed block"}, {"outside", "key-outside", "beyond the block"},
		{"mark", "key-mark", "place of a finding"}, {referenceHeading, "key-reference", "references begin here"},
		{furniture, "key-furniture", "page furniture, not judged"},
	} {
		if !seen[sign.what] {
			continue
		}
		d.begin("li")
		d.leaf("span", "", class("key "+sign.class), silent())
		d.text(" " + sign.text)
		d.end()
	}
	d.endLine()
}

// page draws one page.
func (d *document) page(i int, p *report.Page, entries []entry, hit func(*report.SketchLine) bool) {
	w, h := p.SizeIn[0]*geom.PointsPerInch, p.SizeIn[1]*geom.PointsPerInch
	paper := geom.Rect{X1: w, Y1: h}
	d.begin("figure", class("page"), id(pageID(i, p.Page)))
	d.begin("figcaption")
	d.leaf("strong", fmt.Sprintf("Page %d", p.Page))
	d.leaf("span", pageFacts(p))
	d.endLine()
	name := fmt.Sprintf("Page %d, drawn from what was measured, with %s", p.Page, words.Plural(len(entries), "finding"))
	box := tenth(-pageMargin) + " " + tenth(-pageMargin) + " " + tenth(w+2*pageMargin) + " " + tenth(h+2*pageMargin)
	d.begin("svg", attr{"viewBox", box}, attr{"role", "group"}, label(name))
	d.begin("g", silent())
	d.shape("rect", append(edges(paper), class("paper"))...)
	d.sketch(p.Sketch, hit)
	d.end()
	d.reasons(p.Sketch.Lines)
	d.marks(i, entries, paper)
	d.end()
	d.end()
	d.buf = append(d.buf, '\n')
}

// pageFacts tells what a page is like, as far as it is known.
func pageFacts(p *report.Page) string {
	var facts []string
	if p.TextBlock != nil {
		facts = append(facts, "text "+words.BlockFact(p.TextBlock)+" in")
	}
	if p.Columns != nil {
		facts = append(facts, words.Plural(*p.Columns, "column"))
	}
	if p.BodyFontPt != nil && p.LeadingPt != nil {
		facts = append(facts, fmt.Sprintf("%s on %s pt", words.Number(*p.BodyFontPt), words.Number(*p.LeadingPt)))
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

// mixed is the content of a page with references and something else.
const mixed = "mixed"

// concerned reports whether a line is what a finding with a large place speaks
// of: content beyond the limit among references, type that is too small.
func concerned(p *report.Page, entries []entry, tolerance func(string) float64, l *report.SketchLine) bool {
	for i := range entries {
		n := &entries[i]
		want, _ := n.Want.(float64)
		within := n.Box == nil || geom.FromArray(*n.Box).Overlaps(geom.FromArray(l.Box))
		switch n.Rule {
		case "page-limit":
			if within && p.Content == mixed && l.Role != "reference" && l.Role != referenceHeading && l.Role != furniture {
				return true
			}
		case "body-font-size":
			if within && (l.Role == "body" || l.Role == "list") && l.Size < want-tolerance(n.Rule) {
				return true
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

// edges returns the attributes of a rectangle.
func edges(b geom.Rect) []attr {
	return []attr{num("x", b.X0), num("y", b.Y0), num("width", b.Width()), num("height", b.Height())}
}
