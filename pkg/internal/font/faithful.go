package font

import (
	"iter"
	"strings"
	"unicode"
)

// A glyph is unfaithful where the characters that a machine extracts are others
// than those that it shows. What it shows is told by the embedded program's own
// names and cmap, else by the glyph's name in the encoding. Both may be arbitrary,
// so that one glyph proves little: whoever counts them judges.

// shown returns the characters that a glyph shows, where its program or its name
// says so and they are not those of its Text; else "".
func (f *Font) shown(g *Glyph, gid int, found bool) string {
	if isSentence(g.Text) {
		for seen := range f.readings(g, gid, found) {
			if !isSentence(seen) {
				return seen
			}
			break
		}
		return unknownText
	}
	claim := plainLetters(g.Text)
	if claim == "" || f.Kind == Type3 {
		return ""
	}
	if found && gid > 0 && f.hasRune(gid, g.Text) {
		return "" // the program's cmap leads from the claim to the glyph
	}
	for seen := range f.readings(g, gid, found) {
		letters := plainLetters(seen)
		switch {
		case letters == "":
		case strings.Contains(letters, claim), strings.Contains(claim, letters):
			return ""
		default:
			return seen
		}
	}
	return ""
}

// unknownText stands for characters that are not known.
const unknownText = "\uFFFD"

// readings returns what a glyph shows by what is known of it, the most reliable
// first.
func (f *Font) readings(g *Glyph, gid int, found bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		if p := f.outlines(); p != nil && found && gid > 0 {
			if text := f.loader.nameText(p.Name(gid)); text != "" && !yield(text) {
				return
			}
			if text := f.runeOf(gid); text != "" && !yield(text) {
				return
			}
		}
		if f.Kind != Type3 && !(f.Kind == TrueType && f.Embedded) {
			if text := f.loader.nameText(g.Name); text != "" {
				yield(text)
			}
		}
	}
}

// hasRune reports whether the program's cmap leads from a character to a glyph.
func (f *Font) hasRune(gid int, text string) bool {
	p := f.outlines()
	if p == nil {
		return false
	}
	to, ok := runeGID(p, text)
	return ok && to == gid
}

// runeOf returns the letter or digit that leads to a glyph through the program's
// cmap, or "".
func (f *Font) runeOf(gid int) string {
	p := f.outlines()
	for _, span := range [...][2]rune{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}} {
		for r := p.NextRune(span[0]); r >= 0 && r <= span[1]; r = p.NextRune(r + 1) {
			if to, ok := p.ByRune(r); ok && to == gid {
				return string(r)
			}
		}
	}
	return ""
}

// What no ligature stands for, nor the name of an icon: so many letters, or several
// words.
const (
	maxLigature = 8
	maxIcon     = 24
)

// isSentence reports whether the text of one glyph is more than that of a ligature.
func isSentence(text string) bool {
	if len(text) <= 3 { // most glyphs by far
		return false
	}
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > maxIcon || letters > maxLigature && len(strings.Fields(text)) > 2
}

// plainLetters returns the Latin letters and digits of a text in lower case,
// without accents and whatever their style; "" where it has a letter of another
// kind, or none.
func plainLetters(text string) string {
	if len(text) == 1 {
		switch c := text[0]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			return text
		case c >= 'A' && c <= 'Z':
			return string(rune(c | 0x20))
		}
		return ""
	}
	var out strings.Builder
	for _, r := range text {
		switch c := plainRune(r); {
		case c == 0:
			return ""
		case c > 0:
			out.WriteRune(c)
		}
	}
	return out.String()
}

// plainRune returns the letter or digit that a character is a form of, -1 for
// signs and 0 for letters of other scripts.
func plainRune(r rune) rune {
	if r >= 0xff10 && r <= 0xff5e { // full width
		r -= 0xfee0
	}
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'A' && r <= 'Z':
		return r | 0x20
	case r >= 0x1d400 && r <= 0x1d7ff: // letters and digits of mathematics, which Word mixes up
		return -1
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return 0
	}
	return -1
}
