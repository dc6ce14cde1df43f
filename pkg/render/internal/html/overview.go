package html

import (
	"cmp"
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// the style sheet and the script

var (
	//go:embed overview.css
	overviewCSS string

	// overviewJS shows the table. Without it there is a list of the papers that do
	// not pass.
	//go:embed overview.js
	overviewJS string
)

// overview is a table of all papers of a run, which links to the pages of those that
// have one. It holds nothing of a paper but its row: there may be tens of thousands.
type overview struct {
	builder
	opt     form.Options
	tool    report.Tool
	profile report.Profile
	summary report.Summary

	papers     overviewPapers
	list       builder                // for browsers without scripts
	inList     int                    // papers that belong there
	verdicts   map[report.Verdict]int // of all papers, those that pass with warnings apart
	files      int
	rules      ruleCounts
	categories map[string]int
	undrawn    int // pages of papers, for which there was no room to draw
}

// newOverview returns an overview without papers.
func newOverview(opt form.Options) overview {
	return overview{
		opt: opt, verdicts: map[report.Verdict]int{}, categories: map[string]int{}, rules: ruleCounts{at: map[string]int{}},
		papers: overviewPapers{measured: make([][]any, len(overviewColumns))},
	}
}

// html returns the document.
func (o *overview) html() ([]byte, error) {
	run := script(overviewJS)
	if o.files == 0 {
		run = ""
	}
	o.head(folderGenerator, plural(o.files, "paper")+" – paperfit", styleSheet(sheetCSS+overviewCSS), run)
	o.begin("body")
	o.begin("main", class("overview"), id("main"))
	common := o.rules.common()
	o.summaryPart(common)
	if o.files > 0 {
		o.filter(common)
		o.table()
		o.withoutScript()
	}
	o.endLine()
	o.footer(o.tool, o.profile, "This page and those it links to load nothing and send nothing.")
	if o.files > 0 {
		if err := o.data(); err != nil {
			return nil, err
		}
	}
	o.endLine()
	o.end() // html
	return o.buf, nil
}

// commonRule is a rule and how many papers violate it.
type commonRule struct {
	rule         string
	failed, warn int // papers
}

func (c commonRule) files() int { return c.failed + c.warn }

// ruleCounts are the rules that are violated, in the order in which they came.
type ruleCounts struct {
	list []commonRule
	at   map[string]int
}

// add counts a paper that violates a rule, and returns the rule's number.
func (r *ruleCounts) add(rule string, status report.Status) int {
	i, known := r.at[rule]
	if !known {
		i = len(r.list)
		r.at[rule] = i
		r.list = append(r.list, commonRule{rule: rule})
	}
	if status == report.StatusFail {
		r.list[i].failed++
	} else {
		r.list[i].warn++
	}
	return i
}

// common returns the rules, those that most papers violate first.
func (r *ruleCounts) common() []commonRule {
	return slices.SortedStableFunc(slices.Values(r.list), func(a, b commonRule) int {
		return cmp.Or(cmp.Compare(b.files(), a.files()), strings.Compare(a.rule, b.rule))
	})
}

// summaryPart tells how many papers there are of each verdict, and what they violate
// most often.
func (o *overview) summaryPart(common []commonRule) {
	o.beginChecked(plural(o.files, "paper"), o.profile, o.summary, o.verdicts[passesWithWarnings])
	if o.undrawn > 0 {
		o.leaf("p", "No pages are drawn of the last "+plural(o.undrawn, "paper")+" that have a page here: drawings are limited to "+strconv.Itoa(maxFolderDrawings>>20)+" MB (limit maxFolderDrawings).", class("fine"))
	}
	o.verdictBar()
	o.endLine()
	o.begin("div", class("digest"))
	if len(common) > 0 {
		o.commonRules(common)
	}
	o.mailPart(common)
	o.endLine()
}

// commonRules draws how often rules are violated.
func (o *overview) commonRules(common []commonRule) {
	o.begin("section", class("common"), attr{"aria-labelledby", "common"})
	o.leaf("h2", "Violated most often", id("common"))
	o.begin("table")
	o.begin("thead", class("spoken"))
	o.begin("tr")
	for _, head := range []string{"Rule", "Papers that violate it", "Share of all papers"} {
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

// share returns a number of papers as a part of a bar.
func (o *overview) share(files int) float64 {
	return barWidth * float64(files) / float64(max(1, o.files))
}

func (o *overview) commonRow(c commonRule) {
	o.begin("tr")
	o.leaf("th", c.rule, attr{"scope", "row"}, attr{"data-rule", c.rule})
	o.leaf("td", grouped(c.files()), class("count"))
	o.begin("td", class("share"))
	o.begin("svg", silent(), attr{"viewBox", "0 0 200 10"}, attr{"preserveAspectRatio", "none"})
	o.shape("rect", class("ground"), attr{"width", "200"}, attr{"height", "10"})
	o.bar(0, c.failed, "10", string(report.StatusFail))
	o.bar(c.failed, c.warn, "10", string(report.StatusWarn))
	o.end()
	o.leaf("span", percent(c.files(), o.files))
	o.end()
	o.endLine()
}

// bar draws papers as a part of a bar, after others.
func (o *overview) bar(after, files int, height, tone string) {
	if files > 0 {
		o.shape("rect", class("bar "+tone), num("x", o.share(after)), num("width", o.share(files)), attr{"height", height})
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
	for _, v := range slices.Backward(verdictsInOrder) {
		o.bar(after, o.verdicts[v], "4", string(v))
		after += o.verdicts[v]
	}
	o.endLine()
}

// mailPart writes the summary as text for a mail, with a button that copies it.
func (o *overview) mailPart(common []commonRule) {
	o.begin("section", class("mail"), attr{"aria-labelledby", "summary"})
	o.leaf("h2", "Summary for a mail", id("summary"))
	o.begin("pre", id("mail"), attr{"tabindex", "0"}, label("Summary for a mail"))
	for _, line := range o.mail(common) {
		o.text(line)
		o.buf = append(o.buf, '\n')
	}
	o.end()
	o.begin("p", byScript(), attr{"hidden", "hidden"})
	o.leaf("button", "Copy", id("copy"), attr{"type", "button"})
	o.leaf("span", "", id("copied"), attr{"role", "status"})
	o.end()
	o.endLine()
}

// mail returns the lines of the summary.
func (o *overview) mail(common []commonRule) []string {
	out := []string{"Format check of " + plural(o.files, "paper") + " by the rules of " + o.profile.Title, ""}
	for _, v := range slices.Backward(verdictsInOrder) {
		if n := o.verdicts[v]; n > 0 {
			out = append(out, "- "+verdictWord(v)+": "+plural(n, "paper")+" ("+percent(n, o.files)+")")
		}
	}
	if len(common) > 0 {
		out = append(out, "", "Violated most often:")
	}
	for _, c := range common[:min(len(common), maxCommon)] {
		out = append(out, "- "+c.rule+": "+plural(c.files(), "paper")+" ("+percent(c.files(), o.files)+")")
	}
	out = append(out, "")
	for _, text := range []string{words.Interruption(o.summary), words.SkippedText(o.summary.Skipped)} {
		if text != "" {
			out = append(out, text)
		}
	}
	return append(out, o.tool.Name+" "+o.tool.Version+", profile "+o.profile.Name)
}
