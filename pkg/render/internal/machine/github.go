package machine

import (
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// GitHubFormat is the workflow commands of GitHub Actions.
func GitHubFormat() form.Format {
	return form.New(form.Format{
		Name: "github", Ending: ".log", Stream: true,
		About: "for GitHub Actions: annotations and a step summary",
	}, func(w io.Writer, opt form.Options) form.Writer { return &githubWriter{w: w, opt: opt} })
}

// githubWriter writes workflow commands of GitHub Actions
// (docs.github.com/actions/reference/workflow-commands-for-github-actions).
// GitHub shows ten errors, ten warnings and ten notices of a step, so each broken rule of a
// file is one annotation, with all its places, and so are rules that could not
// be measured for the same reason. It stands on the line of the source where that is
// known; a PDF has no lines.
type githubWriter struct {
	w   io.Writer
	opt form.Options
}

// annotation is one workflow command.
type annotation struct {
	level  words.Level
	title  string
	lines  []string
	source *report.SourceLines // of the first place; nil: it is not known
}

// Begin writes nothing.
func (g *githubWriter) Begin(report.Tool, report.Profile) error { return nil }

// File writes a line for the log and the annotations of a file.
func (g *githubWriter) File(f report.File) error {
	var out strings.Builder
	out.WriteString(logLine(fmt.Sprintf("%s  %s", strings.ToUpper(string(f.Verdict)), words.DisplayPath(f.Path))))
	for _, a := range g.annotations(f) {
		out.WriteString(a.command(&f))
	}
	_, err := io.WriteString(g.w, out.String())
	return err
}

// End writes the summary, and an error where the run was interrupted.
func (g *githubWriter) End(s report.Summary) error {
	out := logLine("paperfit: " + words.SummaryText(s))
	if text := words.SkippedText(s.Skipped); text != "" {
		out += logLine("paperfit: " + text)
	}
	if text := words.Interruption(s); text != "" {
		out += fmt.Sprintf("::error title=paperfit::%s\n", escapeData(text))
	}
	_, err := io.WriteString(g.w, out)
	return err
}

// annotations returns what is to be said of a file.
func (g *githubWriter) annotations(f report.File) []annotation {
	var out []annotation
	for _, r := range words.Rulings(g.opt, f) {
		if r.Reported() || r.Noted() {
			out = append(out, annotation{r.Level(g.opt), r.Rule, append(r.Reasons(), r.Advice()...), firstSource(r)})
		}
	}
	for _, u := range words.UnmeasuredOf(g.opt, f) {
		out = append(out, annotation{u.Level, "not measured", []string{u.Reason, u.RulesText()}, nil})
	}
	return out
}

// command returns the workflow command of an annotation.
func (a annotation) command(f *report.File) string {
	level := string(a.level)
	if a.level == words.LevelNote {
		level = "notice"
	}
	path, lines := words.DisplayPath(f.Path), ""
	if s := a.source; s != nil {
		path, lines = words.SourcePath(f, s), fmt.Sprintf(",line=%d,endLine=%d", s.Line, max(s.Line, s.EndLine))
	}
	return fmt.Sprintf("::%s file=%s%s,title=%s::%s\n", level,
		escapeProperty(words.Printable(path)), lines, escapeProperty("paperfit: "+a.title), escapeData(strings.Join(a.lines, "\n")))
}

// firstSource returns the first place of a ruling in the source.
func firstSource(r words.Ruling) *report.SourceLines {
	for _, s := range r.Series {
		for _, f := range s.Findings {
			if f.Source != nil {
				return f.Source
			}
		}
	}
	return nil
}

// escapeData escapes the message of a workflow command.
func escapeData(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

// escapeProperty escapes a property of a workflow command.
func escapeProperty(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(text)
}

// logLine returns a line for the log that GitHub takes for no command: none
// begins with "::", and the older form "##[" is broken up wherever it stands.
func logLine(text string) string {
	return strings.ReplaceAll(words.Printable(text), "##[", "## [") + "\n"
}
