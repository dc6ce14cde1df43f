package pdf

import (
	"bytes"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// probe finds out whether an object is sound, as sound does, but makes nothing of it: that
// takes a third of the time, and most objects of a long paper are never asked for. What
// it is not sure of has to be parsed.
type probe struct {
	data   []byte
	at     int
	number int // the last integer, or the object of the last reference
	outline
}

// probe looks at the object that begins at from. Where ok, the object is sound, pdfcpu
// has nothing against it, and no word that ends a body is in it.
func (r *regular) probe(from int) (end int, seen outline, ok bool) {
	if r.lenient || r.probed.Load() > int64(2*len(r.data)) {
		return 0, seen, false
	}
	p := probe{data: r.data, at: from, outline: outline{length: -1, lengthIn: -1}}
	kind := p.object(0)
	text := r.data[from:min(p.at, len(r.data))]
	if kind == unsure || bytes.Contains(text, []byte("endobj")) || bytes.Contains(text, []byte("stream")) {
		r.probed.Add(int64(len(text))) // objects can overlap
		return 0, seen, false
	}
	p.dict = kind == probedDict
	return p.at, p.outline, true
}

// probed is what a probe has found.
type probed uint8

const (
	unsure probed = iota
	probedOther
	probedDict
	probedInteger
	probedReference
)

func (p *probe) object(depth int) probed {
	p.skipSpace()
	switch c := p.peek(); {
	case depth > maxSoundDepth:
		return unsure
	case c == '/':
		_, ok := p.name()
		return other(ok)
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

func other(ok bool) probed {
	if ok {
		return probedOther
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

func (p *probe) array(depth int) probed {
	p.at++
	for p.skipSpace(); p.peek() != ']'; p.skipSpace() {
		if p.object(depth+1) == unsure {
			return unsure
		}
	}
	p.at++
	return probedOther
}

// maxProbedKeys is how many entries the dictionaries have that are probed. Each key is
// compared with all before it.
const maxProbedKeys = 16

func (p *probe) dictionary(depth int) probed {
	var room [maxProbedKeys][]byte
	keys := room[:0]
	p.at += len("<<")
	for p.skipSpace(); p.peek() == '/'; p.skipSpace() {
		key, ok := p.name()
		if !ok || len(keys) == maxProbedKeys || contains(keys, key) {
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
	return probedDict
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
func (p *probe) note(key []byte, value probed) bool {
	switch string(key) {
	case "Linearized":
		return false
	case "Length":
		switch value {
		case probedInteger:
			p.length = int64(p.number)
		case probedReference:
			p.lengthIn = p.number
		default:
			return false
		}
	}
	return true
}

func (p *probe) literal() probed {
	n := literalEnd(p.data, p.at)
	if n < 0 {
		p.at = len(p.data)
		return unsure
	}
	p.at = n + 1
	return probedOther
}

func (p *probe) hex() probed {
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
	return probedOther
}

func (p *probe) keyword() probed {
	switch string(p.word()) {
	case "true", "false", "null":
		return other(p.ends())
	}
	return unsure
}

// numeral looks at a number, or a reference "12 0 R".
func (p *probe) numeral() probed {
	word := p.word()
	if number, ok := digits(word); ok && p.ends() {
		p.number = number
		if _, n, ok := restOfReference(p.data[p.at:]); ok {
			p.at += n
			if !p.ends() {
				return unsure
			}
			return probedReference
		}
		return probedInteger
	}
	point, ok := plainNumber(word)
	if ok && !point {
		_, _, refers := restOfReference(p.data[p.at:])
		ok = !refers
	}
	return other(ok && p.ends())
}
