package font

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// countedFont is a Type 3 font as old versions of Ghostscript write it: bitmaps of letters
// named in the order in which they were met, without advances, and a move of the pen.
func countedFont(t *testing.T, entries string, extra ...string) *Font {
	data, err := os.ReadFile("bitmap/testdata/letters.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names, procs strings.Builder
	var streams []string
	for i, letter := range strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' }) {
		if fields := strings.Fields(letter); len(fields) == 3 {
			var x, y int
			fmt.Sscan(fields[1]+" "+fields[2], &x, &y)
			rows := rowsOf(strings.Split(string(data), "\n")[i+1:])
			streams = append(streams, stream("", maskProc(x, y, rows)))
		}
	}
	streams = append(streams, stream("", "20 0 0 0 0 0 d1"))
	for _, proc := range extra {
		streams = append(streams, stream("", proc))
	}
	for i := range streams {
		fmt.Fprintf(&names, "/a%d", i)
		fmt.Fprintf(&procs, "/a%d %d 0 R", i, i+5)
	}
	streams = append(streams, stream("", "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <00> <0058> endbfchar"))
	return openFont(t, fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] %s /CharProcs << %s >> /Encoding << /Differences [0%s] >> >>",
		entries, &procs, &names), streams...)
}

// rowsOf returns the rows of a picture up to the next letter.
func rowsOf(lines []string) (rows []string) {
	for _, l := range lines {
		if l == "" || strings.Contains(l, " ") {
			return rows
		}
		rows = append(rows, l)
	}
	return rows
}

// maskProc paints a picture as an image mask with its lower left corner at a place.
func maskProc(x, y int, rows []string) string {
	var data strings.Builder
	for _, row := range rows {
		bits := make([]byte, (len(row)+7)/8)
		for i, c := range row {
			if c == '#' {
				bits[i/8] |= 0x80 >> (i % 8)
			}
		}
		data.Write(bits)
	}
	w, h := len(rows[0]), len(rows)
	return fmt.Sprintf("0 0 %d %d %d %d d1\n%d 0 0 %d %d %d cm\nBI /IM true /W %d /H %d /BPC 1 /D[1 0] ID %s\nEI",
		x, y, x+w, y+h, w, h, x, y, w, h, &data)
}

// Letters without names and maps are read by their shapes, and placed by them.
func TestCountedLetters(t *testing.T) {
	f := countedFont(t, "")
	const in = "\x00\x01\x02\x01\x03\x01\x04\x05\x01\x06"
	if got := texts(f, in); got != "References" {
		t.Errorf("text is %q", got)
	}
	for _, g := range glyphs(f, in) {
		switch {
		case g.Drawn == nil || !g.Guessed || g.Advance != 0:
			t.Errorf("%s: %+v", g.Text, g)
		case g.Drawn.Em < 58 || g.Drawn.Em > 62 || g.Drawn.Advance < 15 || g.Drawn.Advance > 50:
			t.Errorf("%s: %+v", g.Text, g.Drawn)
		}
	}
	if g, _ := f.Next([]byte{15}); !g.Blank || g.Drawn != nil || g.Advance != 20 {
		t.Errorf("the move of the pen is %+v", g)
	}
}

// Letters are not looked at in a font with too many bytes or pixels.
func TestDrawnCaps(t *testing.T) {
	for name, extra := range map[string][]string{
		"bytes":  {strings.Repeat(" ", mostOfFont.bytes)},
		"pixels": slices.Repeat([]string{square1024()}, 1+mostOfFont.pixels>>20),
	} {
		f := countedFont(t, "", extra...)
		if g, _ := f.Next([]byte{0}); g.Text != "" || g.Drawn != nil {
			t.Errorf("%s: %q is read", name, g.Text)
		}
	}
}

// square1024 paints a million pixels in few bytes more than an eighth of them.
func square1024() string {
	return maskProc(0, 0, slices.Repeat([]string{strings.Repeat("#", 1024)}, 1024))
}

// Many fonts, each of which keeps within its caps, cannot make a document's letters cost
// without end: all of them may even be of the same procedures.
func TestDrawnCapsOfDocument(t *testing.T) {
	const letters = 15 // of a font, at least
	for name, c := range map[string]struct {
		extra []string // a procedure beside the letters
		fonts int      // that are too much
	}{
		"bitmaps": {nil, mostOfDocument.bitmaps / letters},
		"bytes":   {[]string{strings.Repeat(" ", mostOfFont.bytes/2)}, 2 * mostOfDocument.bytes / mostOfFont.bytes},
		"pixels":  {[]string{square1024()}, mostOfDocument.pixels >> 20},
	} {
		f := countedFont(t, "", c.extra...)
		capped := 0
		f.loader.AtCap = func() { capped++ }
		for i := range c.fonts + 1 {
			g, _ := f.loader.Load(f.dict).Next([]byte{0})
			if first := i == 0; first && g.Text != "R" || i == c.fonts && g.Text != "" {
				t.Errorf("%s: font %d has %q", name, i, g.Text)
			}
			if i == 0 && capped > 0 || i == c.fonts && capped == 0 {
				t.Errorf("%s: font %d is at the cap of the document %d times", name, i, capped)
			}
		}
	}
}

// A ToUnicode map is believed, whatever it says.
func TestMapBeforeShapes(t *testing.T) {
	for entry, want := range map[string]string{"/ToUnicode 21 0 R": "X??", "/ToUnicode << >>": "???", "": "Ref"} {
		if got := texts(countedFont(t, entry), "\x00\x01\x02"); got != want {
			t.Errorf("%s: %q, want %q", entry, got, want)
		}
	}
}
