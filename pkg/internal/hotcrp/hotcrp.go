// Package hotcrp turns the facts of a paper into the answer that HotCRP expects
// of the program it checks formats with, banal: one JSON object, in the words of
// that program. HotCRP compares it with a venue's settings itself.
//
// Lengths are PDF points; HotCRP writes heights before widths.
package hotcrp

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// Options say how an answer is made. The zero value is what HotCRP should be
// given.
type Options struct {
	At       int64 // Unix time of the answer; 0: left out
	Headings bool  // report the headings and the printed number of each page
	Columns  bool  // report the edges of the columns
	Figures  bool  // drawings and images belong to the text block
	Trim     bool  // a tenth of the rows may stick out of the text block
	Legacy   bool  // banal's own units: sizes a third of a point too large, margins on a grid
	NoUnsafe bool  // leave out what is dangerous in the file
	MaxPages int   // report at most this number of pages; 0: all
	Version  string
}

// Answer is what HotCRP reads. What equals the answer's own value is left out of
// its pages.
type Answer struct {
	At        int64            `json:"at,omitempty"`
	Error     bool             `json:"-"` // the file could not be measured; nothing else is reported
	PaperSize [2]int           `json:"papersize"`
	Margin    [4]int           `json:"margin"` // top, right, bottom, left
	BodySize  *float64         `json:"bodyfontsize"`
	Leading   *float64         `json:"leading"`
	Columns   int              `json:"columns"`
	NumMargin int              `json:"nummargin,omitempty"` // from the lowest page number to the paper's foot
	Unsafe    map[string][]int `json:"unsafe,omitempty"`    // category → pages, 0 last for "and more"
	NPages    int              `json:"npages,omitempty"`    // of the paper, where pages were cut
	Words     int              `json:"w"`                   // outside the references
	Pages     []Page           `json:"pages"`
	Own       *Own             `json:"x-paperfit,omitempty"`
}

// Page is what HotCRP reads of a page.
type Page struct {
	Number    string    `json:"pageno,omitempty"` // as it is printed, where that is another than its place
	PaperSize *[2]int   `json:"papersize,omitempty"`
	Type      Type      `json:"type,omitempty"`
	Margin    *[4]int   `json:"margin,omitempty"`
	BodySize  *float64  `json:"bodyfontsize,omitempty"`
	RefSize   *float64  `json:"reffontsize,omitempty"`
	Leading   *float64  `json:"leading,omitempty"`
	Columns   int       `json:"columns,omitempty"`
	Chars     int       `json:"c"` // at the size of the body, or half as large again
	Words     int       `json:"w,omitempty"`
	Headings  []string  `json:"headings,omitempty"`
	Section   int       `json:"fs,omitempty"` // the lowest section that begins here
	ColumnsAt []float64 `json:"colpos,omitempty"`
}

// Own is what paperfit knows beyond HotCRP's questions. It is small: HotCRP
// keeps it in its database.
type Own struct {
	Version        string   `json:"version,omitempty"`
	BodySize       *float64 `json:"body_font_pt,omitempty"` // PDF points, as measured
	Leading        *float64 `json:"leading_pt,omitempty"`
	BodyFont       string   `json:"body_font,omitempty"`
	ContentPages   *int     `json:"content_pages,omitempty"`
	ReferencesPage *int     `json:"references_page,omitempty"` // 0: no references; left out: unknown
	PageNumbers    bool     `json:"page_numbers,omitempty"`
	Error          string   `json:"error,omitempty"`
}

// Failed returns the answer for a file that could not be measured, and why.
func Failed(why string, o Options) *Answer {
	return &Answer{At: o.At, Error: true, Pages: []Page{}, Own: &Own{Version: o.Version, Error: why}}
}

// New returns the answer for a paper.
func New(f *measure.Facts, o Options) *Answer {
	units := unitsOf(o)
	a := &Answer{At: o.At, Pages: make([]Page, len(f.Pages)), Own: own(f, o)}
	types, numbers, sections := pageTypes(f), printedNumbers(f), newSections(f)
	words := wordsByPage(f)
	for i := range f.Pages {
		p := &f.Pages[i]
		out := &a.Pages[i]
		*out = units.page(p, types[i])
		out.Chars = bodyChars(p, f.BodySize)
		out.Words = words[i]
		out.Section = sections[i].lowest
		a.Words += words[i]
		if o.Headings || numbers[i] != "" {
			out.Number = printed(numbers[i], i+1, o.Headings)
		}
		if o.Headings {
			out.Headings = sections[i].headings
		}
		if o.Columns {
			out.ColumnsAt = columnEdges(p)
		}
	}
	a.NumMargin = numberMargin(f)
	if !o.NoUnsafe {
		a.Unsafe = unsafe(f.Active)
	}
	a.gather()
	a.fill(f, units)
	if o.MaxPages > 0 && len(a.Pages) > o.MaxPages {
		a.NPages, a.Pages = len(a.Pages), a.Pages[:o.MaxPages]
	}
	return a
}

// own returns what paperfit adds for itself.
func own(f *measure.Facts, o Options) *Own {
	out := &Own{Version: o.Version, BodyFont: f.BodyFont, PageNumbers: len(f.Numbered) > 0}
	if f.BodySize.Known {
		out.BodySize = round(f.BodySize.Value, 1000)
	}
	if f.Leading.Known {
		out.Leading = round(f.Leading.Value, 1000)
	}
	if f.References.Known {
		out.ReferencesPage = &f.References.Page
	}
	if n := f.ContentPages(); n.Known {
		pages := int(n.Value)
		out.ContentPages = &pages
	}
	return out
}

// numberMargin returns the least distance from the bottom of a page number to
// the paper's foot, of those below the text block; 0 where there is none.
func numberMargin(f *measure.Facts) int {
	least := 0
	for _, n := range f.Numbered {
		p := &f.Pages[n.Page-1]
		if n.Box.Y0 < p.Block.Y1 && !p.Block.IsEmpty() || n.Box == (geom.Rect{}) {
			continue
		}
		if d := int(p.Size.Y - n.Box.Y1 + 0.5); d > 0 && (least == 0 || d < least) {
			least = d
		}
	}
	return least
}
