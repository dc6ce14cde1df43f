// Package cjk knows the characters of Adobe's character collections, by
// which fonts of Chinese, Japanese and Korean text number their glyphs (ISO
// 32000-2, 9.7.3), and the predefined CMaps that lead to these numbers (9.7.5.2).
//
// The tables are unpacked when a paper needs them, each collection for itself.
package cjk

import (
	_ "embed" // the tables
	"sync"
)

//go:generate go run ./internal/gen -cmaps /usr/share/poppler/cMap -out data

// Collection is a character collection: its numbers of glyphs (CIDs) and their
// characters.
type Collection struct {
	ordering string
	packed   *string
	narrow   [2]int // CIDs of half width whose characters others have in full width

	unpack sync.Once
	tables *tables
	invert sync.Once
	cids   map[rune]int
}

// The tables are made by internal/gen from Adobe's CMap resources; their licence is
// in ../data/NOTICE.
var (
	//go:embed data/GB1.bin
	gb1 string
	//go:embed data/CNS1.bin
	cns1 string
	//go:embed data/Japan1.bin
	japan1 string
	//go:embed data/Korea1.bin
	korea1 string
	//go:embed data/KR.bin
	kr string
)

var all = [...]Collection{
	{ordering: "GB1", packed: &gb1},
	{ordering: "CNS1", packed: &cns1},
	{ordering: "Japan1", packed: &japan1, narrow: [2]int{231, 632}},
	{ordering: "Korea1", packed: &korea1},
	{ordering: "KR", packed: &kr},
}

// Find returns the collection of an ordering, such as "Japan1"; nil for others than
// these: "Identity", and what no one uses.
func Find(ordering string) *Collection {
	for i := range all {
		if all[i].ordering == ordering {
			return &all[i]
		}
	}
	return nil
}

// load returns the tables, unpacked when first requested.
func (c *Collection) load() *tables {
	c.unpack.Do(func() { c.tables = unpack(*c.packed) })
	return c.tables
}

// Text returns the characters of a CID, "" where it has none.
func (c *Collection) Text(cid int) string {
	if t := c.load(); cid >= 0 && cid+1 < len(t.starts) {
		return t.text[t.starts[cid]:t.starts[cid+1]]
	}
	return ""
}

// OfRune returns the CID that shows a character as running text in the collection's
// language does: what the CMaps whose codes are Unicode have, variants for
// vertical writing aside.
func (c *Collection) OfRune(r rune) (cid int, ok bool) {
	c.invert.Do(c.makeCIDs)
	cid, ok = c.cids[r]
	return cid, ok
}

// makeCIDs turns the table of characters round. Of several CIDs the first is that
// of the plain form.
func (c *Collection) makeCIDs() {
	n := len(c.load().starts) - 1
	c.cids = make(map[rune]int, n)
	for cid := range n {
		text := []rune(c.Text(cid))
		if len(text) != 1 {
			continue
		}
		if prior, taken := c.cids[text[0]]; !taken || prior >= c.narrow[0] && prior <= c.narrow[1] {
			c.cids[text[0]] = cid
		}
	}
}

// OfCode returns the CID of a code in the CMap of a name, such as "GBK2K".
func (c *Collection) OfCode(cmap string, code uint32) (cid int, ok bool) {
	return c.load().cmaps[cmap].find(code)
}
