package html

import (
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// overviewColumn is a column with a measure: what it shows, and by what it is
// sorted. Its cell is marked where the rule is broken.
type overviewColumn struct {
	head, unit string
	rule       string
	cell       func(report.Measured) (text, value string)
}

// overviewColumns are the measures of the overview.
var overviewColumns = []overviewColumn{
	{head: "Pages", cell: func(m report.Measured) (string, string) { return countCell(m.Pages) }},
	{head: "Content", unit: " pages", rule: "page-limit", cell: func(m report.Measured) (string, string) { return countCell(m.ContentPages) }},
	{head: "Block", unit: ", in", rule: "text-block", cell: blockCell},
	{head: "Type", unit: ", pt", rule: "body-font-size", cell: func(m report.Measured) (string, string) { return sizeCell(m.BodyFontPt) }},
	{head: "Leading", unit: ", pt", rule: "leading", cell: func(m report.Measured) (string, string) { return sizeCell(m.LeadingPt) }},
	{head: "Columns", rule: "columns", cell: func(m report.Measured) (string, string) { return countCell(m.Columns) }},
}

// notMeasured stands where there is no measure. It is sorted to the end.
const notMeasured = "?"

func countCell(n *int) (text, value string) {
	if n == nil {
		return notMeasured, ""
	}
	return strconv.Itoa(*n), strconv.Itoa(*n)
}

func sizeCell(x *float64) (text, value string) {
	if x == nil {
		return notMeasured, ""
	}
	return words.Number(*x), words.Number(*x)
}

// blockCell tells width and height; the area is what it is sorted by.
func blockCell(m report.Measured) (text, value string) {
	b := m.TextBlockIn
	if b == nil {
		return notMeasured, ""
	}
	return words.Number(b[0]) + " × " + words.Number(b[1]), words.Number(b[0] * b[1])
}

// verdictOrder is how verdicts are sorted: what needs a look first.
var verdictOrder = map[report.Verdict]string{report.Error: "0", report.Fail: "1", report.Unknown: "2", report.Pass: "3"}

// table writes the files. A cell has the value that it is sorted by where that is
// not its text.
func (o *overview) table(common []commonRule) {
	o.begin("section", class("all"), attr{"aria-labelledby", "files"})
	o.leaf("h2", "Files", id("files"))
	o.leaf("p", "", id("shown"), class("fine"), attr{"role", "status"})
	o.begin("div", class("wide"), attr{"role", "region"}, attr{"aria-labelledby", "files"}, attr{"tabindex", "0"})
	o.begin("table", class("index"), id("table"))
	o.begin("thead")
	o.begin("tr")
	o.columnHead("File", "", "text")
	o.columnHead("Verdict", "", "number")
	for _, c := range overviewColumns {
		o.columnHead(c.head, c.unit, "number")
	}
	o.columnHead("Notes", "", "number")
	o.columnHead("Rules broken", "", "number")
	o.end()
	o.endLine()
	o.begin("tbody")
	for i := range o.rows {
		o.row(&o.rows[i], common)
	}
	o.end()
	o.end()
	o.end()
	o.endLine()
}

// columnHead writes the head of a column, which tells how it is sorted.
func (o *overview) columnHead(head, unit, sortedAs string) {
	o.begin("th", attr{"scope", "col"}, attr{"data-sort", sortedAs})
	o.text(head)
	if unit != "" {
		o.leaf("small", unit)
	}
	o.end()
}

func (o *overview) row(r *overviewRow, common []commonRule) {
	names := make([]string, len(r.broken))
	status := map[string]report.Status{}
	for i, b := range r.broken {
		names[i], status[b.rule] = b.rule, b.status
	}
	o.begin("tr", attr{"data-verdict", string(r.verdict)}, attr{"data-rules", strings.Join(names, " ")})
	o.begin("th", attr{"scope", "row"}, attr{"data-value", words.DisplayPath(r.path)})
	o.begin("a", attr{"href", r.page})
	o.pathParts(r.path)
	o.end()
	if r.category != "" {
		o.leaf("small", " "+r.category)
	}
	o.end()
	o.begin("td", attr{"data-value", verdictOrder[r.verdict]})
	o.verdict(r.verdict)
	o.end()
	for _, c := range overviewColumns {
		text, value := c.cell(r.measured)
		o.leaf("td", text, class(strings.TrimSpace("measure "+string(status[c.rule]))), attr{"data-value", value})
	}
	o.leaf("td", strconv.Itoa(r.notes), class("measure"), attr{"data-value", strconv.Itoa(r.notes)})
	o.begin("td", attr{"data-value", strconv.Itoa(len(r.broken))})
	o.spark(status, common)
	o.brokenRules(r)
	o.endLine()
	o.endLine()
}

// spark draws which of the rules that are broken most often a file breaks, in
// the order of the table of rules: a high bar is an error, a low one a warning.
func (o *overview) spark(status map[string]report.Status, common []commonRule) {
	const step, high, low = 5, 16, 8
	if len(common) == 0 {
		return
	}
	n := min(len(common), maxCommon)
	o.begin("svg", class("spark"), silent(), num("width", float64(step*n)), num("height", high+2))
	o.shape("path", class("ground"), attr{"d", "M0 17.5h" + strconv.Itoa(step*n-1)})
	for i, c := range common[:n] {
		height := 0.0
		switch status[c.rule] {
		case report.StatusFail:
			height = high
		case report.StatusWarn:
			height = low
		default:
			continue
		}
		o.shape("rect", class("bar "+string(status[c.rule])), num("x", float64(step*i)), num("y", high-height), attr{"width", "4"}, num("height", height))
	}
	o.end()
}

// brokenRules tells in words what a file breaks.
func (o *overview) brokenRules(r *overviewRow) {
	if r.remark != "" {
		o.leaf("span", r.remark, class("remark"))
		return
	}
	if len(r.broken) == 0 {
		o.leaf("span", "none", class("remark"))
		return
	}
	o.begin("ul", class("broken"))
	for _, b := range r.broken {
		o.begin("li", class(string(b.status)))
		o.text(b.rule)
		if b.status == report.StatusWarn {
			o.leaf("small", " warning")
		}
		o.end()
	}
	o.end()
}

// filter writes the form that filters the table. The script shows it.
func (o *overview) filter(common []commonRule) {
	o.begin("form", id("filter"), attr{"role", "search"}, attr{"hidden", "hidden"}, label("Filter the files"))
	o.begin("label", class("find"))
	o.text("File ")
	o.void("input", attr{"type", "search"}, attr{"name", "text"}, attr{"autocomplete", "off"}, attr{"placeholder", "part of its name"})
	o.end()
	o.begin("fieldset")
	o.leaf("legend", "Verdict", class("spoken"))
	o.choice("", "all "+strconv.Itoa(len(o.rows)), "checked")
	for _, part := range words.VerdictCounts(o.summary) {
		if part.N > 0 {
			o.choice(part.Verdict, verdictWord(part.Verdict)+" "+strconv.Itoa(part.N), "")
		}
	}
	o.end()
	o.begin("label")
	o.text("Rule ")
	o.begin("select", attr{"name", "rule"})
	o.leaf("option", "any", attr{"value", ""})
	for _, c := range common {
		o.leaf("option", c.rule+" ("+strconv.Itoa(c.files())+")", attr{"value", c.rule})
	}
	o.end()
	o.end()
	o.leaf("button", "Show all", attr{"type", "reset"}, attr{"name", "all"})
	o.endLine()
}

// choice writes a verdict that can be chosen.
func (o *overview) choice(v report.Verdict, words string, checked constant) {
	state := attr{}
	if checked != "" {
		state = attr{checked, "checked"}
	}
	o.begin("label", class("choice "+string(v)))
	o.void("input", attr{"type", "radio"}, attr{"name", "verdict"}, attr{"value", string(v)}, state)
	o.leaf("span", words)
	o.end()
}
