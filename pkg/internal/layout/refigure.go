package layout

import "slices"

// Refigure gives page i the figures of its sheet, after that was read again without the
// margins of images: before is the sheet of the first reading. It is false where more
// than the boxes of figures may be different then, and all pages have to be composed
// again.
func (l *Layout) Refigure(i int, before, after *Sheet) bool {
	after.findFigureForms(l.usual)
	after.findCounted()
	if !slices.Equal(before.Runs, after.Runs) || !slices.Equal(before.figureForms, after.figureForms) {
		return false
	}
	old, fresh := newPage(before, l.columns[i]), newPage(after, l.columns[i])
	if !old.isSameButFigures(fresh) {
		return false
	}
	p := l.Pages[i]
	dividers := p.dividers(l.columns[i]) // by which its lines were sorted, even if it is set across
	for k, f := range p.Figures {        // some frames may be gone
		at := slices.Index(old.Figures, f)
		if at < 0 {
			return false
		}
		p.Figures[k] = fresh.Figures[at]
	}
	p.Hidden, p.Lies, p.Undrawn = fresh.Hidden, fresh.Lies, fresh.Undrawn
	return slices.Equal(dividers, p.dividers(l.columns[i]))
}

// isSameButFigures reports whether a page of the same runs differs from another in the
// boxes of figures at the most, and in a way that decides nothing else: figures of
// drawings may frame heads, and those of turned type in the margin tell whether it is a
// stamp.
func (p *Page) isSameButFigures(o *Page) bool {
	sameRole := func(a, b *Line) bool { return a.Role == b.Role && !(a.Rotated && besideBox(p.Columns, a.Box)) }
	sameFigure := func(a, b Figure) bool { return a.Images == b.Images && (a.Images > 0 || a == b) }
	return slices.EqualFunc(p.Lines, o.Lines, sameRole) && slices.Equal(p.Rules, o.Rules) && slices.EqualFunc(p.Figures, o.Figures, sameFigure)
}
