package render

import (
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

var jsonLinesFormat = Format{
	Name: "jsonl", Ending: ".jsonl", Stream: true,
	About: "for programs: a line for each file as soon as it is checked",
	open:  func(w io.Writer, _ Options) Writer { return &jsonLines{w: w} },
}

// jsonLines writes a line of JSON for each file: the file object of
// report.Schema with schema, tool and profile in it, so that every line can be
// read alone.
type jsonLines struct {
	w    io.Writer
	line jsonLine
}

// jsonLine is one line.
type jsonLine struct {
	Schema  string         `json:"schema"`
	Tool    report.Tool    `json:"tool"`
	Profile report.Profile `json:"profile"`
	report.File
}

// Begin keeps what every line tells.
func (j *jsonLines) Begin(tool report.Tool, profile report.Profile) error {
	j.line.Schema, j.line.Tool, j.line.Profile = report.Schema, tool, profile
	return nil
}

// File writes a line.
func (j *jsonLines) File(f report.File) error {
	line := j.line
	line.File = f.ForWriting()
	data, err := encodeJSON(line)
	if err != nil {
		return err
	}
	_, err = j.w.Write(data)
	return err
}

// End writes nothing: a line stands for itself.
func (j *jsonLines) End(report.Summary) error { return nil }
