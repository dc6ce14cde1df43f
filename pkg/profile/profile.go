// Package profile holds what a venue asks of a paper, as data.
//
// Lengths in a Profile are points; its YAML writes them with units
// ("7in", "10pt").
package profile

import "github.com/paperfit/paperfit/pkg/report"

// Profile is what a venue asks. A limit that is zero is not asked.
type Profile struct {
	Name   string // "opml20"
	Title  string
	Source string // URL of the page it was read from
	Year   int
	Digest string // "sha256:…" of the effective profile

	Paper    []Size  // allowed page sizes
	Pages    int     // most pages of content, references not counted
	Block    Size    // the allowed text block
	BodySize float64 // least body type size
	Leading  float64 // least leading
	Columns  int
	Families []string // accepted body families: "times"

	Tolerance Tolerance
	Rules     []Rule // in the order of the report
}

// Size is a width and a height in points.
type Size struct{ Width, Height float64 }

// Tolerance is how far a measure may miss its limit, in points.
type Tolerance struct {
	Paper    float64
	Block    float64
	Stray    float64 // how far one or two overfull lines may reach beyond the block
	BodySize float64
	Leading  float64
}

// Rule switches a rule on with a severity. A rule that is not listed is off.
type Rule struct {
	ID       string
	Severity report.Severity
}
