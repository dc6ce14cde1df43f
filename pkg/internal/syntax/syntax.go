// Package syntax cuts bytes into the tokens that content streams, CMaps and
// Type 3 procedures are made of (ISO 32000-2, 7.2 and 7.3). Objects of the file
// itself are read by package pdf.
package syntax

// Kind describes what a Token is.
type Kind uint8

// The kinds of tokens. Keyword is any regular word that is neither a number
// nor a name: an operator, true, false, null, or rubbish.
const (
	EOF Kind = iota
	Number
	Name
	String
	Keyword
	ArrayOpen
	ArrayClose
	DictOpen
	DictClose
)

// Token is one lexical piece. Bytes holds a name without its slash, a string's
// decoded bytes or a keyword; it stays valid as long as the Lexer's source and,
// for decoded strings, until Reset. Num is the value of a number.
type Token struct {
	Kind  Kind
	Num   float64
	Bytes []byte
}

// Lexer reads tokens from a byte slice. It never fails: what no rule explains
// is passed over, as viewers do.
type Lexer struct {
	src   []byte
	pos   int
	arena []byte
}

// NewLexer returns a Lexer at the start of src.
func NewLexer(src []byte) *Lexer { return &Lexer{src: src} }

// Reload goes on at the start of src. Tokens got before are void.
func (l *Lexer) Reload(src []byte) {
	l.src, l.pos = src, 0
	l.Reset()
}

// Pos returns the offset of the next unread byte.
func (l *Lexer) Pos() int { return l.pos }

// Seek continues reading at offset pos.
func (l *Lexer) Seek(pos int) { l.pos = max(0, min(pos, len(l.src))) }

// Source returns the bytes being read.
func (l *Lexer) Source() []byte { return l.src }

// Reset gives the memory of decoded strings back: tokens got before are void.
func (l *Lexer) Reset() { l.arena = l.arena[:0] }

// Next returns the next token; EOF at the end, again and again.
func (l *Lexer) Next() (t Token) {
	l.Read(&t)
	return t
}

// Read puts the next token into t. It leaves those fields as they were that do not
// belong to the token's kind: most tokens are numbers.
func (l *Lexer) Read(t *Token) {
	src := l.src
	for p := l.pos; has(src, p); p++ {
		switch class[src[p]] {
		case space:
		case numeric:
			if !l.number(t, p) {
				l.keyword(t, p)
			}
			return
		case regular:
			l.keyword(t, p)
			return
		default:
			l.pos = p
			if l.delimited(t) {
				return
			}
			p = l.pos - 1
		}
	}
	l.pos, t.Kind = len(src), EOF
}

// delimited reads a token that begins with a delimiter. It is false where there is
// none, but a comment or what no rule explains.
func (l *Lexer) delimited(t *Token) bool {
	c := l.src[l.pos]
	l.pos++
	switch c {
	case '/':
		t.Kind, t.Bytes = Name, l.name()
	case '(':
		t.Kind, t.Bytes = String, l.literal()
	case '[':
		t.Kind = ArrayOpen
	case ']':
		t.Kind = ArrayClose
	case '<':
		if l.peek() != '<' {
			t.Kind, t.Bytes = String, l.hex()
			return true
		}
		l.pos++
		t.Kind = DictOpen
	case '>':
		if l.peek() != '>' {
			return false
		}
		l.pos++
		t.Kind = DictClose
	case '%':
		for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
			l.pos++
		}
		return false
	default:
		return false
	}
	return true
}

// peek returns the next byte, 0 at the end.
func (l *Lexer) peek() byte {
	if l.pos < len(l.src) {
		return l.src[l.pos]
	}
	return 0
}

func (l *Lexer) keyword(t *Token, start int) {
	src, p := l.src, start
	for has(src, p) && IsRegular(src[p]) {
		p++
	}
	l.pos, t.Kind, t.Bytes = p, Keyword, src[start:p]
}

// IsSpace reports whether c is white space (ISO 32000-2, table 1).
func IsSpace(c byte) bool { return class[c] == space }

// IsRegular reports whether c can be inside a keyword or a name.
func IsRegular(c byte) bool { return class[c] <= numeric }

// The classes of bytes.
const (
	regular uint8 = iota
	numeric       // regular, and a number can begin with it
	space
	delimiter
)

var class = [256]uint8{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
	'0': numeric, '1': numeric, '2': numeric, '3': numeric, '4': numeric, '5': numeric, '6': numeric, '7': numeric,
	'8': numeric, '9': numeric, '+': numeric, '-': numeric, '.': numeric,
}
