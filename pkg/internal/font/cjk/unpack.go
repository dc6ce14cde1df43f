package cjk

import (
	"compress/flate"
	"encoding/binary"
	"io"
	"sort"
	"strings"
	"unicode/utf8"
)

// tables are those of one collection.
type tables struct {
	text   string   // the characters of all CIDs
	starts []uint32 // where those of each CID begin in text; the last one ends it
	cmaps  map[string]codes
}

// codes are a CMap's ranges of successive codes and CIDs, sorted by code.
type codes []span

type span struct {
	first, last uint32
	cid         int
}

func (c codes) find(code uint32) (cid int, ok bool) {
	i := sort.Search(len(c), func(i int) bool { return c[i].last >= code })
	if i == len(c) || c[i].first > code {
		return 0, false
	}
	return c[i].cid + int(code-c[i].first), true
}

// unpack reads what internal/gen packed: the numbers of a deflated stream. They are
// part of the program, so that only a fault of ours can damage them; then the
// characters are unknown, as those of any other font.
func unpack(packed string) *tables {
	data, err := io.ReadAll(flate.NewReader(strings.NewReader(packed)))
	if err != nil {
		return &tables{}
	}
	r := reader{data: data}
	t := &tables{cmaps: map[string]codes{}}
	t.text, t.starts = r.characters()
	for range r.count() {
		name := r.word()
		t.cmaps[name] = r.codes()
	}
	return t
}

// reader reads numbers.
type reader struct{ data []byte }

// number reads one; at the end there are only zeros.
func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	r.data = r.data[max(size, 0):]
	return int(n)
}

// signed reads a number whose lowest bit is its sign.
func (r *reader) signed() int {
	n := r.number()
	return n>>1 ^ -(n & 1)
}

// count reads how many things follow, each of a byte or more.
func (r *reader) count() int { return max(0, min(r.number(), len(r.data))) }

// word reads a number and so many bytes.
func (r *reader) word() string {
	n := r.count()
	word := string(r.data[:n])
	r.data = r.data[n:]
	return word
}

// characters reads those of all CIDs, each told by its distance from the one that
// follows the last one. The lowest bit says that the same CID has more; 0 stands
// for no characters.
func (r *reader) characters() (text string, starts []uint32) {
	n := r.count()
	buf := make([]byte, 0, utf8.UTFMax*n)
	starts = make([]uint32, 1, n+1)
	next := 0
	for range n {
		for more := true; more; {
			v := r.number() - 1
			if more = v >= 0 && v&1 == 1; v >= 0 {
				v >>= 1
				next += v>>1 ^ -(v & 1)
				buf = utf8.AppendRune(buf, rune(next))
				next++
			}
		}
		starts = append(starts, uint32(len(buf)))
	}
	return string(buf), starts
}

// codes reads a CMap: of each range the distance from the one before, its length,
// and how its first CID differs from the one that would follow.
func (r *reader) codes() codes {
	out := make(codes, r.count())
	var code uint32
	cid := 0
	for i := range out {
		s := &out[i]
		s.first = code + uint32(r.number())
		s.last = s.first + uint32(r.number())
		s.cid = cid + r.signed()
		code, cid = s.last+1, s.cid+int(s.last-s.first)+1
	}
	return out
}
