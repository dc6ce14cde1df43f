package annotate

import (
	"bytes"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/report"
)

// tint is the colour of a line, and the paler one of an area, in RGB from 0 to 1.
type tint struct{ line, area [3]float64 }

var (
	red   = tint{[3]float64{0.80, 0.10, 0.10}, [3]float64{1.00, 0.76, 0.74}}
	amber = tint{[3]float64{0.80, 0.50, 0.00}, [3]float64{1.00, 0.90, 0.60}}
	teal  = tint{[3]float64{0.00, 0.50, 0.45}, [3]float64{0.75, 0.95, 0.90}}
	blue  = tint{[3]float64{0.15, 0.40, 0.80}, [3]float64{0.80, 0.88, 1.00}}
)

// tintOf returns the colour of findings of a severity.
func tintOf(s report.Severity) tint {
	switch s {
	case report.SeverityError:
		return red
	case report.SeverityNote:
		return teal
	}
	return amber
}

// stroke is how a frame is drawn.
type stroke struct {
	width float64
	dash  string // the operator's array
}

var (
	solid  = stroke{1.2, "[]"}
	dashed = stroke{0.8, "[4 3]"}
)

// square frames a box in page space.
func (a *annotator) square(box geom.Rect, r remark, s stroke) {
	box = box.Intersect(a.page.Inset(s.width / 2)) // a frame at the page's edge can be seen
	draw := fmt.Sprintf("%s RG %g w %s 0 d %s re S", rgb(r.tint.line), s.width, s.dash, operands(box))
	a.annotation("Square", box.Inset(-s.width/2), r, draw, nil, pdf.Dict{
		"BS": pdf.Dict{"W": s.width, "S": pdf.Name("S")},
	})
}

// highlight marks lines of type like a pen that lets it shine through. It is made
// by transparency, not by a blend mode: MuPDF draws whole pages in another way,
// a shade or two off, where there is one.
func (a *annotator) highlight(lines []geom.Rect, r remark) {
	var draw bytes.Buffer
	fmt.Fprintf(&draw, "/Pen gs %s rg ", rgb(r.tint.line))
	all, quads := geom.Empty(), pdf.Array{}
	for _, l := range lines {
		l = l.Inset(-penReach).Intersect(a.page)
		all = all.Union(l)
		fmt.Fprintf(&draw, "%s re ", operands(l))
		for _, corner := range []geom.Point{{X: l.X0, Y: l.Y0}, {X: l.X1, Y: l.Y0}, {X: l.X0, Y: l.Y1}, {X: l.X1, Y: l.Y1}} {
			p := a.toUser.Apply(corner)
			quads = append(quads, p.X, p.Y)
		}
	}
	draw.WriteString("f")
	pen := pdf.Dict{"ExtGState": pdf.Dict{"Pen": pdf.Dict{"ca": shine}}}
	a.annotation("Highlight", all, r, draw.String(), pen, pdf.Dict{"QuadPoints": quads})
}

// shine is how opaque a highlight is.
const shine = 0.28

// penReach is how far in points a highlight reaches beyond the ink.
const penReach = 1

// Notes are in rows on top of the page.
const (
	noteSide = 16.0 // points
	noteStep = 20.0
	noteEdge = 6.0 // from the page's edges
)

// note puts a note on top of the page.
func (a *annotator) note(r remark) {
	perRow := max(1, int((a.page.Width()-2*noteEdge)/noteStep))
	x := noteEdge + noteStep*float64(a.notes%perRow)
	y := noteEdge + noteStep*float64(a.notes/perRow)
	a.notes++
	box := geom.Rect{X0: x, Y0: y, X1: x + noteSide, Y1: y + noteSide}
	paper := box.Inset(1)
	draw := fmt.Sprintf("%s rg %s RG 1 w %s re B ", rgb(r.tint.area), rgb(r.tint.line), operands(paper))
	for i := range 3 { // lines of writing
		h := y + 4.5 + 3.5*float64(i)
		draw += fmt.Sprintf("%.2f %.2f m %.2f %.2f l ", paper.X0+2.5, h, paper.X1-2.5, h)
	}
	kind := "Text"
	if m := a.toUser; m.A != 1 || m.D != -1 {
		// Poppler neither turns nor scales notes with the page, other viewers do.
		kind = "Stamp"
	}
	a.annotation(kind, box, r, draw+"S", nil, pdf.Dict{"Name": pdf.Name("Comment")})
}

// printed is the flag of annotations that are printed with the page (12.5.3).
const printed = 1 << 2

// annotation adds an annotation at a box of page space, with what its appearance
// draws there and the entries of its kind.
func (a *annotator) annotation(kind string, box geom.Rect, r remark, draw string, resources, entries pdf.Dict) {
	rect := array(a.toUser.ApplyRect(box))
	m := a.toUser
	// The layer is in the content too: not all viewers look for an annotation's.
	if resources == nil {
		resources = pdf.Dict{}
	}
	resources["Properties"] = pdf.Dict{"Layer": a.layer}
	look := pdf.Dict{"Type": pdf.Name("XObject"), "Subtype": pdf.Name("Form"), "BBox": rect, "Resources": resources}
	draw = fmt.Sprintf("/OC /Layer BDC q %.6f %.6f %.6f %.6f %.6f %.6f cm %s Q EMC", m.A, m.B, m.C, m.D, m.E, m.F, draw)
	annot := pdf.Dict{
		"Type": pdf.Name("Annot"), "Subtype": pdf.Name(kind), "Rect": rect, "F": printed, "OC": a.layer,
		"T": "paperfit", "Subj": r.rule, "Contents": r.text, "NM": fmt.Sprintf("paperfit-%d", a.update.Added()),
		"C":  pdf.Array{r.tint.line[0], r.tint.line[1], r.tint.line[2]},
		"AP": pdf.Dict{"N": a.update.AddStream(look, []byte(draw))},
	}
	for key, value := range entries {
		annot[key] = value
	}
	a.refs = append(a.refs, a.update.Add(annot))
}

func rgb(c [3]float64) string { return fmt.Sprintf("%g %g %g", c[0], c[1], c[2]) }

// operands returns a box as the operands of re.
func operands(b geom.Rect) string {
	return fmt.Sprintf("%.3f %.3f %.3f %.3f", b.X0, b.Y0, b.Width(), b.Height())
}

func array(b geom.Rect) pdf.Array { return pdf.Array{b.X0, b.Y0, b.X1, b.Y1} }
