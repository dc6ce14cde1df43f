package machine

import (
	"io"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// JSONLinesFormat is an object of JSON for each file.
func JSONLinesFormat() form.Format {
	return form.New(form.Format{
		Name: "jsonl", Ending: ".jsonl", Stream: true,
		About: "for programs: a line for each file, as soon as it is checked",
	}, func(w io.Writer, _ form.Options) form.Writer { return &jsonLines{w: w} })
}

// jsonLines writes a line of JSON for each file: the file object of
// report.Schema with schema, tool and profile in it, so that every line can be
// read alone. An interrupted run ends with a line that has a summary in place of
// a file (report.LastLine), and so does that of a shard: without it, nothing would
// tell its lines from those of a complete run.
type jsonLines struct {
	w    io.Writer
	line report.Line
	data []byte // of the last line, whose room the next takes
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
	return j.write(line)
}

// End writes the last line of an interrupted run or of a shard, and nothing else: a
// line stands for itself.
func (j *jsonLines) End(s report.Summary) error {
	if !s.Interrupted && s.Shard == nil {
		return nil
	}
	return j.write(report.LastLine{Schema: j.line.Schema, Tool: j.line.Tool, Profile: j.line.Profile, Summary: s})
}

// write writes a value as a line.
func (j *jsonLines) write(value any) error {
	data, err := report.AppendJSON(j.data[:0], value)
	if err != nil {
		return err
	}
	j.data = append(data, '\n')
	_, err = j.w.Write(j.data)
	return err
}
