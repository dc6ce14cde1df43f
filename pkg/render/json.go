package render

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

// JSON writes the report as one indented JSON object of the schema
// report.Schema. What is not known is null, lists are never null, and numbers
// have four decimals at most.
func JSON(w io.Writer, r *report.Report) error {
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(r.ForWriting()); err != nil {
		return err
	}
	_, err := w.Write(joinNumbers(buf.Bytes()))
	return err
}

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
