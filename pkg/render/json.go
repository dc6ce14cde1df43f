package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/report"
)

// JSON writes the report as one indented JSON object of the schema
// report.Schema. What is not known is null, lists are never null, and numbers
// have four decimals at most.
func JSON(w io.Writer, r *report.Report) error {
	data, err := encodeJSON(r.ForWriting(), "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(joinNumbers(data))
	return err
}

// encodeJSON returns a value as JSON with a line break at its end. With an
// indent every item has its line.
func encodeJSON(value any, indent string) ([]byte, error) {
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return escapeInvisible(buf.Bytes()), nil
}

// escapeInvisible escapes what steers terminals and text and what encoding/json
// leaves as it is: DEL, the C1 controls and format characters, such as those
// that turn the direction of text. They can only stand in strings.
func escapeInvisible(data []byte) []byte {
	if bytes.IndexFunc(data, invisible) < 0 {
		return data
	}
	out := make([]byte, 0, len(data)+32)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case !invisible(r):
			out = append(out, data[:size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		data = data[size:]
	}
	return out
}

func invisible(r rune) bool { return r >= 0x7f && unicode.In(r, unicode.Cc, unicode.Cf) }

// joinNumbers puts each list of plain numbers, such as a box, on one line.
func joinNumbers(indented []byte) []byte {
	out := make([]byte, 0, len(indented))
	for rest := indented; len(rest) > 0; {
		n := stringLength(rest)
		if n == 0 && rest[0] == '[' {
			n = numbersLength(rest)
			out = appendJoined(out, rest[:n])
		} else {
			n = max(n, 1)
			out = append(out, rest[:n]...)
		}
		rest = rest[n:]
	}
	return out
}

// stringLength returns the length of the JSON string that data begins with, 0
// when it begins with none.
func stringLength(data []byte) int {
	if data[0] != '"' {
		return 0
	}
	for i := 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// numbersLength returns the length of the list that data begins with when it
// holds plain numbers, else that of its bracket.
func numbersLength(data []byte) int {
	end := 1 + bytes.IndexAny(data[1:], `]["{tfn`)
	if end > 1 && data[end] == ']' {
		return end + 1
	}
	return 1
}

// appendJoined appends a list of numbers without the line breaks.
func appendJoined(out, list []byte) []byte {
	for i, number := range bytes.Fields(list) {
		if i > 1 && number[0] != ']' {
			out = append(out, ' ')
		}
		out = append(out, number...)
	}
	return out
}
