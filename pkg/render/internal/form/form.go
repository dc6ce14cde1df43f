// Package form is what all forms of a report have in common: Format, the options,
// and the writer that takes a report file by file.
package form

import (
	"io"

	"github.com/paperfit/paperfit/pkg/internal/wording"
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

	open       opener
	openFolder folderOpener // nil: it is one file always
}

type (
	opener       func(io.Writer, Options) Writer
	folderOpener func(WriteFile, Options) Writer
)

// WriteFile writes a whole file of a folder, given its name in it.
type WriteFile func(name string, data []byte) error

// New returns a format with the function that opens its writers.
func New(f Format, open opener) Format {
	f.open = open
	return f
}

// WithFolder returns the format with the function that opens writers of it as a
// folder.
func (f Format) WithFolder(open folderOpener) Format {
	f.openFolder = open
	return f
}

// Words tells how much of a paper's words a format shows.
type Words uint8

// How much of the paper a format shows.
const (
	WordsQuoted Words = iota // a message quotes a line at most
	WordsAll                 // whole pages can be read
)

// TextOptions says how the text report is laid out.
type TextOptions struct {
	// Color adds ANSI colours; meaning never rests on them.
	Color bool
	// ASCII writes nothing but ASCII, for terminals that have no more.
	ASCII bool
	// Width is where lines are wrapped, in characters; 0 means 80.
	Width int
	// Verbose lists also the rules that are met.
	Verbose bool
	// NoNotes leaves out what rules of severity note found.
	NoNotes bool
	// Why adds to the layout of pages why lines have their roles.
	Why bool
}

// Options says how a report is written.
type Options struct {
	Text TextOptions
	// FailOnWarning tells that broken rules of severity warning fail a file.
	FailOnWarning bool
	// Rules returns the documentation of the rules in the report; nil: there is
	// none. Formats that carry none save the time.
	Rules func() []report.RuleDoc
	// AllFixes has the fixes for all programs, not only for the one that a paper was
	// made with. Formats for programs always have all.
	AllFixes bool
	// AllPages gives each file a page in a folder, not only those that do not pass.
	AllPages bool
	// Many tells that many files may come, so that none is held back until it is
	// known.
	Many bool
	// Sentences is the catalogue for what is said of several pages at once; nil: the
	// English one, as in messages.
	Sentences *wording.Catalogue
}

// Catalogue returns the catalogue of sentences.
func (o Options) Catalogue() *wording.Catalogue {
	if o.Sentences == nil {
		return wording.English()
	}
	return o.Sentences
}

// RuleDocs returns the documentation of the rules, nil where there is none.
func (o Options) RuleDocs() []report.RuleDoc {
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

// HasFolder reports whether the format can be written as a folder of files too.
func (f Format) HasFolder() bool { return f.openFolder != nil }

// OpenFolder returns a writer of the format as a folder of files. It gives each
// file to write as soon as it is whole, and holds back a line of each alone.
func (f Format) OpenFolder(write WriteFile, opt Options) Writer { return f.openFolder(write, opt) }

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

// AtOnce makes a writer of a function that needs the whole report.
func AtOnce(write func(io.Writer, *report.Report, Options) error) opener {
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
