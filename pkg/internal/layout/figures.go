package layout

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// What makes drawings a figure.
const (
	minFigureSide  = 20.0 // points, both ways: smaller clusters are ornaments
	figureReach    = 3.0  // points: type this near to a figure's drawings is in it
	proseRunChars  = 28   // a run of running text has at least so many characters
	proseRuns      = 5    // a form with so many such runs is a part of the page
	figureArea     = 0.4  // a form with much type on less of the page than this is a figure
	figureChars    = 200  // so many characters are much
	pageShare      = 0.4  // a form with this share of the page's type is the page
	frameFullLines = 3    // so many long lines inside a frame: it frames text
)

// inFigureForm reports whether runs of the form belong to a figure.
func (s *Sheet) inFigureForm(form int32) bool {
	return form > 0 && int(form) <= len(s.figureForms) && s.figureForms[form-1]
}

// findFigureForms tells figures placed as forms, which draw something, from forms
// that hold the page's own text (pages imposed or stamped by a tool). size is the paper's usual size.
func (s *Sheet) findFigureForms(size float64) {
	n := len(s.Forms)
	chars, prose, drawn := make([]int, n), make([]int, n), make([]int, n)
	total := 0
	for _, c := range s.Clusters {
		if c.form >= 1 && int(c.form) <= n {
			drawn[c.form-1]++
		}
	}
	for i := range s.Runs {
		r := &s.Runs[i]
		total += r.Chars
		if int(r.Form) > n || r.Form < 1 {
			continue
		}
		chars[r.Form-1] += r.Chars
		if r.Chars >= proseRunChars && sameSize(r.Size, size) {
			prose[r.Form-1]++
		}
	}
	for i := n - 1; i >= 0; i-- { // a form stands behind its parent
		if p := int(s.Forms[i].Parent); p >= 1 && p <= i {
			chars[p-1] += chars[i]
			prose[p-1] += prose[i]
			drawn[p-1] += drawn[i]
		}
	}
	s.figureForms = make([]bool, n)
	for i := range s.figureForms {
		parent := s.inFigureForm(s.Forms[i].Parent)
		small := s.Forms[i].Box.Area() < figureArea*s.Size.X*s.Size.Y && chars[i] >= figureChars
		partly := drawn[i] > 0 && float64(chars[i]) < pageShare*float64(max(total, 1))
		s.figureForms[i] = parent || prose[i] < proseRuns && (small || partly)
	}
}

// findFigures joins the sheet's clusters into figures and thin rules.
func findFigures(s *Sheet) (figures []Figure, rules []geom.Rect) {
	var clusters []cluster
	byForm := map[int32]int{}
	for _, c := range s.Clusters {
		form := s.outermostFigure(c.form)
		if form == 0 {
			clusters = append(clusters, c)
			continue
		}
		at, ok := byForm[form]
		if !ok {
			byForm[form] = len(clusters)
			c.thin = false
			clusters = append(clusters, c)
			continue
		}
		clusters[at].join(c)
	}
	for _, c := range joinClusters(clusters) {
		switch {
		case c.thin:
			rules = append(rules, c.box)
		case c.images > 0 || c.box.Width() >= minFigureSide && c.box.Height() >= minFigureSide:
			figures = append(figures, Figure{Box: c.box, Sure: c.sure, Images: c.images})
		}
	}
	return figures, rules
}

// backgroundShare is the share of the page, both ways, that a drawing covers
// when it is the page's background.
const backgroundShare = 0.94

// IsBackground reports whether the figure is the background of its page.
func (f *Figure) IsBackground(p *Page) bool {
	return f.Box.Width() >= backgroundShare*p.Size.X && f.Box.Height() >= backgroundShare*p.Size.Y
}

// outermostFigure returns the outermost figure form around form, or 0.
func (s *Sheet) outermostFigure(form int32) int32 {
	out := int32(0)
	for form >= 1 && int(form) <= len(s.Forms) {
		if s.figureForms[form-1] {
			out = form
		}
		parent := s.Forms[form-1].Parent
		if parent >= form {
			break
		}
		form = parent
	}
	return out
}

// joinClusters joins clusters that lie near each other. Thin rules join
// only what is drawn: two rules side by side stay rules.
func joinClusters(clusters []cluster) []cluster {
	for changed, rounds := true, 0; changed && rounds < 4; rounds++ {
		changed = false
		for i := range clusters {
			if clusters[i].box.IsEmpty() || clusters[i].thin {
				continue
			}
			for j := range clusters {
				if j != i && !clusters[j].box.IsEmpty() && near(clusters[i].box, clusters[j].box) {
					clusters[i].join(clusters[j])
					clusters[j].box = geom.Empty()
					changed = true
				}
			}
		}
	}
	out := clusters[:0]
	for _, c := range clusters {
		if !c.box.IsEmpty() {
			out = append(out, c)
		}
	}
	return out
}

// markFigureText gives the role to the lines that stand in a figure. A frame
// around running text or code is no figure to them.
func markFigureText(s *Sheet, p *Page) {
	for i := range p.Figures {
		f := &p.Figures[i]
		inside := linesInside(p, f.Box.Inset(-figureReach))
		if len(inside) == 0 {
			continue
		}
		f.Text = true
		framed := framesText(p, inside)
		if !framed {
			markTickLabels(p, f.Box)
		}
		for _, l := range inside {
			if !framed || s.inFigureForm(l.Runs[0].Form) {
				l.Role = FigureText
			}
		}
	}
	for _, l := range p.Lines {
		if s.inFigureForm(l.Runs[0].Form) {
			l.Role = FigureText
		}
	}
}

// tickReach is how far from a drawing, in ems, the numbers of its axes stand.
const tickReach = 0.8

// markTickLabels gives the role to the numbers right beside or below a drawing:
// the labels of its axes, which might pass for page numbers. Those in the margin
// number the lines of a listing.
func markTickLabels(p *Page, box geom.Rect) {
	for _, l := range p.Lines {
		reach := tickReach * l.Style.Size
		c := l.Box.Center()
		level := c.Y > box.Y0-reach && c.Y < box.Y1+reach
		below := c.X > box.X0-reach && c.X < box.X1+reach
		if (level || below) && box.Inset(-reach).Overlaps(l.Box) && !l.Rotated && letters(l.Text) == "" && !beside(p.Columns, l.X0, l.X1) {
			l.Role = FigureText
		}
	}
}

// linesInside returns the lines that stand in a box, by their middle and by half of
// their width and height: a sign in the middle of a line is no figure around it.
func linesInside(p *Page, box geom.Rect) []*Line {
	var out []*Line
	for _, l := range p.Lines {
		if in := l.Box.Intersect(box); box.Contains(l.Box.Center()) && in.Width() >= l.Box.Width()/2 && in.Height() >= l.Box.Height()/2 {
			out = append(out, l)
		}
	}
	return out
}

// framesText reports whether the lines inside a drawing are long enough to be
// text of the page: a listing on a grey ground, a boxed paragraph.
func framesText(p *Page, inside []*Line) bool {
	long := 0
	for _, l := range inside {
		if l.Rotated {
			continue
		}
		if l.Chars >= proseRunChars && l.Width() >= 0.6*p.measureOf(l) {
			long++
		}
	}
	return long >= frameFullLines
}

// measureOf returns the width of the line's column, for a line across the width
// of all columns together.
func (p *Page) measureOf(l *Line) float64 {
	if len(p.Columns) == 0 {
		return p.Size.X
	}
	if l.Column >= 0 && l.Column < len(p.Columns) {
		return p.Columns[l.Column].Width()
	}
	return p.Columns[len(p.Columns)-1].X1 - p.Columns[0].X0
}
