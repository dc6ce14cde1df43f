package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// validate refuses what can be read but makes no sense. Of a key that could not be read
// nothing is said.
func (d *draft) validate() error {
	checks := []func() mistakes{
		d.validateHead, d.validateRules, d.validateLimits, d.validateRanges, d.validatePresence, d.validateParts,
		d.validateUnits,
	}
	left := *d // what a rule that is off would use contradicts nothing
	if !d.isUnread("rules") {
		left.prune()
	}
	checks = append(checks, left.validateSections, left.validatePages, left.validateBlock, left.validateGrid, left.validateTolerance)
	var all mistakes
	for _, check := range checks {
		all.add(check().err())
	}
	return all.err()
}

// slip is a mistake of a key, if it holds.
func (d *draft) slip(all *mistakes, is bool, key, message string, args ...any) {
	if is && !d.isUnread(key) {
		all.add(at(d.own[key], fmt.Errorf(message, args...)))
	}
}

func (d *draft) validateHead() (all mistakes) {
	if d.Title == "" && !d.isUnread("title") {
		all.add(errors.New("missing title; add one, such as \"title: HotPaper '27\""))
	}
	return all
}

// validateRules verifies that each enabled rule has its limit.
func (d *draft) validateRules() (all mistakes) {
	if len(d.Rules) == 0 && !d.isUnread("rules") {
		all.add(errors.New("no rules enabled; list them under \"rules:\", such as \"page-size: error\""))
	}
	for _, rule := range d.Rules {
		where, ok := d.rules[rule.ID]
		if !ok {
			where = d.own["rules"]
		}
		limit, half := limitOf(rule.ID)
		switch {
		case limit == nil || d.isUnread(limit.word):
		case !d.given[limit.word]:
			all.add(at(where, noLimit(rule.ID, limit.word)))
		case half != whole && *limit.form.half(&d.Profile, half) == 0:
			all.add(at(where, fmt.Errorf("rule %s has no limit: %s has no %s; disable the rule or write \"%s: {%s: …}\"", rule.ID, limit.word, half, limit.word, half)))
		}
	}
	return all
}

// validateLimits refuses a limit that no enabled rule uses: its author believes that
// it is checked. A limit of a base may have no rule.
func (d *draft) validateLimits() (all mistakes) {
	if d.isUnread("rules") {
		return nil
	}
	for _, p := range language() {
		where, given := d.own[p.word]
		ids := p.rules(needs, heeds)
		if !given || d.isUnread(p.word) || len(ids) == 0 || d.anyOn(ids) || p.free != nil && p.free(&d.Profile) {
			continue
		}
		all.add(at(where, fmt.Errorf("%s has no effect: its rule is off; add %q to \"rules:\" or remove this line", p.word, ids[0])))
	}
	return all
}

// validateRanges refuses an end of a range that no enabled rule uses.
func (d *draft) validateRanges() (all mistakes) {
	for _, p := range language() {
		where, own := d.own[p.word]
		if !own || p.form.half == nil || d.isUnread(p.word) || d.isUnread("rules") {
			continue
		}
		for _, end := range []half{least, most} {
			rule := p.ruleOf(end)
			switch {
			case *p.form.half(&d.Profile, end) == 0 || rule != "" && d.anyOn([]string{rule}):
			case end == least && !d.anyOn(p.rules(needs, heeds)): // all of it has no effect
			case rule == "":
				all.add(at(where, fmt.Errorf("%s: max has no effect: no rule checks it; remove it", p.word)))
			default:
				all.add(at(where, fmt.Errorf("%s: %s has no effect: its rule is off; add %q to \"rules:\" or remove it", p.word, end, rule)))
			}
		}
	}
	return all
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
func (d *draft) validatePresence() (all mistakes) {
	names := d.anyOn([]string{"author-names"})
	blind := d.anyOn([]string{"anonymity"})
	both := names && blind
	d.slip(&all, both, "rules", "author-names requires names and anonymity forbids them; disable one of the two")
	d.slip(&all, d.Names == Required && !names, "names", "names are required, but rule author-names is off")
	d.slip(&all, d.Names == Forbidden && !blind, "names", "names are forbidden, but rule anonymity is off")
	d.slip(&all, d.Names == Free && (names || blind), "names", "names are free, but a rule for them is enabled; disable author-names and anonymity")
	d.slip(&all, d.Names == Required && blind && !both, "names", "names are required, but rule anonymity is enabled; disable it: \"anonymity: off\"")
	d.slip(&all, d.Names == Forbidden && names && !both, "names", "names are forbidden, but rule author-names is enabled; disable it: \"author-names: off\"")
	d.slip(&all, d.Metadata == Required, "metadata", "metadata cannot be required; write forbidden or free")
	d.slip(&all, d.Metadata != "" && !blind, "metadata", "metadata has no effect: its rule anonymity is off")
	d.slip(&all, d.Numbering == Free && d.anyOn([]string{"page-numbers"}), "numbering", "numbering is free, but rule page-numbers is enabled; disable it")
	return all
}

// validateParts refuses a part that has no headings.
func (d *draft) validateParts() (all mistakes) {
	known := d.partNames()
	for _, q := range d.Quiet {
		if where, own := d.own["quiet"]; own && !d.anyOn([]string{q.Rule}) {
			all.add(at(where, fmt.Errorf("quiet: rule %s is off", q.Rule)))
		}
	}
	for _, p := range language() {
		if p.form.parts == nil || d.isUnread(p.word) || d.isUnread("sections") {
			continue
		}
		for _, part := range p.form.parts(&d.Profile) {
			if slices.Contains(known, part.Section) || part.Section == FigurePages && p.word == "pages" {
				continue
			}
			remedy := suggest(part.Section, known)
			if remedy == "" {
				remedy = "; known parts are " + strings.Join(known, ", ")
			}
			all.add(at(d.own[p.word], fmt.Errorf("%s: unknown part %q%s; define its headings under \"sections:\" if it is new", p.word, part.Section, remedy)))
		}
	}
	return all
}

// extent is the range, in points, in which a length makes sense. A length outside was
// probably written in the wrong unit.
type extent struct {
	least, most float64
	usual       string
}

// validateUnits refuses lengths that were written in the wrong unit.
func (d *draft) validateUnits() (all mistakes) {
	for _, p := range language() {
		if d.isUnread(p.word) {
			continue
		}
		if p.plausible != (extent{}) {
			for _, length := range p.form.lengths(&d.Profile) {
				if length != 0 && (length < p.plausible.least || length > p.plausible.most) {
					all.add(at(d.own[p.word], fmt.Errorf("%s: implausible length %s; is the unit right? Expected a value %s",
						p.word, formatLength(length), p.plausible.usual)))
				}
			}
		}
		if p.check != nil {
			all.add(p.check(d))
		}
	}
	return all
}

func noLimit(rule, key string) error {
	return fmt.Errorf("rule %s has no limit; add \"%s: …\"", rule, key)
}
