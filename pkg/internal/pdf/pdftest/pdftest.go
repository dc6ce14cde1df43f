// Package pdftest builds small PDF files in memory, so that tests know the
// truth by construction.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// Builder collects the objects of a file. Object 1 is the catalog and object 2
// the page tree's root.
type Builder struct {
	objects [][]byte // objects[i] is the body of object i+1
	pages   []int
	// Trailer is added to the trailer dictionary, Catalog to the catalog.
	Trailer, Catalog string
}

// New returns an empty Builder.
func New() *Builder { return &Builder{objects: make([][]byte, 2)} }

// Object adds an object and returns its number.
func (b *Builder) Object(body string) int {
	b.objects = append(b.objects, []byte(body))
	return len(b.objects)
}

// Stream adds a stream with further entries of its dictionary and returns its
// number.
func (b *Builder) Stream(entries string, data []byte) int {
	return b.Object(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data))
}

// Page describes a page for AddPage. The zero MediaBox is US letter and the
// zero Resources hold the standard fonts of Fonts.
type Page struct {
	Content   string
	MediaBox  string // "0 0 612 792"
	Resources string // a dictionary's entries
	Entries   string // further entries of the page dictionary
}

// Fonts are the resources that a Page gets when it names none: Times as /F1,
// Times-Bold as /F2, Helvetica as /F3, Courier as /F4 and Times-Italic as /F5,
// not embedded, in WinAnsiEncoding.
const Fonts = `/Font << ` +
	`/F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> ` +
	`/F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >> ` +
	`/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> ` +
	`/F4 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> ` +
	`/F5 << /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >> >>`

// AddPage adds a page and returns its object number.
func (b *Builder) AddPage(p Page) int {
	if p.MediaBox == "" {
		p.MediaBox = "0 0 612 792"
	}
	if p.Resources == "" {
		p.Resources = Fonts
	}
	content := b.Stream("", []byte(p.Content))
	n := b.Object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources << %s >> /Contents %d 0 R %s >>",
		p.MediaBox, p.Resources, content, p.Entries))
	b.pages = append(b.pages, n)
	return n
}

// Bytes returns the file with a correct cross-reference table.
func (b *Builder) Bytes() []byte {
	b.objects[0] = fmt.Appendf(nil, "<< /Type /Catalog /Pages 2 0 R %s >>", b.Catalog)
	kids := make([]string, len(b.pages))
	for i, n := range b.pages {
		kids[i] = fmt.Sprintf("%d 0 R", n)
	}
	b.objects[1] = fmt.Appendf(nil, "<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(b.objects))
	for i, body := range b.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, b.Trailer, start)
	return out.Bytes()
}

// OnePage returns a file with one US letter page that shows content.
func OnePage(content string) []byte {
	b := New()
	b.AddPage(Page{Content: content})
	return b.Bytes()
}
