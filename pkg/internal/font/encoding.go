package font

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// encoding gives each code a glyph name, or "" (9.6.5).
type encoding [256]string

// The Latin encodings that AFM files do not carry (ISO 32000-2, Annex D.2), as
// runs of names after the code they start at. In MacRoman the codes that
// Annex D leaves open are as in Mac OS Roman (table 113 requires it in TrueType).
const (
	asciiRun = `32 space exclam quotedbl numbersign dollar percent ampersand quotesingle
parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six
seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P
Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f
g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde `

	winAnsiRun = asciiRun + `bullet Euro bullet quotesinglbase florin quotedblbase ellipsis dagger
daggerdbl circumflex perthousand Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft
quoteright quotedblleft quotedblright bullet endash emdash tilde trademark scaron guilsinglright
oe bullet zcaron Ydieresis space exclamdown cent sterling currency yen brokenbar section dieresis
copyright ordfeminine guillemotleft logicalnot hyphen registered macron degree plusminus
twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine
guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde
Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex
Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute
Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae
ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde
ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis
yacute thorn ydieresis`

	macRomanRun = asciiRun + `128 Adieresis Aring Ccedilla Eacute Ntilde Odieresis Udieresis aacute
agrave acircumflex adieresis atilde aring ccedilla eacute egrave ecircumflex edieresis iacute
igrave icircumflex idieresis ntilde oacute ograve ocircumflex odieresis otilde uacute ugrave
ucircumflex udieresis dagger degree cent sterling section bullet paragraph germandbls registered
copyright trademark acute dieresis notequal AE Oslash infinity plusminus lessequal greaterequal
yen mu partialdiff summation product pi integral ordfeminine ordmasculine Omega ae oslash
questiondown exclamdown logicalnot radical florin approxequal Delta guillemotleft guillemotright
ellipsis space Agrave Atilde Otilde OE oe endash emdash quotedblleft quotedblright quoteleft
quoteright divide lozenge ydieresis Ydieresis fraction currency guilsinglleft guilsinglright fi
fl daggerdbl periodcentered quotesinglbase quotedblbase perthousand Acircumflex Ecircumflex
Aacute Edieresis Egrave Iacute Icircumflex Idieresis Igrave Oacute Ocircumflex apple Ograve
Uacute Ucircumflex Ugrave dotlessi circumflex tilde macron breve dotaccent ring cedilla
hungarumlaut ogonek caron`
)

// The encodings are parsed when first requested and shared by all fonts.
var (
	winAnsi          = sync.OnceValue(func() *encoding { return parseEncoding(winAnsiRun) })
	macRoman         = sync.OnceValue(func() *encoding { return parseEncoding(macRomanRun) })
	standardEncoding = sync.OnceValue(func() *encoding { return tableEncoding("Standard") })
	symbolEncoding   = sync.OnceValue(func() *encoding { return tableEncoding("Symbol") })
	zapfDingbats     = sync.OnceValue(func() *encoding { return tableEncoding("ZapfDingbats") })
)

// baseEncoding returns the encoding of a name such as "WinAnsi" or
// "WinAnsiEncoding"; nil for others. MacExpertEncoding is not known.
func baseEncoding(name string) *encoding {
	switch strings.TrimSuffix(name, "Encoding") {
	case "WinAnsi":
		return winAnsi()
	case "MacRoman":
		return macRoman()
	case "Standard":
		return standardEncoding()
	case "Symbol":
		return symbolEncoding()
	case "ZapfDingbats":
		return zapfDingbats()
	}
	return nil
}

func tableEncoding(name string) *encoding {
	runs, _ := lookup(encodingTable, name)
	return parseEncoding(runs)
}

func parseEncoding(runs string) *encoding {
	var e encoding
	code := 0
	for word := range strings.FieldsSeq(runs) {
		if c := word[0]; '0' <= c && c <= '9' { // no name begins with a digit
			code, _ = strconv.Atoi(word)
			continue
		}
		e[code&0xff] = word
		code++
	}
	return &e
}

// macCode finds the code of a name in Mac OS Roman, the key of TrueType's
// cmap (1, 0).
func macCode(name string) (code byte, ok bool) {
	code, ok = macCodes()[name]
	return code, ok
}

// macCodes are the codes of the names, the first one of a name that has two.
var macCodes = sync.OnceValue(func() map[string]byte {
	out := map[string]byte{}
	for code, name := range slices.Backward(baseEncoding("MacRoman")[:]) {
		out[name] = byte(code)
	}
	return out
})

// dictEncoding is what a simple font's dictionary says about its encoding:
// names from Differences over a base, which is nil for the built-in one.
type dictEncoding struct {
	base  *encoding
	diffs map[byte]string
	given bool // the dictionary has an Encoding that says something
}

// readEncoding reads the Encoding entry (table 112).
func (f *Font) readEncoding(v pdf.Value) dictEncoding {
	if v.IsName() {
		base := baseEncoding(v.Name())
		return dictEncoding{base: base, given: base != nil}
	}
	e := dictEncoding{base: baseEncoding(v.Key("BaseEncoding").Name())}
	e.diffs = f.readDifferences(v.Key("Differences"))
	e.given = e.base != nil || len(e.diffs) > 0
	return e
}

// readDifferences reads an array of codes, each followed by the names of that
// code and the next ones.
func (f *Font) readDifferences(v pdf.Value) map[byte]string {
	n := v.Len()
	if n > maxDifferences {
		f.limit("maxDifferences", maxDifferences)
		n = maxDifferences
	}
	diffs := make(map[byte]string, min(n, 256))
	code := 0
	for i := range n {
		item := v.Index(i)
		if item.IsNumber() {
			code = item.Int()
		} else if item.IsName() {
			if code >= 0 && code < 256 {
				diffs[byte(code)] = item.Name()
			}
			code++
		}
	}
	return diffs
}
