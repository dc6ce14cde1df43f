// Package text writes reports and rules for a terminal: wrapped, aligned, in colour.
package text

import (
	"fmt"
	"io"
	"slices"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// Format is the report for a terminal.
func Format() form.Format {
	return form.New(form.Format{
		Name: "text", Ending: ".txt", Stream: true,
		About: "for people: the verdict, and each finding with its fix",
	}, openText)
}

// Widths of the text report, in characters.
const (
	defaultWidth = 80
	minWidth     = 40
	maxWidth     = 100 // longer lines are harder to read
)

// Text writes the report for people: for each file the verdict, one line for each
// rule that is not met with what was measured and what is required, and the findings
// with their place and remedy. Of several files those that pass every rule take two
// lines.
func Text(w io.Writer, r *report.Report, opt form.TextOptions) error {
	return Format().Write(w, r, form.Options{Text: opt})
}

// writer writes the report for people. It holds the first file back until
// it is known whether others follow.
type writer struct {
	w       io.Writer
	opt     form.Options
	many    bool // more than one file may come
	profile report.Profile
	first   *report.File // that is held back
	files   int          // seen so far
}

func openText(w io.Writer, opt form.Options) form.Writer {
	return &writer{w: w, opt: opt, many: opt.Many}
}

// Begin keeps the title of the rules.
func (w *writer) Begin(_ report.Tool, profile report.Profile) error {
	w.profile = profile
	return nil
}

// File writes a file's part.
func (w *writer) File(f report.File) error {
	w.files++
	if w.files == 1 && !w.many {
		w.first = &f
		return nil
	}
	if err := w.writeFirst(true); err != nil {
		return err
	}
	return w.write(f, true)
}

// End writes the summary of several files, and what was not checked.
func (w *writer) End(s report.Summary) error {
	if err := w.writeFirst(false); err != nil {
		return err
	}
	lines := newWrapper(w.opt.Text)
	several := w.files != 1 || w.many
	if several && (w.files > 0 || w.many || s.Interrupted) {
		lines.line(0, summaryLine(s)...)
	}
	textUnchecked(lines, s, !several)
	return lines.writeTo(w.w)
}

// textUnchecked writes what was not checked, after a blank line where asked.
func textUnchecked(t *wrapper, s report.Summary, apart bool) {
	for i, line := range words.Unchecked(s) {
		if i == 0 && apart {
			t.blank()
		}
		t.hanging(0, 2, plain(line))
	}
}

// writeFirst writes the file that was held back.
func (w *writer) writeFirst(many bool) error {
	if w.first == nil {
		return nil
	}
	f := *w.first
	w.first = nil
	return w.write(f, many)
}

func (w *writer) write(f report.File, many bool) error {
	lines := newWrapper(w.opt.Text)
	w.file(lines, f, many)
	if many {
		lines.blank()
	}
	return lines.writeTo(w.w)
}

func (w *writer) file(t *wrapper, f report.File, many bool) {
	n := words.CountStatuses(f.Checks)
	if w.opt.Text.NoNotes {
		f.Notes = nil
		f.Checks = slices.DeleteFunc(slices.Clone(f.Checks), func(c report.Check) bool { return c.Severity == report.SeverityNote })
	}
	t.line(0, t.badge(f.Verdict), span{"  " + words.DisplayPath(f.Path), styleBold})
	brief := many && f.Verdict == report.Pass && n[report.StatusWarn] == 0
	if !brief {
		t.line(2, plain(words.Outcome(f, n, w.profile)))
	}
	if facts := words.FactsLine(f.Measured); facts != "" {
		t.line(2, span{facts, styleDim})
	}
	textCrossCheck(t, f.CrossCheck)
	if brief {
		textFoldedNotes(t, f, 2)
		return
	}
	verbose := w.opt.Text.Verbose
	violations := words.Violations(w.opt, f)
	shown := words.Shown(f.Checks)
	if f.Verdict != report.Error {
		textChecks(t, shown, violations, verbose)
	}
	textUnmeasured(t, f)
	textFindings(t, violations)
	if many {
		if len(f.Notes) > 0 {
			t.blank()
		}
		textFoldedNotes(t, f, 0)
	} else {
		textFindings(t, words.Notes(w.opt, f))
	}
	textDamage(t, f)
	if f.Verdict != report.Error && !verbose {
		textMet(t, shown)
	}
}

// textDamage lists what was repaired, unless a finding reports it already.
func textDamage(t *wrapper, f report.File) {
	for i, message := range words.OtherDamage(&f) {
		if i == 0 {
			t.blank()
		}
		t.line(2, span{"repaired while reading:", styleDim}, plain(" "+message))
	}
}

// summaryLine counts the files by verdict.
func summaryLine(s report.Summary) []span {
	line := []span{{words.Plural(s.Files, "file") + ":", styleBold}}
	separator := " "
	for _, part := range words.VerdictCounts(s) {
		if part.N > 0 {
			line = append(line, plain(separator), span{fmt.Sprintf("%d %s", part.N, part.Verdict), verdictStyle(part.Verdict)})
			separator = " · "
		}
	}
	return line
}
