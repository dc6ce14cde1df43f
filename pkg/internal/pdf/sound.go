package pdf

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// sound parses an object that is written as nearly all are: without comments,
// escapes in names, or anything that has to be tolerated. The outcome is that of
// pdfcpu's parser, which every other object is left to: it takes several times as
// long, and a fifteenth of the time of a whole check.
type sound struct {
	text string
	at   int
}

// maxSoundDepth caps the nesting of arrays and dictionaries.
const maxSoundDepth = 20

// parseSound parses the object that s begins with; ok is false where it is not sound.
func parseSound(s string) (o types.Object, ok bool) {
	p := sound{text: s}
	return p.object(0)
}

func (p *sound) object(depth int) (o types.Object, ok bool) {
	p.skipSpace()
	switch c := p.peek(); {
	case depth > maxSoundDepth:
		return nil, false
	case c == '/':
		name, ok := p.name()
		return types.Name(name), ok
	case c == '[':
		return p.array(depth)
	case c == '<' && strings.HasPrefix(p.text[p.at:], "<<"):
		return p.dict(depth)
	case c == '<':
		return p.hex()
	case c == '(':
		return p.literal()
	case c >= 'a' && c <= 'z':
		return p.keyword()
	}
	return p.number()
}

// peek returns the next byte, 0 at the end; a byte that is 0 is not sound.
func (p *sound) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *sound) skipSpace() {
	for c := p.peek(); c != 0 && syntax.IsSpace(c); c = p.peek() {
		p.at++
	}
}

// word returns what stands before the next space or delimiter.
func (p *sound) word() string {
	rest := p.text[p.at:]
	n := 0
	for n < len(rest) && isWordByte(rest[n]) {
		n++
	}
	p.at += n
	return rest[:n]
}

// isWordByte reports whether c is neither a space nor a delimiter, and the same to all.
func isWordByte(c byte) bool {
	return c > ' ' && c < 0x7F && (syntax.IsRegular(c) || c == '{' || c == '}')
}

// ends reports whether a word ends here: other control characters and what is not
// ASCII are space to some and letters to others, and nothing here is closed by ")".
func (p *sound) ends() bool {
	if c := p.peek(); c != 0 {
		return endsWord(c)
	}
	return p.at == len(p.text)
}

func endsWord(c byte) bool {
	switch c {
	case '/', '<', '>', '[', ']', '(':
		return true
	}
	return syntax.IsSpace(c)
}

func (p *sound) name() (string, bool) {
	p.at++
	name := p.word()
	return name, name != "" && p.ends() && strings.IndexByte(name, '#') < 0
}

// usualEntries is how many elements and entries most arrays and dictionaries have at
// most: these are gathered without memory of their own until their number is known.
const usualEntries = 8

// longArray is how many elements longer arrays have, such as the widths of a font.
const longArray = 128

func (p *sound) array(depth int) (types.Object, bool) {
	var room [usualEntries]types.Object
	list := room[:0]
	p.at++
	for p.skipSpace(); p.peek() != ']'; p.skipSpace() {
		o, ok := p.object(depth + 1)
		if !ok {
			return nil, false
		}
		if len(list) == usualEntries {
			list = slices.Grow(list, longArray)
		}
		list = append(list, o)
	}
	p.at++
	out := make(types.Array, len(list))
	copy(out, list)
	return out, true
}

// pair is an entry of a dictionary.
type pair struct {
	key   string
	value types.Object
}

// dict parses a dictionary. Entries that are null do not count (7.3.7).
func (p *sound) dict(depth int) (types.Object, bool) {
	var room [usualEntries]pair
	list := room[:0]
	p.at += len("<<")
	for p.skipSpace(); p.peek() == '/'; p.skipSpace() {
		key, ok := p.name()
		if !ok {
			return nil, false
		}
		value, ok := p.object(depth + 1)
		if !ok {
			return nil, false
		}
		list = append(list, pair{key, value})
	}
	if !strings.HasPrefix(p.text[p.at:], ">>") {
		return nil, false
	}
	p.at += len(">>")
	return dictOf(list)
}

// dictOf returns the dictionary of some entries; ok is false where one is there twice.
func dictOf(list []pair) (out types.Dict, ok bool) {
	out = make(types.Dict, len(list))
	for _, e := range list {
		before := len(out)
		if e.value != nil {
			out[e.key] = e.value
		} else if _, ok := out[e.key]; !ok {
			continue
		}
		if len(out) == before {
			return nil, false
		}
	}
	return out, true
}

func (p *sound) literal() (types.Object, bool) {
	n := literalEnd(p.text, p.at)
	if n < 0 {
		return nil, false
	}
	s := p.text[p.at+1 : n]
	p.at = n + 1
	return types.StringLiteral(s), true
}

func (p *sound) hex() (types.Object, bool) {
	p.at++
	s := p.word()
	if len(s)%2 != 0 || p.peek() != '>' {
		return nil, false
	}
	for i := range len(s) {
		if syntax.HexDigit(s[i]) < 0 {
			return nil, false
		}
	}
	p.at++
	return types.HexLiteral(strings.ToUpper(s)), true
}

func (p *sound) keyword() (types.Object, bool) {
	switch word := p.word(); {
	case !p.ends():
		return nil, false
	case word == "true":
		return types.Boolean(true), true
	case word == "false":
		return types.Boolean(false), true
	default:
		return nil, word == "null"
	}
}

// number parses a number, or a reference "12 0 R".
func (p *sound) number() (types.Object, bool) {
	if number, ok := p.integer(); ok {
		if c := p.peek(); c != 0 && syntax.IsSpace(c) {
			return p.reference(number)
		}
		return types.Integer(number), true
	}
	word := p.word()
	point, ok := plainNumber(word)
	switch {
	case !ok || !p.ends():
		return nil, false
	case !point:
		n, err := strconv.Atoi(word)
		return types.Integer(n), err == nil && !p.refers()
	}
	x, err := strconv.ParseFloat(word, 64)
	return types.Float(x), err == nil
}

// integer parses a number of digits alone, which most are; where there is none, nothing
// is passed over.
func (p *sound) integer() (number int, ok bool) {
	rest := p.text[p.at:]
	n := 0
	for n < len(rest) && rest[n]-'0' <= 9 {
		number = 10*number + int(rest[n]-'0')
		n++
	}
	if n == 0 || n > maxDigits {
		return 0, false
	}
	p.at += n
	if !p.ends() {
		p.at -= n
		return 0, false
	}
	return number, true
}

// plainNumber reports whether s is digits with a sign, a point or both, and whether
// it has the point.
func plainNumber[T string | []byte](s T) (point, ok bool) {
	if len(s) >= maxNumber {
		return false, false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			ok = true
		case c == '.' && !point:
			point = true
		case i > 0 || c != '-' && c != '+':
			return false, false
		}
	}
	return point, ok
}

// maxNumber is longer, in bytes, than any number that needs no care.
const maxNumber = 16

// reference parses what follows a number and a space: the rest of a reference or
// nothing of it.
func (p *sound) reference(number int) (types.Object, bool) {
	generation, n, ok := restOfReference(p.text[p.at:])
	if !ok {
		return types.Integer(number), true
	}
	p.at += n
	return *types.NewIndirectRef(number, generation), p.ends()
}

// restOfReference returns the generation in the rest of a reference that s begins with,
// and the length of that.
func restOfReference[T string | []byte](s T) (generation, n int, ok bool) {
	from := spaces(s)
	to := from
	for to < len(s) && s[to]-'0' <= 9 {
		to++
	}
	at := to + spaces(s[to:])
	if at == to || at == len(s) || s[at] != 'R' {
		return 0, 0, false
	}
	generation, ok = digits(s[from:to])
	return generation, at + 1, ok
}

// spaces returns how many spaces s begins with. A byte that is 0 is not sound.
func spaces[T string | []byte](s T) (n int) {
	for n < len(s) && s[n] != 0 && syntax.IsSpace(s[n]) {
		n++
	}
	return n
}

// refers reports whether what follows a number is the rest of a reference.
func (p *sound) refers() bool {
	rest := *p
	o, _ := rest.reference(0)
	_, isReference := o.(types.IndirectRef)
	return isReference
}
