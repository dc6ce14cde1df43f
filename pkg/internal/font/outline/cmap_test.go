package outline

import "testing"

// cmapFont has glyphs enough for the tables below.
func cmapFont(t *testing.T, post []byte, subtables ...cmapSource) Program {
	src := trueTypeSource{more: map[string][]byte{"cmap": cmapTable(subtables...)}}
	if post != nil {
		src.more["post"] = post
	}
	for range 300 {
		src.glyphs = append(src.glyphs, nil)
	}
	src.glyphs[0] = square(0, 0, 1, 1)
	return mustParse(t, src.bytes())
}

// format0 maps the given code to a glyph.
func format0(code, gid int) []byte {
	table := make([]byte, 256)
	table[code] = byte(gid)
	return concat(be16(0, 262, 0), table)
}

// format4 has a segment by difference (65–70 → 10…), one by glyph array (97–99)
// and the closing one.
func format4() []byte {
	return concat(be16(4, 0, 0, 6, 0, 0, 0), be16(70, 99, 0xffff), be16(0), be16(65, 97, 0xffff),
		be16(10-65, 5, 1), be16(0, 4, 0), be16(40, 0, 41))
}

func format12(step int, groups ...int) []byte {
	return concat(be16(12+1-step, 0), be32(16+4*len(groups), 0, len(groups)/3), be32(groups...))
}

func TestByRune(t *testing.T) {
	cases := map[string]struct {
		subtable cmapSource
		want     map[rune]int
	}{
		"format 0":    {cmapSource{0, 3, format0(65, 7)}, map[rune]int{65: 7, 66: -1, 300: -1}},
		"format 4":    {cmapSource{3, 1, format4()}, map[rune]int{65: 10, 70: 15, 71: -1, 64: -1, 97: 45, 98: -1, 99: 46, 0xffff: -1, 0x10041: -1}},
		"format 6":    {cmapSource{0, 0, be16(6, 16, 0, 100, 3, 20, 0, 299)}, map[rune]int{99: -1, 100: 20, 101: -1, 102: 299, 103: -1}},
		"format 10":   {cmapSource{3, 10, concat(be16(10, 0), be32(24, 0, 0x10000, 2), be16(5, 6))}, map[rune]int{0x10000: 5, 0x10001: 6, 0x10002: -1, 0xffff: -1}},
		"format 12":   {cmapSource{3, 10, format12(1, 65, 70, 10, 0x1f600, 0x1f602, 50)}, map[rune]int{65: 10, 70: 15, 71: -1, 0x1f602: 52, 0x1f603: -1, -1: -1}},
		"format 13":   {cmapSource{0, 6, format12(0, 65, 70, 10)}, map[rune]int{65: 10, 70: 10, 71: -1}},
		"no glyph":    {cmapSource{3, 1, be16(6, 12, 0, 65, 2, 300, 65535)}, map[rune]int{65: -1, 66: -1}},
		"breaks off":  {cmapSource{3, 1, format4()[:20]}, map[rune]int{65: -1, 97: -1}},
		"unknown":     {cmapSource{3, 1, be16(99, 0, 0)}, map[rune]int{65: -1}},
		"variations":  {cmapSource{0, 5, format0(65, 7)}, map[rune]int{65: -1}},
		"big numbers": {cmapSource{3, 10, concat(be16(10, 0), be32(24, 0, -1, -1), be16(5, 6))}, map[rune]int{65: -1}},
		"big groups":  {cmapSource{3, 10, concat(be16(12, 0), be32(28, 0, -1, 0, -1, -1))}, map[rune]int{65: -1}},
	}
	for name, c := range cases {
		p := cmapFont(t, nil, c.subtable)
		for r, want := range c.want {
			gid, ok := p.ByRune(r)
			wantGID(t, name+": ByRune", gid, ok, want)
			if ok && p.NextRune(r) != r {
				t.Errorf("%s: %#x is passed over", name, r)
			}
		}
	}
}

// Characters that have no glyph are passed over, where a table tells so.
func TestNextRune(t *testing.T) {
	groups := format12(1, 65, 70, 10, 0x1f600, 0x1f602, 50)
	for name, c := range map[string]struct {
		subtables []cmapSource
		want      map[rune]rune
	}{
		"format 4":   {[]cmapSource{{3, 1, format4()}}, map[rune]rune{0: 65, 66: 66, 71: 97, 100: 0xffff, 0x10000: -1}},
		"format 12":  {[]cmapSource{{3, 10, groups}}, map[rune]rune{0: 65, 70: 70, 71: 0x1f600, 0x1f603: -1}},
		"format 0":   {[]cmapSource{{0, 3, format0(65, 7)}}, map[rune]rune{64: 64, 300: 300}},
		"no group":   {[]cmapSource{{3, 10, format12(1)}}, map[rune]rune{0: -1}},
		"breaks off": {[]cmapSource{{3, 10, groups[:8]}}, map[rune]rune{0: -1}},
		"none":       {nil, map[rune]rune{0: -1}},
	} {
		p := cmapFont(t, nil, c.subtables...)
		for r, want := range c.want {
			if got := p.NextRune(r); got != want {
				t.Errorf("%s: %#x is followed by %#x, want %#x", name, r, got, want)
			}
		}
	}
}

// TestCmapChoice: all planes before the first, Windows before Unicode platform.
func TestCmapChoice(t *testing.T) {
	all := []cmapSource{{0, 3, format0(65, 1)}, {3, 1, format0(65, 2)}, {0, 4, format0(65, 3)}, {3, 10, format0(65, 4)}}
	for n := range all {
		gid, ok := cmapFont(t, nil, all[:n+1]...).ByRune(65)
		wantGID(t, "ByRune", gid, ok, n+1)
	}
}

func TestByCode(t *testing.T) {
	symbol := func(first int) cmapSource { return cmapSource{3, 0, be16(6, 14, 0, first+65, 2, 11, 12)} }
	mac := cmapSource{1, 0, format0(66, 22)}
	for name, c := range map[string]struct {
		subtables []cmapSource
		a, b      int
	}{
		"symbol":          {[]cmapSource{symbol(0xf000)}, 11, 12},
		"symbol as it is": {[]cmapSource{symbol(0)}, 11, 12},
		"0xF100":          {[]cmapSource{symbol(0xf100)}, 11, 12},
		"Macintosh":       {[]cmapSource{mac}, -1, 22},
		"both":            {[]cmapSource{mac, symbol(0xf000)}, 11, 12},
		"Unicode alone":   {[]cmapSource{{3, 1, format0(65, 7)}}, -1, -1},
		"none":            {nil, -1, -1},
	} {
		p := cmapFont(t, nil, c.subtables...)
		gid, ok := p.ByCode(65)
		wantGID(t, name+": ByCode 65", gid, ok, c.a)
		gid, ok = p.ByCode(66)
		wantGID(t, name+": ByCode 66", gid, ok, c.b)
	}
}

func TestPostNames(t *testing.T) {
	header := func(version int) []byte { return concat(be32(version), make([]byte, 28)) }
	version2 := concat(header(postVersion2), be16(4, 0, 36, 259, 258), []byte("\x05alpha\x08beta.alt"))
	cases := map[string]struct {
		post []byte
		want map[int]string
	}{
		"1":          {header(postVersion1), map[int]string{0: ".notdef", 36: "A", 257: "dcroat", 258: "", 299: ""}},
		"2":          {version2, map[int]string{0: ".notdef", 1: "A", 2: "beta.alt", 3: "alpha", 4: ""}},
		"2.5":        {concat(header(postVersion25), be16(2), []byte{3, 35}), map[int]string{0: "space", 1: "A", 2: ""}},
		"2.5 beyond": {concat(header(postVersion25), be16(1), []byte{0xfb}), map[int]string{0: ""}},
		"3":          {header(0x30000), map[int]string{0: "", 1: ""}},
		"none":       {nil, map[int]string{0: ""}},
		"breaks off": {version2[:40], map[int]string{0: ".notdef", 1: "A", 2: "", 3: ""}},
		"no strings": {version2[:45], map[int]string{1: "A", 2: "", 3: ""}},
		"tiny":       {version2[:10], map[int]string{0: ""}},
	}
	for name, c := range cases {
		p := cmapFont(t, c.post)
		for gid, want := range c.want {
			if got := p.Name(gid); got != want {
				t.Errorf("version %s: Name(%d) = %q, want %q", name, gid, got, want)
			}
			if want != "" {
				found, ok := p.ByName(want)
				wantGID(t, "version "+name+": ByName "+want, found, ok, gid)
			}
		}
	}
}
