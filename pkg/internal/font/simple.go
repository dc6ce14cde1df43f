package font

import (
	"strings"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// simple decodes one-byte codes (9.6).
type simple struct {
	glyphs   [256]atomic.Pointer[Glyph]
	encoding dictEncoding
	first    int                             // FirstChar
	bitmap   bitmapFont                      // of Type 3
	drawn    *drawn                          // of Type 3: what the shapes of glyphs without names say; else nil
	isDrawn  bool                            // drawn has been looked for
	inks     *[256]atomic.Pointer[geom.Rect] // of Type 3: what procedures paint; else nil
	widths   []float64                       // of the codes from first on, in glyph space; nil when the dictionary has none
}

func (f *Font) loadSimple() {
	s := &simple{encoding: f.readEncoding(f.dict.Key("Encoding"))}
	widths := f.dict.Key("Widths")
	s.first = f.dict.Key("FirstChar").Int()
	if n := min(widths.Len(), 256); n > 0 {
		s.widths = make([]float64, n)
		for i := range n {
			s.widths[i] = widths.Index(i).NumberOr(0)
		}
	}
	f.simple = s
	if f.Kind == Type3 {
		s.inks = new([256]atomic.Pointer[geom.Rect])
		s.bitmap = f.inspectBitmapFont()
	}
}

// newSimple keeps the glyph of a code, when no other goroutine just did.
func (f *Font) newSimple(code byte) *Glyph {
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	g := f.simple.glyphs[code].Load()
	if g == nil {
		g = f.makeSimple(code)
		f.simple.glyphs[code].Store(g)
	}
	return g
}

// makeSimple makes the glyph of a code when it is first shown.
func (f *Font) makeSimple(code byte) *Glyph {
	g := &Glyph{Code: uint32(code), CID: -1, Space: code == ' '}
	g.Name = f.glyphName(code)
	g.Text = f.simpleText(code, g.Name)
	if f.Kind == Type3 {
		g.Shown = f.shown(g, 0, false)
		f.finishType3(g)
		f.loadDrawn()
		g.Guessed = f.simple.bitmap.tex && g.Text != f.unicodeText(uint32(code)) && g.Text != f.loader.nameText(g.Name)
		f.readDrawn(g)
		g.tame()
		return g
	}
	gid, found := f.simpleGID(code, g.Name)
	if found && g.Text == "" && f.Kind == TrueType {
		g.Text = f.gidText(gid)
	}
	g.Shown = f.shown(g, gid, found)
	g.Advance = f.simpleAdvance(code, g.Name, gid, found)
	f.setBox(g, g.Advance, gid, found)
	g.tame()
	return g
}

// glyphName returns the name that the dictionary's encoding or else the font
// program's own gives a code.
func (f *Font) glyphName(code byte) string {
	e := &f.simple.encoding
	if name, ok := e.diffs[code]; ok {
		return name
	}
	if e.base != nil {
		return e.base[code]
	}
	if f.Kind == Type3 {
		return ""
	}
	if f.Standard && !f.Embedded {
		return f.standard.encoding()[code]
	}
	return f.builtInName(code)
}

// builtInName returns a name from the encoding of the font program. Where that
// is not known, a font of ordinary text has StandardEncoding.
func (f *Font) builtInName(code byte) string {
	usesProgram := f.Embedded && (f.Kind != TrueType || f.Symbolic)
	if p := f.outlines(); usesProgram && p != nil {
		if gid, ok := p.ByCode(code); ok {
			return cleanName(p.Name(gid))
		}
		return ""
	}
	if f.Symbolic {
		return ""
	}
	return baseEncoding("Standard")[code]
}

// cleanName drops the name that fonts give to glyphs that are not there.
func cleanName(name string) string {
	if strings.HasPrefix(name, ".") {
		return ""
	}
	return name
}

// simpleText returns the characters of a code: from ToUnicode, else by name.
func (f *Font) simpleText(code byte, name string) string {
	if text := f.unicodeText(uint32(code)); text != "" && !f.isMistaken(text, name, code) {
		return text
	}
	switch {
	case f.Kind == Type3 && f.simple.bitmap.tex:
		return f.simple.bitmap.text(code)
	case f.standard.dingbats():
		return dingbatText(name)
	}
	return f.loader.nameText(name)
}

// width returns the entry of Widths, or else MissingWidth, in glyph space; ok
// is false when the dictionary has no Widths at all.
func (s *simple) width(code byte, missing float64) (w float64, ok bool) {
	if i := int(code) - s.first; i >= 0 && i < len(s.widths) {
		return s.widths[i], true
	}
	return missing, s.widths != nil
}

// simpleAdvance returns w0: from Widths, else from the font program, else from
// the standard metrics.
func (f *Font) simpleAdvance(code byte, name string, gid int, found bool) float64 {
	missing := f.Descriptor.missingWidth
	if w, ok := f.simple.width(code, missing); ok {
		return w * perMille
	}
	if p := f.outlines(); p != nil && found {
		if w, ok := p.Advance(gid); ok {
			return w
		}
	}
	if w, _, ok := f.standIn().glyph(name); ok {
		return w
	}
	return missing * perMille
}
