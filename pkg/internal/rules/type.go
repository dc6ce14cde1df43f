package rules

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var bodyFontSize = Rule{
	ID:    "body-font-size",
	Title: "size of body text",
	Why:   `Small type tires the reader and is a way around the page limit.`,
	By:    byOpML,
	Doc: `The effective vertical size (font size × text matrix × page scale) that most
characters of the running text have, over the paper and on each page, and in no
stretch of running text a third of the block deep may it be smaller. Captions,
footnotes, tables, code, abstract, references and the biographies of authors behind
them may be smaller. TeX's 10 pt is 9.963 PDF points, which is inside the
tolerance. Where a font draws x-height and capitals more than 3% smaller than the
face that its advances are those of, its size is taken to be that much smaller.`,
	Guides: &bodyFontSizeGuides,
	limit:  limitBodySize,
	judge:  judgeBodySize,
	miss:   missesSize,
}

// stretchShare is the share of the block's height that a stretch of small
// running text must have.
const stretchShare = 1.0 / 3

func judgeBodySize(f *measure.Facts, p *profile.Profile) Outcome {
	out, limit := atLeast(f, f.BodySize, p.BodySize.Min, p.Tolerance.BodySize, wording.BodySizeSmall, "size")
	if out.result != violated && p.BodySize.Min > 0 {
		out.addSmallPages(f, p, limit)
		out.addSmallStretches(f, p, limit)
		out.addScattered(f, p, limit)
		out.unsureOfParts(f)
	}
	out.explainShrunk(f, p, limit)
	return out
}

// explainShrunk says of each font that is drawn small why its text is too small. The
// explanation takes the place of what is said of the whole paper.
func (o *Outcome) explainShrunk(f *measure.Facts, p *profile.Profile, limit float64) {
	if o.result != violated {
		return
	}
	for _, s := range f.Shrunk {
		size := s.Share * s.Set
		if size >= limit {
			continue
		}
		if s.Font == f.BodyFont {
			o.Findings = slices.DeleteFunc(o.Findings, func(x report.Finding) bool { return x.Kind == wording.BodySizeSmall })
		}
		args := report.Args{"percent": 100 * s.Share, "set": s.Set, "size": size, "least": p.BodySize.Min}
		if s.Font != "" {
			args["font"] = s.Font
		}
		if s.Face != "" {
			args["face"] = s.Face
		}
		o.Findings = append(o.Findings, report.Finding{
			Got: size, Want: p.BodySize.Min, Unit: "pt", Sentence: report.Say(wording.FontDrawnSmall, args),
		})
	}
}

// violate makes the outcome a violation by a measure: what is seen violates a rule,
// whatever cannot be seen.
func (o *Outcome) violate(got float64) {
	if o.result != violated {
		o.Got = got
	}
	o.result, o.Sentence = violated, report.Sentence{}
}

// atLeast checks a measure of the whole paper's type against the least that is
// required (0: nothing). The measure has a name in the sentence. It returns the limit with the tolerance taken off, for a closer look.
func atLeast(f *measure.Facts, got measure.Number, want, tolerance float64, kind report.Kind, name string) (out Outcome, limit float64) {
	if want == 0 {
		return Outcome{}, 0
	}
	limit = want - tolerance
	switch {
	case got.Known && got.Value < limit:
		out = Outcome{result: violated, Got: got.Value, Findings: []report.Finding{{
			Got: got.Value, Want: want, Unit: "pt", Sentence: report.Say(kind, report.Args{name: got.Value, "least": want}),
		}}}
	case !got.Known || len(f.Unmeasured) > 0:
		out = noSize(f, wording.TooLittleBodyText)
	default:
		out.Got = got.Value
	}
	out.Want, out.Tolerance, out.Unit = want, tolerance, "pt"
	return out, limit
}

func (o *Outcome) addSmallPages(f *measure.Facts, p *profile.Profile, limit float64) {
	for i := range f.Pages {
		page := &f.Pages[i]
		if !page.BodySize.Known || page.BodySize.Value >= limit {
			continue
		}
		o.violate(page.BodySize.Value)
		o.Findings = append(o.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: page.BodySize.Value, Want: p.BodySize.Min, Unit: "pt",
			Sentence: report.Say(wording.PageSizeSmall, report.Args{"size": page.BodySize.Value, "least": p.BodySize.Min}),
		})
	}
}

// leastBlock is the share of the page's height that the text block of a full page has
// at least.
const leastBlock = 0.6

// blockHeight returns the height of the text block in points: that which the venue
// allows or, where it limits the margins alone, that of the paper's tallest page.
func blockHeight(f *measure.Facts, p *profile.Profile) float64 {
	if p.Block.Height > 0 || len(f.Pages) == 0 {
		return p.Block.Height
	}
	_, own := f.TextBlock()
	return max(own.Value, leastBlock*f.Pages[0].Size.Y)
}

func (o *Outcome) addSmallStretches(f *measure.Facts, p *profile.Profile, limit float64) {
	for _, s := range f.SmallStretches(limit, stretchShare*blockHeight(f, p)) {
		o.violate(s.Size)
		o.Findings = append(o.Findings, report.Finding{
			Page: s.Page, Box: box(s.Box), Got: s.Size, Want: p.BodySize.Min, Unit: "pt",
			Sentence: report.Say(wording.StretchSizeSmall, report.Args{
				"lines": s.Lines, "depth": geom.Inches(s.Depth), "size": s.Size, "least": p.BodySize.Min,
			}),
		})
	}
}

// addScattered adds small type that is scattered over the running text.
func (o *Outcome) addScattered(f *measure.Facts, p *profile.Profile, limit float64) {
	s, ok := f.ScatteredSmall(limit)
	got, sized := o.Got.(float64)
	if !ok || !sized || o.result == violated {
		return
	}
	kind := wording.ScatteredLinesSmall
	if s.Chars {
		kind = wording.ScatteredCharsSmall
	}
	finding := report.Finding{Want: p.BodySize.Min, Unit: "pt",
		Sentence: report.Say(kind, report.Args{"percent": 100 * s.Share, "least": p.BodySize.Min})}
	if len(s.Lines) > 0 {
		finding.Page, finding.Box = s.Lines[0].Page, box(s.Lines[0].Box)
	}
	o.violate(got)
	o.Findings = append(o.Findings, finding)
}

// Lines that are set tighter than the rest of their paragraphs.
const (
	tightBelow = 0.45    // points below the limit: printers' drivers miss by less
	tightShare = 1.0 / 5 // of a page's gaps
	tightGaps  = 6       // and at least so many
)

// addTightPages adds the pages on which a share of the gaps between full lines of
// paragraphs are clearly below the limit.
func (o *Outcome) addTightPages(f *measure.Facts, p *profile.Profile) {
	for i := range f.Pages {
		page := &f.Pages[i]
		least, where, n := p.Leading.Min, geom.Empty(), 0
		evenedOut := page.Leading.Value+page.StepError >= p.Leading.Min
		for _, g := range page.Gaps {
			if g.Distance < p.Leading.Min-tightBelow && !(evenedOut && page.IsStep(g)) {
				least, where, n = min(least, g.Distance), where.Union(g.Box), n+1
			}
		}
		if n < tightGaps || float64(n) < tightShare*float64(len(page.Gaps)) || slices.ContainsFunc(o.Findings, func(x report.Finding) bool { return x.Page == page.Number }) {
			continue
		}
		o.violate(least)
		o.Findings = append(o.Findings, report.Finding{
			Page: page.Number, Box: box(where), Got: least, Want: p.Leading.Min, Unit: "pt",
			Sentence: report.Say(wording.LinesTight, report.Args{"lines": n, "leading": least, "least": p.Leading.Min}),
		})
	}
}

var leading = Rule{
	ID:    "leading",
	Title: "line spacing (leading) of body text",
	Why: `Lines that are too close are hard to follow, and are a way around the page
limit.`,
	By: byOpML,
	Doc: `The distance between successive baselines within blocks of running text: the
mean of the cluster, one point wide, that has most distances, over the paper
and on each page with at least ten. It is never rounded before it is compared. A
page also violates the rule when a fifth of the distances between full lines of its
paragraphs, and at least six, are more than 0.45 pt below the limit. Where a
program rounds baselines to the pixels of a device, so that two distances
alternate, their mean is what counts.
TeX's 12 pt is 11.955 PDF points, which is inside the tolerance.`,
	Guides: &leadingGuides,
	limit:  limitLeading,
	judge:  judgeLeading,
	miss:   missesLeading,
}

func judgeLeading(f *measure.Facts, p *profile.Profile) Outcome {
	out, limit := atLeast(f, f.Leading, p.Leading.Min, p.Tolerance.Leading, wording.LeadingSmall, "leading")
	if out.result == violated || p.Leading.Min == 0 {
		return out
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if !page.Leading.Known || page.Leading.Value+page.StepError >= limit {
			continue
		}
		out.violate(page.Leading.Value)
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: page.Leading.Value, Want: p.Leading.Min, Unit: "pt",
			Sentence: report.Say(wording.PageLeadingSmall, report.Args{"leading": page.Leading.Value, "least": p.Leading.Min}),
		})
	}
	out.addTightPages(f, p)
	out.unsureOfParts(f)
	return out
}

var fontFamily = Rule{
	ID:    "font-family",
	Title: "font family of body text",
	Why:   `Families differ in width: the same text fits on fewer pages in a narrower one.`,
	By:    byOpML,
	Doc: `The font that most running text is set in must belong to one of the required
families. Times is known under the names of all its clones; Computer Modern is
not similar to it.`,
	Guides: &fontFamilyGuides,
	limit:  limitFamilies,
	judge:  judgeFamily,
}

func judgeFamily(f *measure.Facts, p *profile.Profile) Outcome {
	if len(p.Families) == 0 {
		return Outcome{}
	}
	out := Outcome{Got: f.BodyFont, Want: strings.Join(p.Families, ", ")}
	if !f.BodySize.Known {
		return noSize(f, wording.NoBodyText)
	}
	for _, family := range p.Families {
		if inFamily(f.BodyFont, family) {
			return out
		}
	}
	out.result = violated
	out.Findings = append(out.Findings, report.Finding{Got: out.Got, Want: out.Want,
		Sentence: report.Say(wording.FontFamilyOther, report.Args{"font": f.BodyFont, "families": familyNames(p.Families)})})
	return out
}
