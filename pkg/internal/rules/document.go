package rules

import (
	"cmp"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
	"sync"
)

// Document returns the documentation of the rule as it holds in the profile.
func (r Rule) Document(p *profile.Profile) report.RuleDoc {
	doc := report.RuleDoc{
		Rule: r.ID, Title: r.Title, Why: joined(r.Why), By: r.By, Measured: joined(r.Doc),
	}
	for _, required := range p.Rules {
		if required.ID == r.ID {
			doc.Severity = required.Severity
		}
	}
	if r.otherwise != nil && doc.Severity != "" {
		title, why := r.otherwise(p)
		doc.Title, doc.Why = cmp.Or(title, doc.Title), cmp.Or(why, doc.Why)
	}
	if r.limit != nil && doc.Severity != "" {
		l := r.limit(p)
		doc.Want, doc.Tolerance, doc.Unit = l.Want, l.Tolerance, l.Unit
	}
	if r.Guides != nil {
		doc.Fix = filled(*r.Guides, words(p))
	}
	return doc
}

// joined makes one line of a text that is broken for the source's width.
func joined(text string) string { return strings.Join(strings.Fields(text), " ") }

// filled puts the profile's words into guides.
func filled(g report.Guides, words *strings.Replacer) report.Guides {
	for _, guide := range []*report.Guide{&g.LaTeX, &g.Word, &g.LibreOffice, &g.Typst} {
		guide.Text = words.Replace(joined(guide.Text))
		guide.Code = words.Replace(strings.Trim(guide.Code, "\n"))
	}
	return g
}

// Filler returns what puts the words of a profile in place of those between « and »,
// as fixes have them.
func Filler(p *profile.Profile) func(string) string {
	replacer := sync.OnceValue(func() *strings.Replacer { return words(p) })
	return func(text string) string { return replacer().Replace(text) }
}

// words returns what the words between « and » stand for. What the profile does
// not require is as it is most common.
func words(p *profile.Profile) *strings.Replacer {
	size, leading := orElse(p.BodySize.Min, 10), orElse(p.Leading.Min, 12)
	width, height := orElse(p.Block.Width, 504), orElse(p.Block.Height, 648)
	paper := paperNames(p)
	side, top := geom.Inches(paper.width-width)/2, geom.Inches(paper.height-height)/2
	columns, word, option, other := "2", "Two", "twocolumn", "onecolumn"
	if p.Columns == 1 {
		columns, word, option, other = "1", "One", "onecolumn", "twocolumn"
	}
	return strings.NewReplacer(append(familyWords(p),
		"«width»", digits(geom.Inches(width), 3)+"in", "«height»", digits(geom.Inches(height), 3)+"in",
		"«width in inches»", digits(geom.Inches(width), 3)+" in", "«height in inches»", digits(geom.Inches(height), 3)+" in",
		"«size»", digits(size, 2)+"pt", "«size in points»", digits(size, 2)+" pt",
		"«leading»", digits(leading, 2)+"pt", "«leading in points»", digits(leading, 2)+" pt",
		"«between lines»", digits(leading-size, 2)+"pt",
		"«class»", classFor(size),
		"«columns»", columns, "«Columns in words»", word, "«latex columns»", option, "«other columns»", other,
		"«latex paper»", paper.latex, "«word paper»", paper.word, "«typst paper»", paper.typst,
		"«side margin»", digits(side, 3)+"in", "«side margin in inches»", digits(side, 3)+" in",
		"«top margin»", digits(top, 3)+"in", "«top margin in inches»", digits(top, 3)+" in",
	)...)
}

func orElse(x, other float64) float64 {
	if x == 0 {
		return other
	}
	return x
}

// paper is a page size, in points, under the names that programs give it.
type paper struct {
	width, height      float64
	latex, word, typst string
}

var papers = []paper{
	{612, 792, "letterpaper", "Letter (8.5 × 11 in)", "us-letter"},
	{595.276, 841.89, "a4paper", "A4 (210 × 297 mm)", "a4"},
}

// paperNames returns the profile's paper, US letter when it requires none or for
// one that has no name.
func paperNames(p *profile.Profile) paper {
	if len(p.Paper) > 0 {
		one := profile.Profile{Tolerance: profile.Tolerance{Paper: 2}}
		one.Paper = p.Paper[:1]
		for _, known := range papers {
			if allowedSize(&one, known.width, known.height) {
				return known
			}
		}
	}
	return papers[0]
}

// classFor returns the LaTeX class that has the size as an option.
func classFor(size float64) string {
	switch size {
	case 10, 11, 12:
		return "article"
	}
	return "extarticle"
}
