package rules

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var gutter = Rule{
	ID:    "gutter",
	Title: "space between the columns",
	Why:   `Columns that nearly touch are read across.`,
	By:    byGutter,
	Doc: `On each page with at least twelve full lines of running text in both of two
neighbouring columns: the distance from where the lines of the one usually end to
where those of the other usually begin.`,
	Guides: &gutterGuides,
	limit:  limitGutter,
	judge:  judgeGutter,
}

var columnWidth = Rule{
	ID:    "column-width",
	Title: "columns no wider than allowed",
	Why:   `The proceedings are set in columns of one width.`,
	By:    byColumns,
	Doc: `On each page with at least twelve full lines of running text in a column: the
distance from where its lines usually begin to where they usually end.`,
	Guides: &columnWidthGuides,
	limit:  limitColumn,
	judge:  judgeColumnWidth,
}

var equalColumns = Rule{
	ID:    "equal-columns",
	Title: "columns of equal width",
	Why:   `A wider column holds more words: the page limit assumes equal ones.`,
	By:    byColumns,
	Doc: `On each page with at least twelve full lines of running text in every column: the
widest column against the narrowest, a tenth of the lines left aside. The rule is
violated when columns differ on more than half of these pages.`,
	Guides: &equalColumnsGuides,
	judge:  judgeEqualColumns,
}

func limitGutter(p *profile.Profile) Limit {
	if p.Gutter.Min == 0 {
		return Limit{}
	}
	return Limit{geom.Inches(p.Gutter.Min), geom.Inches(p.Tolerance.Gutter), "in"}
}

func limitColumn(p *profile.Profile) Limit {
	if p.Column == 0 {
		return Limit{}
	}
	return Limit{geom.Inches(p.Column), geom.Inches(p.Tolerance.Columns), "in"}
}

// strip is what a column takes of the page's width.
type strip struct {
	x0, x1 float64 // where lines usually begin and end
	full   float64 // from where the first of them begin to where the last end
}

func (s strip) width() float64 { return s.x1 - s.x0 }

// stripsOf returns the strips of the page's columns as their full lines show
// them; ok is false where a column has too few to tell. Lines that are indented
// or hang their punctuation are outvoted.
func stripsOf(page *measure.Page) (out []strip, ok bool) {
	for column := range page.Columns {
		var starts, ends []float64
		for i := range page.Lines {
			if l := &page.Lines[i]; l.Column == column && l.Running && l.Full {
				starts, ends = append(starts, l.Box.X0), append(ends, l.Box.X1)
			}
		}
		if len(starts) < minColumnLines {
			return nil, false
		}
		slices.Sort(starts)
		slices.Sort(ends)
		few := len(starts) / 10 // lines that stick out
		out = append(out, strip{starts[len(starts)/2], ends[len(ends)/2], ends[len(ends)-1-few] - starts[few]})
	}
	return out, len(out) > 0
}

// eachStrips calls look with the strips of each page that shows them; it returns
// how many did.
func eachStrips(f *measure.Facts, least int, look func(*measure.Page, []strip)) int {
	n := 0
	for i := range f.Pages {
		if strips, ok := stripsOf(&f.Pages[i]); ok && len(strips) >= least {
			n++
			look(&f.Pages[i], strips)
		}
	}
	return n
}

// unseenColumns returns the outcome where no page shows its columns: unknown, or
// met where the paper has fewer of them than the rule looks at.
func unseenColumns(f *measure.Facts, least int, required Limit) Outcome {
	out := Outcome{}
	if !f.Columns.Known || int(f.Columns.Value) >= least || len(f.Unmeasured) > 0 {
		out = cannot(f, report.Say(wording.ColumnsUnclear, nil))
	}
	if out.result == met {
		out.Got = count(int(f.Columns.Value), "column")
		required.Unit = ""
	}
	out.Want, out.Tolerance, out.Unit = required.Want, required.Tolerance, required.Unit
	return out
}

func judgeGutter(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitGutter(p)
	if required.Want == nil {
		return Outcome{}
	}
	out := Outcome{Want: required.Want, Tolerance: required.Tolerance, Unit: required.Unit}
	least := math.Inf(1)
	n := eachStrips(f, 2, func(page *measure.Page, strips []strip) {
		for i := 1; i < len(strips); i++ {
			got := strips[i].x0 - strips[i-1].x1
			least = min(least, got)
			if got >= p.Gutter.Min-p.Tolerance.Gutter {
				continue
			}
			out.result = violated
			out.Findings = append(out.Findings, report.Finding{
				Page: page.Number, Box: box(page.Block), Got: geom.Inches(got), Want: geom.Inches(p.Gutter.Min), Unit: "in",
				Sentence: report.Say(wording.GutterNarrow, report.Args{"gutter": geom.Inches(got), "least": geom.Inches(p.Gutter.Min)}),
			})
		}
	})
	if n == 0 {
		return unseenColumns(f, 2, required)
	}
	out.Got = geom.Inches(least)
	return out.sure(f)
}

func judgeColumnWidth(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitColumn(p)
	if required.Want == nil {
		return Outcome{}
	}
	out := Outcome{Want: required.Want, Tolerance: required.Tolerance, Unit: required.Unit}
	widest := 0.0
	n := eachStrips(f, 1, func(page *measure.Page, strips []strip) {
		for _, s := range strips {
			widest = max(widest, s.width())
			if s.width() <= p.Column+p.Tolerance.Columns {
				continue
			}
			out.result = violated
			out.Findings = append(out.Findings, report.Finding{
				Page: page.Number, Box: box(page.Block), Got: geom.Inches(s.width()), Want: geom.Inches(p.Column), Unit: "in",
				Sentence: report.Say(wording.ColumnWide, report.Args{"width": geom.Inches(s.width()), "most": geom.Inches(p.Column)}),
			})
			return
		}
	})
	if n == 0 {
		return unseenColumns(f, 1, required)
	}
	out.Got = geom.Inches(widest)
	return out.sure(f)
}

// judgeEqualColumns reports a violation where most pages show columns that are not
// alike: a page of lists fills a column that is wider than its lines.
func judgeEqualColumns(f *measure.Facts, p *profile.Profile) Outcome {
	var out Outcome
	apart := 0.0
	n := eachStrips(f, 2, func(page *measure.Page, strips []strip) {
		narrow, wide := math.Inf(1), 0.0
		for _, s := range strips {
			narrow, wide = min(narrow, s.full), max(wide, s.full)
		}
		apart = max(apart, wide-narrow)
		if wide-narrow <= p.Tolerance.Columns {
			return
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: geom.Inches(wide), Want: geom.Inches(narrow), Unit: "in",
			Sentence: report.Say(wording.ColumnsUnequal, report.Args{"wide": geom.Inches(wide), "narrow": geom.Inches(narrow)}),
		})
	})
	if n == 0 {
		return unseenColumns(f, 2, Limit{})
	}
	if 2*len(out.Findings) <= n {
		out = Outcome{}
	}
	out.Got = "at most " + inch(apart) + " apart"
	return out.sure(f)
}
