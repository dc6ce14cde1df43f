package pdf

import (
	"bytes"
	"strconv"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// inspectFrame looks at the file's frame (ISO 32000-2, 7.5: header,
// cross-reference table, trailer) as a strict reader would, because pdfcpu
// repairs it silently.
func inspectFrame(data []byte) []Damage {
	var out []Damage
	note := func(kind, message string) { out = append(out, Damage{kind, message}) }
	start := bytes.Index(data, []byte("%PDF-"))
	if start > 0 {
		note("header", "there are "+strconv.Itoa(start)+" bytes of junk before the PDF header")
	}
	tail := data[max(0, len(data)-tailWindow):]
	if !bytes.Contains(tail, []byte("%%EOF")) {
		note("eof", "the end-of-file mark is missing; the file may be cut short")
	}
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		note("xref", "the pointer to the cross-reference table is missing")
		return out
	}
	offset := syntax.NewLexer(tail[at+len("startxref"):]).Next()
	if offset.Kind != syntax.Number || !xrefAt(data, int(offset.Num)) && !xrefAt(data, int(offset.Num)+max(start, 0)) {
		note("xref", "the cross-reference table is not where the file says; it was rebuilt")
	}
	return out
}

// tailWindow is how far from the end strict readers look for the trailer.
const tailWindow = 1024

// xrefAt reports whether a cross-reference table or stream starts at offset.
func xrefAt(data []byte, offset int) bool {
	if offset <= 0 || offset >= len(data) {
		return false
	}
	l := syntax.NewLexer(data[offset:])
	first := l.Next()
	if first.Kind == syntax.Keyword {
		return string(first.Bytes) == "xref"
	}
	second, third := l.Next(), l.Next()
	return first.Kind == syntax.Number && second.Kind == syntax.Number &&
		third.Kind == syntax.Keyword && bytes.HasPrefix(third.Bytes, []byte("obj"))
}
