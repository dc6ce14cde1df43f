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
	return &stepSummary{w: w, table: filesTable{opt: opt}}
}

// stepSummary writes a table of the files with what each violates.
type stepSummary struct {
	w       io.Writer
	profile report.Profile
	table   filesTable
}

// Begin keeps what the rules are those of.
func (s *stepSummary) Begin(_ report.Tool, profile report.Profile) error {
	s.profile = profile
	return nil
}

// File keeps the row of a file.
func (s *stepSummary) File(f report.File) error { return s.table.add(f) }

// End writes the table.
func (s *stepSummary) End(sum report.Summary) error {
	table, err := s.table.text(math.MaxInt)
	if err != nil {
		return err
	}
	head := fmt.Sprintf("### paperfit: %s\n\nThe rules are those of %s.\n\n", words.SummaryText(sum), inlineText(s.profile.Title))
	_, err = io.WriteString(s.w, head+uncheckedMarkdown(sum)+table)
	return err
}

// filesTable is a table of files. It keeps a row of each: which have room is known at
// the end.
type filesTable struct {
	opt    form.Options
	rows   form.Records
	passes []bool // of each row, that its file passes
}

// add adds the row of a file.
func (t *filesTable) add(f report.File) error {
	t.passes = append(t.passes, f.Verdict == report.Pass)
	return t.rows.Add([]byte(filesRow(f, t.opt)))
}

// text returns the table, with no more than maxSummaryFiles rows and those that have
// room in so many bytes. What does not pass comes first where some have none.
func (t *filesTable) text(room int) (string, error) {
	shown := t.shown(room)
	at := make(map[int]int, len(shown))
	for place, i := range shown {
		at[i] = place
	}
	rows := make([]string, len(shown))
	wanted := func(i int) bool { _, ok := at[i]; return ok }
	err := t.rows.Each(wanted, func(i int, row []byte) error {
		rows[at[i]] = string(row)
		return nil
	})
	out := "| verdict | file | pages | violated or not measured |\n|---|---|---|---|\n" + strings.Join(rows, "")
	if left := t.rows.Len() - len(shown); left > 0 {
		out += fmt.Sprintf("\n%s more.\n", words.Plural(left, "file"))
	}
	return out, err
}

// shown returns the rows that have room, in their order in the table.
func (t *filesTable) shown(room int) []int {
	size := 0
	all := make([]int, t.rows.Len())
	for i := range all {
		all[i] = i
		size += t.rows.Size(i)
	}
	if len(all) <= maxSummaryFiles && size <= room {
		return all
	}
	slices.SortStableFunc(all, func(a, b int) int { return rank(t.passes[a]) - rank(t.passes[b]) })
	var shown []int
	for _, i := range all {
		if size := t.rows.Size(i); len(shown) < maxSummaryFiles && size <= room {
			room -= size
			shown = append(shown, i)
		}
	}
	return shown
}

// rank returns the place of files in the table, by whether they pass.
func rank(passes bool) int {
	if passes {
		return 1
	}
	return 0
}

func filesRow(f report.File, opt form.Options) string {
	return fmt.Sprintf("| %s | %s | %s | %s |\n", f.Verdict, inlineText(words.DisplayPath(f.Path)), words.IntCell(f.Measured.Pages), summaryRulings(f, opt))
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
