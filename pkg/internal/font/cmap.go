package font

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// cmap is a parsed CMap (9.7.5) or ToUnicode CMap (9.10.3). Codes are compared
// by their number alone: no CMap in use has <20> and <0020> mean two things.
type cmap struct {
	codespaces []codespace
	chars      []mapping // of single codes; sorted by first
	ranges     []mapping // of ranges; sorted by first
	vertical   bool
	base       *cmap       // usecmap
	legacy     *legacyCMap // a predefined CMap without its mappings
	use        string      // the name before usecmap

	count      int  // mappings, those of the base aside
	moreMaps   bool // maxMappings was hit
	moreSpaces bool // maxCodespaces was hit
}

// codespace is a range of codes that take n bytes; each byte is between the
// bytes of low and high at its place.
type codespace struct {
	n         int
	low, high [4]byte
}

// mapping gives the codes first to last consecutive targets: CIDs from cid on,
// or the characters of target, the last one counted up.
type mapping struct {
	first, last uint32
	cid         int32
	named       bool   // target is a name
	target      []byte // UTF-16BE, or a glyph's name
}

// find returns the mapping of a code, looking at single codes first, so that
// they can be exceptions within a range.
func (c *cmap) find(code uint32) (mapping, bool) {
	for ; c != nil; c = c.base {
		if m, ok := search(c.chars, code); ok {
			return m, true
		}
		if m, ok := search(c.ranges, code); ok {
			return m, true
		}
	}
	return mapping{}, false
}

func search(list []mapping, code uint32) (mapping, bool) {
	i, found := slices.BinarySearchFunc(list, code, func(m mapping, code uint32) int {
		switch {
		case m.last < code:
			return -1
		case m.first > code:
			return 1
		}
		return 0
	})
	if !found {
		return mapping{}, false
	}
	return list[i], true
}

// predefined returns the predefined CMap that c is or builds upon, or nil.
func (c *cmap) predefined() *legacyCMap {
	for ; c != nil; c = c.base {
		if c.legacy != nil {
			return c.legacy
		}
	}
	return nil
}

// settle sorts a list and cuts what overlaps, so that it can be searched: a
// range ends where the next one starts.
func settle(list []mapping) []mapping {
	if !slices.IsSortedFunc(list, byFirst) {
		slices.SortStableFunc(list, byFirst)
	}
	for i := 1; i < len(list); i++ {
		if prev := &list[i-1]; prev.last >= list[i].first && list[i].first > prev.first {
			prev.last = list[i].first - 1
		}
	}
	return list
}

func byFirst(a, b mapping) int {
	switch {
	case a.first < b.first:
		return -1
	case a.first > b.first:
		return 1
	}
	return 0
}

// parseCMap reads a CMap stream's bytes. What it cannot read it passes over.
func parseCMap(data []byte) *cmap {
	r := cmapReader{lex: syntax.NewLexer(data), out: &cmap{}}
	r.read()
	r.out.chars, r.out.ranges = settle(r.out.chars), settle(r.out.ranges)
	return r.out
}

type cmapReader struct {
	lex *syntax.Lexer
	out *cmap
}

// read goes through the tokens; the lexer ends with the data, so the loop does.
func (r *cmapReader) read() {
	var prev syntax.Token
	for {
		t := r.lex.Next()
		switch {
		case t.Kind == syntax.EOF:
			return
		case t.Kind == syntax.Keyword && prev.Kind == syntax.Name && string(t.Bytes) == "usecmap":
			r.out.use = string(prev.Bytes)
		case t.Kind == syntax.Keyword:
			r.section(t.Bytes, prev.Num)
		case t.Kind == syntax.Number && prev.Kind == syntax.Name && string(prev.Bytes) == "WMode":
			r.out.vertical = t.Num == 1
		}
		prev = t
	}
}

// section reads a section that is said to have so many entries.
func (r *cmapReader) section(keyword []byte, entries float64) {
	room := int(min(max(0, entries), mostEntries))
	switch string(keyword) {
	case "begincodespacerange":
		r.codespaces()
	case "begincidchar", "beginbfchar":
		r.out.chars = slices.Grow(r.out.chars, room)
		r.singles()
	case "begincidrange", "beginbfrange":
		r.out.ranges = slices.Grow(r.out.ranges, room)
		r.ranges()
	}
}

// mostEntries is how many entries a section has at most by the rules.
const mostEntries = 100

// item returns the next token of a section; ok is false at its end.
func (r *cmapReader) item() (t syntax.Token, ok bool) {
	t = r.lex.Next()
	return t, t.Kind != syntax.EOF && t.Kind != syntax.Keyword
}

func (r *cmapReader) codespaces() {
	for {
		low, ok1 := r.item()
		if !ok1 {
			return
		}
		high, ok2 := r.item()
		if !ok2 {
			return
		}
		n := len(low.Bytes)
		if n == 0 || n > 4 || len(high.Bytes) != n {
			continue
		}
		if len(r.out.codespaces) == maxCodespaces {
			r.out.moreSpaces = true
			return
		}
		c := codespace{n: n}
		copy(c.low[:], low.Bytes)
		copy(c.high[:], high.Bytes)
		r.out.codespaces = append(r.out.codespaces, c)
	}
}

func (r *cmapReader) singles() {
	for {
		code, ok1 := r.item()
		if !ok1 {
			return
		}
		target, ok2 := r.item()
		if !ok2 {
			return
		}
		if first, ok := codeOf(code); ok {
			r.add(&r.out.chars, mapping{first: first, last: first}, target)
		}
	}
}

func (r *cmapReader) ranges() {
	for {
		low, ok1 := r.item()
		if !ok1 {
			return
		}
		high, ok2 := r.item()
		if !ok2 {
			return
		}
		target, ok3 := r.item()
		if !ok3 {
			return
		}
		first, ok1 := codeOf(low)
		last, ok2 := codeOf(high)
		switch {
		case target.Kind == syntax.ArrayOpen:
			r.array(first, ok1)
		case ok1 && ok2 && first <= last:
			r.add(&r.out.ranges, mapping{first: first, last: last}, target)
		}
	}
}

// array reads the targets of successive codes up to the closing bracket.
func (r *cmapReader) array(first uint32, valid bool) {
	for code := first; ; code++ {
		t, ok := r.item()
		if !ok || t.Kind == syntax.ArrayClose {
			return
		}
		if valid {
			r.add(&r.out.chars, mapping{first: code, last: code}, t)
		}
	}
}

// add appends a mapping to a CID (a number) or to characters (a string or name).
func (r *cmapReader) add(list *[]mapping, m mapping, target syntax.Token) {
	switch target.Kind {
	case syntax.Number:
		m.cid = int32(max(0, min(target.Num, maxCID)))
	case syntax.String:
		m.target = target.Bytes
	case syntax.Name:
		m.target, m.named = target.Bytes, true
	default:
		return
	}
	if r.out.count == maxMappings {
		r.out.moreMaps = true
		return
	}
	r.out.count++
	*list = append(*list, m)
}

// codeOf reads a code of one to four bytes.
func codeOf(t syntax.Token) (code uint32, ok bool) {
	if t.Kind != syntax.String || len(t.Bytes) == 0 || len(t.Bytes) > 4 {
		return 0, false
	}
	return bigEndian(t.Bytes), true
}

func bigEndian(b []byte) (code uint32) {
	for _, c := range b {
		code = code<<8 | uint32(c)
	}
	return code
}

// loadCMap parses a CMap stream and those it builds upon, which its dictionary
// names under UseCMap (table 118).
func (f *Font) loadCMap(v pdf.Value, depth int) *cmap {
	c := parseCMap(f.decode(v))
	if c.moreMaps {
		f.limit("maxMappings", maxMappings)
	}
	c.vertical = c.vertical || v.Key("WMode").Int() == 1
	switch base := v.Key("UseCMap"); {
	case base.IsStream() && depth < maxCMapDepth:
		c.base = f.loadCMap(base, depth+1)
	case base.IsName():
		c.base = f.namedCMap(base.Name())
	case c.use != "":
		c.base = f.namedCMap(c.use)
	}
	if c.base != nil && len(c.codespaces) == 0 {
		c.codespaces = c.base.codespaces
	}
	return c
}
