package font

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// loadType3 reads what only Type 3 fonts have (9.6.4).
func (f *Font) loadType3() {
	if v := f.dict.Key("FontMatrix"); v.Len() >= 6 {
		if m := v.Matrix(); m.Det() != 0 {
			f.Matrix = m
		}
	}
	f.Resources = f.dict.Key("Resources")
	if box, ok := f.dict.Key("FontBBox").Rect(); ok {
		f.Descriptor.BBox = f.Matrix.ApplyRect(box)
	}
}

// finishType3 gives a glyph its procedure, advance and box. The advance is the
// x part of the width in text space, as viewers have it.
func (f *Font) finishType3(g *Glyph) {
	g.Proc = f.procOf(g.Name)
	d := f.readProc(g.Proc)
	w, ok := f.simple.width(byte(g.Code), 0)
	if !ok {
		w = d.width
	}
	g.Advance = f.Matrix.ApplyVector(geom.Point{X: w}).X
	switch {
	case d.blank:
		g.Box, g.Source = geom.Empty(), BoxOutline
	case d.hasBox:
		g.Box, g.Source = f.Matrix.ApplyRect(d.box), BoxOutline
	default:
		g.Box, g.Source = f.type3Box(g.Advance)
	}
}

// SetInk tells what the procedure of a Type 3 font's code paints, whatever box it
// declares, in text space at size 1. It may be called by several goroutines at once.
func (f *Font) SetInk(code byte, box geom.Rect) {
	if f.Kind == Type3 && f.simple != nil {
		f.simple.inks[code].Store(&box)
	}
}

// Stock returns the glyphs that a Type 3 font has procedures for, by code; nil for
// other fonts.
func (f *Font) Stock() []*Glyph {
	if f.Kind != Type3 || f.simple == nil {
		return nil
	}
	var out []*Glyph
	for code := range 256 {
		if g, _ := f.Next([]byte{byte(code)}); g.Proc.IsStream() {
			out = append(out, g)
		}
	}
	return out
}

// procOf returns the stream that draws a glyph, or null.
func (f *Font) procOf(name string) pdf.Value {
	if name == "" {
		return pdf.Value{}
	}
	if p := f.dict.Key("CharProcs").Key(name); p.IsStream() {
		return p
	}
	return pdf.Value{}
}

// type3Box is the box of a glyph that does not declare one: FontBBox, which
// holds all glyphs, or else a typical letter.
func (f *Font) type3Box(advance float64) (geom.Rect, BoxSource) {
	if b := f.Descriptor.BBox; !b.IsEmpty() {
		return geom.Rect{X0: min(0, advance), Y0: b.Y0, X1: max(0, advance), Y1: b.Y1}, BoxDescriptor
	}
	return geom.RectOf(geom.Point{Y: typical.descent}, geom.Point{X: advance, Y: typical.ascent}), BoxGuess
}

// glyphDescription is what the start of a Type 3 procedure declares, in glyph
// space (9.6.4, table 111).
type glyphDescription struct {
	width  float64
	box    geom.Rect // of d1
	hasBox bool
	blank  bool // nothing is drawn
}

// readProc looks for d0 or d1 at the start of a procedure. A glyph without a
// procedure is blank.
func (f *Font) readProc(proc pdf.Value) glyphDescription {
	return describeProc(proc, f.decode(proc))
}

// describeProc is readProc for a procedure that has been decoded.
func describeProc(proc pdf.Value, data []byte) glyphDescription {
	if len(data) == 0 {
		return glyphDescription{blank: !proc.IsStream()}
	}
	lex := syntax.NewLexer(data)
	var n []float64
	for lex.Pos() < maxProcBytes && len(n) <= 6 {
		t := lex.Next()
		if t.Kind == syntax.Number {
			n = append(n, t.Num)
			continue
		}
		if t.Kind != syntax.Keyword {
			break
		}
		return describeGlyph(string(t.Bytes), n, lex)
	}
	return glyphDescription{}
}

// describeGlyph reads the operands n of d0 or d1. A box of d1 without area is
// none: some writers put zeros.
func describeGlyph(operator string, n []float64, rest *syntax.Lexer) (d glyphDescription) {
	switch {
	case operator == "d0" && len(n) >= 2:
		d.width = n[len(n)-2]
	case operator == "d1" && len(n) >= 6:
		n = n[len(n)-6:]
		d.width = n[0]
		d.box = geom.RectOf(geom.Point{X: n[2], Y: n[3]}, geom.Point{X: n[4], Y: n[5]})
		d.hasBox = d.box.Area() > 0
	default:
		return d
	}
	d.blank = !drawsAnything(rest)
	return d
}

// drawsAnything looks for an operator that starts a path, shows text or paints
// an image in the rest of a procedure. What is beyond maxProcBytes counts as
// drawing.
func drawsAnything(lex *syntax.Lexer) bool {
	for lex.Pos() < maxProcBytes {
		t := lex.Next()
		if t.Kind == syntax.EOF {
			return false
		}
		if t.Kind != syntax.Keyword {
			continue
		}
		switch string(t.Bytes) {
		case "m", "re", "Do", "BI", "sh", "Tj", "TJ", "'", "\"":
			return true
		}
	}
	return true
}
