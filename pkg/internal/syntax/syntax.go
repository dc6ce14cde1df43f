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
func (l *Lexer) Next() Token {
	for {
		l.skipSpace()
		if l.pos >= len(l.src) {
			return Token{Kind: EOF}
		}
		c := l.src[l.pos]
		switch {
		case isNumberStart(c):
			if t, ok := l.number(); ok {
				return t
			}
			return l.keyword()
		case c == '/':
			l.pos++
			return l.name()
		case c == '(':
			l.pos++
			return l.literal()
		case c == '<':
			if l.peek(1) == '<' {
				l.pos += 2
				return Token{Kind: DictOpen}
			}
			l.pos++
			return l.hex()
		case c == '>':
			if l.peek(1) == '>' {
				l.pos += 2
				return Token{Kind: DictClose}
			}
			l.pos++
		case c == '[':
			l.pos++
			return Token{Kind: ArrayOpen}
		case c == ']':
			l.pos++
			return Token{Kind: ArrayClose}
		case c == ')', c == '{', c == '}':
			l.pos++
		default:
			return l.keyword()
		}
	}
}

func (l *Lexer) peek(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

func (l *Lexer) skipSpace() {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		if c == '%' {
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !IsSpace(c) {
			return
		}
		l.pos++
	}
}

func (l *Lexer) keyword() Token {
	start := l.pos
	for l.pos < len(l.src) && isRegular(l.src[l.pos]) {
		l.pos++
	}
	return Token{Kind: Keyword, Bytes: l.src[start:l.pos]}
}

// IsSpace reports whether c is white space (ISO 32000-2, table 1).
func IsSpace(c byte) bool { return class[c] == space }

// isRegular reports whether c can be inside a keyword or a name.
func isRegular(c byte) bool { return class[c] == regular }

func isNumberStart(c byte) bool {
	return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.'
}

const (
	regular uint8 = iota
	space
	delimiter
)

var class = classes()

func classes() (t [256]uint8) {
	for _, c := range []byte("\x00\t\n\f\r ") {
		t[c] = space
	}
	for _, c := range []byte("()<>[]{}/%") {
		t[c] = delimiter
	}
	return t
}
