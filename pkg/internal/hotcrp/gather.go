package hotcrp

import "github.com/paperfit/paperfit/pkg/internal/measure"

// gather lifts to the answer what most pages share, and leaves it out of those.
func (a *Answer) gather() {
	if size := lift(a.Pages, func(p *Page) **[2]int { return &p.PaperSize }); size != nil {
		a.PaperSize = *size
	}
	a.liftMargin()
	a.BodySize = lift(a.Pages, func(p *Page) **float64 { return &p.BodySize })
	a.Leading = lift(a.Pages, func(p *Page) **float64 { return &p.Leading })
	a.Columns = mode(a.Pages, func(p *Page) (int, bool) { return p.Columns, p.Columns > 0 })
	for i := range a.Pages {
		p := &a.Pages[i]
		if p.Columns == a.Columns || p.Type == Figure || p.Type == Appendix {
			p.Columns = 0
		}
		if a.BodySize != nil && p.RefSize != nil && *p.RefSize == *a.BodySize {
			p.RefSize = nil
		}
	}
}

// fill reports the paper's own size and leading where too little is on each of
// its pages for one of theirs: without them HotCRP checks neither.
func (a *Answer) fill(f *measure.Facts, u units) {
	if a.BodySize == nil && f.BodySize.Known {
		a.BodySize = u.fontSize(f.BodySize.Value)
	}
	if a.Leading == nil && f.Leading.Known {
		a.Leading = u.leading(f.Leading.Value)
	}
}

// lift returns the value that most pages have, and takes it off those pages.
func lift[T comparable](pages []Page, field func(*Page) **T) *T {
	common := mode(pages, func(p *Page) (v T, ok bool) {
		if x := *field(p); x != nil {
			return *x, true
		}
		return v, false
	})
	found := false
	for i := range pages {
		if x := field(&pages[i]); *x != nil && **x == common {
			*x, found = nil, true
		}
	}
	if !found {
		return nil
	}
	return &common
}

// liftMargin lifts each of the four margins by itself.
func (a *Answer) liftMargin() {
	for side := range a.Margin {
		a.Margin[side] = mode(a.Pages, func(p *Page) (int, bool) {
			if p.Margin == nil {
				return 0, false
			}
			return p.Margin[side], true
		})
	}
	for i := range a.Pages {
		if m := a.Pages[i].Margin; m != nil && *m == a.Margin {
			a.Pages[i].Margin = nil
		}
	}
}

// mode returns the value that most pages have, of equals that of the earliest
// page; zero where none has one.
func mode[T comparable](pages []Page, of func(*Page) (T, bool)) T {
	count := map[T]int{}
	for i := range pages {
		if v, ok := of(&pages[i]); ok {
			count[v]++
		}
	}
	var best T
	most := 0
	for i := range pages {
		if v, ok := of(&pages[i]); ok && count[v] > most {
			best, most = v, count[v]
		}
	}
	return best
}
