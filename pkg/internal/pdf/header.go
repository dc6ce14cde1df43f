package pdf

import (
	"bytes"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// headerWindow is how far into a file viewers look for the header.
const headerWindow = 1024

var (
	headerMark = []byte("%PDF-")

	// headerVersion matches the versions that pdfcpu reads.
	headerVersion = pattern.New(`^%PDF-(?:1\.[0-7]|2\.0)`)

	// oddHeader matches first lines that viewers take for a header: in lower case,
	// or that of a PDF within PostScript (implementation note 14 of PDF 1.7).
	oddHeader = pattern.New(`(?i)^\s*%(?:pdf-|!PS-Adobe-\d+\.\d+ PDF-)`)
)

// LooksLikePDF reports whether data has a PDF header where viewers look for it.
func LooksLikePDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), headerWindow+len(headerMark))], headerMark) ||
		oddHeader.Match(data[:min(len(data), headerWindow)])
}

// maybePDF reports whether data can be a PDF: it has a header somewhere, or
// objects and something that names the catalog.
func maybePDF(data []byte) bool {
	if LooksLikePDF(data) || bytes.Contains(data, headerMark) {
		return true
	}
	return bytes.Contains(data, []byte("/Root")) && bytes.Contains(data, []byte("obj")) && bytes.Contains(data, []byte("endobj"))
}

// newHeader is put where there is none.
const newHeader = "%PDF-1.7\n"

// patchHeader returns data with a header that can be read at the head of the file,
// or within viewers' reach of it, and what was wrong, "" when nothing was. Offsets
// stay where that is possible.
func patchHeader(data []byte) (patched []byte, wrong report.Kind) {
	at := bytes.Index(data, headerMark)
	switch {
	case at >= 0 && at < headerWindow && headerVersion.Match(data[at:]):
		return data, ""
	case at >= 0 && at < headerWindow:
		patched = bytes.Clone(data)
		copy(patched[at+len(headerMark):], "1.7")
		return patched, wording.HeaderVersion
	case at >= 0:
		return withoutJunk(data, at), wording.HeaderMisplaced
	}
	if line := firstComment(data); line >= len(newHeader) {
		patched = bytes.Clone(data)
		for i := copy(patched, newHeader[:len(newHeader)-1]); i < line; i++ {
			patched[i] = ' '
		}
		return patched, wording.HeaderMissing
	}
	return append([]byte(newHeader), data...), wording.HeaderMissing
}

// firstComment returns the length of the line that data begins with when it is a
// comment, else 0.
func firstComment(data []byte) int {
	rest := bytes.TrimLeftFunc(data[:min(len(data), headerWindow)], func(c rune) bool { return c < 0x80 && syntax.IsSpace(byte(c)) })
	if !bytes.HasPrefix(rest, []byte("%")) {
		return 0
	}
	return len(data[:min(len(data), headerWindow)]) - len(rest) + max(0, bytes.IndexAny(rest, "\r\n"))
}

// withoutJunk returns data with its header, which is too far off, at its head.
// Where the table is said to be tells whether offsets count from the header or
// from the head of the file.
func withoutJunk(data []byte, at int) []byte {
	if offset, ok := tableOffset(data); ok && xrefAt(data, offset) {
		out := bytes.Clone(data)
		copy(out, newHeader)
		return out
	}
	return data[at:]
}

// tableOffset returns where the end of the file says that its table is.
func tableOffset(data []byte) (offset int, ok bool) {
	tail := data[max(0, len(data)-tailWindow):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return 0, false
	}
	t := syntax.NewLexer(tail[at+len("startxref"):]).Next()
	return int(t.Num), t.Kind == syntax.Number
}
