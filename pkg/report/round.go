package report

import "math"

// scale rounds to four decimals, the most that a report writes: a ten-thousandth of a
// point or an inch is finer than any printer. Comparisons are made before,
// with the numbers as they were measured.
const scale = 1e4

// Round rounds a finite number for writing.
func Round(x float64) float64 {
	if r := math.Round(x*scale) / scale; r != 0 && finite(r) {
		return r
	}
	return 0 // never -0
}

// finite reports whether all numbers can be written.
func finite(numbers ...float64) bool {
	for _, x := range numbers {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// ForWriting returns a copy of the report with its numbers rounded and its
// lists never nil. What is no number (NaN, infinity) is not known. Renderers
// for machines write this copy.
func (r *Report) ForWriting() *Report {
	out := *r
	out.Files = make([]File, len(r.Files))
	for i, f := range r.Files {
		out.Files[i] = f.ForWriting()
	}
	return &out
}

// ForWriting returns a copy of the file for writing, as that of a report.
func (f File) ForWriting() File {
	f.Measured = f.Measured.rounded()
	f.Pages = mapped(f.Pages, Page.rounded)
	f.Checks = mapped(f.Checks, Check.rounded)
	f.Findings = mapped(f.Findings, Finding.rounded)
	f.Notes = mapped(f.Notes, Finding.rounded)
	f.Damage = mapped(f.Damage, func(d Damage) Damage { return d })
	f.CrossCheck = f.CrossCheck.forWriting()
	f.ElapsedMS = roundedNumber(f.ElapsedMS)
	return f
}

func (m Measured) rounded() Measured {
	m.PageSizeIn = roundedPair(m.PageSizeIn)
	m.TextBlockIn = roundedPair(m.TextBlockIn)
	m.GutterIn = roundedNumber(m.GutterIn)
	m.BodyFontPt = roundedNumber(m.BodyFontPt)
	m.LeadingPt = roundedNumber(m.LeadingPt)
	return m
}

func (p Page) rounded() Page {
	p.SizeIn = [2]float64{Round(p.SizeIn[0]), Round(p.SizeIn[1])}
	p.TextBlock = roundedBox(p.TextBlock)
	p.BodyFontPt = roundedNumber(p.BodyFontPt)
	p.LeadingPt = roundedNumber(p.LeadingPt)
	p.Sketch = p.Sketch.rounded()
	return p
}

func (c Check) rounded() Check {
	c.Got, c.Want = roundedValue(c.Got), roundedValue(c.Want)
	c.Tolerance = Round(c.Tolerance)
	if c.DependsOn != nil {
		c.DependsOn = mapped(c.DependsOn, PaperLine.rounded)
	}
	return c
}

func (l PaperLine) rounded() PaperLine {
	if box := roundedBox(&l.Box); box != nil {
		l.Box = *box
	} else {
		l.Box = [4]float64{}
	}
	return l
}

func (f Finding) rounded() Finding {
	f.Got, f.Want = roundedValue(f.Got), roundedValue(f.Want)
	f.Box = roundedBox(f.Box)
	return f
}

// roundedValue rounds the numbers that a Got or a Want may hold.
func roundedValue(v any) any {
	switch v := v.(type) {
	case float64:
		if !finite(v) {
			return nil
		}
		return Round(v)
	case [2]float64:
		if !finite(v[:]...) {
			return nil
		}
		return *roundedPair(&v)
	}
	return v
}

func roundedNumber(x *float64) *float64 {
	if x == nil || !finite(*x) {
		return nil
	}
	r := Round(*x)
	return &r
}

func roundedPair(p *[2]float64) *[2]float64 {
	if p == nil || !finite(p[:]...) {
		return nil
	}
	return &[2]float64{Round(p[0]), Round(p[1])}
}

func roundedBox(b *[4]float64) *[4]float64 {
	if b == nil || !finite(b[:]...) {
		return nil
	}
	r := roundedEdges(*b)
	return &r
}

// mapped returns a new list, never nil, of what f makes of each item.
func mapped[T any](in []T, f func(T) T) []T {
	out := make([]T, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}
