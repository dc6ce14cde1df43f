package check

import (
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// measured turns facts about the paper into the report's measures.
func measured(f *measure.Facts) report.Measured {
	m := report.Measured{
		Pages:        ptr(len(f.Pages)),
		ContentPages: whole(f.ContentPages()),
		Columns:      whole(f.Columns),
		GutterIn:     inches(f.Gutter),
		BodyFontPt:   value(f.BodySize),
		LeadingPt:    value(f.Leading),
	}
	if f.References.Known {
		m.ReferencesPage = ptr(f.References.Page)
	}
	if len(f.Pages) > 0 {
		m.PageSizeIn = ptr(sizeIn(f.Pages[0].Size))
	}
	if w, h := f.TextBlock(); w.Known {
		m.TextBlockIn = &[2]float64{w.Value / geom.PointsPerInch, h.Value / geom.PointsPerInch}
	}
	if f.BodyFont != "" {
		m.BodyFont = ptr(f.BodyFont)
	}
	return m
}

func pageMeasures(p *measure.Page) report.Page {
	out := report.Page{
		Page: p.Number, SizeIn: sizeIn(p.Size), Content: string(p.Content),
		BodyFontPt: value(p.BodySize), LeadingPt: value(p.Leading),
	}
	if !p.Block.IsEmpty() {
		out.TextBlock = ptr(measure.RectArray(p.Block))
	}
	if p.Columns > 0 {
		out.Columns = ptr(p.Columns)
	}
	return out
}

func ptr[T any](v T) *T { return &v }

func sizeIn(p geom.Point) [2]float64 {
	return [2]float64{p.X / geom.PointsPerInch, p.Y / geom.PointsPerInch}
}

func value(n measure.Number) *float64 {
	if !n.Known {
		return nil
	}
	return &n.Value
}

func inches(n measure.Number) *float64 {
	if !n.Known {
		return nil
	}
	return ptr(n.Value / geom.PointsPerInch)
}

func whole(n measure.Number) *int {
	if !n.Known {
		return nil
	}
	return ptr(int(n.Value))
}
