package check

import (
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/layout"
	"github.com/paperfit/paperfit/pkg/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// sketch turns a page's layout and measures into what reports draw.
func sketch(p *layout.Page, measures *measure.Page, asked *profile.Profile) *report.Sketch {
	s := &report.Sketch{Columns: [][2]float64{}, Lines: []report.SketchLine{}, Figures: [][4]float64{}}
	sketchBlock(s, measures, asked)
	for _, c := range p.Columns {
		s.Columns = append(s.Columns, [2]float64{c.X0, c.X1})
	}
	for _, f := range p.Figures {
		s.Figures = append(s.Figures, measure.RectArray(f.Box))
	}
	for _, l := range p.Lines {
		line := report.SketchLine{
			Role: l.Role.String(), Column: l.Column, Block: l.Block, Box: measure.RectArray(l.Box),
			Baseline: l.Baseline, Size: l.Style.Size, Text: l.Text,
		}
		if l.Style.Font != nil {
			line.Font = l.Style.Font.Name
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

// sketchBlock adds the allowed block and what sticks out of it.
func sketchBlock(s *report.Sketch, p *measure.Page, asked *profile.Profile) {
	width, height, tolerance := asked.Block.Width, asked.Block.Height, asked.Tolerance.Block
	if allowed := p.Allowed(width, height, tolerance); !allowed.IsEmpty() {
		s.Block = ptr(measure.RectArray(allowed))
	}
	text, figures := p.Overhangs(width, height, tolerance), p.FigureOverhangs(width, height, tolerance)
	s.Outside = boxes(p.Outside(append(text, figures...)...))
}

// boxes returns a list, never nil, of boxes in the form that reports hold.
func boxes(rects []geom.Rect) [][4]float64 {
	out := make([][4]float64, len(rects))
	for i, r := range rects {
		out[i] = measure.RectArray(r)
	}
	return out
}
