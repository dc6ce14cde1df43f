// Package html writes reports for a browser: one page with every page drawn, or a
// folder of such pages with an overview.
package html

import (
	"crypto/sha256"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"

	_ "embed"
	"encoding/base64"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// the style sheet

// Format is the report as one page, or as a folder of pages.
func Format() form.Format {
	return form.New(form.Format{
		Name: "html", Ending: ".html", Sketch: true, Words: form.WordsAll,
		About: "for people: one page for a browser, with every page of the paper drawn",
	}, form.AtOnce(func(w io.Writer, r *report.Report, opt form.Options) error {
		return writePage(w, r, opt, "", newDrawingRoom())
	})).WithFolder(openFolder)
}

// sheetCSS is how the report looks.
//
//go:embed report.css
var sheetCSS string

// HTML writes the report as one page for a browser that needs nothing else: no
// network, no script. Pages are drawn where the report holds their sketches,
// with the places of the findings marked in them; a finding links to its mark and
// the mark back to its finding.
func HTML(w io.Writer, r *report.Report) error {
	return writePage(w, r, form.Options{}, "", newDrawingRoom())
}

// writePage writes the report as one page, which links to an overview where there
// is one, and draws as many pages as there is room for.
func writePage(w io.Writer, r *report.Report, opt form.Options, overview string, room drawingRoom) error {
	d := &document{opt: opt, profile: r.Profile, many: len(r.Files) != 1 || r.Summary.Interrupted || len(r.Summary.Skipped) > 0, overview: overview, room: room}
	made := generator
	if overview != "" {
		made = folderGenerator
	}
	d.head(made, title(r), styleSheet(sheetCSS), "")
	d.begin("body")
	d.hatch()
	if d.many {
		d.index(r)
	}
	d.begin("main", id("main"))
	for i := range r.Files {
		d.file(i, &r.Files[i])
	}
	d.endLine()
	d.footer(r.Tool, r.Profile, "This page holds words of the paper. It loads nothing and sends nothing.")
	d.endLine()
	d.end() // html
	_, err := w.Write(d.buf)
	return err
}

// document is an HTML report that is being written.
type document struct {
	builder
	opt     form.Options
	profile report.Profile
	many    bool // files, so there is an index
	room    drawingRoom

	overview string // the address of the page that links to this one; "": there is none
}

// doctype begins every document.
const doctype = "<!DOCTYPE html>\n"

// head writes everything up to the body, and what the page was made by. The policy lets the page load nothing;
// its only style, and where it has one its only script, are those it holds.
func (b *builder) head(made, title string, style styleSheet, run script) {
	b.buf = append(b.buf, doctype...)
	b.begin("html", attr{"lang", "en"})
	b.begin("head")
	b.void("meta", attr{"charset", "utf-8"})
	b.generator(made)
	policy := "default-src 'none'; style-src " + digest(string(style)) + "; base-uri 'none'; form-action 'none'"
	if run != "" {
		policy += "; script-src " + digest(string(run))
	}
	b.void("meta", attr{"http-equiv", "Content-Security-Policy"}, attr{"content", policy})
	b.void("meta", attr{"name", "viewport"}, attr{"content", "width=device-width, initial-scale=1"})
	b.void("meta", attr{"name", "color-scheme"}, attr{"content", "light dark"})
	b.void("meta", attr{"name", "referrer"}, attr{"content", "no-referrer"})
	b.leaf("title", title)
	b.style(style)
	if run != "" {
		b.script(run)
	}
	b.endLine()
}

// generator tells what made the page.
func (b *builder) generator(made string) {
	b.void("meta", attr{"name", "generator"}, attr{"content", made})
}

// digest names a style sheet or a script in a policy.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// title is the document's title.
func title(r *report.Report) string {
	if len(r.Files) != 1 {
		return words.Plural(len(r.Files), "file") + " – paperfit"
	}
	return words.DisplayPath(r.Files[0].Path) + ": " + verdictWord(shownVerdict(&r.Files[0])) + " – paperfit"
}

// passesWithWarnings is what pages show in place of the verdict on a paper that
// passes and violates rules of severity warning.
const passesWithWarnings report.Verdict = "warned"

// verdictsInOrder are the verdicts as papers are sorted by them: what needs a look
// first.
var verdictsInOrder = []report.Verdict{report.Error, report.Fail, report.Unknown, passesWithWarnings, report.Pass}

// shownVerdict returns the verdict on a file, with warnings told apart.
func shownVerdict(f *report.File) report.Verdict {
	warned := func(c report.Check) bool { return c.Status == report.StatusWarn }
	if f.Verdict == report.Pass && slices.ContainsFunc(f.Checks, warned) {
		return passesWithWarnings
	}
	return f.Verdict
}

// verdictWord says a verdict to people.
func verdictWord(v report.Verdict) string {
	switch v {
	case report.Pass:
		return "passes"
	case passesWithWarnings:
		return "passes with warnings"
	case report.Fail:
		return "fails"
	case report.Unknown:
		return "not decided"
	}
	return "not readable"
}

// verdictSign is the sign that stands with the word.
func verdictSign(v report.Verdict) string {
	switch v {
	case report.Pass:
		return words.StatusSign(report.StatusPass)
	case passesWithWarnings:
		return words.StatusSign(report.StatusWarn)
	case report.Unknown:
		return words.StatusSign(report.StatusUnknown)
	case report.Fail:
		return words.StatusSign(report.StatusFail)
	}
	return "⊘"
}

// hatch defines the pattern of what sticks out, once for all pages.
func (d *document) hatch() {
	d.begin("svg", class("defs"), silent(), attr{"width", "0"}, attr{"height", "0"})
	d.begin("defs")
	d.begin("pattern", id("hatch"), attr{"width", "4"}, attr{"height", "4"},
		attr{"patternUnits", "userSpaceOnUse"}, attr{"patternTransform", "rotate(45)"})
	d.shape("rect", attr{"width", "4"}, attr{"height", "4"}, class("hatch-ground"))
	d.shape("rect", attr{"width", "1.6"}, attr{"height", "4"}, class("hatch-line"))
	d.end()
	d.end()
	d.endLine()
}

// index lists the files with their verdicts, each with a link to its section.
func (d *document) index(r *report.Report) {
	warned := 0
	for i := range r.Files {
		if shownVerdict(&r.Files[i]) == passesWithWarnings {
			warned++
		}
	}
	d.beginChecked(plural(len(r.Files), "file"), r.Profile, r.Summary, warned)
	d.begin("nav", label("Files"))
	d.begin("table", class("index"))
	d.begin("thead")
	d.begin("tr")
	for _, head := range []string{"Verdict", "File", "What to change"} {
		d.leaf("th", head, attr{"scope", "col"})
	}
	d.end()
	d.endLine()
	d.begin("tbody")
	for i := range r.Files {
		d.indexRow(i, &r.Files[i])
	}
	d.end()
	d.end()
	d.end()
	d.endLine()
}

func (d *document) indexRow(i int, f *report.File) {
	d.begin("tr")
	d.begin("td")
	d.verdict(shownVerdict(f))
	d.end()
	d.begin("th", attr{"scope", "row"})
	d.leaf("a", words.DisplayPath(f.Path), anchor(fileID(i)))
	d.end()
	d.leaf("td", inShort(d.opt, f))
	d.endLine()
}

// inShort tells what there is to change in a file: the rules it violates.
func inShort(opt form.Options, f *report.File) string {
	var names []string
	for _, g := range words.Violations(opt, *f) {
		name := g.Rule
		if g.Status == report.StatusWarn {
			name += " (warning)"
		}
		names = append(names, name)
	}
	switch {
	case f.Verdict == report.Error && len(f.Findings) > 0:
		return f.Findings[0].Message
	case len(names) > 0:
		return strings.Join(names, ", ")
	case f.Verdict == report.Unknown:
		return words.Plural(words.CountStatuses(f.Checks)[report.StatusUnknown], "rule") + " could not be measured"
	}
	return words.OrElse(words.NotesText(*f), "nothing")
}

// counted tells how many files there are of each verdict, and how many of those that
// pass have warnings.
func counted(s report.Summary, warned int) string {
	var parts []string
	for _, part := range words.VerdictCounts(s) {
		if part.N == 0 {
			continue
		}
		text := grouped(part.N) + " " + part.Words
		if part.Verdict == report.Pass && warned > 0 {
			text += " (" + grouped(warned) + " with warnings)"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return "no file was checked"
	}
	return strings.Join(parts, ", ")
}

// verdict writes a verdict: a sign, a word and a colour, each of which tells it.
func (b *builder) verdict(v report.Verdict) {
	b.begin("span", class("badge "+string(v)))
	b.leaf("span", verdictSign(v), class("sign"), silent())
	b.text(" " + verdictWord(v))
	b.end()
}

// beginChecked begins the head of a report on several files, with the sentence
// that tells how they ended and what was not checked.
func (b *builder) beginChecked(files string, profile report.Profile, s report.Summary, warned int) {
	b.begin("header", class("top"))
	b.leaf("h1", files+" checked")
	b.begin("p", class("outcome"))
	b.text("Against the rules of ")
	b.source(profile)
	b.text(": " + counted(s, warned) + ".")
	b.end()
	if text := words.Interruption(s); text != "" {
		b.leaf("p", text, class("interrupted"), attr{"role", "alert"})
	}
	if text := words.SkippedText(s.Skipped); text != "" {
		b.leaf("p", text, class("fine"))
	}
}

// source names the venue, with a link to the page its rules were read from.
func (b *builder) source(p report.Profile) {
	if to := link(p.Source); to.name != "" {
		b.leaf("a", p.Title, to, attr{"rel", "noreferrer"})
	} else {
		b.text(p.Title)
	}
	if caution := p.Caution(); caution != "" {
		b.text(" (" + caution + ")")
	}
}

// footer tells what made the report, and what it does.
func (b *builder) footer(tool report.Tool, profile report.Profile, does string) {
	b.begin("footer")
	b.begin("p")
	b.text(tool.Name + " " + tool.Version + " with the rules of ")
	b.source(profile)
	b.text(".")
	b.endLine()
	b.leaf("p", does)
	b.begin("p", class("fine"))
	b.text("Profile " + profile.Name + ", " + profile.Digest)
	b.endLine()
	b.end()
}

// The names of places in the document.
func fileID(file int) string { return "f" + strconv.Itoa(file+1) }

func pathID(file int) string { return fileID(file) + "-path" }

func pageID(file, page int) string { return fileID(file) + "-p" + strconv.Itoa(page) }

func findingID(file, n int) string { return fileID(file) + "-n" + strconv.Itoa(n) }

func markID(file int, n entry) string {
	mark := fileID(file) + "-m" + strconv.Itoa(n.n)
	if n.at > 0 {
		mark += "-" + strconv.Itoa(n.at+1)
	}
	return mark
}
