// Package rendertest holds the reports that the tests of all forms write, and
// compares what they write with golden files.
package rendertest

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Ptr returns a pointer to a value that is known.
func Ptr[T any](v T) *T { return &v }

// Check is a check of the sample report.
func Check(rule string, severity report.Severity, status report.Status) report.Check {
	return report.Check{Rule: rule, Severity: severity, Status: status}
}

// measuredCheck is a check with a quantity.
func measuredCheck(rule string, status report.Status, got, want any, tolerance float64, unit string) report.Check {
	return report.Check{Rule: rule, Severity: report.SeverityError, Status: status, Got: got, Want: want, Tolerance: tolerance, Unit: unit}
}

// SampleProfile is what the sample reports were made with.
var SampleProfile = report.Profile{
	Name:   "opml20",
	Title:  "USENIX OpML '20 papers",
	Source: "https://www.usenix.org/conference/opml20/requirements-authors",
	Digest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
}

// Sample returns the report of some files.
func Sample(files ...report.File) *report.Report {
	return report.New(report.Tool{Name: "paperfit", Version: "0.1.0"}, SampleProfile, files)
}

// Failing is a paper with every kind of outcome.
func Failing() report.File {
	return worded(report.File{
		Path:    "draft.pdf",
		SHA256:  "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
		Bytes:   91512,
		Verdict: report.Fail,
		Measured: report.Measured{
			Pages: Ptr(3), ContentPages: Ptr(3), ReferencesPage: Ptr(3),
			PageSizeIn: Ptr([2]float64{8.5, 11}), TextBlockIn: Ptr([2]float64{7.2034567, 9.0110001}),
			Columns: Ptr(2), GutterIn: Ptr(.33), BodyFontPt: Ptr(9.96264), LeadingPt: Ptr(11.8999), BodyFont: Ptr("NimbusRomNo9L-Regu"),
		},
		Pages: []report.Page{
			{Page: 1, SizeIn: [2]float64{8.5, 11}, TextBlock: Ptr([4]float64{54, 72.1, 572.6, 720.9}), Columns: Ptr(2), BodyFontPt: Ptr(9.96264), LeadingPt: Ptr(11.955), Content: "body"},
			{Page: 2, SizeIn: [2]float64{8.5, 11}, TextBlock: Ptr([4]float64{54, 72.1, 558, 718}), Columns: Ptr(2), BodyFontPt: Ptr(9.96264), LeadingPt: Ptr(11.8999), Content: "body"},
			{Page: 3, SizeIn: [2]float64{8.5, 11}, Content: "mixed"},
		},
		Checks: []report.Check{
			{Rule: "readable", Severity: report.SeverityError, Status: report.StatusWarn, Sentence: report.Say(wording.TableRebuilt, nil)},
			measuredCheck("page-size", report.StatusPass, [2]float64{8.5, 11}, "US letter", 0, ""),
			measuredCheck("page-limit", report.StatusFail, 3, 2, 0, "pages"),
			measuredCheck("text-block", report.StatusFail, 7.2034567, 7.0, .05, "in"),
			measuredCheck("body-font-size", report.StatusPass, 9.96264, 10.0, .1, "pt"),
			measuredCheck("leading", report.StatusFail, 11.8999, 12.0, .1, "pt"),
			{Rule: "columns", Severity: report.SeverityError, Status: report.StatusUnknown, Sentence: report.Say(wording.PageTurned, report.Args{"page": 3})},
			{Rule: "font-family", Severity: report.SeverityWarning, Status: report.StatusPass, Got: "Nimbus Roman", Want: "Times or similar"},
			Check("page-numbers", report.SeverityWarning, report.StatusWarn),
			Check("fonts-embedded", report.SeverityWarning, report.StatusPass),
			Check("type3-fonts", report.SeverityWarning, report.StatusSkipped),
			{Rule: "comments", Severity: report.SeverityNote, Status: report.StatusNote, Got: "2 comments"},
			{Rule: "todo-marks", Severity: report.SeverityNote, Status: report.StatusUnknown, Sentence: report.Say(wording.PageTurned, report.Args{"page": 3})},
		},
		Findings: []report.Finding{
			{Rule: "page-limit", Severity: report.SeverityError, Page: 3, Got: 3, Want: 2, Unit: "pages", Sentence: report.Say(wording.LinesBefore, report.Args{"page": 3, "most": 2, "lines": 11})},
			{Rule: "text-block", Severity: report.SeverityError, Page: 1, Place: "left column, top", Box: Ptr([4]float64{54, 310.2, 572.6, 321.9}), Got: 7.2034567, Want: 7.0, Unit: "in", Sentence: report.Say(wording.TextTooWide, report.Args{"lines": 3, "beyond": 0.2034567, "width": 7.0})},
			{Rule: "text-block", Severity: report.SeverityError, Page: 2, Place: "right column, 4th line from the top", Box: Ptr([4]float64{54, 310.2, 572.6, 321.9}), Got: 7.2034567, Want: 7.0, Unit: "in", Sentence: report.Say(wording.LinesTooWide, report.Args{"lines": 1, "beyond": 0.19, "width": 7.0, "text": "a line with <markup> & {braces}"})},
			{Rule: "leading", Severity: report.SeverityError, Page: 2, Got: 11.8999, Want: 12.0, Unit: "pt", Sentence: report.Say(wording.PageLeadingSmall, report.Args{"leading": 11.8999, "least": 12.0})},
			{Rule: "page-numbers", Severity: report.SeverityWarning, Page: 1, Place: "foot", Sentence: report.Say(wording.PageNumbered, report.Args{"text": "1"})},
		},
		Notes: []report.Finding{
			{Rule: "comments", Severity: report.SeverityNote, Page: 2, Place: "left column, top", Box: Ptr([4]float64{54, 90, 120, 100}), Sentence: report.Say(wording.Comment, report.Args{"what": "highlight", "author": "Ada"})},
			{Rule: "comments", Severity: report.SeverityNote, Page: 3, Sentence: report.Say(wording.Comment, report.Args{"what": "text", "text": "Shorten <this>, please."})},
		},
		Damage:    []report.Damage{{Kind: wording.StreamCorrupt}},
		ElapsedMS: Ptr(6.1),
	})
}

// worded returns a file with the words of its sentences.
func worded(f report.File) report.File {
	profile := strings.NewReplacer("«width in inches»", "7 in", "«width»", "7in", "«side margin»", "0.75in", "«leading in points»", "12 pt",
		"«leading»", "12pt", "«between lines»", "2pt", "«size»", "10pt", "«latex paper»", "letterpaper", "«word paper»", "Letter", "«typst paper»", "us-letter")
	wording.English().Word(&f, profile.Replace)
	return f
}

// Passing is a paper that meets every rule.
func Passing() report.File {
	return report.File{
		Path:    "papers/fine.pdf",
		Verdict: report.Pass,
		Measured: report.Measured{
			Pages: Ptr(2), ContentPages: Ptr(2), ReferencesPage: Ptr(0), TextBlockIn: Ptr([2]float64{6.99, 8.98}),
			BodyFontPt: Ptr(9.963), LeadingPt: Ptr(11.955),
		},
		Pages: []report.Page{},
		Checks: []report.Check{
			Check("readable", report.SeverityError, report.StatusPass),
			measuredCheck("page-limit", report.StatusPass, 1, 2, 0, "pages"),
		},
	}
}

// Unreadable is a file that could not be opened.
func Unreadable() report.File {
	return worded(report.File{
		Path:    "-",
		Verdict: report.Error,
		Checks: []report.Check{
			{Rule: "readable", Severity: report.SeverityError, Status: report.StatusFail, Sentence: report.Say(wording.PasswordRequired, nil)},
			{Rule: "page-limit", Severity: report.SeverityError, Status: report.StatusUnknown, Sentence: report.Say(wording.NotRead, nil)},
		},
		Findings: []report.Finding{{Rule: "readable", Severity: report.SeverityError, Sentence: report.Say(wording.PasswordRequired, nil)}},
	})
}

// Scanned is a paper without text.
func Scanned() report.File {
	return worded(report.File{
		Path:     "scan\x1b[2J\u202e.pdf",
		Verdict:  report.Unknown,
		Measured: report.Measured{Pages: Ptr(1)},
		Checks: []report.Check{
			Check("readable", report.SeverityError, report.StatusPass),
			{Rule: "body-font-size", Severity: report.SeverityError, Status: report.StatusUnknown, Sentence: report.Say(wording.NoText, nil)},
			{Rule: "font-family", Severity: report.SeverityWarning, Status: report.StatusUnknown},
		},
	})
}

// Hostile is a paper whose name, type and words are chosen to do harm where they
// are shown: in terminals, spreadsheets, logs, XML and Markdown.
func Hostile() report.File {
	const words = "=1+1\x1b[2J\u009b31m\u202e\x00\ufffe\r\n::error::x##[error]x<script>&amp;]]>|`@all` %0A, 100 %"
	f := Passing()
	f.Path = "=cmd|' /C calc'!A0,\"\n::stop-commands::x\x1b]0;x\a\xff.pdf"
	f.Verdict = report.Fail
	f.Measured.BodyFont = Ptr(words)
	f.Checks[1].Status, f.Checks[1].Message = report.StatusFail, words
	f.Checks = append(f.Checks, report.Check{Rule: "columns", Severity: report.SeverityWarning, Status: report.StatusUnknown, Message: words})
	f.Findings = []report.Finding{{Rule: "page-limit", Severity: report.SeverityError, Page: 1, Place: words, Message: words, Fix: &report.Fix{LaTeX: words, Word: words}, Hint: words}}
	return f
}

// Stopped is a report on the first files of more, found in a folder with others.
func Stopped(expected int, files ...report.File) *report.Report {
	r := Sample(files...)
	r.Summary.Interrupted, r.Summary.Expected = true, expected
	r.Summary.Skipped = report.Skipped{".docx": 2, "hidden": 1, "unfinished download": 1}
	return r
}

// Long is a paper of many pages with the same faults on all of them.
func Long() report.File {
	const pages = 39
	f := report.File{
		Path: "long.pdf", Verdict: report.Fail,
		Measured: report.Measured{Pages: Ptr(pages)},
		Checks: []report.Check{
			Check("page-size", report.SeverityError, report.StatusFail),
			Check("page-numbers", report.SeverityWarning, report.StatusWarn),
		},
	}
	for i := range pages {
		page := i + 1
		f.Pages = append(f.Pages, report.Page{Page: page, SizeIn: [2]float64{8.27, 11.69}, Content: "body"})
		f.Findings = append(f.Findings, report.Finding{Rule: "page-size", Severity: report.SeverityError, Page: page, Sentence: report.Say(wording.PageSizeOther, report.Args{"width": 8.27, "height": 11.69, "paper": "a4", "allowed": []string{"8.5 × 11"}})})
	}
	for i := range pages {
		box := [4]float64{300, 760, 312, 770}
		f.Findings = append(f.Findings, report.Finding{Rule: "page-numbers", Severity: report.SeverityWarning, Page: i + 1, Box: &box, Place: "below the text", Sentence: report.Say(wording.PageNumbered, report.Args{"text": fmt.Sprint(i + 1)})})
	}
	return worded(f)
}

// SampleBook documents one rule, with what is hard to show.
func SampleBook() *report.RuleBook {
	return &report.RuleBook{
		Schema:  report.RulesSchema,
		Profile: report.Profile{Name: "test", Title: "Test '27", Source: "https://example.org/a-long-address-that-cannot-be-broken"},
		Rules: []report.RuleDoc{{
			Rule: "text-block", Title: "all text inside the text block", Severity: report.SeverityError,
			Want: [2]float64{7, 9}, Tolerance: 0.05, Unit: "in",
			Why:      "Because <margins> keep [room] for *notes*, and | for\tthe binding.",
			By:       []report.Source{{Name: "Somebody", URL: "https://example.org"}},
			Measured: strings.Repeat("The ink of all text is measured. ", 6),
			Fix: report.Guides{
				LaTeX: report.Guide{Text: `Say \textwidth=7in_.`, Code: `\setlength{\textwidth}{7in} % a line of code that is longer than a narrow terminal`},
				Word:  report.Guide{Text: "Layout → Margins."},
			},
		}},
	}
}
