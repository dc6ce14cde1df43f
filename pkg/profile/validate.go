package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	Columns:  0.05 * geom.PointsPerInch,
	Gutter:   0.03 * geom.PointsPerInch,
	Spacing:  1,
}

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
		limit := limitOf(rule.ID)
		if limit != "" && !d.given[limit] {
			return at(where, fmt.Errorf("rule %s has no limit; add a line that begins with \"%s:\"", rule.ID, limit))
		}
		if half := d.missingHalf(rule.ID); half != "" {
			return at(where, fmt.Errorf("rule %s has no limit: %s has no %s; turn the rule off or write \"%s: {%s: …}\"", rule.ID, limit, half, limit, half))
		}
	}
	return nil
}

// missingHalf returns the end of a range that a rule holds papers against and
// that is not given, "" where there is none.
func (d *draft) missingHalf(rule string) string {
	least := map[string]float64{"body-font-size": d.BodySize.Min, "leading": d.Leading.Min, "gutter": d.Gutter.Min}
	most := map[string]float64{"max-body-size": d.BodySize.Max, "max-leading": d.Leading.Max}
	if v, ok := least[rule]; ok && v == 0 {
		return "min"
	}
	if v, ok := most[rule]; ok && v == 0 {
		return "max"
	}
	return ""
}

// validateRanges refuses an end of a range that no rule looks at.
func (d *draft) validateRanges() error {
	for _, end := range []struct {
		key, word, rule string
		value           float64
	}{
		{"body_size", "min", "body-font-size", d.BodySize.Min}, {"body_size", "max", "max-body-size", d.BodySize.Max},
		{"leading", "min", "leading", d.Leading.Min}, {"leading", "max", "max-leading", d.Leading.Max},
		{"gutter", "max", "", d.Gutter.Max},
	} {
		if where, own := d.own[end.key]; own && end.value > 0 && !d.anyOn([]string{end.rule}) {
			if end.rule == "" {
				return at(where, fmt.Errorf("%s: no rule asks for a largest one; leave max out", end.key))
			}
			return at(where, fmt.Errorf("%s is given, but its rule is off: nothing looks at %s; list %q below \"rules:\" or leave it out", end.key, end.word, end.rule))
		}
	}
	return nil
}

// limitOf returns the key that holds the limit of a rule.
func limitOf(rule string) string {
	i := slices.IndexFunc(ruleWords, func(w ruleWord) bool { return w.id == rule })
	if i < 0 {
		return ""
	}
	return ruleWords[i].limit
}

// validateLimits refuses a limit that no rule looks at: its author believes
// that it is checked. One of a base may be left without its rule.
func (d *draft) validateLimits() error {
	rules := map[string][]string{} // that look at a limit
	for _, w := range ruleWords {
		if w.limit != "" {
			rules[w.limit] = append(rules[w.limit], w.id)
		}
	}
	for limit, ids := range optionalLimits {
		rules[limit] = append(rules[limit], ids...)
	}
	for _, k := range categoryKeys() { // in the order of the language, so that errors are the same on every run
		where, given := d.own[k.word]
		ids := rules[k.word]
		if !given || len(ids) == 0 || d.anyOn(ids) || d.isFree(k.word) {
			continue
		}
		return at(where, fmt.Errorf("%s is given, but its rule is off; list %q below \"rules:\" or leave this line out", k.word, ids[0]))
	}
	return nil
}

// anyOn reports whether one of the rules is on.
func (d *draft) anyOn(ids []string) bool {
	return slices.ContainsFunc(d.Rules, func(r Rule) bool { return slices.Contains(ids, r.ID) })
}

// isFree reports whether a key says in so many words that nothing is asked.
func (d *draft) isFree(key string) bool { return key == "numbering" && d.Numbering == Free }

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
	for _, limit := range d.Pages {
		if err := check("pages", append(slices.Clone(limit.Except), limit.Only...)); err != nil {
			return err
		}
	}
	if err := check("forbid", d.Forbid); err != nil {
		return err
	}
	return check("require", d.Require)
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
