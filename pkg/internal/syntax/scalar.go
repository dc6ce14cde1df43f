package syntax

// pow10 holds the divisors of decimal fractions; digits beyond it are dropped.
var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// Numbers reads numbers that end before an edge, as many as there is room for in dst,
// and returns how many there are. It ends before whatever else comes, and before a
// number that is not plain.
func (l *Lexer) Numbers(dst *[6]float64, edge int) (n int) {
	src, p := l.src, l.pos
	for n < len(dst) {
		for has(src, p) && class[src[p]] == space {
			p++
		}
		if !has(src, p) || class[src[p]] != numeric {
			break
		}
		v, end := plainNumber(src, p)
		if end == 0 || end > edge {
			break
		}
		dst[n] = v
		n++
		p = end
	}
	l.pos = p
	return n
}

// number reads a number that begins at p.
func (l *Lexer) number(t *Token, p int) bool {
	v, end := plainNumber(l.src, p)
	if end == 0 {
		return l.oddNumber(t, p)
	}
	l.pos, t.Kind, t.Num = end, Number, v
	return true
}

// plainNumber reads a number as nearly all are written: a sign perhaps, digits, and a
// point perhaps. So few digits make an integer that a float64 holds exactly. It returns
// where the number ends; 0 where there is none.
func plainNumber(src []byte, p int) (v float64, end int) {
	sign := src[p]
	if sign == '-' || sign == '+' {
		p++
	}
	n, point := appendDigits(0, src, p)
	digits, decimals := point-p, 0
	end = point
	if has(src, point) && src[point] == '.' {
		n, end = appendDigits(n, src, point+1)
		decimals = end - point - 1
		digits += decimals
	}
	if digits == 0 || digits >= len(pow10) || has(src, end) && IsRegular(src[end]) {
		return 0, 0
	}
	v = float64(n)
	if decimals > 0 {
		v /= pow10[decimals]
	}
	if sign == '-' {
		v = -v
	}
	return v, end
}

// appendDigits puts the digits from p on behind those of n, and returns where they end.
func appendDigits(n int64, src []byte, p int) (int64, int) {
	for ; has(src, p); p++ {
		d := int64(src[p]) - '0'
		if uint64(d) > 9 {
			break
		}
		n = n*10 + d
	}
	return n, p
}

// has reports whether there is a byte at p, in the one comparison that an index takes
// anyway.
func has(src []byte, p int) bool { return uint(p) < uint(len(src)) }

// oddNumber reads any number. Real files also hold "--5", "1.2.3" and "12-34":
// doubled signs are folded and a second dot or a later sign ends the value,
// as viewers read them. A word such as "-x" or "5abc" is not a number.
func (l *Lexer) oddNumber(t *Token, p int) bool {
	neg := false
	for p < len(l.src) && (l.src[p] == '-' || l.src[p] == '+') {
		neg = neg || l.src[p] == '-'
		p++
	}
	v, digits, decimals, dot, done := 0.0, 0, 0, false, false
	for ; p < len(l.src) && IsRegular(l.src[p]); p++ {
		switch c := l.src[p]; {
		case c >= '0' && c <= '9':
			if done {
				continue
			}
			digits++
			if dot && decimals == len(pow10)-1 {
				continue
			}
			v = v*10 + float64(c-'0')
			if dot {
				decimals++
			}
		case c == '.':
			done = done || dot
			dot = true
		case c == '-' && digits > 0:
			done = true
		default:
			return false
		}
	}
	if digits == 0 && !dot {
		return false
	}
	l.pos = p
	v /= pow10[decimals]
	if neg {
		v = -v
	}
	t.Kind, t.Num = Number, v
	return true
}

// name reads what follows a slash; #xx stands for a byte (7.3.5).
func (l *Lexer) name() []byte {
	src, p, escaped := l.src, l.pos, false
	for ; has(src, p) && IsRegular(src[p]); p++ {
		escaped = escaped || src[p] == '#'
	}
	raw := src[l.pos:p]
	l.pos = p
	if !escaped {
		return raw
	}
	mark := len(l.arena)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if hi, lo := HexDigit(raw[i+1]), HexDigit(raw[i+2]); hi >= 0 && lo >= 0 {
				l.arena = append(l.arena, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		l.arena = append(l.arena, raw[i])
	}
	return l.arena[mark:len(l.arena):len(l.arena)]
}

// literal reads a string in parentheses, the first one already passed (7.3.4.2).
func (l *Lexer) literal() []byte {
	src, start, depth := l.src, l.pos, 1
	for p := start; has(src, p); p++ {
		switch src[p] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = p + 1
				return src[start:p]
			}
		case '\\', '\r':
			l.pos = p
			return l.escapedLiteral(start, depth)
		}
	}
	l.pos = len(src)
	return src[start:]
}

func (l *Lexer) escapedLiteral(start, depth int) []byte {
	src, p := l.src, l.pos
	mark := len(l.arena)
	out := append(l.arena, src[start:p]...)
	for has(src, p) {
		c := src[p]
		p++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '\\':
			ok := false
			if c, p, ok = escaped(src, p); !ok {
				continue
			}
		case '\r': // any end of line reads as a line feed
			p = skipByte(src, p, '\n')
			c = '\n'
		}
		if depth == 0 {
			break
		}
		out = append(out, c)
	}
	l.pos, l.arena = p, out
	return out[mark:len(out):len(out)]
}

// skipByte returns the place behind p if c stands there.
func skipByte(src []byte, p int, c byte) int {
	if p < len(src) && src[p] == c {
		p++
	}
	return p
}

// escaped returns what the sequence after a backslash stands for, which begins at p, and
// where it ends. It is not ok for one that stands for nothing.
func escaped(src []byte, p int) (c byte, end int, ok bool) {
	if !has(src, p) {
		return 0, p, false
	}
	c = src[p]
	p++
	if digit := c - '0'; digit < 8 { // nearly all
		c = digit
		for end := min(p+2, len(src)); p < end && src[p]-'0' < 8; p++ {
			c = c<<3 | (src[p] - '0')
		}
		return c, p, true
	}
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		return 0, skipByte(src, p, '\n'), false
	case '\n':
		return 0, p, false
	}
	return c, p, true
}

// hex reads a hexadecimal string, its '<' already passed; a missing last digit
// counts as 0 (7.3.4.3).
func (l *Lexer) hex() []byte {
	mark, half := len(l.arena), -1
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := HexDigit(c)
		if d < 0 {
			continue
		}
		if half < 0 {
			half = d
			continue
		}
		l.arena = append(l.arena, byte(half<<4|d))
		half = -1
	}
	if half >= 0 {
		l.arena = append(l.arena, byte(half<<4))
	}
	return l.arena[mark:len(l.arena):len(l.arena)]
}

// HexDigit returns the value of a hexadecimal digit, or -1.
func HexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
