package check

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// foreignError says that a file is not a PDF but something that is known, and what
// to do about it.
type foreignError struct {
	what, remedy string
	cause        *pdf.OpenError
}

// Error returns a sentence.
func (e *foreignError) Error() string { return "this is " + e.what + ", not a PDF; " + e.remedy }

// Unwrap returns what the reader of PDFs said.
func (e *foreignError) Unwrap() error { return e.cause }

// explained returns the reason why data cannot be opened: what it is, where the
// reader of PDFs found no paper in it and its kind is known.
func explained(err error, data []byte) error {
	var open *pdf.OpenError
	if !errors.As(err, &open) {
		return err
	}
	switch open.Reason {
	case pdf.ReasonNotPDF, pdf.ReasonDamaged, pdf.ReasonNoPages:
	default:
		return err
	}
	what, remedy := foreign(data)
	if what == "" || what != htmlPage && !isZIP(data) && pdf.LooksLikePDF(data) { // a damaged PDF can look like text
		return err
	}
	return &foreignError{what, remedy, open}
}

// isZIP reports whether a file is a ZIP archive. It is not a paper, even where a PDF
// is in it unpacked and could be found.
func isZIP(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// htmlPage is what servers send most often in place of a paper.
const htmlPage = "an HTML page"

// The remedies for files that are not PDFs.
const (
	remedyDownload = "download the paper again"
	remedyServer   = "download the paper again, after logging in where that is needed"
	remedyExport   = "export the paper as PDF"
	remedyCompile  = "compile it and check its PDF"
	remedyConvert  = "convert it to PDF, with ps2pdf for example"
	remedyUnpack   = "unpack it and check the PDF in it"
	remedyArchive  = "unpack it, or rename it to .zip to check the papers in it"
	remedyPicture  = "check the PDF of the paper"
)

// foreignWindow is how many bytes of a file are searched for what it is.
const foreignWindow = 64 << 10

// foreign describes what a file is that is not a PDF, and what to do; "" where that is
// not known.
func foreign(data []byte) (what, remedy string) {
	for _, s := range signatures {
		if len(data) >= s.at && bytes.HasPrefix(data[s.at:], []byte(s.magic)) {
			return s.what, s.remedy
		}
	}
	if isZIP(data) {
		return zipped(data)
	}
	head := data[:min(len(data), foreignWindow)]
	if len(data) > 0 && len(bytes.Trim(head, "\x00")) == 0 {
		return "a file of zero bytes only", remedyDownload
	}
	return foreignText(head, len(data) > len(head))
}

// signature is how files of a kind begin.
type signature struct {
	at           int // offset of magic
	magic        string
	what, remedy string
}

// signatures are of kinds that a few bytes identify (Git LFS specification; git-annex,
// "pointer file"; Adobe TN 5001 and 5002; RTF 1.9.1; MS-CFB 2.2; POSIX
// ustar; PNG, JFIF, GIF, TIFF and RIFF).
var signatures = []signature{
	{0, "version https://git-lfs.github.com/spec/", "a Git LFS pointer", `run "git lfs pull" to get the paper`},
	{0, "/annex/objects/", "a git-annex pointer", `run "git annex get" to get the paper`},
	{0, "%!", "PostScript", remedyConvert},
	{0, "\x04%!", "PostScript", remedyConvert},
	{0, "\xc5\xd0\xd3\xc6", "PostScript", remedyConvert},
	{0, "\xf7\x02\x01\x83\x92\xc0\x1c\x3b", "a DVI file", "convert it to PDF, with dvipdfmx for example"},
	{0, `{\rtf`, "an RTF document", remedyExport},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document", remedyExport},
	{0, "PK\x05\x06", "an empty ZIP archive", remedyDownload},
	{0, "BZh", "a bzip2 archive", remedyUnpack},
	{0, "\xfd7zXZ\x00", "an xz archive", remedyUnpack},
	{0, "7z\xbc\xaf\x27\x1c", "a 7-Zip archive", remedyUnpack},
	{0, "Rar!\x1a\x07", "a RAR archive", remedyUnpack},
	{257, "ustar", "a tar archive", remedyUnpack},
	{0, "\x89PNG\r\n\x1a\n", "a PNG image", remedyPicture},
	{0, "\xff\xd8\xff", "a JPEG image", remedyPicture},
	{0, "GIF8", "a GIF image", remedyPicture},
	{0, "II*\x00", "a TIFF image", remedyPicture},
	{0, "MM\x00*", "a TIFF image", remedyPicture},
	{0, "RIFF", "an image or recording", remedyPicture},
	{0, "AT&TFORM", "a DjVu document", remedyExport},
	{0, "JVBERi0", "Base64 text", "decode it first"},
}

// zipped describes what kind of ZIP archive a file is, by the names of its files,
// which are in it unpacked.
func zipped(data []byte) (what, remedy string) {
	for _, kind := range []struct{ name, what string }{
		{"word/document", "a Word document"},
		{"ppt/presentation", "a PowerPoint document"},
		{"xl/workbook", "an Excel document"},
		{"application/vnd.oasis.opendocument.", "an OpenDocument file"},
		{"application/epub+zip", "an EPUB book"},
		{"Index/Document.iwa", "a Pages document"},
	} {
		if bytes.Contains(data, []byte(kind.name)) {
			return kind.what, remedyExport
		}
	}
	if bytes.Contains(data[:min(len(data), foreignWindow)], []byte("[Content_Types].xml")) {
		return "an Office document", remedyExport
	}
	return "a ZIP archive", remedyArchive
}

// foreignText describes what kind of text a file is, by its head, which may be cut.
func foreignText(head []byte, cut bool) (what, remedy string) {
	text, ok := decodedText(head, cut)
	if !ok {
		return "", ""
	}
	trimmed := strings.TrimSpace(text)
	begin := strings.ToLower(withoutComments(trimmed))
	switch {
	case trimmed == "":
		return "a file of blanks only", remedyDownload
	case hasAnyPrefix(begin, "<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta", "<div", "<h1", "<p>", "<center", "<table", "<a ", "<br"):
		return htmlPage, remedyServer
	case hasAnyPrefix(begin, "<?xml", "<!doctype", "<svg", "<error", "<rss") && strings.Contains(begin, "<html"):
		return htmlPage, remedyServer
	case strings.HasPrefix(begin, "<svg"), hasAnyPrefix(begin, "<?xml", "<!doctype svg") && strings.Contains(begin, "<svg"):
		return "an SVG image", remedyPicture
	case strings.HasPrefix(begin, "<?xml"):
		return "an XML file", remedyDownload
	case strings.Contains(text, `\documentclass`), strings.Contains(text, `\begin{document}`), strings.Contains(text, `\documentstyle`):
		return "LaTeX source", remedyCompile
	case hasAnyPrefix(trimmed, `{"`, "{\n", "{\r\n", `[{`):
		return "JSON text", remedyDownload
	case !cut && !strings.ContainsAny(trimmed, "\r\n"):
		return "a single line of text", remedyDownload
	}
	return "a text file", remedyExport
}

// withoutComments returns what follows a document's declaration of encoding, its
// comments and the blanks around them.
func withoutComments(text string) string {
	for strings.HasPrefix(text, "<!--") {
		_, rest, found := strings.Cut(text, "-->")
		if !found {
			return text
		}
		text = strings.TrimSpace(rest)
	}
	return text
}

func hasAnyPrefix(text string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}

// decodedText returns a file's text; ok is false where it is none. Text is UTF-8,
// or UTF-16 with its mark, without control characters but those of layout.
func decodedText(head []byte, cut bool) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		text = utf16Text(head[2:], binary.LittleEndian)
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		text = utf16Text(head[2:], binary.BigEndian)
	default:
		text = strings.TrimPrefix(string(head), "\ufeff")
	}
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !(cut && i >= len(text)-utf8.UTFMax):
			return "", false
		case r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a", r), r == 0x7f:
			return "", false
		}
	}
	return text, true
}

// utf16Text decodes UTF-16 as far as is needed to know ASCII: any other character
// is a question mark.
func utf16Text(data []byte, order binary.ByteOrder) string {
	out := make([]byte, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		c := order.Uint16(data)
		if c >= utf8.RuneSelf {
			c = '?'
		}
		out = append(out, byte(c))
	}
	return string(out)
}
