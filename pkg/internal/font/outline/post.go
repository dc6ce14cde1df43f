package outline

import (
	"strings"
	"sync"
)

// postHeader is where the names begin in post (OpenType specification, post).
const postHeader = 32

// Versions of post, 16.16 fixed point. Version 3 has no names; 2.5 is deprecated.
const (
	postVersion1  = 0x00010000
	postVersion2  = 0x00020000
	postVersion25 = 0x00025000
)

// numPostNames describes how many glyphs can have a name in post.
func (f *sfnt) numPostNames() int {
	n := 0
	switch beUint(f.post, 0, 4) {
	case postVersion1:
		n = numMacNames
	case postVersion25:
		n = min(f.postCount(), len(f.post)-postHeader-2)
	case postVersion2:
		n = min(f.postCount(), (len(f.post)-postHeader-2)/2)
	}
	return max(0, min(n, f.numGlyphs))
}

// postName returns a glyph's name from post, or "".
func (f *sfnt) postName(gid int) string {
	if gid >= f.numPostNames() {
		return ""
	}
	switch beUint(f.post, 0, 4) {
	case postVersion25: // differences from the standard order
		return macName(gid + int(int8(f.post[postHeader+2+gid])))
	case postVersion2:
		return f.postString(int(beUint(f.post, postHeader+2+2*gid, 2)))
	}
	return macName(gid)
}

func (f *sfnt) postCount() int { return int(beUint(f.post, postHeader, 2)) }

// postString returns a standard name, or one of the strings of version 2.
func (f *sfnt) postString(i int) string {
	if i < numMacNames {
		return macName(i)
	}
	if f.strings == nil {
		f.strings = f.postStrings()
	}
	if i -= numMacNames; i < len(f.strings) {
		return string(f.strings[i])
	}
	return ""
}

// postStrings cuts the strings, each behind its length, that follow the indices.
func (f *sfnt) postStrings() [][]byte {
	out := make([][]byte, 0, 16)
	rest := f.post[min(postHeader+2+2*f.postCount(), len(f.post)):]
	for len(rest) > 0 && len(out) < maxGlyphs {
		n := int(rest[0])
		if n >= len(rest) {
			break
		}
		out = append(out, rest[1:1+n])
		rest = rest[1+n:]
	}
	return out
}

// numMacNames is the number of glyphs in the standard Macintosh order.
const numMacNames = 258

// macName returns a name of the standard Macintosh order, or "".
func macName(i int) string {
	if names := macNames(); i >= 0 && i < len(names) {
		return names[i]
	}
	return ""
}

var macNames = sync.OnceValue(func() []string { return strings.Fields(macNameTable) })

// macNameTable is the standard Macintosh glyph order (OpenType specification,
// post, version 1.0).
const macNameTable = `.notdef .null nonmarkingreturn
space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen
period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at
A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave
a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde
Adieresis Aring Ccedilla Eacute Ntilde Odieresis Udieresis aacute agrave acircumflex adieresis atilde aring ccedilla eacute
egrave ecircumflex edieresis iacute igrave icircumflex idieresis ntilde oacute ograve ocircumflex odieresis otilde uacute
ugrave ucircumflex udieresis dagger degree cent sterling section bullet paragraph germandbls registered copyright trademark
acute dieresis notequal AE Oslash infinity plusminus lessequal greaterequal yen mu partialdiff summation product pi integral
ordfeminine ordmasculine Omega ae oslash questiondown exclamdown logicalnot radical florin approxequal Delta guillemotleft
guillemotright ellipsis nonbreakingspace Agrave Atilde Otilde OE oe endash emdash quotedblleft quotedblright quoteleft
quoteright divide lozenge ydieresis Ydieresis fraction currency guilsinglleft guilsinglright fi fl daggerdbl periodcentered
quotesinglbase quotedblbase perthousand Acircumflex Ecircumflex Aacute Edieresis Egrave Iacute Icircumflex Idieresis Igrave
Oacute Ocircumflex apple Ograve Uacute Ucircumflex Ugrave dotlessi circumflex tilde macron breve dotaccent ring cedilla
hungarumlaut ogonek caron Lslash lslash Scaron scaron Zcaron zcaron brokenbar Eth eth Yacute yacute Thorn thorn minus
multiply onesuperior twosuperior threesuperior onehalf onequarter threequarters franc Gbreve gbreve Idotaccent Scedilla
scedilla Cacute cacute Ccaron ccaron dcroat`
