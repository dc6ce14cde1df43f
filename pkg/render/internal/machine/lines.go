package machine

import (
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// LinesFormat is a line for each finding, as compilers write them.
func LinesFormat() form.Format {
	return form.New(form.Format{
		Name: "lines", Ending: ".lines", Stream: true,
		About: "for editors: file:line: severity: message [rule]",
	}, func(w io.Writer, opt form.Options) form.Writer { return &linesWriter{w, opt} })
}

// linesWriter writes a line for each series of findings, and for each rule that could
// not be measured. The file and line are those of the source where they are known, or
// else the PDF, whose pages stand for lines as they do in SARIF.
type linesWriter struct {
	w   io.Writer
	opt form.Options
}

// Begin writes nothing.
func (l *linesWriter) Begin(report.Tool, report.Profile) error { return nil }

// File writes the lines of a file.
func (l *linesWriter) File(f report.File) error {
	var out strings.Builder
	for _, r := range words.Rulings(l.opt, f) {
		if !r.Reported() && !r.Noted() && r.Status != report.StatusUnknown {
			continue
		}
		for _, s := range r.Series {
			l.line(&out, placeOf(&f, s), r, s.OnPages())
		}
		if len(r.Series) == 0 {
			l.line(&out, words.DisplayPath(f.Path)+":1", r, r.Reasons()[0])
		}
	}
	_, err := io.WriteString(l.w, out.String())
	return err
}

func (l *linesWriter) line(out *strings.Builder, at string, r words.Ruling, message string) {
	fmt.Fprintf(out, "%s: %s: %s [%s]\n", words.Printable(at), r.Level(l.opt), words.Printable(message), r.Rule)
}

// placeOf returns the file and line of a series.
func placeOf(f *report.File, s words.Series) string {
	if s.Source != nil {
		return fmt.Sprintf("%s:%d", words.SourcePath(f, s.Source), s.Source.Line)
	}
	return fmt.Sprintf("%s:%d", words.DisplayPath(f.Path), max(1, s.Page))
}

// End writes nothing of a run that is complete.
func (l *linesWriter) End(s report.Summary) error {
	text := words.Interruption(s)
	if text == "" {
		return nil
	}
	_, err := fmt.Fprintf(l.w, "paperfit: %s\n", text)
	return err
}
