// Package markdown writes reports and rules for mails, comments and summaries.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// Format is one file in full, or a table of several.
func Format() form.Format {
	return form.New(form.Format{
		Name: "markdown", Ending: ".md",
		About: "for mails, issues and comments: Markdown, with a table of several files",
	}, open)
}

// Bounds of the report: GitHub takes 65,536 characters in a comment, and a
// reader less.
const (
	maxMarkdown       = 60_000 // bytes
	maxMarkdownPlaces = 10     // of a rule
	maxMarkdownText   = 400    // characters of one message
	maxMarkdownCell   = 100    // characters of a cell
)

func open(w io.Writer, opt form.Options) form.Writer {
	return &writer{w: w, opt: opt, table: filesTable{opt: opt}}
}

// writer writes one file in full, or a table of several.
type writer struct {
	w       io.Writer
	opt     form.Options
	tool    report.Tool
	profile report.Profile
	first   report.File // held back until it is known whether others follow
	files   int
	table   filesTable
}

// Begin keeps what the report is made with.
func (w *writer) Begin(tool report.Tool, profile report.Profile) error {
	w.tool, w.profile = tool, profile
	return nil
}

// File keeps a row of the table, or the only file.
func (w *writer) File(f report.File) error {
	if w.files++; w.files == 1 {
		w.first = f
	} else {
		w.first = report.File{}
	}
	return w.table.add(f)
}

// End writes the report.
func (w *writer) End(s report.Summary) error {
	text := ""
	if w.files == 1 {
		text = fileMarkdown(w.first, w.profile, w.opt)
		if left := uncheckedMarkdown(s); left != "" {
			text += "\n" + strings.TrimSuffix(left, "\n")
		}
	} else {
		var err error
		if text, err = w.several(s, maxMarkdown); err != nil {
			return err
		}
	}
	text += fmt.Sprintf("\nChecked with %s and the profile %s.\n",
		prose(strings.TrimSpace(w.tool.Name+" "+w.tool.Version)), prose(words.Cut(w.profile.Name, maxMarkdownText)))
	_, err := io.WriteString(w.w, text)
	return err
}

// several returns a table of the files, those that do not pass first where not all have
// room in so many bytes.
func (w *writer) several(s report.Summary, room int) (string, error) {
	head := fmt.Sprintf("### paperfit: %s\n\nThe rules are those of %s.%s\n\n", words.SummaryText(s), prose(words.Cut(w.profile.Title, maxMarkdownText)), words.Cautioned(w.profile)) + uncheckedMarkdown(s)
	table, err := w.table.text(room - len(head))
	return head + table, err
}

// fileMarkdown returns the verdict, what to change, and a table of the rules.
func fileMarkdown(f report.File, p report.Profile, opt form.Options) string {
	var head strings.Builder
	fmt.Fprintf(&head, "### %s: %s\n\n%s\n", strings.ToUpper(string(f.Verdict)), prose(words.Cut(words.DisplayPath(f.Path), maxMarkdownText)),
		prose(words.Outcome(f, words.CountStatuses(f.Checks), p)))
	if facts := words.FactsLine(f.Measured); facts != "" {
		fmt.Fprintf(&head, "\n%s\n", prose(facts))
	}
	table := ""
	if f.Verdict != report.Error {
		table = checksMarkdown(f.Checks)
	}
	return head.String() + changesMarkdown(f, opt, maxMarkdown-head.Len()-len(table)) + table
}

// changesMarkdown lists the failed rules with their places and remedies, the notes,
// and what could not be measured, in so many bytes.
func changesMarkdown(f report.File, opt form.Options, room int) string {
	list := markdownList{room: room}
	for _, r := range words.Rulings(opt, f) {
		if r.Reported() {
			list.add("What to change", r.Rule+" ("+string(r.Status)+")", r.Reasons(), r.Advice())
		}
	}
	for _, r := range words.Rulings(opt, f) {
		if r.Noted() {
			list.add("Notes", r.Rule, r.Reasons(), r.Advice())
		}
	}
	for _, u := range words.UnmeasuredOf(opt, f) {
		list.add("Not measured", u.Reason, []string{u.RulesText()}, nil)
	}
	if repaired := words.OtherDamage(&f); len(repaired) > 0 {
		list.add("Repaired while reading", "the file is damaged", repaired, nil)
	}
	if list.left > 0 {
		fmt.Fprintf(&list.text, "\n%s more; the other reports list them.\n", entries(list.left))
	}
	return list.text.String()
}

// entries counts entries of a list.
func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

// markdownList is a list under titles that is cut where it has no room.
type markdownList struct {
	text  strings.Builder
	title string
	room  int // bytes
	left  int // entries that had none
}

// add adds an entry with its lines, of which no more than maxMarkdownPlaces are
// written, and the remedies below them.
func (l *markdownList) add(title, name string, lines, remedies []string) {
	var entry strings.Builder
	if title != l.title {
		fmt.Fprintf(&entry, "\n**%s**\n\n", title)
	}
	fmt.Fprintf(&entry, "- **%s**\n", prose(words.Cut(name, maxMarkdownText)))
	for _, line := range lines[:min(len(lines), maxMarkdownPlaces)] {
		fmt.Fprintf(&entry, "  - %s\n", prose(words.Cut(line, maxMarkdownText)))
	}
	if more := len(lines) - maxMarkdownPlaces; more > 0 {
		fmt.Fprintf(&entry, "  - %d more\n", more)
	}
	for _, line := range remedies {
		fmt.Fprintf(&entry, "  - %s\n", prose(words.Cut(line, maxMarkdownText)))
	}
	if l.text.Len()+entry.Len() > l.room {
		l.left++
		return
	}
	l.title = title
	l.text.WriteString(entry.String())
}

// checksMarkdown returns the table of the rules.
func checksMarkdown(checks []report.Check) string {
	var out strings.Builder
	out.WriteString("\n**All rules**\n\n| | rule | measured | required |\n|---|---|---|---|\n")
	for _, c := range words.Shown(checks) {
		row := words.RowOf(c)
		fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", c.Status, prose(c.Rule),
			prose(words.Cut(row.Measured+row.Remark, maxMarkdownCell)), prose(words.Cut(row.Required, maxMarkdownCell)))
	}
	return out.String()
}

// prose returns words that Markdown shows as they are and that read well in a
// plain mail too: only what would be taken for markup in the middle or at the
// beginning of a line is escaped. Names and quotations come from strangers.
func prose(text string) string {
	var out strings.Builder
	runes := []rune(strings.TrimSpace(words.Printable(text)))
	for i, r := range runes {
		before, next := string(runes[max(0, i-3):i]), ' '
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r == '<':
			out.WriteString("&lt;")
			continue
		case r == '@': // no one is called
			out.WriteString("&#64;")
			continue
		case strings.ContainsRune("\\`*_[]#|>~&$", r),
			i == 0 && strings.ContainsRune("+-=", r),                                                            // a list, or a line below a heading
			strings.ContainsRune(".)", r) && next == ' ' && strings.Trim(string(runes[:i]), "0123456789") == "", // a numbered list
			r == '.' && strings.EqualFold(before, "www"),
			r == ':' && next != ' ': // an address, or an emoji
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// uncheckedMarkdown returns the same lines in Markdown, each a paragraph; the
// first is bold after an interruption.
func uncheckedMarkdown(s report.Summary) string {
	var out strings.Builder
	if text := words.Interruption(s); text != "" {
		fmt.Fprintf(&out, "**%s**\n\n", prose(text))
	}
	if text := words.SkippedText(s.Skipped); text != "" {
		fmt.Fprintf(&out, "%s\n\n", prose(text))
	}
	return out.String()
}
