package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var bodyFontSize = Rule{
	ID:    "body-font-size",
	Title: "size of the body type",
	Why:   `Small type tires the reader and is a way around the page limit.`,
	By:    byOpML,
	Doc: `The effective vertical size (font size × text matrix × page scale) that most
characters of the running text have, over the paper and on each page, and in no
stretch of running text a third of the block deep may it be smaller. Captions,
footnotes, tables, code, abstract and references may be smaller. TeX's 10 pt is
9.963 PDF points, which is inside the tolerance.`,
	Fix: Fix{
		LaTeX:  `use \documentclass[«size»]{…}, remove \small and the like around text, and do not scale the pages.`,
		Word:   "set the body text to «size in points» or more; export at 100 %.",
		Guides: &bodyFontSizeGuides,
	},
	limit: limitBodySize,
	judge: judgeBodySize,
	miss:  missesSize,
}

// stretchShare is the share of the block's height that a stretch of small
// running text must have.
const stretchShare = 1.0 / 3

func judgeBodySize(f *measure.Facts, p *profile.Profile) Outcome {
	out, limit := atLeast(f, f.BodySize, p.BodySize.Min, p.Tolerance.BodySize, "the body is set in %s type, not %s")
	if out.result != broken && p.BodySize.Min > 0 {
		out.addSmallPages(f, p, limit)
		out.addSmallStretches(f, p, limit)
		out.addScattered(f, p, limit)
		out.unsureOfParts(f)
	}
	return out
}

// breaks makes the outcome broken by a measure: what is seen breaks a rule,
// whatever cannot be seen.
func (o *Outcome) breaks(got float64) {
	if o.result != broken {
		o.Got = got
	}
	o.result, o.Message = broken, ""
}

// atLeast holds a measure of the whole paper's type against the least that is
// asked (0: nothing). message tells in points what is measured and what asked.
// It returns the limit with the tolerance taken off, for a closer look.
func atLeast(f *measure.Facts, got measure.Number, want, tolerance float64, message string) (out Outcome, limit float64) {
	if want == 0 {
		return Outcome{}, 0
	}
	limit = want - tolerance
	switch {
	case got.Known && got.Value < limit:
		out = Outcome{result: broken, Got: got.Value, Findings: []report.Finding{{
			Got: got.Value, Want: want, Unit: "pt", Message: fmt.Sprintf(message, points(got.Value), points(want)),
		}}}
	case !got.Known || len(f.Unmeasured) > 0:
		out = noSize(f, "there is too little running text to measure")
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
		o.breaks(page.BodySize.Value)
		o.Findings = append(o.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: page.BodySize.Value, Want: p.BodySize.Min, Unit: "pt",
			Message: fmt.Sprintf("most running text of the page is set in %s type, not %s", points(page.BodySize.Value), points(p.BodySize.Min)),
		})
	}
}

func (o *Outcome) addSmallStretches(f *measure.Facts, p *profile.Profile, limit float64) {
	if p.Block.Height == 0 {
		return
	}
	for _, s := range f.SmallStretches(limit, stretchShare*p.Block.Height) {
		o.breaks(s.Size)
		o.Findings = append(o.Findings, report.Finding{
			Page: s.Page, Box: box(s.Box), Got: s.Size, Want: p.BodySize.Min, Unit: "pt",
			Message: fmt.Sprintf("%s of running text, %s deep, are set in %s type, not %s", count(s.Lines, "line"), inch(s.Depth), points(s.Size), points(p.BodySize.Min)),
		})
	}
}

// addScattered adds small type that is scattered over the running text.
func (o *Outcome) addScattered(f *measure.Facts, p *profile.Profile, limit float64) {
	s, ok := f.ScatteredSmall(limit)
	got, sized := o.Got.(float64)
	if !ok || !sized || o.result == broken {
		return
	}
	what := "lines"
	if s.Chars {
		what = "characters"
	}
	finding := report.Finding{Want: p.BodySize.Min, Unit: "pt",
		Message: fmt.Sprintf("%.0f %% of the %s of running text are smaller than %s", 100*s.Share, what, points(p.BodySize.Min))}
	if len(s.Lines) > 0 {
		finding.Page, finding.Box = s.Lines[0].Page, box(s.Lines[0].Box)
	}
	o.breaks(got)
	o.Findings = append(o.Findings, finding)
}

// Lines that are set tighter than the rest of their paragraphs.
const (
	tightBelow = 0.45    // points below the limit: printers' drivers miss by less
	tightShare = 1.0 / 5 // of a page's gaps
	tightGaps  = 6       // and at least so many
)

// addTightPages adds the pages of which a share of the gaps within paragraphs are
// clearly below the limit.
func (o *Outcome) addTightPages(f *measure.Facts, p *profile.Profile) {
	for i := range f.Pages {
		page := &f.Pages[i]
		least, where, n := p.Leading.Min, geom.Empty(), 0
		for _, g := range page.Gaps {
			if g.Distance < p.Leading.Min-tightBelow {
				least, where, n = min(least, g.Distance), where.Union(g.Box), n+1
			}
		}
		if n < tightGaps || float64(n) < tightShare*float64(page.TextGaps) || slices.ContainsFunc(o.Findings, func(x report.Finding) bool { return x.Page == page.Number }) {
			continue
		}
		o.breaks(least)
		o.Findings = append(o.Findings, report.Finding{
			Page: page.Number, Box: box(where), Got: least, Want: p.Leading.Min, Unit: "pt",
			Message: fmt.Sprintf("%d lines within paragraphs of the page follow the line above at less than %s, down to %s",
				n, points(p.Leading.Min), points(least)),
		})
	}
}

var leading = Rule{
	ID:    "leading",
	Title: "distance between the baselines of body lines",
	Why: `Lines that stand too close are hard to follow, and are a way around the page
limit.`,
	By: byOpML,
	Doc: `The distance between successive baselines within blocks of running text: the
mean of the cluster, one point wide, that holds most distances, over the paper
and on each page with at least ten. It is never rounded before it is compared.
TeX's 12 pt is 11.955 PDF points, which is inside the tolerance.`,
	Fix: Fix{
		LaTeX:  `remove \linespread, \baselinestretch and \setstretch below 1, and packages such as savetrees.`,
		Word:   "set the line spacing to exactly «leading in points»; “single” depends on the font, and may be less.",
		Guides: &leadingGuides,
	},
	limit: limitLeading,
	judge: judgeLeading,
	miss:  missesLeading,
}

func judgeLeading(f *measure.Facts, p *profile.Profile) Outcome {
	out, limit := atLeast(f, f.Leading, p.Leading.Min, p.Tolerance.Leading, "body lines follow each other at %s, not %s")
	if out.result == broken || p.Leading.Min == 0 {
		return out
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if !page.Leading.Known || page.Leading.Value >= limit {
			continue
		}
		out.breaks(page.Leading.Value)
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: page.Leading.Value, Want: p.Leading.Min, Unit: "pt",
			Message: fmt.Sprintf("body lines of the page follow each other at %s, not %s", points(page.Leading.Value), points(p.Leading.Min)),
		})
	}
	out.addTightPages(f, p)
	out.unsureOfParts(f)
	return out
}

var fontFamily = Rule{
	ID:    "font-family",
	Title: "family of the body type",
	Why:   `Families differ in width: the same text fits on fewer pages in a narrower one.`,
	By:    byOpML,
	Doc: `The font that most running text is set in must belong to one of the asked
families. Times is known under the names of all its clones; Computer Modern is
not similar to it.`,
	Fix: Fix{
		LaTeX:  `load \usepackage{mathptmx} or \usepackage{newtxtext,newtxmath}; with XeTeX or LuaTeX \setmainfont{TeX Gyre Termes}.`,
		Word:   "set the body text in Times New Roman.",
		Guides: &fontFamilyGuides,
	},
	limit: limitFamilies,
	judge: judgeFamily,
}

func judgeFamily(f *measure.Facts, p *profile.Profile) Outcome {
	if len(p.Families) == 0 {
		return Outcome{}
	}
	out := Outcome{Got: f.BodyFont, Want: strings.Join(p.Families, ", ")}
	if !f.BodySize.Known {
		return noSize(f, "there is no running text to measure")
	}
	for _, family := range p.Families {
		if inFamily(f.BodyFont, family) {
			return out
		}
	}
	out.result = broken
	name := f.BodyFont
	if name == "" {
		name = "a font without a name"
	}
	out.Findings = append(out.Findings, report.Finding{Got: out.Got, Want: out.Want,
		Message: fmt.Sprintf("the body is set in %s, which is not known to be like %s", name, familyTitle(p.Families))})
	return out
}

// families lists the beginnings of the PostScript names, in lower case and
// without spaces and hyphens, under which a family and its clones go.
var families = map[string][]string{
	"times": {
		"times", "nimbusrom", "texgyretermes", "qtm", "termes", "liberationserif", "stix", "xits", "tempora",
		"freeserif", "tinos", "thorndale", "txr", "rtxr", "ntxr", "ntx", "newtx", "ptm", "utm", "mathtime",
		"dutch801", "timesten", "tiro",
	},
	"libertine":       {"linlibertine", "linuxlibertine", "libertin", "libertinus", "lxl"},
	"computer-modern": {"cmr", "cmb", "cmti", "cmsl", "sfrm", "lmroman", "lmr", "newcm", "ecrm", "cmuserif", "mlmr"},
	"palatino":        {"palatino", "urwpallad", "texgyrepagella", "pagella", "pplr", "pazo", "bookantiqua", "tgpagella", "newpx", "pxr"},
	"charter":         {"charter", "bitstreamcharter", "xcharter", "bch", "charis"},
	"garamond":        {"garamond", "ebgaramond", "urwgaramond", "agaramond", "adobegaramond", "cormorant"},
	"cambria":         {"cambria", "caladea"},
	"helvetica":       {"helvetica", "nimbussan", "texgyreheros", "heros", "phv", "uhv", "liberationsans", "arimo"},
	"arial":           {"arial", "liberationsans", "arimo", "helvetica", "nimbussan"},
	"calibri":         {"calibri", "carlito"},
}

func inFamily(name, family string) bool {
	name = strings.NewReplacer(" ", "", "-", "", "_", "", ",", "").Replace(strings.ToLower(name))
	for _, begin := range families[family] {
		if strings.HasPrefix(name, begin) {
			return true
		}
	}
	return false
}

func familyTitle(names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, strings.ToUpper(n[:1])+n[1:])
	}
	return strings.Join(out, " or ")
}
