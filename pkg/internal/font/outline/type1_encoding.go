package outline

// readEncoding reads the font's Encoding (Adobe Type 1 Font Format, 2.2): the
// name of each code, "" for .notdef. It is in the clear text, and in a few
// fonts in the private portion.
func (f *type1) readEncoding() *[256]string {
	for _, text := range [2][]byte{f.clear, f.private} {
		for from := 0; ; {
			l, at := after(text, "/Encoding", from)
			if at < 0 {
				break
			}
			if enc := l.encoding(); enc != nil {
				return enc
			}
			from = max(l.pos, at+1)
		}
	}
	return new([256]string)
}

// encoding reads what follows the key; nil when it is not an encoding.
func (l *lexer) encoding() *[256]string {
	w := l.next()
	if string(w) == "StandardEncoding" {
		return standardNames()
	}
	if string(w) == "[" {
		return l.encodingArray()
	}
	if _, ok := integer(w); !ok {
		return nil
	}
	return l.encodingPuts()
}

// encodingArray reads the form "[ /a /b … ]".
func (l *lexer) encodingArray() *[256]string {
	enc, code := new([256]string), 0
	for code < len(enc) {
		w := l.next()
		if w == nil || w[0] != '/' {
			break
		}
		enc[code] = encodedName(w)
		code++
	}
	return enc
}

// encodingPuts reads the form "256 array … dup 65 /A put … def", in which the
// loop that fills the array with .notdef is passed over.
func (l *lexer) encodingPuts() *[256]string {
	enc := new([256]string)
	for {
		w := l.next()
		switch string(w) {
		case "", "def", "readonly":
			return enc
		case "dup":
			code, ok := integer(l.next())
			mark := l.pos
			name := l.next()
			if !ok || code < 0 || code > 255 || len(name) == 0 || name[0] != '/' {
				l.pos = mark
				continue
			}
			enc[code] = encodedName(name)
		}
	}
}

func encodedName(word []byte) string {
	if string(word) == "/.notdef" {
		return ""
	}
	return string(word[1:])
}
