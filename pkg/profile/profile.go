// Package profile holds what a venue asks of a paper, as data.
//
// Lengths in a Profile are points; its YAML writes them with units
// ("7in", "10pt").
package profile

import "github.com/paperfit/paperfit/pkg/report"

// Profile is what a venue asks. A limit that is zero is not asked.
type Profile struct {
	Name      string // "opml20"
	Category  string // of the venue's papers that this variant is for; "" for the usual one
	Title     string
	Source    string // URL of the page it was read from
	Year      int
	Stage     string   // StageSubmission, StageFinal, or "" for both
	Unchecked []string // what the venue asks besides, which no rule looks at
	Digest    string   // "sha256:…" of the effective profile

	// The limits, family by family; each is declared in the file of its family.
	ExtentLimits
	AreaLimits
	TypeLimits
	GridLimits
	FontLimits
	NameLimits
	SpaceLimits
	SectionLimits

	Quiet    []QuietPages   // pages that a rule does not look at
	Sections []SectionWords // the venue's own words for parts of a paper

	Tolerance Tolerance
	Rules     []Rule // in the order of the report

	Lenience   Lenience   // how much it takes to fail
	Categories []*Profile // variants, by name of their category
}

// Size is a width and a height in points.
type Size struct{ Width, Height float64 }

// Range is the least and the largest allowed value in points; 0 is not asked.
type Range struct{ Min, Max float64 }

// Count is the least and the largest allowed number; 0 is not asked.
type Count struct{ Least, Most int }

// PageLimit is how many pages some part of a paper may take. A page counts when
// anything on it counts.
type PageLimit struct {
	Count
	Except []Part // what is not counted
	Only   []Part // unless empty, what alone is counted
}

// Margins are the distances in points from the edges of the page.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Spacing are least distances between baselines, in points.
type Spacing struct {
	BelowTitle   float64 // from the title's last line to the next one
	AboveHeading float64 // from the line before a section's heading
	BelowHeading float64 // to the line after it
}

// Presence tells whether something must be there.
type Presence string

// The presences. The zero value says nothing: the rule about it means what its
// documentation says.
const (
	Required  Presence = "required"
	Forbidden Presence = "forbidden"
	Free      Presence = "free"
)

// The stages at which a profile holds.
const (
	StageSubmission = "submission"
	StageFinal      = "final"
)

// QuietPages are pages, counted from 1, that a rule does not look at.
type QuietPages struct {
	Rule  string
	Pages []int
}

// Rule switches a rule on with a severity. A rule that is not listed is off.
type Rule struct {
	ID       string
	Severity report.Severity
}
