package check

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// archiveOf returns a ZIP archive of files that are not compressed.
func archiveOf(t *testing.T, entries ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: entries[i], Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte(entries[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// inUTF16 returns text in UTF-16, little-endian, with its mark.
func inUTF16(text string) string {
	var out []byte
	for _, c := range utf16.Encode([]rune("\ufeff" + text)) {
		out = append(out, byte(c), byte(c>>8))
	}
	return string(out)
}

// TestForeignFiles: what is sent in place of a paper is called by its name, with
// one remedy, and is an error.
func TestForeignFiles(t *testing.T) {
	opml, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "papers", "ok-plain.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	paper := string(data)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, "\\documentclass{article}"); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	checker := Checker{Profile: opml}
	for _, c := range []struct{ data, want string }{
		{"", "The file is empty."},
		{"<!DOCTYPE html>\n<html><title>403</title></html>", "This is an HTML page, not a PDF; download the paper again, after logging in where that is needed"},
		{"\ufeff\r\n  <!-- served by us -->\n<HTML lang=en>", "This is an HTML page, not a PDF"},
		{"<?xml version='1.0'?>\n<!DOCTYPE html><html xmlns='x'/>", "This is an HTML page, not a PDF"},
		{inUTF16("<html><body>Zugriff verweigert: ü</body></html>"), "This is an HTML page, not a PDF"},
		{"<html><p>The header of a PDF is %PDF-1.7</p></html>", "This is an HTML page, not a PDF"},
		{"<html>" + strings.Repeat("é", foreignWindow), "This is an HTML page, not a PDF"},
		{"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "This is an XML file, not a PDF"},
		{"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is an SVG image, not a PDF"},
		{`{"error": "no such paper"}`, "This is JSON text, not a PDF"},
		{"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12345\n", `This is a Git LFS pointer, not a PDF; run "git lfs pull" to get the paper`},
		{"/annex/objects/SHA256E-s12345--abc.pdf\n", `This is a git-annex pointer, not a PDF; run "git annex get" to get the paper`},
		{"%!PS-Adobe-3.0\n%%Pages: 2\n", "This is PostScript, not a PDF"},
		{"\xc5\xd0\xd3\xc6\x20\x00\x00\x00", "This is PostScript, not a PDF"},
		{`{\rtf1\ansi Paper}`, "This is an RTF document, not a PDF; export the paper as PDF"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "This is an Office document, not a PDF"},
		{archiveOf(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"), "This is a Word document, not a PDF; export the paper as PDF"},
		{archiveOf(t, "mimetype", "application/vnd.oasis.opendocument.text"), "This is an OpenDocument file, not a PDF"},
		{archiveOf(t, "[Content_Types].xml", "<x/>"), "This is an Office document, not a PDF"},
		{archiveOf(t, "paper.pdf", paper), "This is a ZIP archive, not a PDF; unpack it, or rename it to .zip"},
		{packed.String(), "This is a gzip archive, not a PDF"},
		{strings.Repeat("x", 257) + "ustar\x00", "This is a tar archive, not a PDF"},
		{"\x89PNG\r\n\x1a\n\x00", "This is a PNG image, not a PDF"},
		{"\xff\xd8\xff\xe0", "This is a JPEG image, not a PDF"},
		{"\\documentclass{article}\n\\begin{document}\nHi.\n\\end{document}\n", "This is LaTeX source, not a PDF; compile it and check its PDF"},
		{"Paper withdrawn.\n", "This is a single line of text, not a PDF"},
		{"Dear chairs,\nhere is the paper.\n", "This is a text file, not a PDF"},
		{"JVBERi0xLjcKJeLjz9MK", "This is Base64 text, not a PDF; decode it first"},
		{strings.Repeat("\x00", 5000), "This is a file of zero bytes only, not a PDF"},
		{" \n\n\t", "This is a file of white space only, not a PDF"},
		{"\x01\x02\x80\x90junk", "This is not a PDF file"},
		{"%PDF-1.4\n", ""}, // damaged, not text
		{"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n", ""},
	} {
		file := checker.Check(context.Background(), "draft.pdf", []byte(c.data))
		if file.Verdict != report.Error || len(file.Findings) != 1 {
			t.Errorf("%.40q: %s with %d findings", c.data, file.Verdict, len(file.Findings))
			continue
		}
		got := file.Findings[0].Message
		if !strings.HasPrefix(got, c.want) || c.want == "" && strings.Contains(got, "text") {
			t.Errorf("%.40q: %q, want %q", c.data, got, c.want)
		}
		if strings.Contains(got, "; ") && strings.HasPrefix(got, "This is a") && file.Findings[0].Hint != "" {
			t.Errorf("%.40q has two remedies: %q", c.data, file.Findings[0].Hint)
		}
	}
}

// Attack: a long file of comments, and one of blanks, are recognized in no time that
// grows with more than their length.
func TestForeignTextIsBounded(t *testing.T) {
	for _, data := range []string{strings.Repeat("<!---->", 1<<20), strings.Repeat("<!--", 1<<20), strings.Repeat(" ", 8<<20)} {
		head := []byte(data)[:foreignWindow]
		if what, _ := foreignText(head, true); what == "" {
			t.Errorf("%.20q is not known", data)
		}
	}
}
