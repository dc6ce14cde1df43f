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

// headParameters are what a profile says of its venue.
func headParameters() []parameter {
	extends := func(d *draft, value *yaml.Node) error {
		return text(func(d *draft) *string { return &d.extends })(d, value)
	}
	return []parameter{
		{head: true, word: "title", about: "what reports call the venue", says: "the venue",
			form: of(line, func(p *Profile) *string { return &p.Title })},
		{head: true, word: "source", about: "the page that it was read from", says: "the page that was read",
			form: of(kind[string]{read: readSource, write: quoted, shape: func() object { return textOf("^https?://") }},
				func(p *Profile) *string { return &p.Source })},
		{head: true, word: "year", about: "of the call", says: "year of the call",
			form: of(kind[int]{read: readYear, write: number, shape: func() object { return wholeShape(firstYear, lastYear) }},
				func(p *Profile) *int { return &p.Year })},
		{head: true, word: "stage", about: "submission or final (camera-ready)", says: "`submission` or `final`",
			form: of(kind[string]{read: word(itself[string], StageSubmission, StageFinal), write: itselfWritten,
				shape: func() object { return oneWord(StageSubmission, StageFinal) }}, func(p *Profile) *string { return &p.Stage })},
		{head: true, word: "extends", about: "the built-in profile that holds where this one says nothing",
			form: form{read: extends, shape: func() object { return oneWord(Names()...) }}},
		{head: true, word: "categories", about: "variants for kinds of papers (--category): the keys in which they differ",
			says: "kinds of papers and the keys in which they differ",
			form: form{read: readCategories}},
	}
}

// commonParameters are what holds for several limits, with their tolerances.
func commonParameters(tolerances []tolerance) []parameter {
	return []parameter{
		{word: "sections", about: "the venue's own words for parts of a paper",
			says: "your own words for parts of a paper: `{posters: [Posters and Demos, \"Demos…\"]}`; “…” stands for more words",
			form: form{read: readSections, below: (*Profile).sectionEntries, shape: sectionsShape}},
		{word: "unchecked", about: "what the venue asks besides and no rule looks at", says: "what the call asks besides",
			form: form{read: readUnchecked, below: func(p *Profile) []Entry { return numbered(mapped(p.Unchecked, quoted)) },
				shape: func() object { return several(object{"type": "string", "minLength": 1}) }}},
		{word: "quiet", about: "pages that a rule does not look at, such as \"leading: [1]\"",
			says:  "pages that a rule does not look at: `{leading: [1]}`",
			form:  form{read: readQuiet, below: (*Profile).quietEntries, shape: func() object { return eachRule(several(wholeShape(1, maxCount))) }},
			prune: (*draft).pruneQuiet},
		{word: "lenience", about: "what keeps a miss a warning",
			says: "`{share: 16%, type: 97%, block: 105%}`: a broken rule is a warning unless this share of the body pages misses the limit this clearly, as on HotCRP sites; `columns: 75%` besides lets so many pages, of the page limit, have other columns",
			form: form{read: readLenience, below: lenienceForm.below, shape: lenienceShape}},
		{word: "tolerance", about: "how far a measure may miss its limit",
			says: "how far a measure may miss its limit: `" + strings.Join(mapped(tolerances, func(t tolerance) string { return t.word }), "`, `") + "`",
			form: fieldsOf(fields(tolerances), lengthIn(true), formatLength)},
		{word: "rules", about: "the rules that hold: error, warning or off",
			says: "`error` rejects a paper, `warning` tells, `off` turns off what the base has on",
			form: form{read: readRules, below: (*Profile).ruleEntries, shape: func() object {
				return eachRule(oneWord(string(report.SeverityError), string(report.SeverityWarning), off))
			}}},
	}
}

func itselfWritten(s string) string { return s }

func readSource(into *string, value *yaml.Node) (err error) {
	*into, err = scalar(value)
	if err == nil && !strings.HasPrefix(*into, "https://") && !strings.HasPrefix(*into, "http://") {
		err = fmt.Errorf("%q is no address of a page; it begins with https://", *into)
	}
	return err
}

// The years in which a call may be.
const firstYear, lastYear = 1980, 2100

func readYear(into *int, value *yaml.Node) error {
	err := count(itself[int])(into, value)
	if err == nil && (*into < firstYear || *into > lastYear) {
		err = fmt.Errorf("%d is no year of a conference; write four digits", *into)
	}
	return err
}

func readUnchecked(d *draft, value *yaml.Node) error {
	d.Unchecked = nil
	return eachItem(value, func(item *yaml.Node) error {
		word, err := scalar(item)
		d.Unchecked = append(d.Unchecked, strings.Join(strings.Fields(word), " "))
		return err
	})
}

// readQuiet reads the pages that rules do not look at.
func readQuiet(d *draft, value *yaml.Node) error {
	d.Quiet = nil
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			quiet := QuietPages{Rule: id}
			err := eachItem(value, func(item *yaml.Node) error {
				var page int
				err := count(itself[int])(&page, item)
				quiet.Pages = append(quiet.Pages, page)
				return err
			})
			if err == nil && len(quiet.Pages) == 0 {
				err = errors.New("the list is empty")
			}
			d.Quiet = append(d.Quiet, quiet)
			return err
		}})
	}
	_, err := readMapping(value, d, keys)
	return err
}

func (p *Profile) quietEntries() []Entry {
	var out []Entry
	for _, q := range p.Quiet {
		out = append(out, Entry{Key: q.Rule, Value: list(q.Pages, strconv.Itoa)})
	}
	return out
}

// pruneQuiet drops the quiet pages of rules that are off.
func (d *draft) pruneQuiet() {
	d.Quiet = slices.DeleteFunc(slices.Clone(d.Quiet), func(q QuietPages) bool { return !d.anyOn([]string{q.Rule}) })
	if len(d.Quiet) == 0 {
		d.Quiet = nil
	}
}

// off is the word that turns a rule off which a base has on.
const off = "off"

// readRules reads the rules in the order in which the report shows them.
func readRules(d *draft, value *yaml.Node) error {
	var keys []key[draft]
	for _, id := range RuleIDs() {
		keys = append(keys, key[draft]{id, "", func(d *draft, value *yaml.Node) error {
			word, err := oneOf(value, []string{string(report.SeverityError), string(report.SeverityWarning), off})
			if word == off {
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

// readCategories reads the variants; what they ask is read when all of the
// profile is known.
func readCategories(d *draft, value *yaml.Node) error {
	if value.Kind != yaml.MappingNode {
		return at(placeOf(value), errors.New("lines of the form \"short: {pages: 6}\" belong here"))
	}
	d.categories = nil
	for i := 0; i < len(value.Content); i += 2 {
		name := value.Content[i]
		if name.Value == "" || strings.Trim(name.Value, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return at(placeOf(name), fmt.Errorf("%q is no name of a category; small letters, digits and hyphens make one", name.Value))
		}
		for _, c := range d.categories {
			if c.name == name.Value {
				return at(placeOf(name), fmt.Errorf("%q stands on line %d already; remove one", name.Value, c.place.line))
			}
		}
		d.categories = append(d.categories, category{name.Value, value.Content[i+1], placeOf(name)})
	}
	return nil
}
