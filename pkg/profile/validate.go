package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// validate refuses what is readable and yet makes no sense.
func (d *draft) validate() error {
	checks := []func() error{
		d.validateHead, d.validateRules, d.validateLimits, d.validateRanges, d.validatePresence, d.validateParts,
		d.validateUnits, d.validateBlock, d.validateTolerance,
	}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (d *draft) validateHead() error {
	if d.Title == "" {
		return errors.New("there is no title; reports need one, such as \"title: HotPaper '27\"")
	}
	return nil
}

// validateRules sees to it that each rule that is on has its limit.
func (d *draft) validateRules() error {
	if len(d.Rules) == 0 {
		return errors.New("no rule is on; list them below \"rules:\", such as \"page-size: error\"")
	}
	for _, rule := range d.Rules {
		where, ok := d.rules[rule.ID]
		if !ok {
			where = d.own["rules"]
		}
		limit, half := limitOf(rule.ID)
		switch {
		case limit == nil:
		case !d.given[limit.word]:
			return at(where, fmt.Errorf("rule %s has no limit; add a line that begins with \"%s:\"", rule.ID, limit.word))
		case half != whole && *limit.form.half(&d.Profile, half) == 0:
			return at(where, fmt.Errorf("rule %s has no limit: %s has no %s; turn the rule off or write \"%s: {%s: …}\"", rule.ID, limit.word, half, limit.word, half))
		}
	}
	return nil
}

// validateLimits refuses a limit that no rule looks at: its author believes
// that it is checked. One of a base may be left without its rule.
func (d *draft) validateLimits() error {
	for _, p := range language() {
		where, given := d.own[p.word]
		ids := p.rules(needs, heeds)
		if !given || len(ids) == 0 || d.anyOn(ids) || p.free != nil && p.free(&d.Profile) {
			continue
		}
		return at(where, fmt.Errorf("%s is given, but its rule is off; list %q below \"rules:\" or leave this line out", p.word, ids[0]))
	}
	return nil
}

// validateRanges refuses an end of a range that no rule looks at.
func (d *draft) validateRanges() error {
	for _, p := range language() {
		where, own := d.own[p.word]
		if !own || p.form.half == nil {
			continue
		}
		for _, end := range []half{least, most} {
			rule := p.ruleOf(end)
			switch {
			case *p.form.half(&d.Profile, end) == 0 || rule != "" && d.anyOn([]string{rule}):
			case rule == "":
				return at(where, fmt.Errorf("%s: no rule asks for a largest one; leave max out", p.word))
			default:
				return at(where, fmt.Errorf("%s is given, but its rule is off: nothing looks at %s; list %q below \"rules:\" or leave it out", p.word, end, rule))
			}
		}
	}
	return nil
}

// ruleOf returns the rule that looks at an end of a range, "" where none does.
func (p *parameter) ruleOf(end half) string {
	for _, u := range p.uses {
		if u.half == end {
			return u.rule
		}
	}
	return ""
}

// anyOn reports whether one of the rules is on.
func (d *draft) anyOn(ids []string) bool {
	return slices.ContainsFunc(d.Rules, func(r Rule) bool { return slices.Contains(ids, r.ID) })
}

// validatePresence holds what is said of numbers and names against the rules
// that look at them.
func (d *draft) validatePresence() error {
	names := d.anyOn([]string{"author-names"})
	blind := d.anyOn([]string{"anonymity"})
	where := d.own["names"]
	switch {
	case names && blind:
		return at(d.own["rules"], errors.New("author-names asks for names and anonymity forbids them; turn one of the two off"))
	case d.Names == Required && !names:
		return at(where, errors.New("names are required, but the rule author-names is off"))
	case d.Names == Forbidden && !blind:
		return at(where, errors.New("names are forbidden, but the rule anonymity is off"))
	case d.Names == Free && (names || blind):
		return at(where, errors.New("names are free, but a rule about them is on; turn author-names and anonymity off"))
	case d.Names == Required && blind || d.Names == Forbidden && names:
		return at(where, fmt.Errorf("names are %s, but the rule that is on asks the contrary", d.Names))
	case d.Metadata == Required:
		return at(d.own["metadata"], errors.New("no rule asks for names in the metadata; write forbidden or free"))
	case d.Metadata != "" && !blind:
		return at(d.own["metadata"], errors.New("metadata is given, but its rule anonymity is off"))
	case d.Numbering == Free && d.anyOn([]string{"page-numbers"}):
		return at(d.own["numbering"], errors.New("numbering is free, but the rule page-numbers is on; turn it off"))
	}
	return nil
}

// validateParts refuses a part that has no headings.
func (d *draft) validateParts() error {
	known := d.partNames()
	check := func(key string, parts []Part) error {
		for _, part := range parts {
			if slices.Contains(known, part.Section) {
				continue
			}
			remedy := suggest(part.Section, known)
			if remedy == "" {
				remedy = "; those known are " + strings.Join(known, ", ")
			}
			return at(d.own[key], fmt.Errorf("%s: unknown part %q%s; its headings can be given below \"sections:\"", key, part.Section, remedy))
		}
		return nil
	}
	for _, q := range d.Quiet {
		if where, own := d.own["quiet"]; own && !d.anyOn([]string{q.Rule}) {
			return at(where, fmt.Errorf("quiet: the rule %s is off", q.Rule))
		}
	}
	for _, p := range language() {
		if p.form.parts == nil {
			continue
		}
		if err := check(p.word, p.form.parts(&d.Profile)); err != nil {
			return err
		}
	}
	return nil
}

// extent is how long, in points, a length makes sense: what lies outside was
// written in another unit than was meant.
type extent struct {
	least, most float64
	usual       string
}

// validateUnits refuses lengths that were written in the wrong unit.
func (d *draft) validateUnits() error {
	for _, p := range language() {
		if p.plausible == (extent{}) {
			continue
		}
		for _, length := range p.form.lengths(&d.Profile) {
			if length != 0 && (length < p.plausible.least || length > p.plausible.most) {
				return at(d.own[p.word], fmt.Errorf("%s: %s makes no sense here; is the unit right? A usual value is %s",
					p.word, formatLength(length), p.plausible.usual))
			}
		}
	}
	for _, p := range language() {
		if p.check == nil {
			continue
		}
		if err := p.check(d); err != nil {
			return err
		}
	}
	return nil
}

// validateBlock refuses a text block that does not fit the paper, the margins or
// the columns.
func (d *draft) validateBlock() error {
	for _, paper := range d.Paper {
		switch {
		case d.Block.Width > paper.Width || d.Block.Height > paper.Height:
			return at(d.own["block"], errors.New("the block is larger than the paper; one of the two is wrong"))
		case d.Margins.Left+d.Margins.Right >= paper.Width-geom.PointsPerInch || d.Margins.Top+d.Margins.Bottom >= paper.Height-geom.PointsPerInch:
			return at(d.own["margins"], errors.New("the margins leave no room for text; one of them or the paper is wrong"))
		}
	}
	if d.Block.Width > 0 && (d.Column > d.Block.Width || d.Gutter.Min >= d.Block.Width) {
		return at(d.own["block"], errors.New("a column or the gutter is wider than the block; one of them is wrong"))
	}
	return nil
}

// validateTolerance refuses tolerances that contradict each other or swallow
// what they belong to.
func (d *draft) validateTolerance() error {
	where := d.own["tolerance"]
	t := d.Tolerance
	switch {
	case t.Stray < t.Block:
		return at(where, errors.New("stray is less than block; a stray line is one that reaches beyond the block's tolerance"))
	case d.BodySize.Min > 0 && t.BodySize > d.BodySize.Min/2:
		return at(where, errors.New("the tolerance of body_size is more than half of the size; one of the two is wrong"))
	case d.Leading.Min > 0 && t.Leading > d.Leading.Min/2:
		return at(where, errors.New("the tolerance of leading is more than half of it; one of the two is wrong"))
	case t.Block > geom.PointsPerInch*2 || t.Paper > geom.PointsPerInch*2 || t.Columns > geom.PointsPerInch*2:
		return at(where, errors.New("a tolerance of more than 2in asks nothing"))
	}
	return nil
}
