package outline

import (
	"bytes"
	"strconv"
)

// lexer cuts the PostScript text of a Type 1 program into words. A name keeps
// its slash, delimiters are words, comments are passed over. Strings need no care:
// none are where we read.
type lexer struct {
	src  []byte
	pos  int
	read *int // the bytes that were looked at, also by other lexers of the program
}

// kind is what a byte does in PostScript text.
type kind uint8

const (
	regular kind = iota
	blank
	delimiter
)

// kinds are those of all bytes.
var kinds = [256]kind{
	' ': blank, '\t': blank, '\r': blank, '\n': blank, '\f': blank, 0: blank,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

func isSpace(c byte) bool { return kinds[c] == blank }

// next returns the next word, or nil at the end.
func (l *lexer) next() []byte {
	start := l.pos
	word := l.scan()
	*l.read += l.pos - start
	return word
}

func (l *lexer) scan() []byte {
	src, at := l.src, l.pos
	for at < len(src) {
		start, c := at, src[at]
		at++
		switch {
		case isSpace(c):
			continue
		case c == '%':
			at = commentEnd(src, at)
			continue
		case c == '/' || kinds[c] == regular:
			for at < len(src) && kinds[src[at]] == regular {
				at++
			}
		}
		l.pos = at
		return src[start:at]
	}
	l.pos = at
	return nil
}

func commentEnd(src []byte, at int) int {
	for at < len(src) && src[at] != '\n' && src[at] != '\r' {
		at++
	}
	return at
}

// integer returns the value of a word such as 65 or 8#101.
func integer(word []byte) (int, bool) {
	if n, ok := decimal(word); ok {
		return n, true
	}
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

// decimal returns the value of a few digits, which most integers are.
func decimal(word []byte) (n int, ok bool) {
	for _, c := range word {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(word) > 0 && len(word) <= mostDigits
}

// mostDigits is how many digits a number may have to be of 32 bits whatever they are.
const mostDigits = 9

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
