package pdf

import (
	"bytes"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// inspectFrame looks at the file's frame (ISO 32000-2, 7.5: header,
// cross-reference table, trailer) as a strict reader would, because pdfcpu
// repairs it silently.
func inspectFrame(data []byte) []Damage {
	var out []Damage
	note := func(kind report.Kind, args report.Args) { out = append(out, report.Say(kind, args)) }
	start := bytes.Index(data, []byte("%PDF-"))
	if start > 0 {
		note(wording.JunkBeforeHeader, report.Args{"bytes": start})
	}
	tail := data[max(0, len(data)-tailWindow):]
	if !bytes.Contains(tail, []byte("%%EOF")) {
		note(wording.EndMissing, nil)
	}
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		note(wording.PointerMissing, nil)
		return out
	}
	offset := syntax.NewLexer(tail[at+len("startxref"):]).Next()
	if offset.Kind != syntax.Number || !xrefAt(data, int(offset.Num)) && !xrefAt(data, int(offset.Num)+max(start, 0)) {
		note(wording.TableMisplaced, nil)
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
