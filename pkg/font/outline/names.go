package outline

// nameIndex finds glyphs by name; it is made when the first name is looked up.
type nameIndex map[string]int32

// find returns the first glyph of that name.
func (x *nameIndex) find(p Program, name string) (int, bool) {
	if *x == nil {
		*x = indexNames(p)
	}
	gid, ok := (*x)[name]
	return int(gid), ok
}

func indexNames(p Program) nameIndex {
	n := p.NumGlyphs()
	x := make(nameIndex, n)
	for gid := n - 1; gid >= 0; gid-- { // backwards: the first of two wins
		if name := p.Name(gid); name != "" {
			x[name] = int32(gid)
		}
	}
	return x
}
