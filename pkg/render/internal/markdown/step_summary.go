package markdown

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// maxSummaryFiles is how many files a table has at most: GitHub drops a summary
// of more than a megabyte. What violates a rule comes first then.
const maxSummaryFiles = 1000

// maxSummaryReasons is how many places of a rule a table tells.
const maxSummaryReasons = 3

// StepSummary returns a writer of a table in GitHub's Markdown, for the summary
// of a step of GitHub Actions.
func StepSummary(w io.Writer, opt form.Options) form.Writer {
	return form.AtOnce(stepSummary)(w, opt)
}

// stepSummary writes a table of the files with what each violates.
func stepSummary(w io.Writer, r *report.Report, opt form.Options) error {
	var out strings.Builder
	fmt.Fprintf(&out, "### paperfit: %s\n\nThe rules are those of %s.\n\n", words.SummaryText(r.Summary), inlineText(r.Profile.Title))
	out.WriteString(uncheckedMarkdown(r.Summary))
	out.WriteString(filesTable(r.Files, opt, math.MaxInt))
	_, err := io.WriteString(w, out.String())
	return err
}

// filesTable returns a table of files, no more than maxSummaryFiles and those
// that have room in so many bytes. What does not pass comes first where some
// have none.
func filesTable(files []report.File, opt form.Options, room int) string {
	rows, size := make([]string, 0, len(files)), 0
	for _, f := range files {
		rows = append(rows, filesRow(f, opt))
		size += len(rows[len(rows)-1])
	}
	left := 0
	if len(rows) > maxSummaryFiles || size > room {
		rows = rows[:0]
		for _, f := range worstFirst(files) {
			row := filesRow(f, opt)
			if len(rows) == maxSummaryFiles || len(row) > room {
				left++
				continue
			}
			room -= len(row)
			rows = append(rows, row)
		}
	}
	out := "| verdict | file | pages | violated or not measured |\n|---|---|---|---|\n" + strings.Join(rows, "")
	if left > 0 {
		out += fmt.Sprintf("\n%s more.\n", words.Plural(left, "file"))
	}
	return out
}

func filesRow(f report.File, opt form.Options) string {
	return fmt.Sprintf("| %s | %s | %s | %s |\n", f.Verdict, inlineText(words.DisplayPath(f.Path)), words.IntCell(f.Measured.Pages), summaryRulings(f, opt))
}

// worstFirst returns the files that do not pass before those that do.
func worstFirst(files []report.File) []report.File {
	out := slices.Clone(files)
	slices.SortStableFunc(out, func(a, b report.File) int {
		return passes(a) - passes(b)
	})
	return out
}

func passes(f report.File) int {
	if f.Verdict == report.Pass {
		return 1
	}
	return 0
}

// summaryRulings tells in one cell what a file violates, and counts its notes.
func summaryRulings(f report.File, opt form.Options) string {
	var out []string
	for _, u := range words.UnmeasuredOf(opt, f) {
		out = append(out, fmt.Sprintf("**not measured:** %s (%s)", inlineText(u.Reason), inlineText(u.RulesText())))
	}
	var violated []string
	for _, r := range words.Rulings(opt, f) {
		if !r.Reported() {
			continue
		}
		reasons := r.Reasons()
		more := ""
		if n := len(reasons) - maxSummaryReasons; n > 0 {
			more = fmt.Sprintf(" … and %d more", n)
			reasons = reasons[:maxSummaryReasons]
		}
		violated = append(violated, fmt.Sprintf("**%s:** %s%s", inlineText(r.Rule), inlineText(strings.Join(reasons, " ")), more))
	}
	if notes := words.NotesText(f); notes != "" {
		out = append(out, inlineText(notes))
	}
	return strings.Join(append(violated, out...), "<br>")
}

// inlineText returns words that Markdown shows as they are: names of files and
// quotations come from strangers.
func inlineText(text string) string {
	var out strings.Builder
	for _, r := range words.Printable(text) {
		switch {
		case r == '<':
			out.WriteString("&lt;")
			continue
		case r == '@': // no one is called
			out.WriteString("&#64;")
			continue
		case strings.ContainsRune("\\`*_{}[]()#+!|>~&$:", r):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
