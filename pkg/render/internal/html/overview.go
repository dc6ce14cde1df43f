package html

import (
	"cmp"

	"github.com/paperfit/paperfit/pkg/render/internal/words"

	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// the style sheet and the script

var (
	//go:embed overview.css
	overviewCSS string

	// overviewJS sorts and filters the table. Without it the table is complete, in
	// the order of the files.
	//go:embed overview.js
	overviewJS string
)

// overview is a table of all files of a run, which links to the page of each. It
// holds nothing of a file but its row.
type overview struct {
	builder
	opt     form.Options
	tool    report.Tool
	profile report.Profile
	summary report.Summary
	rows    []overviewRow
}

// overviewRow is what the overview tells of a file.
type overviewRow struct {
	page     string // its name
	path     string
	category string // "" where files have none of their own
	verdict  report.Verdict
	measured report.Measured
	broken   []brokenRule
	remark   string // where there is no broken rule to tell of
	notes    int
}

// brokenRule is a rule that a file breaks.
type brokenRule struct {
	rule   string
	status report.Status
}

// add adds the row of a file.
func (o *overview) add(page string, f *report.File) {
	row := overviewRow{page: page, path: f.Path, category: f.Category, verdict: f.Verdict, measured: f.Measured, notes: len(f.Notes)}
	if f.Verdict == report.Error {
		row.remark = inShort(o.opt, f)
	}
	for _, r := range words.Rulings(o.opt, *f) {
		if r.Violated() && (r.Rule != report.RuleReadable || f.Verdict == report.Error) {
			row.broken = append(row.broken, brokenRule{r.Rule, r.Status})
		}
	}
	if len(row.broken) == 0 && f.Verdict == report.Unknown {
		row.remark = inShort(o.opt, f)
	}
	o.rows = append(o.rows, row)
	o.summary.Add(f)
}

// html returns the document.
func (o *overview) html() []byte {
	o.head(folderGenerator, words.Plural(len(o.rows), "file")+" – paperfit", styleSheet(sheetCSS+overviewCSS), script(overviewJS))
	o.begin("body")
	o.begin("main", class("overview"), id("main"))
	common := o.common()
	o.summaryPart(common)
	o.filter(common)
	o.table(common)
	o.endLine()
	o.footer(o.tool, o.profile, "This page and those it links to load nothing and send nothing.")
	o.endLine()
	o.end() // html
	return o.buf
}

// commonRule is a rule and how many files break it.
type commonRule struct {
	rule         string
	failed, warn int // files
}

func (c commonRule) files() int { return c.failed + c.warn }

// common returns the rules that are broken, those of most files first.
func (o *overview) common() []commonRule {
	var out []commonRule
	at := map[string]int{}
	for _, row := range o.rows {
		for _, b := range row.broken {
			i, known := at[b.rule]
			if !known {
				i = len(out)
				at[b.rule] = i
				out = append(out, commonRule{rule: b.rule})
			}
			if b.status == report.StatusFail {
				out[i].failed++
			} else {
				out[i].warn++
			}
		}
	}
	slices.SortStableFunc(out, func(a, b commonRule) int {
		return cmp.Or(cmp.Compare(b.files(), a.files()), strings.Compare(a.rule, b.rule))
	})
	return out
}

// summaryPart tells how many files there are of each verdict, and what they break
// most often.
func (o *overview) summaryPart(common []commonRule) {
	o.beginChecked(len(o.rows), o.profile, o.summary)
	o.verdictBar()
	o.endLine()
	if len(common) == 0 {
		return
	}
	o.begin("section", class("common"), attr{"aria-labelledby", "common"})
	o.leaf("h2", "What is broken most often", id("common"))
	o.begin("table")
	o.begin("thead", class("spoken"))
	o.begin("tr")
	for _, head := range []string{"Rule", "Files that break it", "Share of all files"} {
		o.leaf("th", head, attr{"scope", "col"})
	}
	o.end()
	o.endLine()
	o.begin("tbody")
	shown := common[:min(len(common), maxCommon)]
	for _, c := range shown {
		o.commonRow(c)
	}
	o.end()
	o.end()
	if more := len(common) - len(shown); more > 0 {
		o.leaf("p", "And "+words.Plural(more, "more rule")+", no more often.", class("fine"))
	}
	o.endLine()
}

// maxCommon caps the rules that are drawn: more are no picture.
const maxCommon = 10

// barWidth is the width of the bars, in units of their own.
const barWidth = 200

// share returns a number of files as a part of a bar.
func (o *overview) share(files int) float64 {
	return barWidth * float64(files) / float64(max(1, len(o.rows)))
}

func (o *overview) commonRow(c commonRule) {
	o.begin("tr")
	o.leaf("th", c.rule, attr{"scope", "row"}, attr{"data-rule", c.rule})
	o.leaf("td", strconv.Itoa(c.files()), class("count"))
	o.begin("td", class("share"))
	o.begin("svg", silent(), attr{"viewBox", "0 0 200 10"}, attr{"preserveAspectRatio", "none"})
	o.shape("rect", class("ground"), attr{"width", "200"}, attr{"height", "10"})
	o.bar(0, c.failed, report.StatusFail)
	o.bar(c.failed, c.warn, report.StatusWarn)
	o.end()
	o.leaf("span", percent(c.files(), len(o.rows)))
	o.end()
	o.endLine()
}

// bar draws files as a part of a bar, after others.
func (o *overview) bar(after, files int, status report.Status) {
	if files > 0 {
		o.shape("rect", class("bar "+string(status)), num("x", o.share(after)), num("width", o.share(files)), attr{"height", "10"})
	}
}

// percent tells a share; what is there is never none, and what is missing never
// all.
func percent(part, whole int) string {
	p := (200*part + whole) / (2 * whole)
	switch {
	case p == 0:
		return "< 1 %"
	case p == 100 && part < whole:
		return "> 99 %"
	}
	return strconv.Itoa(p) + " %"
}

// verdictBar draws the shares of the verdicts, which are told in words above.
func (o *overview) verdictBar() {
	o.begin("svg", class("verdicts"), silent(), attr{"viewBox", "0 0 200 4"}, attr{"preserveAspectRatio", "none"})
	after := 0
	for _, part := range words.VerdictCounts(o.summary) {
		if part.N > 0 {
			o.shape("rect", class("bar "+string(part.Verdict)), num("x", o.share(after)), num("width", o.share(part.N)), attr{"height", "4"})
		}
		after += part.N
	}
	o.endLine()
}
