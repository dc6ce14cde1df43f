package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// TextOptions says how the text report is laid out.
type TextOptions struct {
	// Color adds ANSI colours; meaning never rests on them.
	Color bool
	// ASCII writes nothing but ASCII, for terminals that have no more.
	ASCII bool
	// Width is where lines are wrapped, in characters; 0 means 80.
	Width int
}

// Widths of the text report, in characters.
const (
	defaultWidth = 80
	minWidth     = 40
	maxWidth     = 100 // longer lines are harder to read
)

// Text writes the report for people: for each file the verdict, one line a rule
// with what was measured and what is asked, and the findings with their place
// and remedy. Of several files those that keep every rule take two lines.
func Text(w io.Writer, r *report.Report, opt TextOptions) error {
	return textFormat.Write(w, r, Options{Text: opt})
}

// textWriter writes the report for people. It holds the first file back until
// it is known whether others follow.
type textWriter struct {
	w       io.Writer
	opt     TextOptions
	many    bool // more than one file may come
	profile report.Profile
	first   *report.File // that is held back
	files   int          // seen so far
}

func openText(w io.Writer, opt Options) Writer {
	return &textWriter{w: w, opt: opt.Text, many: opt.Many}
}

// Begin keeps the title of the rules.
func (t *textWriter) Begin(_ report.Tool, profile report.Profile) error {
	t.profile = profile
	return nil
}

// File writes a file's part.
func (t *textWriter) File(f report.File) error {
	t.files++
	if t.files == 1 && !t.many {
		t.first = &f
		return nil
	}
	if err := t.writeFirst(true); err != nil {
		return err
	}
	return t.write(f, true)
}

// End writes the summary of several files, and what was not checked.
func (t *textWriter) End(s report.Summary) error {
	if err := t.writeFirst(false); err != nil {
		return err
	}
	sheet := newSheet(t.opt)
	several := t.files != 1 || t.many
	if several && (t.files > 0 || t.many || s.Interrupted) {
		sheet.line(0, summaryLine(s)...)
	}
	textUnchecked(sheet, s, !several)
	return sheet.writeTo(t.w)
}

// textUnchecked writes what was not checked, after a blank line where asked.
func textUnchecked(t *sheet, s report.Summary, apart bool) {
	for i, line := range unchecked(s) {
		if i == 0 && apart {
			t.blank()
		}
		t.hanging(0, 2, plain(line))
	}
}

// writeFirst writes the file that was held back.
func (t *textWriter) writeFirst(many bool) error {
	if t.first == nil {
		return nil
	}
	f := *t.first
	t.first = nil
	return t.write(f, many)
}

func (t *textWriter) write(f report.File, many bool) error {
	sheet := newSheet(t.opt)
	textFile(sheet, f, t.profile, many)
	if many {
		sheet.blank()
	}
	return sheet.writeTo(t.w)
}

func textFile(t *sheet, f report.File, profile report.Profile, many bool) {
	n := countStatuses(f.Checks)
	t.line(0, t.badge(f.Verdict), span{"  " + displayPath(f.Path), styleBold})
	brief := many && f.Verdict == report.Pass && n[report.StatusWarn] == 0
	if !brief {
		t.line(2, plain(outcome(f, n, profile)))
	}
	if facts := factsLine(f.Measured); facts != "" {
		t.line(2, span{facts, styleDim})
	}
	textCrossCheck(t, f.CrossCheck)
	if brief {
		return
	}
	if f.Verdict != report.Error {
		t.blank()
		textChecks(t, f.Checks)
	}
	textUnmeasured(t, f)
	textFindings(t, f)
	textDamage(t, f)
}

// displayPath is the path as people read it.
func displayPath(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

// countStatuses counts the checks by status.
func countStatuses(checks []report.Check) map[report.Status]int {
	n := map[report.Status]int{}
	for _, c := range checks {
		n[c.Status]++
	}
	return n
}

// outcome says the verdict in a sentence.
func outcome(f report.File, n map[report.Status]int, profile report.Profile) string {
	title := rulesOf(f, profile)
	fails, warnings := n[report.StatusFail], ""
	if n[report.StatusWarn] > 0 {
		warnings = ", with " + plural(n[report.StatusWarn], "warning")
	}
	switch {
	case f.Verdict == report.Error:
		return fmt.Sprintf("Could not be read, so none of the rules of %s was checked.", title)
	case f.Verdict == report.Unknown:
		return fmt.Sprintf("Not decided: %d of the %s of %s could not be measured%s.", n[report.StatusUnknown], plural(len(f.Checks), "rule"), title, warnings)
	case f.Verdict == report.Fail && fails == 0:
		return fmt.Sprintf("Has %s from the rules of %s, which count here.", plural(n[report.StatusWarn], "warning"), title)
	case f.Verdict == report.Fail && len(f.Checks) == 1:
		return fmt.Sprintf("Breaks the rule of %s.", title)
	case f.Verdict == report.Fail:
		return fmt.Sprintf("Breaks %d of the %s of %s%s.", fails, plural(len(f.Checks), "rule"), title, warnings)
	}
	return fmt.Sprintf("Keeps the rules of %s%s.", title, warnings)
}

// rulesOf names the rules of a file: its venue's, for its category of papers.
func rulesOf(f report.File, profile report.Profile) string {
	category := orElse(f.Category, profile.Category)
	if category == "" {
		return profile.Title
	}
	return fmt.Sprintf("%s, category %s", profile.Title, category)
}

// factsLine tells what the paper is like, as far as it is known.
func factsLine(m report.Measured) string {
	var facts []string
	add := func(known bool, fact func() string) {
		if known {
			facts = append(facts, strings.ReplaceAll(fact(), " ", noBreak))
		}
	}
	add(m.Pages != nil, func() string { return plural(*m.Pages, "page") })
	add(m.ContentPages != nil, func() string { return fmt.Sprintf("%d of content", *m.ContentPages) })
	add(m.ReferencesPage != nil, func() string { return referencesFact(*m.ReferencesPage) })
	add(m.TextBlockIn != nil, func() string { return quantity(*m.TextBlockIn, "in") })
	add(m.BodyFontPt != nil && m.LeadingPt != nil, func() string {
		return fmt.Sprintf("%s on %s pt", number(*m.BodyFontPt), number(*m.LeadingPt))
	})
	return strings.Join(facts, noBreak+"· ")
}

func referencesFact(page int) string {
	if page == 0 {
		return "no references"
	}
	return fmt.Sprintf("references from page %d", page)
}

// textDamage lists what was repaired, unless a finding says it already.
func textDamage(t *sheet, f report.File) {
	for i, message := range untold(&f) {
		if i == 0 {
			t.blank()
		}
		t.line(2, span{"repaired while reading:", styleDim}, plain(" "+message))
	}
}

// untold returns what was repaired in a file and no finding says.
func untold(f *report.File) []string {
	told := map[string]bool{}
	for _, finding := range f.Findings {
		told[finding.Message] = true
	}
	var out []string
	for _, d := range f.Damage {
		if !told[d.Message] {
			out = append(out, d.Message)
		}
	}
	return out
}

// summaryText counts the files by verdict, in plain words.
func summaryText(s report.Summary) string {
	var text strings.Builder
	for _, part := range summaryLine(s) {
		text.WriteString(part.text)
	}
	return text.String()
}

// summaryLine counts the files by verdict.
func summaryLine(s report.Summary) []span {
	line := []span{{plural(s.Files, "file") + ":", styleBold}}
	separator := " "
	for _, part := range []struct {
		n       int
		verdict report.Verdict
	}{{s.Pass, report.Pass}, {s.Fail, report.Fail}, {s.Unknown, report.Unknown}, {s.Error, report.Error}} {
		if part.n > 0 {
			line = append(line, plain(separator), span{fmt.Sprintf("%d %s", part.n, part.verdict), verdictStyle(part.verdict)})
			separator = " · "
		}
	}
	return line
}
