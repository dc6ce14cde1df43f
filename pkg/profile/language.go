package profile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/report"
)

// commonParameters apply to several limits, with their tolerances.
func commonParameters(tolerances []tolerance) []parameter {
	return []parameter{
		{word: "sections", about: "the venue's own words for parts of a paper",
			says: "your own words for parts of a paper: `{posters: [Posters and Demos, \"Demos…\"]}`; “…” stands for more words",
			form: form{read: readSections, below: (*Profile).sectionEntries, shape: sectionsShape}},
		{word: "unchecked", about: "requirements of the venue that no rule checks", says: "requirements of the call that no rule checks",
			form: form{read: readUnchecked, below: func(p *Profile) []Entry { return numbered(mapped(p.Unchecked, quoted)) },
				shape: func() object { return several(object{"type": "string", "minLength": 1}) }}},
		{word: "quiet", about: "pages and parts that a rule ignores, such as \"leading: [1]\"",
			says:  "pages that a rule ignores, and parts of a paper: `{leading: [1], columns: [appendices]}`",
			form:  form{read: readQuiet, below: (*Profile).quietEntries, shape: quietShape, parts: (*Profile).quietParts},
			prune: (*draft).pruneQuiet},
		{word: "lenience", about: "which violations are only warnings",
			says: "`{share: 16%, type: 97%, block: 105%}`: a violation is a warning unless this share of the body pages misses the limit this clearly, as on HotCRP sites; `columns: 75%` also lets this share of the page limit have a different number of columns",
			form: form{read: readLenience, below: lenienceForm.below, shape: lenienceShape}},
		{word: "tolerance", about: "how far a value may miss its limit",
			says: "how far a value may miss its limit: `" + strings.Join(mapped(tolerances, func(t tolerance) string { return t.word }), "`, `") + "`",
			form: fieldsOf(fields(tolerances), lengthIn(true), formatLength)},
		{word: "rules", about: "severity of each rule: error, warning, note or off",
			says: "`error` fails a paper, `warning` only reports, `note` informs the author and judges nothing, `off` disables a rule of the extended profile",
			form: form{read: readRules, below: (*Profile).ruleEntries, shape: func() object {
				return eachRule(oneWord(severityWords...))
			}}},
	}
}

func readUnchecked(d *draft, value *yaml.Node) error {
	d.Unchecked = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := scalar(item)
		d.Unchecked = append(d.Unchecked, strings.Join(strings.Fields(word), " "))
		return err
	})
}

// readQuiet reads the pages that rules ignore.
func readQuiet(d *draft, value *yaml.Node) error {
	d.Quiet = nil
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			quiet := QuietPages{Rule: id}
			err := eachItem(value, quiet.read)
			if err == nil && len(quiet.Pages)+len(quiet.Parts) == 0 {
				err = errors.New("the list is empty")
			}
			d.Quiet = append(d.Quiet, quiet)
			return err
		}})
	}
	_, err := readMapping(value, d, keys)
	return err
}

// read reads the number of a page or a part.
func (q *QuietPages) read(item *yaml.Node) error {
	word, err := scalar(item)
	if err != nil {
		return err
	}
	if strings.Trim(word[:1], "0123456789-+") != "" {
		part, err := parsePart(word)
		q.Parts = append(q.Parts, part)
		return err
	}
	var page int
	err = count(itself[int])(&page, item)
	q.Pages = append(q.Pages, page)
	return err
}

func (p *Profile) quietEntries() []Entry {
	var out []Entry
	for _, q := range p.Quiet {
		out = append(out, Entry{Key: q.Rule, Value: list(append(mapped(q.Pages, strconv.Itoa), mapped(q.Parts, Part.String)...), itselfWritten)})
	}
	return out
}

// quietParts returns the parts that rules ignore.
func (p *Profile) quietParts() []Part {
	var out []Part
	for _, q := range p.Quiet {
		out = append(out, q.Parts...)
	}
	return out
}

func quietShape() object {
	return eachRule(several(object{"anyOf": []any{wholeShape(1, maxCount), textOf(partPattern)}}))
}

// pruneQuiet drops the quiet pages of rules that are off.
func (d *draft) pruneQuiet() {
	d.Quiet = slices.DeleteFunc(slices.Clone(d.Quiet), func(q QuietPages) bool { return !d.anyOn([]string{q.Rule}) })
	if len(d.Quiet) == 0 {
		d.Quiet = nil
	}
}

// off is the word that disables a rule of the base.
const off = "off"

// severityWords are the words that a profile has for a rule.
var severityWords = []string{string(report.SeverityError), string(report.SeverityWarning), string(report.SeverityNote), off}

// readRules reads the rules in the order in which the report shows them.
func readRules(d *draft, value *yaml.Node) error {
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			word, err := oneOf(value, severityWords)
			switch {
			case err != nil:
				word = string(report.SeverityError) // so that its limit is not said to have no rule
			case word == off:
				word = ""
			}
			d.setRule(Rule{ID: id, Severity: report.Severity(word)})
			return err
		}})
	}
	places, err := readMapping(value, d, keys)
	d.rules = places
	return err
}

func (p *Profile) ruleEntries() []Entry {
	var out []Entry
	for _, r := range p.Rules {
		out = append(out, Entry{Key: r.ID, Value: string(r.Severity)})
	}
	return out
}

// eachRule returns the schema of a mapping of rules to values of a shape.
func eachRule(shape object) object {
	shapes := object{}
	for _, id := range RuleIDs() {
		shapes[id] = shape
	}
	return mapping(shapes)
}

// readCategories reads the variants; their keys are read when all of the profile is
// known.
func readCategories(d *draft, value *yaml.Node) error {
	if value.Kind != yaml.MappingNode {
		return at(placeOf(value), errors.New("expected categories, such as \"short: {pages: 6}\""))
	}
	d.categories = nil
	for i := 0; i < len(value.Content); i += 2 {
		name := value.Content[i]
		if name.Value == "" || strings.Trim(name.Value, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return at(placeOf(name), fmt.Errorf("invalid category name %q; use lowercase letters, digits and hyphens", name.Value))
		}
		for _, c := range d.categories {
			if c.name == name.Value {
				return at(placeOf(name), fmt.Errorf("duplicate category %q (first on line %d)", name.Value, c.place.line))
			}
		}
		d.categories = append(d.categories, category{name.Value, value.Content[i+1], placeOf(name)})
	}
	return nil
}
