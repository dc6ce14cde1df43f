package profile

import (
	"slices"
	"sync"
)

// parameter is one key of the profile language with everything that depends on it:
// how its value is read, written and described, its tolerances, the rules that use it,
// and HotCRP's words for it. The reader, the writer, the schema, the documentation,
// layering and validation iterate over the parameters; nothing else lists the keys.
//
// A new limit is a field and a parameter in the file of its family
// (limits_*.go), and nothing more in this package:
//
//	Figures Count `json:",omitzero"` // numbered figures
//
//	{
//		word: "figures", about: "maximum figures", says: "maximum figures, or `2-8`",
//		form: of(span, func(p *Profile) *Count { return &p.Figures }),
//		uses: needed("figure-limit"),
//	},
//
// The tag preserves the digests of profiles that do not set the limit. The rule that
// uses the limit is in pkg/internal/rules.
type parameter struct {
	word  string
	about string // its meaning in one line: a comment in YAML, a description in the schema
	says  string // the same for the guide, in Markdown; "" for about
	start string // its lines in the template of a profile; "" for none
	form  form
	uses  []use

	plausible  extent
	tolerances []tolerance
	hotCRP     []specField

	head  bool                // it describes the venue; no category may have it
	free  func(*Profile) bool // whether it explicitly requires nothing
	prune func(*draft)        // drops what no enabled rule uses; nil: by the uses
	check func(*draft) error  // further validation; nil: none
}

// use is a rule that uses a parameter.
type use struct {
	rule string
	half half
	kind useKind
}

// useKind is how a rule depends on a parameter.
type useKind uint8

const (
	needs  useKind = iota // the rule is refused without it, and it without the rule
	heeds                 // it is refused without the rule
	speaks                // the rule uses it; the parameter's check does the rest
)

// half is an end of a range, as the language writes it.
type half string

// The ends of a range; a rule without an end uses the whole.
const (
	whole half = ""
	least half = "min"
	most  half = "max"
)

func needed(rules ...string) []use { return usesOf(needs, rules) }
func heeded(rules ...string) []use { return usesOf(heeds, rules) }
func spoken(rules ...string) []use { return usesOf(speaks, rules) }

func usesOf(kind useKind, rules []string) []use {
	out := make([]use, len(rules))
	for i, rule := range rules {
		out[i] = use{rule: rule, kind: kind}
	}
	return out
}

// language returns the parameters, in the order in which they are documented and
// written.
var language = sync.OnceValue(func() []parameter {
	limits := slices.Concat(extentLimits(), areaLimits(), typeLimits(), gridLimits(),
		fontLimits(), nameLimits(), spaceLimits(), sectionLimits(), abstractLimits(), fileLimits())
	return slices.Concat(headParameters(), limits, commonParameters(tolerancesOf(limits)))
})

// keysOf returns the keys of parameters, those that a category may have or all.
func keysOf(category bool) []key[draft] {
	var out []key[draft]
	for _, p := range language() {
		if !category || !p.head {
			out = append(out, key[draft]{p.word, p.about, p.form.read})
		}
	}
	return out
}

// aboutKey returns the meaning of a key.
func aboutKey(word string) string {
	for _, p := range language() {
		if p.word == word {
			return p.about
		}
	}
	return ""
}

// rules returns the rules that use a parameter in one of the given ways.
func (p *parameter) rules(kinds ...useKind) []string {
	var out []string
	for _, u := range p.uses {
		if slices.Contains(kinds, u.kind) {
			out = append(out, u.rule)
		}
	}
	return out
}

// limitOf returns the parameter that a rule needs and the half of it, nil for a
// rule that needs none.
func limitOf(rule string) (*parameter, half) {
	for i, p := range language() {
		for _, u := range p.uses {
			if u.rule == rule && u.kind == needs {
				return &language()[i], u.half
			}
		}
	}
	return nil, whole
}

// drop removes a limit of a base that no enabled rule uses.
func (p *parameter) drop(d *draft) {
	rules := p.rules(needs, heeds)
	switch {
	case p.prune != nil:
		p.prune(d)
		return
	case len(rules) == 0 || p.free != nil && p.free(&d.Profile):
		return
	case !d.anyOn(rules):
		p.form.reset(&d.Profile)
		return
	}
	for _, u := range p.uses {
		if u.half != whole && !d.anyOn([]string{u.rule}) {
			*p.form.half(&d.Profile, u.half) = 0
		}
	}
}

// Key is one key of the language, for its documentation.
type Key struct {
	Word  string
	Says  string   // in Markdown
	Rules []string // that use it
}

// Keys returns the keys of the language in its order.
func Keys() []Key {
	var out []Key
	for _, p := range language() {
		says := p.says
		if says == "" {
			says = p.about
		}
		out = append(out, Key{p.word, says, p.rules(needs, heeds, speaks)})
	}
	return out
}
