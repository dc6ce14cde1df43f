package profile

import (
	"errors"
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/geom"
)

// defaultTolerance holds where a profile names no tolerance of its own. TeX's
// descenders, rules and protruding punctuation reach .04 in on correct papers.
var defaultTolerance = Tolerance{
	Paper:    2,
	Block:    0.05 * geom.PointsPerInch,
	Stray:    0.125 * geom.PointsPerInch,
	BodySize: 0.1,
	Leading:  0.1,
}

// validate refuses what is readable and yet makes no sense.
func (p *Profile) validate(lines keyLines) error {
	checks := []func(keyLines) error{
		p.validateHead, p.validateRules, p.validateLimits, p.validateBlock, p.validateTolerance,
	}
	for _, check := range checks {
		if err := check(lines); err != nil {
			return err
		}
	}
	return nil
}

func (p *Profile) validateHead(keyLines) error {
	if p.Title == "" {
		return errors.New("there is no title; reports need one, such as \"title: HotPaper '27\"")
	}
	return nil
}

// validateRules sees to it that each rule that is on has its limit.
func (p *Profile) validateRules(lines keyLines) error {
	if len(p.Rules) == 0 {
		return errors.New("no rule is on; list them below \"rules:\", such as \"page-size: error\"")
	}
	for _, rule := range p.Rules {
		limit, _ := limitOf(rule.ID)
		if _, given := lines[limit]; limit != "" && !given {
			return at(lines["rules"], fmt.Errorf("rule %s has no limit; add a line that begins with \"%s:\"", rule.ID, limit))
		}
	}
	return nil
}

// validateLimits refuses a limit that no rule looks at: its author believes
// that it is checked.
func (p *Profile) validateLimits(lines keyLines) error {
	rules := map[string][]string{} // that look at a limit
	for _, w := range ruleWords {
		rules[w.limit] = append(rules[w.limit], w.id)
	}
	for _, w := range ruleWords {
		if line, given := lines[w.limit]; given && !p.anyOn(rules[w.limit]) {
			return at(line, fmt.Errorf("%s is given, but its rule is off; list %q below \"rules:\" or leave this line out", w.limit, w.id))
		}
	}
	return nil
}

// anyOn reports whether one of the rules is on.
func (p *Profile) anyOn(ids []string) bool {
	return slices.ContainsFunc(p.Rules, func(r Rule) bool { return slices.Contains(ids, r.ID) })
}

// validateBlock refuses a text block that does not fit the paper.
func (p *Profile) validateBlock(lines keyLines) error {
	for _, paper := range p.Paper {
		if p.Block.Width > paper.Width || p.Block.Height > paper.Height {
			return at(lines["block"], errors.New("the block is larger than the paper; one of the two is wrong"))
		}
	}
	return nil
}

func (p *Profile) validateTolerance(lines keyLines) error {
	if p.Tolerance.Stray < p.Tolerance.Block {
		return at(lines["tolerance"], errors.New("stray is less than block; a stray line is one that reaches beyond the block's tolerance"))
	}
	return nil
}
