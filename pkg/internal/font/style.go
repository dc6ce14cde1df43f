package font

import (
	"math"
	"strings"
	"sync"
	"unicode"
)

// style is how a font looks, found out when it is first requested.
type style struct {
	once                     sync.Once
	fixedPitch, bold, italic bool
}

func (f *Font) look() *style {
	f.style.once.Do(func() {
		name := f.plainName()
		f.style.fixedPitch, f.style.bold, f.style.italic = f.isFixedPitch(name), f.isBold(name), f.isItalic(name)
	})
	return &f.style
}

// FixedPitch reports whether all letters have one width, as in typewriter and
// code fonts. It, Bold and Italic may be called by several goroutines at once.
func (f *Font) FixedPitch() bool { return f.look().fixedPitch }

// Bold reports whether the font is bold by its name, weight or stems.
func (f *Font) Bold() bool { return f.look().bold }

// Italic reports whether the font is italic or slanted.
func (f *Font) Italic() bool { return f.look().italic }

// isFixedPitch believes the dictionary's widths before its flags (pdfTeX sets
// none) and its name.
func (f *Font) isFixedPitch(name string) bool {
	if fixed, known := f.pitchOfWidths(); known {
		return fixed
	}
	return f.Descriptor.has(flagFixedPitch) || hasAny(name, fixedWords) || hasPrefix(name, fixedPrefixes)
}

var (
	fixedWords = []string{
		"courier", "mono", "typewriter", "consolas", "menlo", "inconsolata", "nimbusmon", "cursor",
		"sourcecode", "firacode", "lucidacons", "lucidasanstype", "lucidatypewriter", "andale",
	}
	// The typewriter fonts of TeX: Computer Modern, cm-super, EC, txfonts, zi4.
	fixedPrefixes = []string{"cmtt", "cmitt", "cmsltt", "cmtcsc", "sftt", "sfit", "sfst", "ectt", "txtt", "t1xtt", "zi4", "lmtt"}
)

// narrowLetters are clearly narrower than all others unless the pitch is fixed.
const narrowLetters = "fijlrtI"

// pitchOfWidths compares the narrow letters' widths with those of the others;
// known is false where the dictionary does not give enough of them.
func (f *Font) pitchOfWidths() (fixed, known bool) {
	if f.simple == nil {
		return false, false
	}
	narrow, wide := widthRange{}, widthRange{}
	for c := 'A'; c <= 'z'; c++ {
		w, _ := f.simple.width(byte(c), 0)
		if w <= 0 || c > 'Z' && c < 'a' {
			continue
		}
		if strings.ContainsRune(narrowLetters, c) {
			narrow.add(w)
		} else {
			wide.add(w)
		}
	}
	if narrow.n < 2 || wide.n < 4 {
		return false, false
	}
	widest := max(narrow.max, wide.max)
	return widest-min(narrow.min, wide.min) < pitchTolerance*widest, true
}

// pitchTolerance is how far widths may differ in a font of fixed pitch, as a
// share of the widest: writers round. Type 3 fonts have units of their own.
const pitchTolerance = 0.006

// widthRange is the span of some widths.
type widthRange struct {
	min, max float64
	n        int
}

func (r *widthRange) add(w float64) {
	if r.n == 0 {
		r.min, r.max = w, w
	}
	r.min, r.max = min(r.min, w), max(r.max, w)
	r.n++
}

func (f *Font) isBold(name string) bool {
	d := &f.Descriptor
	switch {
	case hasAny(strings.ReplaceAll(name, "-medium", ""), boldWords) || hasPrefix(name, boldPrefixes):
		return true
	case d.Weight >= 600 && d.Weight <= 1000 || d.has(flagForceBold):
		return true
	case hasAny(name, plainWords) || hasPrefix(name, plainPrefixes):
		return false
	}
	return d.StemV >= boldStem && d.StemV < 0.4
}

// boldStem is a stem that only bold text has, in em: Times is 0.084, Times Bold
// 0.139, Helvetica 0.088, Helvetica Bold 0.140.
const boldStem = 0.13

var (
	boldWords = []string{"bold", "black", "heavy", "demi", "-medi", "-bd"}
	// Computer Modern, cm-super, EC and Libertine fonts with bold letters;
	// NimbusRomNo9L-Medi is a bold font, other fonts called Medium are not.
	boldPrefixes  = []string{"linlibertineob", "linlibertinetb", "linbiolinumob", "linbiolinumtb", "cmb", "cmssbx", "cmmib", "sfb", "sfrb", "sfxb", "sfsx", "sfbx", "ecbx", "ecrb", "ecsx"}
	plainWords    = []string{"regu", "roman", "book", "light", "medium", "thin"}
	plainPrefixes = []string{"cmr", "cmm", "cms", "cmt", "cme", "msam", "msbm", "sfrm", "sfti", "sftt"}
)

func (f *Font) isItalic(name string) bool {
	d := &f.Descriptor
	switch {
	case hasAny(name, italicWords) || hasPrefix(name, italicPrefixes):
		return true
	case hasPrefix(name, plainPrefixes):
		return false
	}
	angle := math.Abs(d.ItalicAngle)
	return d.has(flagItalic) || angle >= minSlant && angle <= maxSlant
}

// The slant in degrees that italic fonts have; some writers put rubbish.
const (
	minSlant = 3
	maxSlant = 45
)

var (
	italicWords = []string{"italic", "oblique", "slanted", "-ital", "reguital", "mediital", "obli", "kursiv"}
	// Computer Modern, cm-super and EC fonts with slanted letters, and math italic.
	italicPrefixes = []string{"cmti", "cmsl", "cmmi", "cmbxti", "cmbxsl", "cmssi", "cmitt", "cmfi", "cmu", "sfti", "sfsl", "sfsi", "sfit", "sfst", "sfbi", "sfbl", "ecti", "ecsl", "ecit"}
)

// plainName returns the font's name in small letters without spaces and the
// like, with a hyphen before the style.
func (f *Font) plainName() string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ':
			return -1
		case '_', ',':
			return '-'
		}
		return unicode.ToLower(r)
	}, f.Name)
}

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
