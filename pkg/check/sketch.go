package check

import (
	"fmt"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// graphics are what a page shows besides text.
type graphics struct {
	images   []geom.Rect
	outlines []content.Outline
}

// maxImages caps the images of a page in a sketch.
const maxImages = 500

// graphicsOf returns what a sketch shows of a page that is read no longer.
func graphicsOf(p *content.Page) graphics {
	g := graphics{outlines: p.Outlines}
	for i := range p.Images {
		if x := &p.Images[i]; x.Hidden == content.Visible && !x.Light && len(g.images) < maxImages {
			g.images = append(g.images, x.Box)
		}
	}
	return g
}

// sketch turns what was seen and measured on a page into what reports draw.
func sketch(p *structure.Page, measures *measure.Page, g *graphics, required *profile.Profile) *report.Sketch {
	s := &report.Sketch{
		Columns: [][2]float64{}, Lines: make([]report.SketchLine, 0, len(p.Lines)), Figures: [][4]float64{},
		Images: boxes(g.images), Drawings: make([]report.SketchDrawing, 0, len(g.outlines)),
	}
	for _, c := range p.Columns {
		s.Columns = append(s.Columns, [2]float64{c.X0, c.X1})
	}
	for _, f := range p.Figures {
		s.Figures = append(s.Figures, f.Box.Array())
	}
	for _, l := range p.Lines {
		s.Lines = append(s.Lines, sketchLine(l))
	}
	sketchBlock(s, measures, required)
	for i := range g.outlines {
		s.Drawings = append(s.Drawings, sketchDrawing(&g.outlines[i]))
	}
	return s
}

// maxReasons is the most reasons for its role that a line tells.
const maxReasons = 3

func sketchLine(l *structure.Line) report.SketchLine {
	out := report.SketchLine{
		Role: l.Role.String(), Column: l.Column, Block: l.Block, Box: l.Box.Array(),
		Baseline: l.Baseline, Size: l.Style.Size, Text: l.Text, Rotated: l.Rotated,
	}
	if l.Style.Font != nil {
		out.Font = l.Style.Font.Name
	}
	for _, r := range l.Reasons(maxReasons) {
		out.Reasons = append(out.Reasons, fmt.Sprintf("%s (%+.1f)", r.Trait, r.Weight))
	}
	if out.Reasons != nil {
		out.RunnerUp, out.Margin = l.RunnerUp.String(), math.Max(0, l.Margin)
	}
	if pieces := l.Pieces(); len(pieces) > 1 && !l.Rotated {
		for _, p := range pieces {
			out.Pieces = append(out.Pieces, report.SketchPiece{X0: p.X0, X1: p.X1, Text: p.Text})
		}
	}
	return out
}

// sketchBlock adds the allowed block and what sticks out of it.
func sketchBlock(s *report.Sketch, p *measure.Page, required *profile.Profile) {
	width, height, tolerance := required.Block.Width, required.Block.Height, required.Tolerance.Block
	if allowed := p.Allowed(width, height, tolerance); !allowed.IsEmpty() {
		s.Block = ptr(allowed.Array())
	}
	text, figures := p.Overhangs(width, height, tolerance), p.FigureOverhangs(width, height, tolerance)
	s.Outside = boxes(p.Outside(append(text, figures...)...))
}

// sketchDrawing turns an outline into numbers with two decimals: a sketch has
// many of them.
func sketchDrawing(o *content.Outline) report.SketchDrawing {
	out := report.SketchDrawing{
		Filled: o.Kind != content.Stroke, Gray: hundredths(o.Gray), Width: hundredths(o.Width),
		Box: o.Box.Array(), Lines: make([][]float64, len(o.Lines)),
	}
	for i, line := range o.Lines {
		numbers := make([]float64, 0, 2*len(line))
		for _, q := range line {
			numbers = append(numbers, hundredths(q.X), hundredths(q.Y))
		}
		out.Lines[i] = numbers
	}
	return out
}

func hundredths(x float64) float64 { return math.Round(100*x) / 100 }

// boxes returns a list, never nil, of boxes in the form that reports hold.
func boxes(rects []geom.Rect) [][4]float64 {
	out := make([][4]float64, len(rects))
	for i, r := range rects {
		out[i] = r.Array()
	}
	return out
}
