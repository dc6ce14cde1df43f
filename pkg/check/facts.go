package check

import (
	"context"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// Facts are what was measured of a paper, whatever its venue requires. What is not
// known is nil, or missing.
//
// They are those measures that are stable enough to promise. All has the others.
type Facts struct {
	report.Measured                // of the whole paper
	Pages           []report.Page  // with every line of type and its role, if Options.Sketch is set
	Program         report.Program // that made the paper
	Title           string         // "": it was not found
	Words           *int           // of running text, references not counted
	Sections        []Section      // in reading order
	Fonts           []Font         // that show type somewhere

	all *measure.Facts
}

// Section is a heading.
type Section struct {
	Number     string // as it is printed: "3.1", "IV", "A"; "" for none
	Title      string
	Level      int // 1: a section, 2: a subsection, …
	Page       int // counted from 1
	Box        [4]float64
	References bool // it is that of the reference list
}

// Font is a font of a paper.
type Font struct {
	Name     string // PostScript name
	Embedded bool
	Type3    bool
	Chars    int // that it shows
	InText   int // those of them in text that is read: no figures, code or equations
	Page     int // where it is first seen, counted from 1
}

// All returns everything that was measured, for other packages of this module: its
// fields may change with any version.
func (f *Facts) All() *measure.Facts { return f.all }

// Measure takes the measures of a file without judging them; of the options Limits
// alone matters. Explain says why in words when there is an error.
func Measure(ctx context.Context, data []byte, opt Options) (*Facts, error) {
	c := &Checker{Options: Options{Limits: opt.Limits}}
	p, err := c.measure(ctx, data, c.uses())
	if err != nil {
		return nil, err
	}
	return c.facts(p), nil
}

// facts returns what was measured, with sketches if the options ask for them.
func (c *Checker) facts(p *paper) *Facts {
	all := p.facts
	f := &Facts{Measured: measured(all), Program: p.seen.Program, Title: all.Front.Title, Words: whole(all.Words), all: all}
	for i := range all.Pages {
		page := pageMeasures(&all.Pages[i])
		if c.Sketch {
			page.Sketch = sketch(p.structure.Pages[i], &all.Pages[i], &p.graphics[i], c.Profile)
		}
		f.Pages = append(f.Pages, page)
	}
	for _, s := range all.Sections {
		f.Sections = append(f.Sections, Section{
			Number: s.Number, Title: s.Title, Level: s.Level, Page: s.Page, Box: s.Box.Array(), References: s.References,
		})
	}
	for _, x := range all.Fonts {
		f.Fonts = append(f.Fonts, Font{
			Name: x.Name, Embedded: x.Embedded, Type3: x.Type3, Chars: x.Chars, InText: x.InText, Page: x.First.Page,
		})
	}
	return f
}
