// Package accuracy holds what paperfit says of a paper against what is known of
// it: which role each line has, what the measures are, which rules are met. The
// truth comes from the maker of the PDF, for TeX from the marks that its source
// writes (package papers), and never from this program.
package accuracy

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Truth is what is known of one paper.
type Truth struct {
	Name     string   `json:"name"`
	Seed     uint64   `json:"seed"`
	Maker    string   `json:"maker"`
	Template string   `json:"template"`
	Traits   []string `json:"traits"` // what was drawn, in words
	Facts    Facts    `json:"facts"`
	Lines    []Line   `json:"lines"` // in the order in which they were set
}

// Facts are the measures of a paper. Lengths are PDF points; 0 means that the
// measure does not exist, as the body size of a paper without body.
type Facts struct {
	Kind           string     `json:"kind"` // paper, slides, poster
	Pages          int        `json:"pages"`
	ContentPages   int        `json:"content_pages"`             // that hold anything besides references
	BeforeAppendix int        `json:"content_pages_no_appendix"` // that hold anything besides references and appendices
	ReferencesPage int        `json:"references_page"`           // 0: no references
	Columns        int        `json:"columns"`
	OtherColumns   bool       `json:"other_columns,omitempty"` // whole pages have another number
	Body           float64    `json:"body_pt"`
	Leading        float64    `json:"leading_pt"`
	Paper          [2]float64 `json:"paper_pt"`
	Block          [2]float64 `json:"block_pt"`              // as the maker was told; a 0 is not known
	Overfull       float64    `json:"overfull_pt,omitempty"` // how far something sticks out of the block
	SmallText      bool       `json:"small_text,omitempty"`  // running text that violates the limit of size that the rest meets
	TightText      bool       `json:"tight_text,omitempty"`  // the same of leading
	Abstract       bool       `json:"abstract"`
	Authors        bool       `json:"authors"` // named
	Parts          []string   `json:"parts"`   // in the order in which they begin
}

// Line is a line, or the part of one that has one role.
type Line struct {
	Page   int
	Column int     // from 0; Across: it stretches over several, or stands outside of all
	Y      float64 // baseline, from the top of the page
	X0, X1 float64 // end of its first word and of its last
	Size   float64
	Role   string
	Part   string // front, abstract, body, references, appendix, …
}

// Across is the Column of a line that stretches over several columns.
const Across = -1

// MarshalText writes a line as seven words, so that a page of truth is short.
func (l Line) MarshalText() ([]byte, error) {
	role, part := strings.ReplaceAll(l.Role, " ", "-"), strings.ReplaceAll(l.Part, " ", "-")
	return fmt.Appendf(nil, "%d %d %.1f %.1f %.1f %.2f %s %s", l.Page, l.Column, l.Y, l.X0, l.X1, l.Size, role, part), nil
}

// UnmarshalText reads what MarshalText writes.
func (l *Line) UnmarshalText(data []byte) error {
	if _, err := fmt.Sscan(string(data), &l.Page, &l.Column, &l.Y, &l.X0, &l.X1, &l.Size, &l.Role, &l.Part); err != nil {
		return fmt.Errorf("line %q of a truth: %w", data, err)
	}
	l.Role, l.Part = strings.ReplaceAll(l.Role, "-", " "), strings.ReplaceAll(l.Part, "-", " ")
	return nil
}

// ReadTruth reads a truth.
func ReadTruth(data []byte) (*Truth, error) {
	var t Truth
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("not a truth: %w", err)
	}
	return &t, nil
}

// Region is a stretch of lines with one role in one column.
type Region struct {
	Page, Column int
	Top, Bottom  float64 // baselines of the first and the last line
	Role, Part   string
}

// Regions joins neighbouring lines of one role.
func (t *Truth) Regions() []Region {
	var out []Region
	for _, l := range t.Lines {
		if n := len(out) - 1; n >= 0 {
			r := &out[n]
			if r.Page == l.Page && r.Column == l.Column && r.Role == l.Role && r.Part == l.Part && l.Y >= r.Bottom {
				r.Bottom = l.Y
				continue
			}
		}
		out = append(out, Region{l.Page, l.Column, l.Y, l.Y, l.Role, l.Part})
	}
	return out
}
