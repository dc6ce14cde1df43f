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

	Paper     []Size      // allowed page sizes
	Pages     []PageLimit // all of them hold
	Words     Count       // words of running text, references not counted
	Block     Size        // the allowed text block; a side that is 0 is not asked
	Margins   Margins     // what stays free at the edges of the page
	BodySize  Range
	MinFigure float64 // least type in figures and tables; 0: what can be read at all
	Leading   Range
	Columns   int
	Column    float64 // widest text column
	Gutter    Range
	Families  []string // accepted body families: "times"
	Numbering Presence // of pages
	Names     Presence // of the authors
	Metadata  Presence // of the authors' names in the file's metadata
	Spacing   Spacing
	Require   []Part         // sections that every paper holds
	Forbid    []Part         // sections that no paper holds
	Quiet     []QuietPages   // pages that a rule does not look at
	Sections  []SectionWords // the venue's own words for parts of a paper

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

// Tolerance is how far a measure may miss its limit, in points.
type Tolerance struct {
	Paper    float64
	Block    float64 // margins too
	Stray    float64 // how far one or two overfull lines may reach beyond the block
	BodySize float64
	Leading  float64
	Columns  float64 // difference in width of columns that are equal; over a widest column
	Gutter   float64
	Spacing  float64
}

// QuietPages are pages, counted from 1, that a rule does not look at.
type QuietPages struct {
	Rule  string
	Pages []int
}

// Lenience is what keeps a broken rule about type and block a warning: HotCRP
// fails a paper only when enough of its pages miss a limit clearly. The zero
// value fails each paper that breaks a rule.
type Lenience struct {
	Share float64 // of the body pages that must miss the limit clearly
	Type  float64 // clearly: at this share of the least size or less
	Block float64 // clearly: at this share of the block or more
	// Columns is the share of the page limit up to which pages may be set in
	// another number of columns without a word; 0: none may.
	Columns float64
}

// Rule switches a rule on with a severity. A rule that is not listed is off.
type Rule struct {
	ID       string
	Severity report.Severity
}
