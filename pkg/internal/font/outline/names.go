package outline

// nameIndex finds glyphs by name; it is made when the first name is looked up.
type nameIndex map[string]int32

// find returns the first glyph of that name among the first n, the only ones
// that can have names.
func (x *nameIndex) find(p Program, n int, name string) (int, bool) {
	if *x == nil {
		*x = indexNames(p, n)
	}
	gid, ok := (*x)[name]
	return int(gid), ok
}

func indexNames(p Program, n int) nameIndex {
	x := make(nameIndex, n)
	for gid := n - 1; gid >= 0; gid-- { // backwards: the first of two wins
		if name := p.Name(gid); name != "" {
			x[name] = int32(gid)
		}
	}
	return x
}
