package outline

// Caps on what a font program can make us do. The largest use seen in 1,376
// embedded and 905 installed fonts is named where it was measured.
const (
	// maxProgramBytes caps a font program, so that positions fit in 32 bits; seen: 4 MB.
	maxProgramBytes = 64 << 20
	// maxGlyphs caps the glyphs of a font: glyph indices have 16 bits in CFF and
	// TrueType; seen: 61,864.
	maxGlyphs = 1 << 16
	// maxSubrs caps the subroutines of a Type 1 font; seen: 2,116.
	maxSubrs = 1 << 16
	// maxSubrDepth caps nested subroutine calls; both charstring formats allow 10.
	maxSubrDepth = 32
	// maxStack caps the operands of a charstring; Type 2 allows 48, Type 1 24.
	maxStack = 192
	// maxPSStack caps the PostScript operands that OtherSubrs leave.
	maxPSStack = 32
	// maxGlyphOps caps the bytes of charstrings run for one glyph, those of a subroutine
	// each time it is called; seen: 6,372 operands and operators, most of one byte.
	maxGlyphOps = 1 << 17
	// maxDictOperands caps the operands of a CFF DICT operator (TN 5176, 4).
	maxDictOperands = 48
	// maxFDs caps the font dictionaries of a CID-keyed font; formats 0 and 3 of
	// FDSelect give one byte to their number.
	maxFDs = 256
	// maxComponentDepth caps composite glyphs within composite glyphs.
	maxComponentDepth = 8
	// maxComponents caps the components of one TrueType glyph, all levels together;
	// seen: 21.
	maxComponents = 512
	// maxGlyphPoints caps the points of one TrueType glyph with its components;
	// seen: 852.
	maxGlyphPoints = 1 << 14
	// maxTables caps the table directory of an sfnt.
	maxTables = 256
	// maxEms caps how far from its origin a glyph can draw, in ems; seen: 8.2.
	maxEms = 100
)

// A program may run opsPerByte steps (bytes of charstrings, points) for each byte
// it is long, over its whole life and all glyphs together, and opsGrant in any
// case: subroutines that call subroutines cannot make each of 65,536 glyphs cost
// maxGlyphOps. All glyphs of a font together were seen to take 2.3 operands and operators
// per byte.
const (
	opsPerByte = 64
	opsGrant   = 4 << 20
)

// budget counts what a program may still run.
type budget struct{ glyph, program int }

func newBudget(size int) budget {
	return budget{program: opsGrant + opsPerByte*min(size, maxBudgetBytes)}
}

// maxBudgetBytes caps the size that is rewarded; seen: 4 MB.
const maxBudgetBytes = 16 << 20

// start begins a new glyph.
func (b *budget) start() { b.glyph = maxGlyphOps }

// spend takes n steps off.
func (b *budget) spend(n int) error {
	b.glyph -= n
	b.program -= n
	if b.glyph >= 0 && b.program >= 0 {
		return nil
	}
	if b.glyph < 0 {
		return &LimitError{"maxGlyphOps", maxGlyphOps}
	}
	b.program = 0 // it must not wrap around
	return &LimitError{"opsGrant", opsGrant}
}

// giveBack returns steps that were paid and not run.
func (b *budget) giveBack(n int) {
	b.glyph += n
	b.program += n
}
