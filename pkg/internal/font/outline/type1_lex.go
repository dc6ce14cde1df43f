package outline

import (
	"bytes"
	"strconv"
)

// lexer cuts the PostScript text of a Type 1 program into words. A name keeps
// its slash, delimiters are words, comments are passed over. Strings need no care:
// none are where we read.
type lexer struct {
	src []byte
	pos int
}

func isSpace(c byte) bool {
	switch c {
	case ' ', '\t', '\r', '\n', '\f', 0:
		return true
	}
	return false
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// next returns the next word, or nil at the end.
func (l *lexer) next() []byte {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		switch {
		case isSpace(c):
			l.pos++
		case c == '%':
			l.skipComment()
		default:
			return l.word()
		}
	}
	return nil
}

func (l *lexer) word() []byte {
	start := l.pos
	l.pos++
	if c := l.src[start]; isDelimiter(c) && c != '/' {
		return l.src[start:l.pos]
	}
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		l.pos++
	}
	return l.src[start:l.pos]
}

func (l *lexer) skipComment() {
	for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
		l.pos++
	}
}

// integer returns the value of a word such as 65 or 8#101.
func integer(word []byte) (int, bool) {
	base := 10
	if at := bytes.IndexByte(word, '#'); at > 0 {
		b, err := strconv.Atoi(string(word[:at]))
		if err != nil || b < 2 || b > 36 {
			return 0, false
		}
		base, word = b, word[at+1:]
	}
	n, err := strconv.ParseInt(string(word), base, 32)
	return int(n), err == nil
}

// numbers reads the numbers of an array in brackets or braces.
func (l *lexer) numbers(limit int) []float64 {
	if w := l.next(); len(w) != 1 || w[0] != '[' && w[0] != '{' {
		return nil
	}
	var out []float64
	for len(out) < limit {
		x, err := strconv.ParseFloat(string(l.next()), 64)
		if err != nil {
			break
		}
		out = append(out, x)
	}
	return out
}
