package check

import (
	"github.com/paperfit/paperfit/pkg/layout"
	"github.com/paperfit/paperfit/pkg/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// sketch turns a page's layout into what reports draw.
func sketch(p *layout.Page) *report.Sketch {
	s := &report.Sketch{Columns: [][2]float64{}, Lines: []report.SketchLine{}, Figures: [][4]float64{}}
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
