package outline

// operands are those of a charstring of either kind.
type operands struct {
	stack [maxStack]float64
	n     int
}

var errStack = &LimitError{"maxStack", maxStack}

func (o *operands) push(v float64) error {
	if o.n == maxStack {
		return errStack
	}
	o.stack[o.n] = v
	o.n++
	return nil
}

// Numbers of one byte, of two and of more begin with these or greater bytes. But for the
// longer ones they are the same in both kinds of charstrings (Adobe Type 1 Font Format,
// 6.2; TN 5177, table 1).
const (
	oneByte     = 32
	twoBytes    = 247
	twoNegative = 251
	manyBytes   = 255
)

// pushByte pushes a number of one byte, as most of a charstring are; ok is false where b
// is none, or there is no room for it.
func (o *operands) pushByte(b byte) (ok bool) {
	if b < oneByte || b >= twoBytes || o.n >= maxStack {
		return false
	}
	o.stack[o.n] = float64(int(b) - 139)
	o.n++
	return true
}

// pushShort pushes a number of one or two bytes that code begins with.
func (o *operands) pushShort(code []byte) (size int, err error) {
	b := int(code[0])
	switch {
	case b < twoBytes:
		return 1, o.push(float64(b - 139))
	case len(code) < 2:
		return 0, glyphError("a number breaks off")
	case b < twoNegative:
		return 2, o.push(float64((b-twoBytes)*256 + int(code[1]) + 108))
	}
	return 2, o.push(float64(-(b-twoNegative)*256 - int(code[1]) - 108))
}
