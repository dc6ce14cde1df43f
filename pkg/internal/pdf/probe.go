package pdf

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/filter"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// probe finds out whether an object is sound, as sound does, but makes nothing of it,
// which takes most of the time. What it is not sure of has to be parsed.
type probe struct {
	data   []byte
	at     int
	number int    // the last integer, or the object of the last reference
	text   []byte // of the last name
	flate  bool   // the object is a dictionary whose Filter is Flate
	others bool   // and has entries besides that and Length
	outline
}

// probe looks at the object that begins at from. Where ok, the object is sound, pdfcpu
// has nothing against it, and no word that ends a body is in it.
func (r *regular) probe(from int) (end int, seen outline, ok bool) {
	if r.lenient || r.inVain.Load() > int64(2*len(r.data)) {
		return 0, seen, false
	}
	p := probe{data: r.data, at: from, outline: outline{length: -1, lengthIn: -1}}
	found := p.object(0)
	text := r.data[from:min(p.at, len(r.data))]
	if found == unsure || bytes.Contains(text, []byte("endobj")) || bytes.Contains(text, []byte("stream")) {
		r.inVain.Add(int64(len(text))) // objects can overlap
		return 0, seen, false
	}
	p.dict, p.bare = found == foundDict, p.flate && !p.others
	return p.at, p.outline, true
}

// finding is what a probe says of an object.
type finding uint8

const (
	unsure finding = iota
	foundOther
	foundDict
	foundInteger
	foundReference
	foundName
)

func (p *probe) object(depth int) finding {
	p.skipSpace()
	switch c := p.peek(); {
	case depth > maxSoundDepth:
		return unsure
	case c == '/':
		if text, ok := p.name(); ok {
			p.text = text
			return foundName
		}
		return unsure
	case c == '[':
		return p.array(depth)
	case c == '<' && bytes.HasPrefix(p.data[p.at:], []byte("<<")):
		return p.dictionary(depth)
	case c == '<':
		return p.hex()
	case c == '(':
		return p.literal()
	case c >= 'a' && c <= 'z':
		return p.keyword()
	}
	return p.numeral()
}

// other returns what is neither of the sorts that matter, or unsure.
func other(sure bool) finding {
	if sure {
		return foundOther
	}
	return unsure
}

// peek returns the next byte, 0 at the end.
func (p *probe) peek() byte {
	if p.at < len(p.data) {
		return p.data[p.at]
	}
	return 0
}

func (p *probe) skipSpace() { p.at += spaces(p.data[p.at:]) }

// word returns what stands before the next space or delimiter.
func (p *probe) word() []byte {
	from := p.at
	for p.at < len(p.data) && isWordByte(p.data[p.at]) {
		p.at++
	}
	return p.data[from:p.at]
}

// ends reports whether a word ends here.
func (p *probe) ends() bool {
	c := p.peek()
	return c != 0 && endsWord(c)
}

func (p *probe) name() ([]byte, bool) {
	p.at++
	name := p.word()
	return name, len(name) > 0 && p.ends() && bytes.IndexByte(name, '#') < 0
}

func (p *probe) array(depth int) finding {
	p.at++
	for p.skipSpace(); p.peek() != ']'; p.skipSpace() {
		if p.object(depth+1) == unsure {
			return unsure
		}
	}
	p.at++
	return foundOther
}

// maxKeys is how many entries the dictionaries have that are probed. Each key is
// compared with all before it.
const maxKeys = 16

func (p *probe) dictionary(depth int) finding {
	var room [maxKeys][]byte
	keys := room[:0]
	p.at += len("<<")
	for p.skipSpace(); p.peek() == '/'; p.skipSpace() {
		key, ok := p.name()
		if !ok || len(keys) == maxKeys || contains(keys, key) {
			return unsure
		}
		keys = append(keys, key)
		value := p.object(depth + 1)
		if value == unsure || depth == 0 && !p.note(key, value) {
			return unsure
		}
	}
	if !bytes.HasPrefix(p.data[p.at:], []byte(">>")) {
		return unsure
	}
	p.at += len(">>")
	return foundDict
}

func contains(keys [][]byte, key []byte) bool {
	for _, k := range keys {
		if bytes.Equal(k, key) {
			return true
		}
	}
	return false
}

// note takes what the outline says of an entry; it returns false where that takes more.
func (p *probe) note(key []byte, value finding) bool {
	switch string(key) {
	case "Linearized":
		return false
	case "Length":
		switch value {
		case foundInteger:
			p.length = int64(p.number)
		case foundReference:
			p.lengthIn = p.number
		default:
			return false
		}
	case "Filter":
		p.flate = value == foundName && string(p.text) == filter.Flate
		p.others = p.others || !p.flate
	default:
		p.others = true
	}
	return true
}

func (p *probe) literal() finding {
	n := literalEnd(p.data, p.at)
	if n < 0 {
		p.at = len(p.data)
		return unsure
	}
	p.at = n + 1
	return foundOther
}

func (p *probe) hex() finding {
	p.at++
	s := p.word()
	for _, c := range s {
		if syntax.HexDigit(c) < 0 {
			return unsure
		}
	}
	if len(s)%2 != 0 || p.peek() != '>' {
		return unsure
	}
	p.at++
	return foundOther
}

func (p *probe) keyword() finding {
	switch string(p.word()) {
	case "true", "false", "null":
		return other(p.ends())
	}
	return unsure
}

// numeral looks at a number, or a reference "12 0 R".
func (p *probe) numeral() finding {
	word := p.word()
	if number, ok := digits(word); ok && p.ends() {
		p.number = number
		if _, n, ok := restOfReference(p.data[p.at:]); ok {
			p.at += n
			if !p.ends() {
				return unsure
			}
			return foundReference
		}
		return foundInteger
	}
	point, ok := plainNumber(word)
	if ok && !point {
		_, _, refers := restOfReference(p.data[p.at:])
		ok = !refers
	}
	return other(ok && p.ends())
}
