package app

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/internal/rules"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// RuleName is the name of a rule, with what it requires in a few words.
type RuleName struct{ ID, Title string }

// RuleNames returns all rules in the order in which they are documented.
func RuleNames() []RuleName {
	var out []RuleName
	for _, rule := range rules.All() {
		out = append(out, RuleName{rule.ID, rule.Title})
	}
	return out
}

// Documents returns the documentation of all rules with the limits of a profile.
func Documents(p *profile.Profile) []report.RuleDoc { return documents(rules.All(), p) }

func documents(which []rules.Rule, p *profile.Profile) []report.RuleDoc {
	var out []report.RuleDoc
	for _, rule := range which {
		out = append(out, rule.Document(p))
	}
	return out
}

// BookOptions set which rules are documented, and with the limits of which profile.
type BookOptions struct {
	Rules    []string // nil: all
	Profile  string
	Category string
}

// RuleBook returns the documentation of rules. Its errors name an unknown rule or
// profile.
func RuleBook(o BookOptions) (*report.RuleBook, error) {
	named, err := findRules(o.Rules)
	if err != nil {
		return nil, err
	}
	p, err := judging.LoadVariant(o.Profile, o.Category)
	if err != nil {
		return nil, err
	}
	return &report.RuleBook{Schema: report.RulesSchema, Tool: version.Tool, Profile: p.Head(), Rules: documents(named, p)}, nil
}

// findRules returns the named rules, all for nil.
func findRules(names []string) ([]rules.Rule, error) {
	if names == nil {
		return rules.All(), nil
	}
	var out []rules.Rule
	for _, name := range names {
		rule, ok := rules.Find(name)
		if !ok {
			remedy := `"paperfit rules" lists them`
			if near := profile.Nearest(name, profile.RuleIDs()); near != "" {
				remedy = fmt.Sprintf("did you mean %q?", near)
			}
			return nil, fmt.Errorf("unknown rule %q; %s", name, remedy)
		}
		out = append(out, rule)
	}
	return out, nil
}
