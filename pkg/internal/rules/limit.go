package rules

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
)

// The functions below return what a profile requires of a rule's measure, as the
// checks of the rule report it.

// limitPaper returns the page size, or all of them where several are allowed.
func limitPaper(p *profile.Profile) Limit {
	tolerance := geom.Inches(p.Tolerance.Paper)
	switch len(p.Paper) {
	case 0:
		return Limit{}
	case 1:
		return Limit{geom.SizeIn(p.Paper[0].Width, p.Paper[0].Height), tolerance, "in"}
	}
	return Limit{strings.Join(paperSizes(p), " or "), tolerance, "in"}
}

// paperSizes returns the allowed sizes in inches, in words.
func paperSizes(p *profile.Profile) []string {
	var sizes []string
	for _, s := range p.Paper {
		sizes = append(sizes, fmt.Sprintf("%s × %s", digits(geom.Inches(s.Width), 2), digits(geom.Inches(s.Height), 2)))
	}
	return sizes
}

func limitPages(p *profile.Profile) Limit {
	switch {
	case len(p.Pages) == 0:
		return Limit{}
	case len(p.Pages) == 1 && isUsual(&p.Pages[0]) && p.Pages[0].Least == 0 && p.Pages[0].Warn == 0:
		return Limit{Want: p.Pages[0].Most, Unit: "pages"}
	}
	var words []string
	for i := range p.Pages {
		words = append(words, limitWords(p.Pages[i].Count, "page")+counted(&p.Pages[i])+warnWords(p.Pages[i].Count))
	}
	return Limit{Want: strings.Join(words, ", ")}
}

func limitBlock(p *profile.Profile) Limit {
	if p.Block == (profile.Size{}) {
		return Limit{}
	}
	return Limit{geom.SizeIn(p.Block.Width, p.Block.Height), geom.Inches(p.Tolerance.Block), "in"}
}

func limitBodySize(p *profile.Profile) Limit {
	return limitPoints(p.BodySize.Min, p.Tolerance.BodySize)
}

func limitLeading(p *profile.Profile) Limit { return limitPoints(p.Leading.Min, p.Tolerance.Leading) }

func limitPoints(want, tolerance float64) Limit {
	if want == 0 {
		return Limit{}
	}
	return Limit{want, tolerance, "pt"}
}

func limitColumns(p *profile.Profile) Limit {
	if p.Columns == 0 {
		return Limit{}
	}
	return Limit{Want: p.Columns}
}

func limitFamilies(p *profile.Profile) Limit {
	if len(p.Families) == 0 {
		return Limit{}
	}
	return Limit{Want: strings.Join(p.Families, ", ")}
}

func limitTiny(p *profile.Profile) Limit { return Limit{Want: leastFigure(p), Unit: "pt"} }

// leastFigure returns the least size of type in figures and tables; TeX's points
// are a little smaller than those of a profile.
func leastFigure(p *profile.Profile) float64 {
	if p.MinFigure == 0 {
		return measure.TinyBelow
	}
	return p.MinFigure - p.Tolerance.BodySize
}
