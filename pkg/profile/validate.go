package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// validate refuses what can be read but makes no sense.
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
		return errors.New("missing title; add one, such as \"title: HotPaper '27\"")
	}
	return nil
}

// validateRules verifies that each enabled rule has its limit.
func (d *draft) validateRules() error {
	if len(d.Rules) == 0 {
		return errors.New("no rules enabled; list them under \"rules:\", such as \"page-size: error\"")
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
			return at(where, fmt.Errorf("rule %s has no limit; add \"%s: …\"", rule.ID, limit.word))
		case half != whole && *limit.form.half(&d.Profile, half) == 0:
			return at(where, fmt.Errorf("rule %s has no limit: %s has no %s; disable the rule or write \"%s: {%s: …}\"", rule.ID, limit.word, half, limit.word, half))
		}
	}
	return nil
}

// validateLimits refuses a limit that no enabled rule uses: its author believes that
// it is checked. A limit of a base may have no rule.
func (d *draft) validateLimits() error {
	for _, p := range language() {
		where, given := d.own[p.word]
		ids := p.rules(needs, heeds)
		if !given || len(ids) == 0 || d.anyOn(ids) || p.free != nil && p.free(&d.Profile) {
			continue
		}
		return at(where, fmt.Errorf("%s has no effect: its rule is off; add %q to \"rules:\" or remove this line", p.word, ids[0]))
	}
	return nil
}

// validateRanges refuses an end of a range that no enabled rule uses.
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
				return at(where, fmt.Errorf("%s: max has no effect: no rule checks it; remove it", p.word))
			default:
				return at(where, fmt.Errorf("%s: %s has no effect: its rule is off; add %q to \"rules:\" or remove it", p.word, end, rule))
			}
		}
	}
	return nil
}

// ruleOf returns the rule that uses an end of a range, "" if none does.
func (p *parameter) ruleOf(end half) string {
	for _, u := range p.uses {
		if u.half == end {
			return u.rule
		}
	}
	return ""
}

// anyOn reports whether one of the rules is enabled.
func (d *draft) anyOn(ids []string) bool {
	return slices.ContainsFunc(d.Rules, func(r Rule) bool { return slices.Contains(ids, r.ID) })
}

// validatePresence compares the requirements on numbers and names with the rules that
// use them.
func (d *draft) validatePresence() error {
	names := d.anyOn([]string{"author-names"})
	blind := d.anyOn([]string{"anonymity"})
	where := d.own["names"]
	switch {
	case names && blind:
		return at(d.own["rules"], errors.New("author-names requires names and anonymity forbids them; disable one of the two"))
	case d.Names == Required && !names:
		return at(where, errors.New("names are required, but rule author-names is off"))
	case d.Names == Forbidden && !blind:
		return at(where, errors.New("names are forbidden, but rule anonymity is off"))
	case d.Names == Free && (names || blind):
		return at(where, errors.New("names are free, but a rule for them is enabled; disable author-names and anonymity"))
	case d.Names == Required && blind || d.Names == Forbidden && names:
		return at(where, fmt.Errorf("names: %s conflicts with an enabled rule", d.Names))
	case d.Metadata == Required:
		return at(d.own["metadata"], errors.New("metadata cannot be required; write forbidden or free"))
	case d.Metadata != "" && !blind:
		return at(d.own["metadata"], errors.New("metadata has no effect: its rule anonymity is off"))
	case d.Numbering == Free && d.anyOn([]string{"page-numbers"}):
		return at(d.own["numbering"], errors.New("numbering is free, but rule page-numbers is enabled; disable it"))
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
				remedy = "; known parts are " + strings.Join(known, ", ")
			}
			return at(d.own[key], fmt.Errorf("%s: unknown part %q%s; define its headings under \"sections:\" if it is new", key, part.Section, remedy))
		}
		return nil
	}
	for _, q := range d.Quiet {
		if where, own := d.own["quiet"]; own && !d.anyOn([]string{q.Rule}) {
			return at(where, fmt.Errorf("quiet: rule %s is off", q.Rule))
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

// extent is the range, in points, in which a length makes sense. A length outside was
// probably written in the wrong unit.
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
				return at(d.own[p.word], fmt.Errorf("%s: implausible length %s; is the unit right? Expected a value %s",
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
			return at(d.own["block"], errors.New("the block is larger than the paper"))
		case d.Margins.Left+d.Margins.Right >= paper.Width-geom.PointsPerInch || d.Margins.Top+d.Margins.Bottom >= paper.Height-geom.PointsPerInch:
			return at(d.own["margins"], errors.New("the margins leave no room for text on this paper"))
		}
	}
	if d.Block.Width > 0 && (d.Column > d.Block.Width || d.Gutter.Min >= d.Block.Width) {
		return at(d.own["block"], errors.New("a column or the gutter is wider than the block"))
	}
	return nil
}

// validateTolerance refuses tolerances that contradict each other or exceed what they
// belong to.
func (d *draft) validateTolerance() error {
	where := d.own["tolerance"]
	t := d.Tolerance
	switch {
	case t.Stray < t.Block:
		return at(where, errors.New("stray is less than block; a stray line extends beyond the tolerance of the block"))
	case d.BodySize.Min > 0 && t.BodySize > d.BodySize.Min/2:
		return at(where, errors.New("the tolerance of body_size is more than half of body_size"))
	case d.Leading.Min > 0 && t.Leading > d.Leading.Min/2:
		return at(where, errors.New("the tolerance of leading is more than half of leading"))
	case t.Block > geom.PointsPerInch*2 || t.Paper > geom.PointsPerInch*2 || t.Columns > geom.PointsPerInch*2:
		return at(where, errors.New("a tolerance of more than 2in has no effect as a limit"))
	}
	return nil
}
