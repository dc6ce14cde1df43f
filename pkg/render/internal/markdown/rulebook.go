package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// RuleBook writes the documentation of rules as a page of Markdown, as
// GitHub shows it.
func RuleBook(w io.Writer, b *report.RuleBook) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "# The rules\n\n")
	fmt.Fprintf(&buf, "Limits are those of the profile `%s`: %s. "+
		"`paperfit explain --profile NAME RULE` tells them for another.\n\n", b.Profile.Name, linked(b.Profile.Title, b.Profile.Source))
	fmt.Fprintf(&buf, "| rule | severity | asks |\n|---|---|---|\n")
	for _, d := range b.Rules {
		fmt.Fprintf(&buf, "| [`%s`](#%s) | %s | %s |\n", d.Rule, d.Rule, words.OrElse(string(d.Severity), "off"), Escape(words.Requirement(d)))
	}
	for _, d := range b.Rules {
		Rule(&buf, d, b.Profile)
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// Rule writes the documentation of a rule.
func Rule(buf *bytes.Buffer, d report.RuleDoc, p report.Profile) {
	fmt.Fprintf(buf, "\n## %s\n\n", d.Rule)
	fmt.Fprintf(buf, "**%s.** %s\n", Escape(sentence(d.Title)), Escape(d.Why))
	fmt.Fprintf(buf, "\n%s\n", Escape(limitSentence(d, p)))
	if len(d.By) > 0 {
		var pages []string
		for _, s := range d.By {
			pages = append(pages, linked(s.Name, s.URL))
		}
		fmt.Fprintf(buf, "Asked, for example, by %s.\n", strings.Join(pages, "; "))
	}
	fmt.Fprintf(buf, "\n**How it is measured.** %s\n", Escape(d.Measured))
	for _, g := range words.Guides(d.Fix) {
		fmt.Fprintf(buf, "\n**In %s.** %s\n", g.Program, Escape(g.Text))
		if g.Code != "" {
			fmt.Fprintf(buf, "\n```%s\n%s\n```\n", language(g), g.Code)
		}
	}
}

// limitSentence tells what the profile asks, as a sentence.
func limitSentence(d report.RuleDoc, p report.Profile) string {
	if d.Severity == "" {
		return fmt.Sprintf("The profile `%s` does not ask for it.", p.Name)
	}
	limit := words.Required(d.Check())
	if limit == "" {
		return fmt.Sprintf("In `%s`: severity %s.", p.Name, d.Severity)
	}
	return fmt.Sprintf("In `%s`: %s; severity %s.", p.Name, limit, d.Severity)
}

// linked returns a text as a link, as plain text where there is no address.
func linked(text, address string) string {
	if address == "" {
		return Escape(text)
	}
	return fmt.Sprintf("[%s](%s)", Escape(text), address)
}

// sentence begins a text with a capital.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// language names the language of a guide's code for a highlighter.
func language(g words.ProgramGuide) string {
	if strings.HasPrefix(g.Code, "$ ") {
		return "console"
	}
	return strings.ToLower(g.Program)
}

// Escape escapes what Markdown would take for markup. Text between
// backquotes is code and stays as it is.
func Escape(text string) string {
	parts := strings.Split(text, "`")
	escape := strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, `<`, `\<`, `[`, `\[`, `]`, `\]`, `|`, `\|`, `#`, `\#`)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = escape.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}
