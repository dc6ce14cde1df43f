package font

import "github.com/paperfit/paperfit/pkg/internal/font/outline"

// simpleGID finds the glyph of a simple font's code in the font program.
func (f *Font) simpleGID(code byte, name string) (gid int, found bool) {
	p := f.outlines()
	switch {
	case p == nil:
		return 0, false
	case f.Kind == TrueType:
		return f.trueTypeGID(code, name)
	}
	if gid, found = f.namedGID(code, name); found {
		return gid, true
	}
	if gid, found = f.trueTypeGID(code, name); found {
		return gid, true // the program is a TrueType font in spite of the dictionary
	}
	return notdef(p)
}

// namedGID follows the rules for Type 1 and CFF programs (9.6.5.2): the name of
// the dictionary's encoding, else the code in the program's own.
func (f *Font) namedGID(code byte, name string) (gid int, found bool) {
	p, e := f.outlines(), &f.simple.encoding
	if _, differs := e.diffs[code]; differs || e.base != nil {
		return p.ByName(name)
	}
	if gid, found = p.ByCode(code); found {
		return gid, true
	}
	return p.ByName(name)
}

// notdef is the glyph that is drawn for what the program does not have.
func notdef(p outline.Program) (gid int, found bool) {
	if gid, found = p.ByName(".notdef"); found {
		return gid, true
	}
	return 0, p.NumGlyphs() > 0
}

// trueTypeGID follows the rules for TrueType programs (9.6.5.4): names lead
// through the Unicode cmap, the Mac one or the post table; symbolic fonts and
// those without an encoding are looked up by code.
func (f *Font) trueTypeGID(code byte, name string) (gid int, found bool) {
	p := f.outlines()
	byCode := f.Symbolic || !f.simple.encoding.given
	if byCode {
		if gid, found = p.ByCode(code); found {
			return gid, true
		}
	}
	if gid, found = nameGID(p, name); found {
		return gid, true
	}
	if !byCode {
		return p.ByCode(code)
	}
	return p.ByRune(rune(code)) // a lone cmap of another platform
}

func nameGID(p outline.Program, name string) (gid int, found bool) {
	if name == "" {
		return 0, false
	}
	if r := partRunes(name); len(r) == 1 {
		if gid, found = p.ByRune(r[0]); found {
			return gid, true
		}
	}
	if mac, ok := macCode(name); ok {
		if gid, found = p.ByCode(mac); found {
			return gid, true
		}
	}
	return p.ByName(name)
}

// cidGID finds the glyph of a CID in the font program: through CIDToGIDMap
// (9.7.4.2) or the program's own charset. The glyph of an unknown CID (-1) can
// be found by its character alone.
func (f *Font) cidGID(g *Glyph) (gid int, found bool) {
	p := f.outlines()
	switch {
	case p == nil:
		return 0, false
	case g.CID < 0:
		return runeGID(p, g.Text)
	case f.Kind == CIDType0 && f.composite.toGID == nil:
		gid, found = p.ByCID(g.CID)
	default:
		gid, found = f.composite.mappedGID(g.CID), true
	}
	if !found || gid >= p.NumGlyphs() {
		return notdef(p)
	}
	return gid, true
}

// mappedGID looks a CID up in CIDToGIDMap; without one CIDs are glyph indices.
func (c *composite) mappedGID(cid int) int {
	switch {
	case c.toGID == nil:
		return cid
	case 2*cid+1 < len(c.toGID):
		return int(c.toGID[2*cid])<<8 | int(c.toGID[2*cid+1])
	}
	return 0
}

func runeGID(p outline.Program, text string) (gid int, found bool) {
	if r := []rune(text); len(r) == 1 {
		return p.ByRune(r[0])
	}
	return 0, false
}

// gidText returns the characters of a glyph by its name in the font program, or
// by the character that leads to it.
func (f *Font) gidText(gid int) string {
	p := f.outlines()
	if p == nil || gid == 0 {
		return ""
	}
	if text := f.loader.nameText(p.Name(gid)); text != "" {
		return text
	}
	text, known := f.program.byGID()[gid]
	if !known && f.composite != nil {
		text = f.program.byWideGID()[gid]
	}
	return text
}

// reverseRanges are the characters that gidText knows: Latin, Greek, Cyrillic,
// punctuation, arrows, mathematical operators and ligatures.
var reverseRanges = [...][2]rune{
	{0x20, 0x24f}, {0x370, 0x45f}, {0x2010, 0x2044}, {0x20ac, 0x20ac}, {0x2122, 0x2122},
	{0x2190, 0x21ff}, {0x2200, 0x22ff}, {0xfb00, 0xfb06},
}

// wideRanges are those that it knows of composite fonts moreover: Chinese, Japanese
// and Korean.
var wideRanges = [...][2]rune{{0x3000, 0x30ff}, {0x3400, 0x9fff}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xff00, 0xffef}}

// byGID returns the characters that lead to glyphs through the program's cmap.
func (p *program) byGID() map[int]string {
	if p.texts == nil {
		p.texts = p.reverse(reverseRanges[:])
	}
	return p.texts
}

// byWideGID is byGID for the characters of wideRanges.
func (p *program) byWideGID() map[int]string {
	if p.wideTexts == nil {
		p.wideTexts = p.reverse(wideRanges[:])
	}
	return p.wideTexts
}

// reverse returns the characters of ranges by the glyphs that they lead to.
func (p *program) reverse(ranges [][2]rune) map[int]string {
	out := map[int]string{}
	for _, span := range ranges {
		for r := p.NextRune(span[0]); r >= 0 && r <= span[1]; r = p.NextRune(r + 1) {
			gid, ok := p.ByRune(r)
			if _, taken := out[gid]; ok && !taken {
				out[gid] = plainText([]rune{r})
			}
		}
	}
	return out
}
