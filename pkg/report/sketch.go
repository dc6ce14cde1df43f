package report

// Sketch is what was seen on a page: what inspect shows line by line and what
// reports draw. It holds the paper's words.
type Sketch struct {
	Columns [][2]float64 `json:"columns"` // left and right edge of each text column
	Lines   []SketchLine `json:"lines"`   // in reading order
	Figures [][4]float64 `json:"figures"` // ink of drawings and images
	Block   *[4]float64  `json:"block"`   // the allowed block, where it fits this page best; nil: none is asked
	Outside [][4]float64 `json:"outside"` // ink of the lines and figures that stick out of it
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
}
