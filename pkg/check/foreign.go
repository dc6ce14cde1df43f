package check

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// foreignError says that a file is not a PDF but something that is known, and what
// to do about it.
type foreignError struct {
	said  *wording.Error
	cause *pdf.OpenError
}

// Error says so in a clause.
func (e *foreignError) Error() string { return e.said.Error() }

// Unwrap returns the sentence, and what the reader of PDFs said.
func (e *foreignError) Unwrap() []error { return []error{e.said, e.cause} }

// explained returns the reason why data cannot be opened: what it is, where the
// reader of PDFs found no paper in it and it can be told.
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
	return &foreignError{wording.NewError(wording.ForeignFile, report.Args{"type": what, "remedy": remedy}), open}
}

// isZIP reports whether a file is a ZIP archive. It is no paper, even where a PDF
// stands in it unpacked and could be found.
func isZIP(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// htmlPage is what servers send most often in place of a paper.
const htmlPage = "html"

// The remedies for files that are not a PDF, as the sentence names them.
const (
	remedyDownload = "download"
	remedyServer   = "log-in"
	remedyExport   = "export"
	remedyCompile  = "compile"
	remedyConvert  = "ps2pdf"
	remedyUnpack   = "unpack"
	remedyArchive  = "archive"
	remedyPicture  = "picture"
)

// foreignWindow is how many bytes of a file are searched for what it is.
const foreignWindow = 64 << 10

// foreign tells what a file is that is not a PDF, and what to do, as the sentence
// wording.ForeignFile names them; "" where that is not known.
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
		return "zeros", remedyDownload
	}
	return foreignText(head, len(data) > len(head))
}

// signature is how files of a kind begin.
type signature struct {
	at           int // offset of magic
	magic        string
	what, remedy string
}

// signatures are of kinds that a few bytes tell (Git LFS specification; git-annex,
// "pointer file"; Adobe TN 5001 and 5002; RTF 1.9.1; MS-CFB 2.2; POSIX
// ustar; PNG, JFIF, GIF, TIFF and RIFF).
var signatures = []signature{
	{0, "version https://git-lfs.github.com/spec/", "git-lfs", "git-lfs"},
	{0, "/annex/objects/", "git-annex", "git-annex"},
	{0, "%!", "postscript", remedyConvert},
	{0, "\x04%!", "postscript", remedyConvert},
	{0, "\xc5\xd0\xd3\xc6", "postscript", remedyConvert},
	{0, "\xf7\x02\x01\x83\x92\xc0\x1c\x3b", "dvi", "dvipdfmx"},
	{0, `{\rtf`, "rtf", remedyExport},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office", remedyExport},
	{0, "PK\x05\x06", "empty-zip", remedyDownload},
	{0, "BZh", "bzip2", remedyUnpack},
	{0, "\xfd7zXZ\x00", "xz", remedyUnpack},
	{0, "7z\xbc\xaf\x27\x1c", "7z", remedyUnpack},
	{0, "Rar!\x1a\x07", "rar", remedyUnpack},
	{257, "ustar", "tar", remedyUnpack},
	{0, "\x89PNG\r\n\x1a\n", "png", remedyPicture},
	{0, "\xff\xd8\xff", "jpeg", remedyPicture},
	{0, "GIF8", "gif", remedyPicture},
	{0, "II*\x00", "tiff", remedyPicture},
	{0, "MM\x00*", "tiff", remedyPicture},
	{0, "RIFF", "riff", remedyPicture},
	{0, "AT&TFORM", "djvu", remedyExport},
	{0, "JVBERi0", "base64", "decode"},
}

// zipped tells what kind of ZIP archive a file is, by the names of its files,
// which stand in it unpacked.
func zipped(data []byte) (what, remedy string) {
	for _, kind := range []struct{ name, what string }{
		{"word/document", "word"},
		{"ppt/presentation", "powerpoint"},
		{"xl/workbook", "excel"},
		{"application/vnd.oasis.opendocument.", "opendocument"},
		{"application/epub+zip", "epub"},
		{"Index/Document.iwa", "pages"},
	} {
		if bytes.Contains(data, []byte(kind.name)) {
			return kind.what, remedyExport
		}
	}
	if bytes.Contains(data[:min(len(data), foreignWindow)], []byte("[Content_Types].xml")) {
		return "office", remedyExport
	}
	return "zip", remedyArchive
}

// foreignText tells what kind of text a file is, by its head, which may be cut.
func foreignText(head []byte, cut bool) (what, remedy string) {
	text, ok := decodedText(head, cut)
	if !ok {
		return "", ""
	}
	trimmed := strings.TrimSpace(text)
	begin := strings.ToLower(withoutComments(trimmed))
	switch {
	case trimmed == "":
		return "blanks", remedyDownload
	case hasAnyPrefix(begin, "<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta", "<div", "<h1", "<p>", "<center", "<table", "<a ", "<br"):
		return htmlPage, remedyServer
	case hasAnyPrefix(begin, "<?xml", "<!doctype", "<svg", "<error", "<rss") && strings.Contains(begin, "<html"):
		return htmlPage, remedyServer
	case strings.HasPrefix(begin, "<svg"), hasAnyPrefix(begin, "<?xml", "<!doctype svg") && strings.Contains(begin, "<svg"):
		return "svg", remedyPicture
	case strings.HasPrefix(begin, "<?xml"):
		return "xml", remedyDownload
	case strings.Contains(text, `\documentclass`), strings.Contains(text, `\begin{document}`), strings.Contains(text, `\documentstyle`):
		return "latex", remedyCompile
	case hasAnyPrefix(trimmed, `{"`, "{\n", "{\r\n", `[{`):
		return "json", remedyDownload
	case !cut && !strings.ContainsAny(trimmed, "\r\n"):
		return "line", remedyDownload
	}
	return "text", remedyExport
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
