package content

// Limits caps what a page's streams can make the interpreter do. A cap that is
// hit ends the page with a *pdf.LimitError that names it; CoverTests alone leaves
// marks Doubtful.
type Limits struct {
	// Operators caps the operators that are carried out for one page, those of
	// forms, Type 3 glyphs and soft masks among them; DocumentOperators those of
	// all pages together.
	Operators, DocumentOperators int
	// Glyphs caps the glyphs shown on one page, DocumentGlyphs on all.
	Glyphs, DocumentGlyphs int
	// Marks caps the drawings and images of one page together.
	Marks int
	// Nesting caps forms, Type 3 glyphs and soft masks inside each other.
	Nesting int
	// FormCalls caps how often forms, appearances and soft masks are carried out
	// for one page.
	FormCalls int
	// StateDepth caps the graphics states that q keeps.
	StateDepth int
	// PathSegments caps the points of one path.
	PathSegments int
	// Operands caps the operands, array elements counted, before an operator.
	Operands int
	// Fonts caps the different fonts of the document.
	Fonts int
	// CoverTests caps the comparisons of marks with what was painted over or under
	// them on one page. Marks that are not judged by then are Doubtful where
	// something was.
	CoverTests int
	// Annotations caps the annotations of one page.
	Annotations int
	// InlineBytes caps the bytes of one page that are gone through to find the
	// ends of inline images, unpacked ones among them.
	InlineBytes int
}

// DefaultLimits are far above what papers need, and low enough to bound time
// and memory. The heaviest page of 66 real papers has 3.1 million operators, 24
// thousand glyphs and 16 thousand drawings, and takes 2.2 million cover tests; a
// page that goes to the edge of a cap takes some three seconds.
func DefaultLimits() Limits {
	return Limits{
		Operators:         16_000_000,
		DocumentOperators: 64_000_000,
		Glyphs:            400_000,
		DocumentGlyphs:    20_000_000,
		Marks:             500_000,
		Nesting:           128, // a published paper has a figure in more than 32 forms
		FormCalls:         200_000,
		StateDepth:        10_000,
		PathSegments:      2_000_000,
		Operands:          100_000,
		Fonts:             4_000,
		CoverTests:        100_000_000,
		Annotations:       20_000,
		InlineBytes:       256 << 20,
	}
}
