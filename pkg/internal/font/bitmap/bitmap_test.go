package bitmap

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// letters are those of testdata/letters.txt, Computer Modern at 60 pixels an em, each
// after its text and the place of its lower left corner.
func letters(t *testing.T) (texts []string, all []*Bitmap) {
	data, err := os.ReadFile("testdata/letters.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if len(strings.Fields(line)) != 3 {
			continue
		}
		var text string
		var x, y int
		fmt.Sscan(line, &text, &x, &y)
		end := i + 1
		for end < len(lines) && lines[end] != "" && !strings.Contains(lines[end], " ") {
			end++
		}
		b, _ := pictured(lines[i+1 : end]).cropped()
		b.X, b.Y = b.X+x, b.Y+y
		texts, all = append(texts, text), append(all, b)
	}
	return texts, all
}

// pictured returns the bitmap of a picture in # and other signs.
func pictured(rows []string) *Bitmap {
	return New(len(rows[0]), len(rows), func(x, y int) bool { return rows[y][x] == '#' })
}

// square is no letter, about as large as an x.
func square() *Bitmap {
	b := New(25, 25, func(x, y int) bool { return (x+y)%2 == 0 })
	b.Y = 1
	return b
}

func TestRead(t *testing.T) {
	texts, all := letters(t)
	all = append(all, square())
	for i, l := range Read(all) {
		want := append(texts, "")[i]
		if l.Text != want {
			t.Errorf("%s is read as %q", want, l.Text)
		}
		if math.Abs(l.Em-60) > 1.5 || math.Abs(l.Y) > 1 {
			t.Errorf("%q: an em of %.1f pixels on a baseline at %.1f", l.Text, l.Em, l.Y)
		}
		if want != "" && (math.Abs(l.X) > 1.5 || math.Abs(l.Advance-float64(all[i].Width)) > 12) {
			t.Errorf("%q at %.1f, advance %.1f", l.Text, l.X, l.Advance)
		}
	}
}

// Glyphs may be upside down, and their baseline anywhere.
func TestReadTurned(t *testing.T) {
	texts, all := letters(t)
	for i, b := range all {
		all[i] = b.turned()
		all[i].Y += 40
	}
	for i, l := range Read(all) {
		if l.Text != texts[i] || math.Abs(l.Y-40) > 1 {
			t.Errorf("%s is read as %q on a baseline at %.1f", texts[i], l.Text, l.Y)
		}
	}
}

// Few letters, or what is none, say nothing.
func TestReadNothing(t *testing.T) {
	_, all := letters(t)
	for name, some := range map[string][]*Bitmap{
		"few":     all[:5],
		"none":    nil,
		"squares": slices.Repeat([]*Bitmap{square()}, 20),
	} {
		for _, l := range Read(some) {
			if l != (Letter{}) {
				t.Errorf("%s: %+v", name, l)
			}
		}
	}
}

func TestPieces(t *testing.T) {
	for picture, want := range map[string]int{
		"#..\n.#.\n..#": 1, "#.#\n...\n#.#": 4, "...\n...": 0, "###\n#.#\n###": 1,
		"..#\n.#.\n#..": 1, "#.#\n#.#\n###": 1, "###\n#.#\n#.#": 1, "#.#.#\n#.#.#\n..#..": 3,
		"##...\n...##": 2, "#...#\n.#.#.\n..#..\n#...#": 3, "####.\n.....\n.####": 2, "#.#.#.#\n.#.#.#.": 1,
	} {
		if got := pictured(strings.Split(picture, "\n")).Pieces(); got != want {
			t.Errorf("%q: %d pieces, want %d", picture, got, want)
		}
	}
}

// Parts that are between pixels have their share of them.
func TestGrid(t *testing.T) {
	for name, c := range map[string]struct {
		rows []string
		want string // one of its rows, all of which are alike
	}{
		"a pixel": {[]string{"#"}, "99999999"},
		"half":    {[]string{"#.", "#."}, "99990000"},
		"twelve":  {[]string{"#.##.#######"}, "66669999"}, // a part is a pixel and a half
		"three":   {[]string{"#.#"}, "99600699"},
	} {
		if got := pictured(c.rows).grid(); gridText(got) != strings.Repeat(c.want, side) {
			t.Errorf("%s: %s, want rows of %s", name, gridText(got), c.want)
		}
	}
}

func gridText(g grid) string {
	for i := range g {
		g[i] += '0'
	}
	return string(g[:])
}

// Two letters differ in as many bits as their parts in darkness; of parts that are taken
// together, what one lacks the other may have.
func TestTones(t *testing.T) {
	one, other := grid{0: 9, 1: 2, 63: 4}, grid{0: 3, 1: 5, 62: 1, 63: 5}
	for together, want := range map[int]float64{1: 6 + 3 + 1 + 1, 2: 3 + 2} {
		a, b := one.tones(together), other.tones(together)
		if got := a.off(&b) * cells * darkest; math.Abs(got-want) > 1e-9 {
			t.Errorf("%d together are off by %g, want %g", together, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	const start = "9 0 0 -1 4 1 d1\n4 0 0 2 1 -1 cm\nBI /IM true /W 4 /H 2 /BPC 1 "
	tests := map[string]struct {
		proc string
		want string // rows of the ink
	}{
		"plain":                 {start + "ID \xdf\x9f\nEI", ".#\n##"},
		"inverted":              {start + "/D[1 0] ID \x20\x60\nEI", ".#\n##"},
		"fax":                   {start + "/F/CCF/DP<</K -1/Columns 4>> ID \x23\xfe\x00\x20\x02\nEI", "##\n##"},
		"fax, black is 1":       {start + "/D[1\n0]/F/CCF/DP<</K -1/Columns 4/BlackIs1 true>> ID \x23\xfe\x00\x20\x02\nEI", "##\n##"},
		"fax of group 3":        {start + "/F/CCF/DP<</K 0/Columns 4>> ID \x23\xfe\x00\x20\x02\nEI", ""},
		"two filters":           {start + "/F[/AHx/CCF] ID 00>\nEI", ""},
		"another filter":        {start + "/F/LZW ID \x00\x00\nEI", ""},
		"too short":             {start + "ID \x00", ""},
		"no ink":                {start + "ID \xff\xff\nEI", ""},
		"scaled":                {"4 0 0 3 1 -1 cm BI /W 4 /H 2 ID \x00\x00\nEI", ""},
		"turned":                {"0 4 -2 0 1 -1 cm BI /W 4 /H 2 ID \x00\x00\nEI", ""},
		"huge":                  {"9999 0 0 9999 0 0 cm BI /W 9999 /H 9999 ID \x00\x00\nEI", ""},
		"negative":              {"-4 0 0 -2 0 0 cm BI /W -4 /H -2 ID \x00\x00\nEI", ""},
		"no matrix":             {"BI /W 4 /H 2 ID \x00\x00\nEI", ""},
		"a path":                {"9 0 0 0 9 9 d1 0 0 9 9 re f", ""},
		"nothing":               {"", ""},
		"no end to the entries": {start + strings.Repeat("/A 1 ", 200), ""},
	}
	for name, c := range tests {
		b, ok := Parse([]byte(c.proc))
		if ok != (c.want != "") {
			t.Errorf("%s: %v", name, ok)
			continue
		}
		if ok && pictureOf(b) != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, pictureOf(b), c.want)
		}
	}
}

func pictureOf(b *Bitmap) string {
	rows := slices.Repeat([]string{strings.Repeat(".", b.Width)}, b.Height)
	for _, r := range b.runs {
		rows[r.row] = rows[r.row][:r.from] + strings.Repeat("#", r.to-r.from) + rows[r.row][r.to:]
	}
	return strings.Join(rows, "\n")
}

// The table has every letter and digit of each font, in believable measures.
func TestTable(t *testing.T) {
	const fonts = 10
	counts := map[string]int{}
	for _, s := range known() {
		counts[s.text]++
		if s.width <= 0 || s.height <= 0 || s.width > 1.2 || s.height > 1.2 || s.pieces < 1 || s.pieces > 4 {
			t.Errorf("%+v", s)
		}
	}
	for c := '!'; c <= 'z'; c++ {
		if isAlnum := c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a'; isAlnum && counts[string(c)] != fonts {
			t.Errorf("%c is there %d times", c, counts[string(c)])
		}
	}
}
