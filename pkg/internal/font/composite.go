package font

import (
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/font/cjk"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// composite decodes the codes of a Type 0 font (9.7).
type composite struct {
	cmap     *cmap
	twoBytes bool // all codes take two bytes
	widths   cidWidths
	down     cidVerticals
	toGID    []byte // CIDToGIDMap, two bytes for each CID; nil: identity
	ordering string // of the character collection, such as "Japan1"

	pages  [256]atomic.Pointer[glyphPage] // glyphs of two-byte codes
	others map[uint64]*Glyph              // glyphs of other codes, by length and code
}

// glyphPage holds the glyphs of the two-byte codes that have one first byte.
type glyphPage [256]atomic.Pointer[Glyph]

// loadComposite reads a Type 0 font and its descendant.
func (f *Font) loadComposite(cidFont pdf.Value) {
	c := &composite{others: map[uint64]*Glyph{}}
	f.composite = c
	if enc := f.dict.Key("Encoding"); enc.IsStream() {
		c.cmap = f.loadCMap(enc, 0)
		if c.cmap.moreSpaces {
			f.limit("maxCodespaces", maxCodespaces)
		}
	} else {
		c.cmap = f.namedCMap(enc.Name())
	}
	if len(c.cmap.codespaces) == 0 {
		c.cmap.codespaces = parseCodespaces("0000-FFFF")
	}
	c.twoBytes = len(c.cmap.codespaces) == 1 && c.cmap.codespaces[0].n == 2
	f.Vertical = c.cmap.vertical
	c.ordering = string(cidFont.Key("CIDSystemInfo").Key("Ordering").Bytes())
	c.widths = f.readWidths(cidFont)
	if f.Vertical {
		c.down = f.readVerticals(cidFont)
	}
	if m := cidFont.Key("CIDToGIDMap"); m.IsStream() {
		c.toGID = f.decode(m)
	}
}

// nextComposite decodes one code. Codes of two bytes have their glyphs in a
// table, others in a map.
func (f *Font) nextComposite(s []byte) (*Glyph, int) {
	c := f.composite
	n := c.codeLength(s)
	if n == 2 {
		if page := c.pages[s[0]].Load(); page != nil {
			if g := page[s[1]].Load(); g != nil {
				return g, n
			}
		}
		return f.newTwoByte(s[:n]), n
	}
	n = min(n, len(s))
	return f.otherGlyph(s[:n]), max(n, 1)
}

// newTwoByte keeps the glyph of a two-byte code, when no other goroutine just did.
func (f *Font) newTwoByte(code []byte) *Glyph {
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	page := f.composite.pages[code[0]].Load()
	if page == nil {
		page = new(glyphPage)
		f.composite.pages[code[0]].Store(page)
	}
	g := page[code[1]].Load()
	if g == nil {
		g = f.makeComposite(code)
		page[code[1]].Store(g)
	}
	return g
}

// otherGlyph returns the glyph of a code that is not two bytes long.
func (f *Font) otherGlyph(code []byte) *Glyph {
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	c, key := f.composite, uint64(len(code))<<32|uint64(bigEndian(code))
	g := c.others[key]
	if g == nil {
		g = f.makeComposite(code)
		if len(c.others) < maxCachedGlyphs {
			c.others[key] = g
		}
	}
	return g
}

// codeLength returns how many of s's bytes the next code takes: at most len(s).
func (c *composite) codeLength(s []byte) int {
	if c.twoBytes {
		return min(2, len(s))
	}
	return matchCodespace(c.cmap.codespaces, s)
}

// matchCodespace finds the range that a code is in. Of a code in none, as
// many bytes are passed over as the range takes that its first byte fits, or
// else the shortest range (9.7.6.3).
func matchCodespace(ranges []codespace, s []byte) int {
	shortest, partial := 4, 0
	for i := range ranges {
		r := &ranges[i]
		shortest = min(shortest, r.n)
		matched := r.matched(s)
		if matched == r.n {
			return r.n
		}
		if matched > 0 && (partial == 0 || r.n < partial) {
			partial = r.n
		}
	}
	if partial > 0 {
		shortest = partial
	}
	return min(shortest, len(s))
}

// matched counts the bytes of s, from the first on, that are in the range.
func (r *codespace) matched(s []byte) int {
	n := min(r.n, len(s))
	for i := range n {
		if s[i] < r.low[i] || s[i] > r.high[i] {
			return i
		}
	}
	return n
}

// makeComposite makes the glyph of a code when it is first shown.
func (f *Font) makeComposite(code []byte) *Glyph {
	c := f.composite
	g := &Glyph{Code: bigEndian(code), Space: len(code) == 1 && code[0] == ' '}
	g.CID = c.cid(code)
	g.Text = f.compositeText(code, g.CID)
	width := c.widths.of(g.CID)
	g.Advance = width
	if f.Vertical {
		g.Advance, g.Origin = c.down.of(g.CID, width)
	}
	gid, found := f.cidGID(g)
	if found && g.Text == "" {
		g.Text = f.gidText(gid)
	}
	g.Shown = f.shown(g, gid, found)
	f.setBox(g, width, gid, found)
	g.tame()
	return g
}

// cid returns the CID of a code, -1 where only a CMap that is not at hand knows.
func (c *composite) cid(code []byte) int {
	n := bigEndian(code)
	if m, ok := c.cmap.find(n); ok {
		return min(int(m.cid)+int(n-m.first), maxCID)
	}
	if l := c.cmap.predefined(); l != nil {
		return l.cid(code)
	}
	return 0
}

// compositeText returns the characters of a code (9.10.2): from ToUnicode, from a
// CMap that is keyed by Unicode, or from the character collection of the CIDs.
func (f *Font) compositeText(code []byte, cid int) string {
	if text := f.unicodeText(bigEndian(code)); text != "" {
		return text
	}
	ordering := f.composite.ordering
	if l := f.composite.cmap.predefined(); l != nil {
		if text := plainText([]rune{l.rune(code)}); text != "" {
			return text
		}
		if l.ordering != "" {
			ordering = l.ordering
		}
	}
	if c := cjk.Find(ordering); c != nil {
		return plainText([]rune(c.Text(cid)))
	}
	return ""
}
