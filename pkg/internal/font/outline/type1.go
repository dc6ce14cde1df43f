package outline

import (
	"bytes"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// span is a stretch of a program's bytes.
type span struct{ start, end int32 }

func (s span) of(data []byte) []byte { return data[s.start:s.end] }

// type1 is a Type 1 font program (Adobe Type 1 Font Format).
type type1 struct {
	clear   []byte // the clear text portion
	private []byte // the private portion, decrypted; charstrings in it are not
	glyphs  []type1Glyph
	subrs   []type1Subr // by number
	lenIV   int
	matrix  geom.Matrix
	weights []float64 // WeightVector of a multiple master instance
	names   nameIndex
	codes   *[256]string // built-in encoding, read when first requested
	interp  *type1Interp
	read    int // the bytes that were looked at, again and again perhaps
}

type type1Glyph struct {
	name, code span
	width      float64 // in character space
	measured   bool    // width is known
}

type type1Subr struct {
	number int32
	code   span
}

// defaultLenIV is the number of random bytes before a charstring (7.3).
const defaultLenIV = 4

// parseType1 finds the charstrings without running them.
func parseType1(data []byte) (Program, error) {
	f := readType1(data)
	if len(f.glyphs) == 0 {
		return nil, ErrFormat
	}
	return f, nil
}

// readType1 reads a program but for its encoding, and no further than to its
// glyphs where there are none.
func readType1(data []byte) *type1 {
	f := &type1{lenIV: defaultLenIV}
	f.clear, f.private = splitType1(data)
	f.findLenIV(f.findGlyphs())
	if len(f.glyphs) > 0 {
		f.findSubrs()
		f.findMatrix()
	}
	return f
}

// after returns a lexer behind the first occurrence of key in text at or after
// from; pos is where the key starts, -1 when there is none.
func (f *type1) after(text []byte, key string, from int) (l lexer, pos int) {
	at := bytes.Index(text[min(from, len(text)):], []byte(key))
	if at < 0 {
		f.read += max(0, len(text)-from)
		return lexer{}, -1
	}
	f.read += at
	return lexer{src: text, pos: from + at + len(key), read: &f.read}, from + at
}

// findLenIV looks for the entry lenIV before the charstrings, for which readers need it.
func (f *type1) findLenIV(charStrings int) {
	l, at := f.after(f.private[:charStrings], "/lenIV", 0)
	if at < 0 {
		return
	}
	if n, ok := integer(l.next()); ok && n <= maxLenIV {
		f.lenIV = n
	}
}

// maxLenIV caps the random bytes before a charstring; 0, 1 and 4 are seen.
const maxLenIV = 64

// findGlyphs reads the CharStrings dictionary. Synthetic fonts (10.3) hold the
// key more than once; the dictionary with the most glyphs counts. It returns where the
// key is first.
func (f *type1) findGlyphs() (first int) {
	first = len(f.private)
	for from := 0; ; {
		l, at := f.after(f.private, string(charStringsKey), from)
		if at < 0 {
			return first
		}
		first = min(first, at)
		if g := readCharStrings(&l); len(g) > len(f.glyphs) {
			f.glyphs = g
		}
		from = max(l.pos, at+1)
	}
}

// readCharStrings reads the lines "/name length RD bytes ND" up to "end". RD is
// any word: fonts name it as they like (2.4).
func readCharStrings(l *lexer) []type1Glyph {
	var out []type1Glyph
	declared, ok := integer(l.next())
	if !ok {
		return nil // a mention of the dictionary, as in "/CharStrings get"
	}
	if n := min(declared, len(l.src)/minGlyphLine, maxGlyphs); n > 0 {
		out = make([]type1Glyph, 0, n)
	}
	for len(out) < maxGlyphs {
		w := l.next()
		switch {
		case w == nil:
			return out
		case w[0] == '/':
			name := span{int32(l.pos - len(w) + 1), int32(l.pos)}
			if code, ok := l.binary(); ok {
				out = append(out, type1Glyph{name: name, code: code})
			}
		case string(w) == "end":
			return out
		}
	}
	return out
}

// minGlyphLine is the length of the shortest line of CharStrings or Subrs.
const minGlyphLine = 8

// binary reads "length RD bytes": one blank is between RD and the bytes.
// When there is no such thing, nothing is passed over.
func (l *lexer) binary() (code span, ok bool) {
	mark := l.pos
	n, ok := integer(l.next())
	if rd := l.next(); !ok || n < 0 || !readsBinary(rd) || n > len(l.src)-l.pos-1 {
		l.pos = mark
		return span{}, false
	}
	start := l.pos + 1
	l.pos = start + n
	return span{int32(start), int32(l.pos)}, true
}

// readsBinary reports whether a word can be RD, which is none of the operators that
// follow numbers elsewhere in a font.
func readsBinary(word []byte) bool {
	switch string(word) {
	case "", "def", "dict", "array", "index", "put", "string":
		return false
	}
	return word[0] != '/'
}

// findSubrs reads the first array of subroutines: hybrid fonts (8.5) have a
// second one, which draws the same shapes.
func (f *type1) findSubrs() {
	for from := 0; ; {
		l, at := f.after(f.private, "/Subrs", from)
		if at < 0 {
			return
		}
		if f.subrs = readSubrs(&l); len(f.subrs) > 0 {
			break
		}
		from = max(l.pos, at+1)
	}
	byNumber := func(a, b type1Subr) int { return int(a.number) - int(b.number) }
	if !slices.IsSortedFunc(f.subrs, byNumber) {
		slices.SortStableFunc(f.subrs, byNumber)
	}
}

// readSubrs reads the lines "dup number length RD bytes NP" up to the first word
// that belongs to something else.
func readSubrs(l *lexer) []type1Subr {
	var out []type1Subr
	if declared, ok := integer(l.next()); ok {
		if n := min(declared, len(l.src)/minGlyphLine, maxSubrs); n > 0 {
			out = make([]type1Subr, 0, n)
		}
	}
	for len(out) < maxSubrs {
		w := l.next()
		switch {
		case w == nil || string(w) == "def":
			return out
		case w[0] == '/':
			l.pos -= len(w) // it may be another Subrs
			return out
		case string(w) == "dup":
			number, ok := integer(l.next())
			code, isCode := l.binary()
			if ok && isCode && number >= 0 && number < maxSubrs {
				out = append(out, type1Subr{int32(number), code})
			}
		}
	}
	return out
}

// subr returns the bytes of a subroutine.
func (f *type1) subr(number int) ([]byte, bool) {
	if number >= 0 && number < len(f.subrs) && int(f.subrs[number].number) == number {
		return f.subrs[number].code.of(f.private), true // no gaps: the usual case
	}
	i, ok := slices.BinarySearchFunc(f.subrs, number, func(s type1Subr, n int) int { return int(s.number) - n })
	if !ok {
		return nil, false
	}
	return f.subrs[i].code.of(f.private), true
}

func (f *type1) findMatrix() {
	f.matrix = thousandth()
	if l, at := f.after(f.clear, "/FontMatrix", 0); at >= 0 {
		if m, ok := fontMatrix(l.numbers(6)); ok {
			f.matrix = m
		}
	}
	if l, at := f.after(f.clear, "/WeightVector", 0); at >= 0 {
		f.weights = l.numbers(maxMasters)
	}
}

// maxMasters caps the designs of a multiple master font (TN 5015: 16).
const maxMasters = 16

func (f *type1) NumGlyphs() int { return len(f.glyphs) }

func (f *type1) ByName(name string) (int, bool) { return f.names.find(f, len(f.glyphs), name) }

func (f *type1) ByCID(cid int) (int, bool) { return cid, cid >= 0 && cid < len(f.glyphs) }

func (f *type1) ByRune(rune) (int, bool) { return 0, false }

func (f *type1) NextRune(rune) rune { return -1 }

func (f *type1) ByCode(code byte) (int, bool) {
	if f.codes == nil {
		f.codes = f.readEncoding()
	}
	if name := f.codes[code]; name != "" {
		return f.ByName(name)
	}
	return 0, false
}

func (f *type1) Name(gid int) string {
	if gid < 0 || gid >= len(f.glyphs) {
		return ""
	}
	return string(f.glyphs[gid].name.of(f.private))
}
