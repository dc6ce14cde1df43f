package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var headingSpace = Rule{
	ID:    "heading-space",
	Title: "space around title and headings as the template sets it",
	Why:   `Squeezed headings gain lines that others did not have, and make pages hard to read.`,
	By:    bySqueezing,
	Doc: `Distances of baselines: from the last line of the title to the next line, and for
the headings of sections from the line of text before and to the line of text
after. Of the headings, the middle distance counts, where at least three are
between lines of text; the space at the top of a column is not judged. A heading
is set as that of the references is: larger than the text or, in another font, in
a short line. The built-in profiles require what papers set with the template
of their family show, less a tolerance for other makers of PDF.`,
	Guides: &headingSpaceGuides,
	limit:  limitSpacing,
	judge:  judgeSpace,
}

func limitSpacing(p *profile.Profile) Limit {
	s := p.Spacing
	for _, want := range []float64{s.AboveHeading, s.BelowHeading, s.BelowTitle} {
		if want > 0 {
			return Limit{Want: spaceWords(s), Tolerance: p.Tolerance.Spacing, Unit: "pt"}
		}
	}
	return Limit{}
}

// spaceWords tells the distances that are required.
func spaceWords(s profile.Spacing) string {
	out := ""
	for _, d := range []struct {
		name string
		want float64
	}{{"below title", s.BelowTitle}, {"above headings", s.AboveHeading}, {"below headings", s.BelowHeading}} {
		if d.want == 0 {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += d.name + " " + digits(d.want, 1)
	}
	return out
}

// minHeadings is how many headings tell a paper's usual space.
const minHeadings = 3

func judgeSpace(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitSpacing(p)
	if required.Want == nil {
		return Outcome{}
	}
	out, seen := required.ofText(f)
	if !seen {
		return out
	}
	var got profile.Spacing
	if n := f.Front.Below; n.Known {
		got.BelowTitle = n.Value
		out.squeeze(f.Front.Place, n.Value, p.Spacing.BelowTitle, p.Tolerance.Spacing, wording.TitleSpaceSmall)
	}
	above, below := spaces(f)
	if d, where, ok := middle(above); ok {
		got.AboveHeading = d
		out.squeeze(where, d, p.Spacing.AboveHeading, p.Tolerance.Spacing, wording.SpaceAboveSmall)
	}
	if d, where, ok := middle(below); ok {
		got.BelowHeading = d
		out.squeeze(where, d, p.Spacing.BelowHeading, p.Tolerance.Spacing, wording.SpaceBelowSmall)
	}
	if out.Got = spaceWords(got); out.Got == "" {
		out.Got = nil
	}
	if out.result == met {
		out.unmeasured(got, p.Spacing)
	}
	return out
}

// unmeasured makes the rule unknown where a distance is required and was not taken.
func (o *Outcome) unmeasured(got, want profile.Spacing) {
	switch {
	case want.BelowTitle > 0 && got.BelowTitle == 0:
		o.result, o.Sentence = unknown, report.Say(wording.TitleNotFound, nil)
	case want.AboveHeading > 0 && got.AboveHeading == 0, want.BelowHeading > 0 && got.BelowHeading == 0:
		o.result, o.Sentence = unknown, report.Say(wording.TooFewHeadings, nil)
	}
}

// squeeze adds a finding where less is left than is required.
func (o *Outcome) squeeze(where measure.Place, got, want, tolerance float64, kind report.Kind) {
	if want == 0 || got >= want-tolerance {
		return
	}
	o.result = violated
	o.Findings = append(o.Findings, report.Finding{
		Page: where.Page, Box: box(where.Box), Got: got, Want: want, Unit: "pt",
		Sentence: report.Say(kind, report.Args{"space": got, "least": want}),
	})
}

// spaced is a distance and where it was taken.
type spaced struct {
	distance float64
	where    measure.Place
}

// spaces returns the distances around the headings of sections.
func spaces(f *measure.Facts) (above, below []spaced) {
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Level != 1 {
			continue
		}
		if s.Above.Known {
			above = append(above, spaced{s.Above.Value, s.Place})
		}
		if s.Below.Known {
			below = append(below, spaced{s.Below.Value, s.Place})
		}
	}
	return above, below
}

// middle returns the median distance and where it was taken.
func middle(all []spaced) (float64, measure.Place, bool) {
	if len(all) < minHeadings {
		return 0, measure.Place{}, false
	}
	slices.SortStableFunc(all, func(a, b spaced) int {
		switch {
		case a.distance < b.distance:
			return -1
		case a.distance > b.distance:
			return 1
		}
		return 0
	})
	m := all[len(all)/2]
	return m.distance, m.where, true
}
