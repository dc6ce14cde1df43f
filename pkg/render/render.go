// Package render writes a report in the forms that people and programs read.
// Formats lists them. Renderers see the report alone; they judge nothing, and they
// return the errors of their writer.
//
// Each kind of form has a package of its own below this one: text, html, markdown
// and machine; they share their words. A new format is a file in one of them with
// its Format, and its place in Formats: the flags, their help and completion, and
// the README's table (with "go test ./cmd/paperfit -run Readme -update") come from
// there.
package render

import (
	"io"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/html"
	"github.com/paperfit/paperfit/pkg/render/internal/machine"
	"github.com/paperfit/paperfit/pkg/render/internal/markdown"
	"github.com/paperfit/paperfit/pkg/render/internal/text"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

type (
	// Format is one form of the report: its Name, what it is About, the Ending of
	// its files, and whether it shows all Words of a paper, draws its pages
	// (Sketch: the report must have them, see check.Options) and writes each file as it
	// comes (Stream). Its methods:
	//
	//	Write(io.Writer, *report.Report, Options) error // a whole report
	//	Open(io.Writer, Options) Writer                 // file by file
	//	HasFolder() bool
	//	OpenFolder(WriteFile, Options) Writer           // as a folder of files
	Format = form.Format
	// Words is how much of a paper's words a format shows.
	Words = form.Words
	// Options says how a report is written. The zero value is ready to use. Its fields:
	//
	//	Text          TextOptions               // of text
	//	FailOnWarning bool                      // violated rules of severity warning fail a file
	//	Rules         func() []report.RuleDoc   // documentation of the rules; nil: none
	//	AllFixes      bool                      // fixes for all programs
	//	AllPages      bool                      // in a folder a page for files that pass, too
	//	Many          bool                      // many files may come: hold none back
	Options = form.Options
	// TextOptions says how the text report is laid out: with Color, in ASCII, and
	// how many characters are in a line (Width; 0 means 80). Verbose lists also the
	// rules that are met, NoNotes leaves out notes, and Why has Inspect say why lines
	// have their roles.
	TextOptions = form.TextOptions
	// Writer writes one report, file by file: Begin once, then File for each file,
	// then End once. It returns the errors of the io.Writer below it. Its methods, which
	// a renderer of your own may have, too:
	//
	//	Begin(report.Tool, report.Profile) error
	//	File(report.File) error
	//	End(report.Summary) error
	Writer = form.Writer
	// WriteFile writes a whole file of a folder, given its name in it:
	// func(name string, data []byte) error.
	WriteFile = form.WriteFile
)

// How much of the paper a format shows.
const (
	WordsQuoted = form.WordsQuoted // a message quotes a line at most
	WordsAll    = form.WordsAll    // whole pages can be read
)

// Formats returns the formats of a report on papers that were judged, the
// default first.
func Formats() []Format {
	return []Format{
		text.Format(), html.Format(), machine.JSONFormat(), machine.JSONLinesFormat(), machine.CSVFormat(),
		markdown.Format(), machine.JUnitFormat(), machine.SARIFFormat(), machine.GitHubFormat(), machine.LinesFormat(),
		machine.MailFormat(),
	}
}

// InspectFormats returns the formats of a report on what was measured, the
// default first. In those for programs it is the same report.
func InspectFormats() []Format {
	return []Format{text.InspectFormat(), html.Format(), machine.JSONFormat(), machine.JSONLinesFormat(), machine.CSVFormat()}
}

// Text writes the report for people.
func Text(w io.Writer, r *report.Report, opt TextOptions) error { return text.Text(w, r, opt) }

// Inspect writes what was measured, without judging.
func Inspect(w io.Writer, r *report.Report, opt TextOptions) error { return text.Inspect(w, r, opt) }

// HTML writes the report as one page for a browser, which needs no network and no
// script.
func HTML(w io.Writer, r *report.Report) error { return html.HTML(w, r) }

// JSON writes the report as one indented JSON object of the schema report.Schema.
func JSON(w io.Writer, r *report.Report) error { return machine.JSON(w, r) }

// JUnit writes the report as JUnit XML: a suite for each file, a case for each
// rule.
func JUnit(w io.Writer, r *report.Report, opt Options) error { return machine.JUnit(w, r, opt) }

// SARIF writes the report as SARIF 2.1.0, as GitHub's code scanning reads it.
func SARIF(w io.Writer, r *report.Report, opt Options) error { return machine.SARIF(w, r, opt) }

// StepSummary returns a writer of a table in GitHub's Markdown, for the summary
// of a step of GitHub Actions.
func StepSummary(w io.Writer, opt Options) Writer { return markdown.StepSummary(w, opt) }

// Rules writes a table of rules: severity, name and what is required. Rules that
// are off in the profile stand at its end.
func Rules(w io.Writer, b *report.RuleBook, opt TextOptions) error { return text.Rules(w, b, opt) }

// Explain writes the documentation of rules: what is required and by whom, how it
// is measured, and how to fix a paper.
func Explain(w io.Writer, b *report.RuleBook, opt TextOptions) error { return text.Explain(w, b, opt) }

// RuleBookMarkdown writes the documentation of rules as a page of Markdown, as
// GitHub shows it.
func RuleBookMarkdown(w io.Writer, b *report.RuleBook) error { return markdown.RuleBook(w, b) }

// RuleBookJSON writes the documentation of rules as one indented JSON object of
// the schema report.RulesSchema.
func RuleBookJSON(w io.Writer, b *report.RuleBook) error { return machine.RuleBook(w, b) }

// Interruption reports in words how far an interrupted run came; "" after a
// complete one.
func Interruption(s report.Summary) string { return words.Interruption(s) }

// SkippedText reports in words what was not checked, the most frequent kind
// first; "" where nothing was skipped.
func SkippedText(skipped report.Skipped) string { return words.SkippedText(skipped) }

// OverviewName is the name of the overview in a folder of pages.
const OverviewName = html.OverviewName

// IsFolderName reports whether a folder of pages can hold a file of this name.
func IsFolderName(name string) bool { return html.IsFolderName(name) }

// IsFolderPage reports whether these are the first bytes of a page of a folder
// that was written by this package.
func IsFolderPage(head []byte) bool { return html.IsFolderPage(head) }
