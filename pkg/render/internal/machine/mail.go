package machine

import (
	"io"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// MailFormat is a table for a mail merge.
func MailFormat() form.Format {
	return form.New(form.Format{
		Name: "mail", Ending: ".mail.csv", Stream: true,
		About: "for mail merges: CSV, with ID, verdict, one sentence and the fix for each paper",
	}, func(w io.Writer, opt form.Options) form.Writer { return &mailWriter{w: w, opt: opt} })
}

// mailColumns are the fields of a letter to the authors.
var mailColumns = []string{"id", "path", "verdict", "sentence", "remedy"}

// mailWriter writes a table as csvWriter does: a row for each file, with the ID that the
// submission system has for it, empty where that is not known.
type mailWriter struct {
	w       io.Writer
	opt     form.Options
	profile report.Profile
}

// Begin writes the names of the columns.
func (m *mailWriter) Begin(_ report.Tool, profile report.Profile) error {
	m.profile = profile
	if _, err := io.WriteString(m.w, byteOrderMark); err != nil {
		return err
	}
	return writeRow(m.w, mailColumns)
}

// File writes a row.
func (m *mailWriter) File(f report.File) error {
	f = f.ForWriting()
	id := ""
	if f.Submission != nil {
		id = f.Submission.ID
	}
	sentence, remedy := m.letter(f)
	return writeRow(m.w, []string{
		wordCell(id), wordCell(words.DisplayPath(f.Path)), wordCell(string(f.Verdict)), wordCell(sentence), wordCell(remedy),
	})
}

// End writes how far an interrupted run came.
func (m *mailWriter) End(s report.Summary) error {
	if !s.Interrupted {
		return nil
	}
	return writeRow(m.w, []string{"", words.Interruption(s), "interrupted", "", ""})
}

// unviolated returns what is said of a paper that violates nothing.
func (m *mailWriter) unviolated(f report.File) string {
	n := words.CountStatuses(f.Checks)
	why := slices.IndexFunc(f.Checks, func(c report.Check) bool {
		return c.Status == report.StatusUnknown && c.Severity != report.SeverityNote
	})
	if f.Verdict == report.Error || why < 0 {
		return words.Outcome(f, n, m.profile)
	}
	return words.Plural(n[report.StatusUnknown], "rule") + " could not be checked: " + f.Checks[why].Message
}

// letter returns in a sentence what is wrong with a paper, the gravest first, and how to
// fix it; or that nothing is. Of other violations it says how many there are.
func (m *mailWriter) letter(f report.File) (sentence, remedy string) {
	violations := words.Violations(m.opt, f)
	worst := 0
	for i, v := range violations {
		if v.Status == report.StatusFail {
			worst = i
			break
		}
	}
	if len(violations) == 0 {
		return m.unviolated(f), ""
	}
	v := violations[worst]
	if sentence = v.Message; len(v.Series) > 0 {
		sentence = v.Series[0].OnPages()
	}
	if more := len(violations) - 1; more > 0 {
		sentence = strings.TrimSuffix(sentence, ".") + " (and " + words.Plural(more, "other violation") + ")."
	}
	var fixes []string
	for _, fix := range v.Fixes {
		fixes = append(fixes, fix.String())
	}
	return sentence, strings.Join(fixes, " ")
}
