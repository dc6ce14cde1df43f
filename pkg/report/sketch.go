package report

// Sketch is what was seen on a page: what inspect shows line by line and what
// reports draw. It holds the paper's words.
type Sketch struct {
	Columns [][2]float64 `json:"columns"` // left and right edge of each text column
	Lines   []SketchLine `json:"lines"`   // in reading order
	Figures [][4]float64 `json:"figures"` // ink of drawings and images
	Block   *[4]float64  `json:"block"`   // the allowed block, where it fits this page best; nil: none is asked
	Outside [][4]float64 `json:"outside"` // ink of the lines and figures that stick out of it

	Images   [][4]float64    `json:"images"`
	Drawings []SketchDrawing `json:"drawings"` // in painting order; of very many, only the first
}

// WithoutSketches returns the file with the measures of its pages alone.
func (f File) WithoutSketches() File {
	pages := make([]Page, len(f.Pages))
	for i, p := range f.Pages {
		p.Sketch = nil
		pages[i] = p
	}
	f.Pages = pages
	return f
}

// SketchDrawing is what was filled or stroked at once.
type SketchDrawing struct {
	Filled bool        `json:"filled"`
	Gray   float64     `json:"gray"`            // 0 black, 1 white
	Width  float64     `json:"width,omitempty"` // line width of a stroke
	Box    [4]float64  `json:"box"`
	Lines  [][]float64 `json:"lines"` // x and y of each line's points in turn; empty: too many for a sketch
}

// SketchLine is one line of type and the role it was given.
type SketchLine struct {
	Role     string     `json:"role"`
	Column   int        `json:"column"` // from 0; -1 across the columns
	Block    int        `json:"block"`  // lines of one block share a number
	Box      [4]float64 `json:"box"`    // ink
	Baseline float64    `json:"baseline"`
	Size     float64    `json:"size"`
	Font     string     `json:"font"`
	Text     string     `json:"text"`
	Rotated  bool       `json:"rotated,omitempty"`

	RunnerUp string   `json:"runner_up,omitempty"` // the role that explains the line next best
	Margin   float64  `json:"margin,omitempty"`    // by how much less
	Reasons  []string `json:"reasons,omitempty"`   // for the role, the weightiest first

	Pieces []SketchPiece `json:"pieces,omitempty"` // of a line with wide gaps
}

// SketchPiece is a part of a line without wide gaps.
type SketchPiece struct {
	X0   float64 `json:"x0"`
	X1   float64 `json:"x1"`
	Text string  `json:"text"`
}

// rounded returns a copy with its numbers rounded and its lists never nil; nil of
// nil.
func (s *Sketch) rounded() *Sketch {
	if s == nil {
		return nil
	}
	out := *s
	out.Columns = mapped(s.Columns, func(c [2]float64) [2]float64 { return [2]float64{Round(c[0]), Round(c[1])} })
	out.Lines = mapped(s.Lines, SketchLine.rounded)
	out.Figures = mapped(s.Figures, roundedEdges)
	out.Block = roundedBox(s.Block)
	out.Outside = mapped(s.Outside, roundedEdges)
	out.Images = mapped(s.Images, roundedEdges)
	out.Drawings = mapped(s.Drawings, SketchDrawing.rounded)
	return &out
}

func (l SketchLine) rounded() SketchLine {
	l.Box, l.Baseline, l.Size = roundedEdges(l.Box), Round(l.Baseline), Round(l.Size)
	l.Pieces = mapped(l.Pieces, func(p SketchPiece) SketchPiece { return SketchPiece{Round(p.X0), Round(p.X1), p.Text} })
	return l
}

func (d SketchDrawing) rounded() SketchDrawing {
	d.Gray, d.Width, d.Box = Round(d.Gray), Round(d.Width), roundedEdges(d.Box)
	d.Lines = mapped(d.Lines, func(line []float64) []float64 { return mapped(line, Round) })
	return d
}

// roundedEdges rounds a box that is always written.
func roundedEdges(b [4]float64) [4]float64 {
	return [4]float64{Round(b[0]), Round(b[1]), Round(b[2]), Round(b[3])}
}
