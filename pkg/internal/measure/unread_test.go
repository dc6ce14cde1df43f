package measure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// printable are the codes of the fonts of these tests.
const firstCode, lastCode = 32, 126

// widths are Times's for the letters of prose, half an em; the space has a quarter
// and capitals are wider.
var widths = "/FirstChar 32 /LastChar 126 /Widths [250" + strings.Repeat(" 500", 32) + strings.Repeat(" 667", 26) + strings.Repeat(" 500", 36) + "]"

// numbered returns an Encoding whose glyphs have numbers for names.
func numbered(pattern string) string {
	var out strings.Builder
	for i := range lastCode - firstCode {
		fmt.Fprintf(&out, " /"+pattern, i+1)
	}
	return fmt.Sprintf("/Encoding << /Differences [%d%s] >>", firstCode+1, out.String())
}

// simpleFont is a Type 1 font that is not embedded, with these entries.
func simpleFont(name, entries string) string {
	descriptor := "<< /Type /FontDescriptor /FontName /ABCDEF+" + name + " /Flags 4 /Ascent 683 /Descent -217 /FontBBox [0 -217 500 683] >>"
	return "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+" + name + " " + widths + " /FontDescriptor " + descriptor + " " + entries + " >>"
}

// toUnicode maps each code to the one character.
func toUnicode(b *pdftest.Builder, character string) string {
	cmap := "1 begincodespacerange <00> <FF> endcodespacerange\n"
	for code := firstCode + 1; code <= lastCode; code++ {
		cmap += fmt.Sprintf("1 beginbfchar <%02X> <%s> endbfchar\n", code, character)
	}
	return fmt.Sprintf("/ToUnicode %d 0 R", b.Stream("", []byte(cmap)))
}

// readable is a font of known characters.
const readable = "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"

// paperIn sets a paper of two pages of text and one of references at 9 on 11, its
// text in /F1, its headings in /F2.
func paperIn(t testing.TB, b *pdftest.Builder, text, headings string, more ...string) *Facts {
	t.Helper()
	first := pdftest.Text("F2", 16, 120, 735, "Analytical Engines that Weave") + columnsOf(0)
	last := pdftest.Text("F2", 12, leftColumn, topLine, "References") + setIn("F1", 9, 11, leftColumn, topLine-20, entries(15)...)
	resources := fmt.Sprintf("/Font << /F1 %s /F2 %s /F3 %s >>", text, headings, fmt.Sprintf(readable, "Times-Roman"))
	for _, content := range []string{first, columnsOf(1) + strings.Join(more, ""), last} {
		b.AddPage(pdftest.Page{Content: content, Resources: resources})
	}
	return factsOf(t, b)
}

// Words without characters are unknown, whatever hides the characters; what their
// glyphs show is measured.
func TestWordsWithoutCharacters(t *testing.T) {
	roman, bold := fmt.Sprintf(readable, "Times-Roman"), fmt.Sprintf(readable, "Times-Bold")
	for name, entries := range map[string]func(*pdftest.Builder) string{
		"g1":              func(*pdftest.Builder) string { return numbered("g%d") },
		"G01":             func(*pdftest.Builder) string { return numbered("G%02d") },
		"cid_12":          func(*pdftest.Builder) string { return numbered("cid_%d") },
		"c_12":            func(*pdftest.Builder) string { return numbered("c_%d") },
		"replacement":     func(b *pdftest.Builder) string { return numbered("g%d") + toUnicode(b, "FFFD") },
		"private":         func(b *pdftest.Builder) string { return numbered("g%d") + toUnicode(b, "E001") },
		"control":         func(b *pdftest.Builder) string { return numbered("g%d") + toUnicode(b, "0003") },
		"outside Unicode": func(b *pdftest.Builder) string { return numbered("g%d") + toUnicode(b, "FFFF") },
	} {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			e := entries(b)
			wantUnread(t, paperIn(t, b, simpleFont("Opaque", e), simpleFont("Opaque-Bold", e)), true)
		})
		t.Run(name+" of the body alone", func(t *testing.T) {
			b := pdftest.New()
			wantUnread(t, paperIn(t, b, simpleFont("Opaque", entries(b)), bold), true)
		})
		t.Run(name+" of the headings alone", func(t *testing.T) {
			b := pdftest.New()
			wantUnread(t, paperIn(t, b, roman, simpleFont("Opaque-Bold", entries(b))), false)
		})
	}
	b := pdftest.New()
	mapped := numbered("g%d") + toUnicode(b, "0041")
	if f := paperIn(t, b, simpleFont("Mapped", mapped), bold); !isRead(f.Unread) {
		t.Errorf("with a map of known characters: %+v", f.Unread)
	}
	if f := paperIn(t, pdftest.New(), roman, bold); f.References.Page != 3 || !isRead(f.Unread) || f.ContentPages() != known(2) {
		t.Errorf("readable: references %+v, unread %+v", f.References, f.Unread)
	}
}

// isRead reports whether nothing is unread.
func isRead(u Unread) bool { return u.Text.Kind+u.Headings.Kind+u.Size.Kind == "" }

// wantUnread checks what is known of a paper whose body, or whose headings, have
// no characters.
func wantUnread(t *testing.T, f *Facts, body bool) {
	t.Helper()
	if (f.Unread.Text.Kind != "") != body || f.Unread.Headings.Kind == "" {
		t.Errorf("unread: %+v", f.Unread)
	}
	if n := f.ContentPages(); n.Known || f.References.Known || f.References.Seen.Kind == "" {
		t.Errorf("content pages %+v, references %+v", n, f.References)
	}
	if body && f.Words.Known {
		t.Errorf("%+v words", f.Words)
	}
	wantNumber(t, "size", f.BodySize, 10)
	wantNumber(t, "leading", f.Leading, 12)
	wantNumber(t, "columns", f.Columns, 2)
}

// Identity-H without ToUnicode tells glyphs, no characters.
func TestWordsOfGlyphIndices(t *testing.T) {
	b := pdftest.New()
	text := "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Opaque /Encoding /Identity-H /DescendantFonts [<< /Type /Font " +
		"/Subtype /CIDFontType2 /BaseFont /ABCDEF+Opaque /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 " +
		"/W [32 [250]] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Opaque /Flags 4 /Ascent 683 /Descent -217 >> >>] >>"
	for i := range 2 {
		b.AddPage(pdftest.Page{Content: inTwoBytes(columnsOf(i)), Resources: "/Font << /F1 " + text + " >>"})
	}
	f := factsOf(t, b)
	if f.Unread.Text.Kind == "" || f.References.Known {
		t.Errorf("unread %+v, references %+v", f.Unread, f.References)
	}
	wantNumber(t, "size", f.BodySize, 10)
	wantNumber(t, "leading", f.Leading, 12)
}

// inTwoBytes writes a zero before each byte of the strings.
func inTwoBytes(content string) string {
	var out strings.Builder
	inside := false
	for _, r := range content {
		switch {
		case r == '(':
			inside = true
			out.WriteString("<")
		case r == ')':
			inside = false
			out.WriteString(">")
		case inside:
			fmt.Fprintf(&out, "%04X", r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Mathematics, icons and figures without characters are no words.
func TestSignsWithoutCharacters(t *testing.T) {
	opaque := simpleFont("Signs", numbered("g%d"))
	roman, bold := fmt.Sprintf(readable, "Times-Roman"), fmt.Sprintf(readable, "Times-Bold")
	for name, text := range map[string]string{"icons": "a", "formulas": "abcdefghij"} {
		b := pdftest.New()
		resources := fmt.Sprintf("/Font << /F1 %s /F2 %s /F9 %s >>", roman, bold, opaque)
		for page := range 2 {
			content := ""
			for _, x := range []float64{leftColumn, rightColumn} {
				for i, line := range prose(5*page, deep) { // each line ends with signs
					content += pdftest.Text("F1", 10, x, at(i), line[:36]) + pdftest.Text("F9", 10, x+182, at(i), text)
				}
			}
			b.AddPage(pdftest.Page{Content: content, Resources: resources})
		}
		b.AddPage(pdftest.Page{Content: pdftest.Text("F2", 12, leftColumn, topLine, "References") +
			setIn("F1", 9, 11, leftColumn, topLine-20, entries(15)...), Resources: resources})
		if f := factsOf(t, b); !isRead(f.Unread) || f.References.Page != 3 {
			t.Errorf("%s: unread %+v, references %+v", name, f.Unread, f.References)
		}
	}
}
