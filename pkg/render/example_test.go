package render_test

import (
	"fmt"
	"io"
	"os"

	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// checked is a report as package check and report.New make it.
func checked() *report.Report {
	tool, venue := report.Tool{Name: "paperfit", Version: "1"}, report.Profile{Name: "opml20", Title: "USENIX OpML '20 papers"}
	columns := report.Check{Rule: "columns", Severity: report.SeverityError, Status: report.StatusFail}
	one := report.Finding{Rule: "columns", Severity: report.SeverityError, Page: 1, Message: "The text has one column."}
	return report.New(tool, venue, []report.File{
		{Path: "a.pdf", Verdict: report.Pass},
		{Path: "b.pdf", Verdict: report.Fail, Checks: []report.Check{columns}, Findings: []report.Finding{one}},
	})
}

// A format of the list writes a report.
func ExampleFormats() {
	for _, format := range render.Formats() {
		if format.Name != "lines" {
			continue
		}
		if err := format.Write(os.Stdout, checked(), render.Options{}); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// b.pdf:1: error: page 1: The text has one column. [columns]
}

// tally is a renderer of your own: a line for each file as it comes, and their number.
type tally struct{ out io.Writer }

func (t tally) Begin(_ report.Tool, venue report.Profile) error {
	_, err := fmt.Fprintln(t.out, venue.Title)
	return err
}

func (t tally) File(f report.File) error {
	_, err := fmt.Fprintf(t.out, "%-5s %s\n", f.Verdict, f.Path)
	for _, x := range f.Findings {
		if err == nil {
			_, err = fmt.Fprintf(t.out, "      page %d: %s\n", x.Page, x.Message)
		}
	}
	return err
}

func (t tally) End(s report.Summary) error {
	_, err := fmt.Fprintln(t.out, s.Fail, "of", s.Files, "fail")
	return err
}

// A renderer of your own needs the report alone. One that is a Writer can be given the
// files one by one, as batch.Run yields them.
func ExampleWriter() {
	var own render.Writer = tally{os.Stdout}
	r := checked()
	err := own.Begin(r.Tool, r.Profile)
	for _, file := range r.Files {
		if err == nil {
			err = own.File(file)
		}
	}
	if err == nil {
		err = own.End(r.Summary)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// USENIX OpML '20 papers
	// pass  a.pdf
	// fail  b.pdf
	//       page 1: The text has one column.
	// 1 of 2 fail
}
