// Package profile holds the requirements of a venue, as data.
//
// Lengths in a Profile are points; its YAML writes them with units
// ("7in", "10pt").
package profile

import "github.com/paperfit/paperfit/pkg/report"

// Profile is what a venue requires. A limit of zero is no limit.
type Profile struct {
	Name      string // "opml20"
	Category  string // of the papers that this variant is for; "" for the usual one
	Title     string
	Source    string // URL of the call for papers
	Year      int
	Stage     string   // StageSubmission, StageFinal, or "" for both
	Unchecked []string // requirements that no rule checks
	Digest    string   // "sha256:…" of the effective profile

	// Units are "cm" or "mm", where the text has the lengths of a block, margins, a column
	// or a gutter in them, by the key.
	Units map[string]string `json:"-"`

	Edition `json:"-"` // describes the profile and requires nothing

	// The limits, family by family; each is declared in the file of its family.
	ExtentLimits
	AreaLimits
	TypeLimits
	GridLimits
	FontLimits
	NameLimits
	SpaceLimits
	SectionLimits
	AbstractLimits
	FileLimits

	Quiet    []QuietPages   // pages that a rule ignores
	Sections []SectionWords // the venue's own words for parts of a paper

	Tolerance Tolerance
	Rules     []Rule // in the order of the report

	Lenience   Lenience   // when a violation is only a warning
	Categories []*Profile // variants, by name of their category
}

// Size is a width and a height in points.
type Size struct{ Width, Height float64 }

// Range is the minimum and the maximum allowed value in points; 0 is no limit.
type Range struct{ Min, Max float64 }

// Count is the minimum and the maximum allowed number; 0 is no limit. Above Warn there
// is a warning.
type Count struct {
	Least, Most int
	Warn        int `json:",omitzero"`
}

// PageLimit limits the pages of some part of a paper. A page counts if anything on it
// counts.
type PageLimit struct {
	Count
	Except []Part // what is not counted
	Only   []Part // unless empty, the only parts that are counted
}

// Margins are the distances in points from the edges of the page.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Spacing are minimum distances between baselines, in points.
type Spacing struct {
	BelowTitle   float64 // from the title's last line to the next one
	AboveHeading float64 // from the line before a section's heading
	BelowHeading float64 // to the line after it
}

// Presence is whether something is required.
type Presence string

// The presences. The zero value leaves the decision to the rule.
const (
	Required  Presence = "required"
	Forbidden Presence = "forbidden"
	Free      Presence = "free"
)

// The stages of a paper that a profile can be for.
const (
	StageSubmission = "submission"
	StageFinal      = "final"
)

// QuietPages are pages, counted from 1, that a rule ignores, and parts whose pages it
// ignores where they hold nothing else.
type QuietPages struct {
	Rule  string
	Pages []int
	Parts []Part `json:",omitzero"`
}

// Rule enables a rule with a severity. A rule that is not listed is off.
type Rule struct {
	ID       string
	Severity report.Severity
}
