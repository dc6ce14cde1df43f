package profile

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/report"
)

// WithSubmissions returns the profile, with its variants, for papers of which the
// submission system's title and authors are known. The rules that compare them are on: a
// difference is a warning, and a name where names are forbidden as bad as rule anonymity
// has it, unless the profile says otherwise.
func (p *Profile) WithSubmissions() *Profile {
	out := *p
	out.Rules = slices.Clone(p.Rules)
	out.enable("submitted-title", report.SeverityWarning)
	named := report.SeverityWarning
	if i := out.ruleAt("anonymity"); i >= 0 {
		named = out.Rules[i].Severity
	}
	out.enable("submitted-authors", named)
	out.Categories = nil
	for _, c := range p.Categories {
		out.Categories = append(out.Categories, c.WithSubmissions())
	}
	out.Digest = out.digest()
	return &out
}

// enable turns a rule on, unless it is.
func (p *Profile) enable(id string, s report.Severity) {
	if p.ruleAt(id) < 0 {
		p.Rules = append(p.Rules, Rule{ID: id, Severity: s})
	}
}

func (p *Profile) ruleAt(id string) int {
	return slices.IndexFunc(p.Rules, func(r Rule) bool { return r.ID == id })
}
