// Package machine writes reports for programs: JSON, JSON Lines, CSV, JUnit XML,
// SARIF, and the workflow commands of GitHub Actions.
package machine

import (
	"bytes"
	"io"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// JSONFormat is one object of JSON.
func JSONFormat() form.Format {
	return form.New(form.Format{
		Name: "json", Ending: ".json",
		About: "for programs: one object for all files (paperfit.report/1)",
	}, openJSON)
}

// JSON writes the report as one indented JSON object of the schema
// report.Schema. What is not known is null, lists are never null, and numbers
// have four decimals at most.
func JSON(w io.Writer, r *report.Report) error { return JSONFormat().Write(w, r, form.Options{}) }

// jsonWriter keeps the files until the summary, which stands before them, is known.
type jsonWriter struct {
	w     io.Writer
	head  *report.Report // without files
	files form.Spool
	some  bool
}

func openJSON(w io.Writer, _ form.Options) form.Writer { return &jsonWriter{w: w} }

// Begin keeps what the report is made with.
func (j *jsonWriter) Begin(tool report.Tool, profile report.Profile) error {
	j.head = report.New(tool, profile, nil)
	return nil
}

// File keeps a file.
func (j *jsonWriter) File(f report.File) error {
	data, err := encodeJSON(f.ForWriting())
	if err != nil {
		return err
	}
	before := ",\n    "
	if !j.some {
		before = "\n    "
	}
	j.some = true
	const depth = 2 // of a file in the report
	_, err = j.files.Write(append([]byte(before), indented(bytes.TrimSuffix(data, []byte("\n")), depth)...))
	return err
}

// End writes the report.
func (j *jsonWriter) End(s report.Summary) error {
	j.head.Summary = s
	data, err := encodeJSON(j.head.ForWriting())
	if err != nil {
		return err
	}
	const rest, end = "]\n}\n", "\n  ]\n}\n"
	data = indented(data, 0)
	if !j.some {
		_, err = j.w.Write(data)
		return err
	}
	if _, err = j.w.Write(bytes.TrimSuffix(data, []byte(rest))); err == nil {
		_, err = j.files.WriteTo(j.w)
	}
	if err == nil {
		_, err = io.WriteString(j.w, end)
	}
	return err
}

// encodeJSON returns a value as compact JSON with a line break at its end.
func encodeJSON(value any) ([]byte, error) {
	data, err := report.AppendJSON(nil, value)
	if err != nil {
		return nil, err
	}
	return append(data, '\n'), nil
}

// indented returns compact JSON with a line for each item; a list of plain
// numbers, such as a box, stays on one line. (A pass of its own, because that of
// encoding/json takes longer than all else that is done for a report.) The depth is
// that of what it stands in.
func indented(compact []byte, depth int) []byte {
	out := make([]byte, 0, 2*len(compact))
	newLine := func() {
		out = append(out, '\n')
		for range depth {
			out = append(out, "  "...)
		}
	}
	for rest := compact; len(rest) > 0; {
		n := 1
		switch c := rest[0]; {
		case c == '"':
			n = stringLength(rest)
			out = append(out, rest[:n]...)
		case (c == '{' || c == '[') && (rest[1] == '}' || rest[1] == ']'):
			n = 2
			out = append(out, rest[:n]...)
		case c == '[' && numbersLength(rest) > 1:
			n = numbersLength(rest)
			out = append(out, bytes.ReplaceAll(rest[:n], []byte(","), []byte(", "))...)
		case c == '{' || c == '[':
			depth++
			out = append(out, c)
			newLine()
		case c == '}' || c == ']':
			depth--
			newLine()
			out = append(out, c)
		case c == ',':
			out = append(out, c)
			newLine()
		case c == ':':
			out = append(out, ": "...)
		default:
			out = append(out, c)
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
	for i := 1; i < len(data); i++ {
		switch data[i] {
		case ']':
			return i + 1
		case '[', '"', '{', 't', 'f', 'n':
			return 1
		}
	}
	return 1
}
