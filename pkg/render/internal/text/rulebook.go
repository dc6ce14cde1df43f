package text

import (
	"io"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// Rules writes a table of the rules: severity, name and what is required. Rules that
// are off in the profile are at its end.
func Rules(w io.Writer, b *report.RuleBook, opt form.TextOptions) error {
	t := newWrapper(opt)
	on := 0
	widest := 0
	for _, d := range b.Rules {
		widest = max(widest, utf8.RuneCountInString(d.Rule))
		if d.Severity != "" {
			on++
		}
	}
	t.line(0, span{words.Plural(on, "rule") + " of " + b.Profile.Title, styleBold}, span{" (" + b.Profile.Name + ")", styleDim})
	t.blank()
	for _, off := range []bool{false, true} {
		for _, d := range b.Rules {
			if (d.Severity == "") == off {
				rulesRow(t, d, widest)
			}
		}
	}
	t.blank()
	t.line(0, span{"paperfit explain RULE describes how a rule is measured and what to change.", styleDim})
	return t.writeTo(w)
}

func rulesRow(t *wrapper, d report.RuleDoc, widest int) {
	name := padded(d.Rule, widest) + "  "
	severity := padded(words.OrElse(string(d.Severity), "off"), len(report.SeverityWarning)) + "  "
	style, nameStyle := severityStyle(d.Severity), styleBold
	if d.Severity == "" {
		nameStyle = styleDim
	}
	t.hanging(2, 2+len(severity)+len(name), span{severity, style}, span{name, nameStyle}, plain(words.Requirement(d)))
}

// severityStyle returns the colour of a severity, the same as that of a failed check.
func severityStyle(s report.Severity) style {
	switch s {
	case report.SeverityError:
		return styleRed
	case report.SeverityNote:
		return styleBlue
	case report.SeverityWarning:
		return styleYellow
	}
	return styleDim
}

// Explain writes the documentation of rules: what is required and by whom, how it is
// measured, and how to fix a paper.
func Explain(w io.Writer, b *report.RuleBook, opt form.TextOptions) error {
	t := newWrapper(opt)
	for i, d := range b.Rules {
		if i > 0 {
			t.blank()
		}
		explainRule(t, d, b.Profile)
	}
	return t.writeTo(w)
}

// factWidth is the width of the names of a rule's facts, with their gap.
const factWidth = 11

// rulesPage is the page of the site with all rules, each under its name.
const rulesPage = "https://paperfit.github.io/paperfit/docs/rules.html"

func explainRule(t *wrapper, d report.RuleDoc, p report.Profile) {
	t.line(0, span{d.Rule, styleBold}, plain(": "+d.Title))
	t.blank()
	fact := func(name string, value ...span) {
		t.hanging(2, 2+factWidth, append([]span{{padded(name, factWidth), styleDim}}, value...)...)
	}
	fact("profile", plain(p.Name+", "+p.Title+" "+p.Source+words.Cautioned(p)))
	fact("severity", span{words.OrElse(string(d.Severity), "off in this profile"), severityStyle(d.Severity)})
	if limit := words.Required(d.Check()); limit != "" {
		fact("requires", plain(limit))
	}
	for i, source := range d.By {
		name := ""
		if i == 0 {
			name = "source"
		}
		fact(name, plain(source.Name), plain(" "+source.URL))
	}
	fact("on the web", plain(rulesPage+"#"+d.Rule))
	explainPart(t, "Why", report.Guide{Text: d.Why})
	explainPart(t, "How it is measured", report.Guide{Text: d.Measured})
	for _, g := range words.Guides(d.Fix) {
		explainPart(t, "In "+g.Program, g.Guide)
	}
}

func explainPart(t *wrapper, title string, g report.Guide) {
	t.blank()
	t.line(0, span{title, styleBold})
	t.line(2, plain(g.Text))
	if g.Code != "" {
		t.blank()
		t.verbatim(6, g.Code, styleRemedy)
	}
}
