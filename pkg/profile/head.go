package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/paperfit/paperfit/pkg/report"
)

// Edition describes which edition of which venue a profile is for, and how it was read.
type Edition struct {
	SourceKind string   // SourcePrimary, SourceKit, SourceSecondary, or "" where it is not said
	Series     []string // names of the conference without a year: "acl", "emnlp"
	Community  string   // one of Communities; "" for none
	Remark     string   // where call and official style differ, and the like
}

// The kinds of sources. A secondary one is another's notes on the call, which may be
// wrong or out of date.
const (
	SourcePrimary   = "primary"
	SourceKit       = "kit"
	SourceSecondary = report.Secondary
)

var sourceKinds = []string{SourcePrimary, SourceKit, SourceSecondary}

// communities are the fields by which profiles are listed, in the order of the list.
var communities = []string{
	"formats", "machine-learning", "language", "vision", "speech", "robotics", "systems", "architecture", "networks",
	"security", "data", "web", "software-engineering", "programming-languages", "verification", "human-computer-interaction",
	"graphics", "theory",
}

// Communities returns the fields by which profiles are listed, in their order.
func Communities() []string { return slices.Clone(communities) }

// seriesPattern is what names of conferences look like.
const seriesPattern = "^[a-z][a-z0-9-]*$"

// headParameters are what a profile says of its venue.
func headParameters() []parameter {
	extends := func(d *draft, value *yaml.Node) error {
		return text(func(d *draft) *string { return &d.extends })(d, value)
	}
	return []parameter{
		{head: true, word: "title", about: "name of the venue in reports", says: "name of the venue",
			form: of(line, func(p *Profile) *string { return &p.Title })},
		{head: true, word: "source", about: "address of the call for papers", says: "address of the call for papers",
			form: of(kind[string]{read: readSource, write: quoted, shape: func() object { return textOf("^https?://") }},
				func(p *Profile) *string { return &p.Source })},
		{head: true, word: "year", about: "year of the call", says: "year of the call",
			form: of(kind[int]{read: readYear, write: number, shape: func() object { return wholeShape(firstYear, lastYear) }},
				func(p *Profile) *int { return &p.Year })},
		{head: true, word: "source_kind", about: "how the source was read: primary, kit or secondary",
			says: "`primary` (the call itself), `kit` (the official style or its instructions) or `secondary` (another's notes on the call; reports say so)",
			form: of(oneOfWords(sourceKinds...), func(p *Profile) *string { return &p.SourceKind })},
		{head: true, word: "series", about: "names of the conference without a year; the newest submission profile has them too",
			says: "names of the conference without a year, `[acl, emnlp]`, under which the newest built-in profile is found",
			form: of(kind[[]string]{read: readSeries, write: func(s []string) string { return list(s, itselfWritten) },
				shape: func() object { return several(textOf(seriesPattern)) }}, func(p *Profile) *[]string { return &p.Series })},
		{head: true, word: "community", about: "field by which built-in profiles are listed",
			says: "field by which profiles are listed: `" + strings.Join(communities, "`, `") + "`",
			form: of(oneOfWords(communities...), func(p *Profile) *string { return &p.Community })},
		{head: true, word: "remark", about: "what readers of the profile need to know of its source", says: "what readers of the profile need to know, such as where call and official style differ",
			form: of(line, func(p *Profile) *string { return &p.Remark })},
		{head: true, word: "stage", about: "submission or final (camera-ready)", says: "`submission` or `final`",
			form: of(oneOfWords(StageSubmission, StageFinal), func(p *Profile) *string { return &p.Stage })},
		{head: true, word: "extends", about: "built-in profile whose values hold unless this one changes them",
			form: form{read: extends, shape: func() object { return oneWord(Names()...) }}},
		{head: true, word: "categories", about: "kinds of papers (--category) and the keys in which they differ",
			says: "kinds of papers and the keys in which they differ",
			form: form{read: readCategories}},
	}
}

func itselfWritten(s string) string { return s }

// oneOfWords is one of some known words.
func oneOfWords(known ...string) kind[string] {
	return kind[string]{read: word(itself[string], known...), write: itselfWritten, shape: func() object { return oneWord(known...) }}
}

func readSeries(into *[]string, value *yaml.Node) error {
	*into = nil
	return eachItem(value, func(item *yaml.Node) error {
		name, err := scalar(item)
		if err == nil && (strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || name[0] < 'a') {
			err = fmt.Errorf("invalid name %q; use lowercase letters, digits and hyphens", name)
		}
		if err == nil && slices.Contains(*into, name) {
			err = errors.New("duplicate name")
		}
		*into = append(*into, name)
		return err
	})
}

func readSource(into *string, value *yaml.Node) (err error) {
	*into, err = scalar(value)
	if err == nil && !strings.HasPrefix(*into, "https://") && !strings.HasPrefix(*into, "http://") {
		err = fmt.Errorf("invalid address %q; must start with https://", *into)
	}
	return err
}

// The years in which a call may be.
const firstYear, lastYear = 1980, 2100

func readYear(into *int, value *yaml.Node) error {
	err := count(itself[int])(into, value)
	if err == nil && (*into < firstYear || *into > lastYear) {
		err = fmt.Errorf("invalid year %d", *into)
	}
	return err
}
