package rules

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var margins = Rule{
	ID:    "margins",
	Title: "margins free of text and figures",
	Why:   `Printers cut what is too near the edge, and reviewers write in the margins.`,
	By:    byMargins,
	Doc: `The ink of all text and of all drawings and images of a page, less page numbers,
running heads, line numbers and stamps, must keep the required distances from the
edges of the visible page. One or two lines that reach no more than the stray
tolerance into a margin are a warning. The first page, and pages of each paper, may
have margins of their own.`,
	Guides: &marginsGuides,
	limit:  limitMargins,
	judge:  judgeMargins,
}

func limitMargins(p *profile.Profile) Limit {
	m := p.Margins
	if m == (profile.Margins{}) {
		return Limit{}
	}
	unit := marginUnit(p)
	words := marginWords(m, unit)
	for _, of := range p.MarginsOf {
		words += "; " + strings.ReplaceAll(of.Pages, profile.FirstPage, "first page") + " " + marginWords(of.Margins, unit)
	}
	return Limit{Want: words, Tolerance: inUnit(p.Tolerance.Block, unit), Unit: unit}
}

// marginUnit returns the unit in which the call has its margins; where the profile
// was not read from one, mm for lengths that are metric.
func marginUnit(p *profile.Profile) string {
	if unit, known := p.Units["margins"]; known {
		return unit
	}
	m := p.Margins
	for _, length := range []float64{m.Top, m.Right, m.Bottom, m.Left} {
		if unit := profile.UnitOf(length); length > 0 && (unit == "mm" || unit == "cm") {
			return "mm"
		}
	}
	return "in"
}

// inUnit converts points.
func inUnit(points float64, unit string) float64 {
	switch unit {
	case "mm":
		return 25.4 * geom.Inches(points)
	case "cm":
		return 2.54 * geom.Inches(points)
	}
	return geom.Inches(points)
}

// marginWords lists margins in the order top, right, bottom, left.
func marginWords(m profile.Margins, unit string) string {
	var out []string
	for _, length := range []float64{m.Top, m.Right, m.Bottom, m.Left} {
		out = append(out, digits(inUnit(length, unit), 2))
	}
	return strings.Join(out, ", ")
}

// edge is one side of a page and the margin required there.
type edge struct {
	name  string
	want  float64
	reach func(geom.Rect) float64 // how near to the edge a box comes, from the edge
}

func edgesOf(page *measure.Page, m profile.Margins) []edge {
	return []edge{
		{"top", m.Top, func(r geom.Rect) float64 { return r.Y0 }},
		{"right", m.Right, func(r geom.Rect) float64 { return page.Size.X - r.X1 }},
		{"bottom", m.Bottom, func(r geom.Rect) float64 { return page.Size.Y - r.Y1 }},
		{"left", m.Left, func(r geom.Rect) float64 { return r.X0 }},
	}
}

func judgeMargins(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitMargins(p)
	if required.Want == nil {
		return Outcome{}
	}
	out, seen := required.ofText(f)
	if !seen {
		return out
	}
	var free profile.Margins
	for i := range f.Pages {
		page := &f.Pages[i]
		for side, e := range edgesOf(page, p.MarginsAt(page.Size.X, page.Size.Y, i == 0)) {
			nearest, lines, ink := inMargin(page, &e, p.Tolerance.Block)
			widen(&free, side, nearest)
			if ink.IsEmpty() {
				continue
			}
			r := minor
			if lines > maxMinorLines || e.want-nearest > p.Tolerance.Stray {
				r = violated
			}
			if out.result != violated {
				out.result = r
			}
			out.Findings = append(out.Findings, report.Finding{
				Page: page.Number, Box: box(ink), Got: geom.Inches(nearest), Want: geom.Inches(e.want), Unit: "in",
				Sentence: marginSentence(lines, &e, nearest, required.Unit),
			})
		}
	}
	out.Got = marginWords(free, required.Unit)
	return out
}

// marginSentence says how far lines, or a figure, enter a margin.
func marginSentence(lines int, e *edge, nearest float64, unit string) report.Sentence {
	args := report.Args{"side": e.name, "left": geom.Inches(max(0, nearest)), "margin": geom.Inches(e.want)}
	if unit != "in" { // also where the profile has no text
		args["unit"] = unit
	}
	if lines == 0 {
		return report.Say(wording.FigureInMargin, args)
	}
	args["lines"] = lines
	return report.Say(wording.LinesInMargin, args)
}

// inMargin returns how near to an edge the page's ink comes, the lines that reach
// into the margin, and the ink of them and of figures that do.
func inMargin(page *measure.Page, e *edge, tolerance float64) (nearest float64, lines int, ink geom.Rect) {
	nearest, ink = max(page.Size.X, page.Size.Y), geom.Empty()
	look := func(r geom.Rect) bool {
		d := e.reach(r)
		nearest = min(nearest, d)
		if e.want > 0 && d < e.want-tolerance {
			ink = ink.Union(r)
			return true
		}
		return false
	}
	for i := range page.Lines {
		if look(page.Lines[i].Box) {
			lines++
		}
	}
	for _, r := range page.Figures {
		look(r)
	}
	return nearest, lines, ink
}

// widen keeps the least distance of all pages for a side.
func widen(m *profile.Margins, side int, nearest float64) {
	at := []*float64{&m.Top, &m.Right, &m.Bottom, &m.Left}[side]
	if *at == 0 || nearest < *at {
		*at = max(0, nearest)
	}
}
