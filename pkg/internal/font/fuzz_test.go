package font

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

func FuzzCMap(f *testing.F) {
	f.Add([]byte(sampleToUnicode), []byte("\x00\x05A"))
	f.Add([]byte("2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange 1 begincidrange <8140> <817E> 633 endcidrange"), []byte("\x81\x40"))
	f.Add([]byte("1 beginbfrange <00> <FF> [/a /b (\\377) 7 << >>"), []byte{0xff})
	f.Add([]byte("/WMode 1 def /H usecmap begincidchar <FFFFFFFF> 99999999"), []byte{0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, data, code []byte) {
		c := parseCMap(data)
		u := toUnicode{cmap: c}
		if len(code) > 4 {
			code = code[:4]
		}
		if n := matchCodespace(c.codespaces, code); n < 0 || n > len(code) {
			t.Errorf("matchCodespace = %d of %d bytes", n, len(code))
		}
		plainText(u.runes(bigEndian(code)))
		(&composite{cmap: c}).cid(code)
	})
}

// FuzzLoad loads a dictionary and decodes a string with it. Opening a file for
// each input is slow, but the dictionary's syntax is part of the attack.
func FuzzLoad(f *testing.F) {
	f.Add("/Subtype /Type1 /BaseFont /Arial,Bold /Encoding << /Differences [65 /A /uni0042 /f_i] >>", "0 0 d0", "ABC")
	f.Add("/Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /CharProcs << /a65 5 0 R >> /Encoding << /Differences [65 /a65] >>", "1 0 0 0 1 1 d1", "A")
	f.Add("/Subtype /Type0 /Encoding 5 0 R /DescendantFonts [<< /W [1 [2] 3 4 5] /W2 [1 2 3 4 5] >>]", "/WMode 1 def begincidrange <00> <FF> 1", "\x00\x01")
	f.Add("/Subtype /Type0 /Encoding /GBK2K-V /ToUnicode 5 0 R", sampleToUnicode, "\x81\x30\x81\x30A")
	f.Add("/Subtype /TrueType /Widths [1 2] /FontDescriptor << /Flags 4 /FontFile2 5 0 R >>", "\x00\x01\x00\x00", "\x00\xff")
	f.Fuzz(func(t *testing.T, entries, data, text string) {
		doc, err := pdf.Open(context.Background(), fileOf("<< "+entries+" >>", stream("", data)), pdf.DefaultLimits())
		if err != nil {
			return
		}
		font := Load(doc.Pages()[0].Resources.Key("Font").Key("F1"))
		for s := []byte(text); len(s) > 0; {
			g, n := font.Next(s)
			if g == nil || n < 1 || n > len(s) {
				t.Fatalf("Next(%x) = %v, %d", s, g, n)
			}
			s = s[n:]
		}
		font.Bold()
		font.Italic()
		font.FixedPitch()
	})
}

func FuzzNameText(f *testing.F) {
	for _, s := range []string{"A", "f_f_i.alt", "uni00410042", "u1F600", "parenleftBigg", "____", "#", "big"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if text := nameText(name); len(text) > 4*3*maxNameRunes {
			t.Errorf("%q has %d bytes of text", name, len(text))
		}
	})
}
