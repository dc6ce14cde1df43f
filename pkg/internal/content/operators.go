package content

// opcode is an operator's name packed into a number, the first byte highest.
type opcode uint32

// pack returns the opcode of a word; 0, which is not an operator, for longer ones.
func pack(word []byte) opcode {
	switch len(word) {
	case 1:
		return opcode(word[0])
	case 2:
		return opcode(word[0])<<8 | opcode(word[1])
	case 3:
		return opcode(word[0])<<16 | opcode(word[1])<<8 | opcode(word[2])
	}
	return 0
}

// The operators of ISO 32000-2, table 50, by clause. Those with one letter are
// their own opcode.
const (
	// 8.4.4, graphics state
	opConcat  = 'c'<<8 | 'm'
	opIntent  = 'r'<<8 | 'i'
	opGState  = 'g'<<8 | 's'
	opRect    = 'r'<<8 | 'e' // 8.5.2, path construction
	opFillEO  = 'f'<<8 | '*' // 8.5.3, path painting
	opBothEO  = 'B'<<8 | '*'
	opCloseEO = 'b'<<8 | '*'
	opClipEO  = 'W'<<8 | '*' // 8.5.4, clipping

	// 9.3 and 9.4, text
	opBeginText  = 'B'<<8 | 'T'
	opEndText    = 'E'<<8 | 'T'
	opCharSpace  = 'T'<<8 | 'c'
	opWordSpace  = 'T'<<8 | 'w'
	opScale      = 'T'<<8 | 'z'
	opLeading    = 'T'<<8 | 'L'
	opFont       = 'T'<<8 | 'f'
	opRenderMode = 'T'<<8 | 'r'
	opRise       = 'T'<<8 | 's'
	opMove       = 'T'<<8 | 'd'
	opMoveLead   = 'T'<<8 | 'D'
	opTextMatrix = 'T'<<8 | 'm'
	opNextLine   = 'T'<<8 | '*'
	opShow       = 'T'<<8 | 'j'
	opShowArray  = 'T'<<8 | 'J'
	opGlyphWidth = 'd'<<8 | '0' // 9.6.4, Type 3
	opGlyphBox   = 'd'<<8 | '1'

	// 8.6.8, colour
	opStrokeSpace   = 'C'<<8 | 'S'
	opFillSpace     = 'c'<<8 | 's'
	opStrokeColor   = 'S'<<8 | 'C'
	opStrokeColorN  = 'S'<<16 | 'C'<<8 | 'N'
	opFillColor     = 's'<<8 | 'c'
	opFillColorN    = 's'<<16 | 'c'<<8 | 'n'
	opStrokeRGB     = 'R'<<8 | 'G'
	opFillRGB       = 'r'<<8 | 'g'
	opShading       = 's'<<8 | 'h' // 8.7.4.2
	opBeginImage    = 'B'<<8 | 'I' // 8.9.7
	opDo            = 'D'<<8 | 'o' // 8.8
	opMarkPoint     = 'M'<<8 | 'P' // 14.6
	opMarkPointDict = 'D'<<8 | 'P'
	opBeginMark     = 'B'<<16 | 'M'<<8 | 'C'
	opBeginMarkDict = 'B'<<16 | 'D'<<8 | 'C'
	opEndMark       = 'E'<<16 | 'M'<<8 | 'C'
	opBeginCompat   = 'B'<<8 | 'X' // 7.8.2
	opEndCompat     = 'E'<<8 | 'X'
)

// isText reports whether an operator shows text, or sets its place or its state: those
// that do begin with a T.
func (op opcode) isText() bool { return op>>8 == 'T' || op == '\'' || op == '"' }

// operate carries out one operator. The groups are tried in the order of how
// much of them real pages hold; an operator that no one knows is passed over,
// whether or not it is between BX and EX.
func (r *run) operate(op opcode) {
	if op.isText() {
		_ = textOperators{r}.showText(op) || textOperators{r}.setText(op)
		return
	}
	r.pen.ready = false // whatever comes
	_ = pathOperators{r}.construct(op) || pathOperators{r}.paint(op) || textOperators{r}.frameText(op) ||
		stateOperators{r}.setState(op) || colorOperators{r}.setColor(op) ||
		objectOperators{r}.placeObject(op) || markOperators{r}.markContent(op)
}

// objectOperators paint what is elsewhere.
type objectOperators struct{ *run }

// placeObject carries out the operators that paint what is elsewhere.
func (r objectOperators) placeObject(op opcode) bool {
	switch op {
	case opDo:
		r.do()
	case opShading:
		pathOperators(r).shade()
	case opBeginImage:
		inlineImages(r).inlineImage()
	default:
		return false
	}
	return true
}
