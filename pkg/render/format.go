package render

import (
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

// Format is one form of the report. What the command line, its help and the
// documentation tell of a format they read here.
type Format struct {
	Name   string // as users write it
	About  string // what it is, in one line
	Ending string // of its files, such as ".json"
	Words  Words  // how much of the paper it shows
	Sketch bool   // it draws the pages: the report must hold their sketches
	Stream bool   // it writes each file as it comes, and holds none back

	open       func(io.Writer, Options) Writer
	openFolder func(WriteFile, Options) Writer // nil: it is one file always
}

// Words tells how much of a paper's words a format shows.
type Words uint8

// How much of the paper a format shows.
const (
	WordsQuoted Words = iota // a message quotes a line at most
	WordsAll                 // whole pages can be read
)

// Options says how a report is written.
type Options struct {
	Text TextOptions
	// FailOnWarning tells that broken rules of severity warning fail a file.
	FailOnWarning bool
	// Rules returns the documentation of the rules in the report; nil: there is
	// none. Formats that carry none save the time.
	Rules func() []report.RuleDoc
	// Many tells that many files may come, so that none is held back until it is
	// known.
	Many bool
}

func (o Options) rules() []report.RuleDoc {
	if o.Rules == nil {
		return nil
	}
	return o.Rules()
}

// Writer writes one report, file by file: Begin once, then File for each file,
// then End once. It returns the errors of the io.Writer below it.
type Writer interface {
	Begin(report.Tool, report.Profile) error
	File(report.File) error
	End(report.Summary) error
}

// Open returns a writer of the format.
func (f Format) Open(w io.Writer, opt Options) Writer { return f.open(w, opt) }

// Write writes a whole report.
func (f Format) Write(w io.Writer, r *report.Report, opt Options) error {
	writer := f.open(w, opt)
	if err := writer.Begin(r.Tool, r.Profile); err != nil {
		return err
	}
	for _, file := range r.Files {
		if err := writer.File(file); err != nil {
			return err
		}
	}
	return writer.End(r.Summary)
}

// Formats returns the formats of a report on papers that were judged, the
// default first.
func Formats() []Format {
	return []Format{textFormat, htmlFormat, jsonFormat, jsonLinesFormat, csvFormat, markdownFormat, junitFormat, sarifFormat, githubFormat}
}

// InspectFormats returns the formats of a report on what was measured, the
// default first. In those for programs it is the same report.
func InspectFormats() []Format {
	return []Format{inspectFormat, htmlFormat, jsonFormat, jsonLinesFormat, csvFormat}
}

var (
	textFormat = Format{
		Name: "text", Ending: ".txt", Stream: true,
		About: "for people: the verdict, a line a rule, and each place with its remedy",
		open:  openText,
	}
	inspectFormat = Format{
		Name: "text", Ending: ".txt", Stream: true,
		About: "for people: what was measured, page by page",
		open:  openInspect,
	}
	htmlFormat = Format{
		Name: "html", Ending: ".html", Sketch: true, Words: WordsAll,
		About: "for people: one page for a browser, with every page drawn",
		open:  atOnce(func(w io.Writer, r *report.Report, _ Options) error { return HTML(w, r) }),

		openFolder: openHTMLFolder,
	}
	jsonFormat = Format{
		Name: "json", Ending: ".json",
		About: "for programs: one object for all files (paperfit.report/1)",
		open:  atOnce(func(w io.Writer, r *report.Report, _ Options) error { return JSON(w, r) }),
	}
)

// atOnce makes a writer of a function that needs the whole report.
func atOnce(write func(io.Writer, *report.Report, Options) error) func(io.Writer, Options) Writer {
	return func(w io.Writer, opt Options) Writer {
		return &collector{write: func(r *report.Report) error { return write(w, r, opt) }}
	}
}

// collector holds the files of a report until its end.
type collector struct {
	write   func(*report.Report) error
	tool    report.Tool
	profile report.Profile
	files   []report.File
}

// Begin keeps what the report was made with.
func (c *collector) Begin(tool report.Tool, profile report.Profile) error {
	c.tool, c.profile = tool, profile
	return nil
}

// File keeps a file.
func (c *collector) File(f report.File) error {
	c.files = append(c.files, f)
	return nil
}

// End writes the report.
func (c *collector) End(s report.Summary) error {
	r := report.New(c.tool, c.profile, c.files)
	r.Summary = s
	return c.write(r)
}
