package check

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
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
		m.PageSizeIn = ptr(geom.SizeIn(f.Pages[0].Size.X, f.Pages[0].Size.Y))
	}
	if w, h := f.TextBlock(); w.Known {
		m.TextBlockIn = ptr(geom.SizeIn(w.Value, h.Value))
	}
	if f.BodyFont != "" {
		m.BodyFont = ptr(f.BodyFont)
	}
	return m
}

func pageMeasures(p *measure.Page) report.Page {
	out := report.Page{
		Page: p.Number, SizeIn: geom.SizeIn(p.Size.X, p.Size.Y), Content: string(p.Content),
		BodyFontPt: value(p.BodySize), LeadingPt: value(p.Leading),
	}
	if !p.Block.IsEmpty() {
		out.TextBlock = ptr(p.Block.Array())
	}
	if p.Columns > 0 {
		out.Columns = ptr(p.Columns)
	}
	return out
}

func ptr[T any](v T) *T { return &v }

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
	return ptr(geom.Inches(n.Value))
}

func whole(n measure.Number) *int {
	if !n.Known {
		return nil
	}
	return ptr(int(n.Value))
}
