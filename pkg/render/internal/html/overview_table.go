package html

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// overviewRow is what the overview tells of a paper, as the script reads it.
type overviewRow struct {
	Path     string         `json:"path"`
	Page     string         `json:"page,omitempty"`     // its name; "": the paper has none
	Category string         `json:"category,omitempty"` // "" where papers have none of their own
	Verdict  report.Verdict `json:"verdict"`
	Measured []any          `json:"measured"` // by column: a number, two, or nil
	Notes    int            `json:"notes,omitempty"`
	Fails    []int          `json:"fails,omitempty"` // rules, by their numbers
	Warns    []int          `json:"warns,omitempty"`
	Remark   string         `json:"remark,omitempty"` // instead of rules
}

// add adds the row of a paper.
func (o *overview) add(page string, f *report.File) error {
	row := overviewRow{
		Path: words.Printable(words.DisplayPath(f.Path)), Page: page, Category: words.Printable(f.Category),
		Verdict: shownVerdict(f), Notes: len(f.Notes),
	}
	for _, c := range overviewColumns {
		row.Measured = append(row.Measured, c.measure(f.Measured))
	}
	for _, r := range words.Rulings(o.opt, *f) {
		if !r.Violated() || r.Rule == report.RuleReadable && f.Verdict != report.Error {
			continue
		}
		n := o.rules.add(r.Rule, r.Status)
		if r.Status == report.StatusFail {
			row.Fails = append(row.Fails, n)
		} else {
			row.Warns = append(row.Warns, n)
		}
	}
	if f.Verdict == report.Error || f.Verdict == report.Unknown && len(row.Fails)+len(row.Warns) == 0 {
		row.Remark = words.Printable(inShort(o.opt, f))
	}
	data, err := json.Marshal(row)
	if err != nil {
		return err
	}
	if o.files > 0 {
		o.rows = append(o.rows, ",\n"...)
	}
	o.rows = append(o.rows, data...)
	o.count(&row)
	if f.Verdict != report.Pass {
		o.listed(&row, inShort(o.opt, f))
	}
	return nil
}

// count counts a paper by what it can be filtered by.
func (o *overview) count(row *overviewRow) {
	o.files++
	o.verdicts[row.Verdict]++
	if row.Category != "" {
		o.categories[row.Category]++
	}
}

// overviewColumn is a column with a measure. Its cell is marked where the rule is
// violated.
type overviewColumn struct {
	head, unit string
	label      string // where the table has no head
	rule       string
	measure    func(report.Measured) any
}

// overviewColumns are the measures of the overview.
var overviewColumns = []overviewColumn{
	{head: "Pages", label: "pages", measure: func(m report.Measured) any { return m.Pages }},
	{head: "Content", unit: " pages", label: "content", rule: "page-limit", measure: func(m report.Measured) any { return m.ContentPages }},
	{head: "Block", unit: ", in", label: "block", rule: "text-block", measure: func(m report.Measured) any { return blockOf(m.TextBlockIn) }},
	{head: "Type", unit: ", pt", label: "type", rule: "body-font-size", measure: func(m report.Measured) any { return sizeOf(m.BodyFontPt) }},
	{head: "Leading", unit: ", pt", label: "leading", rule: "leading", measure: func(m report.Measured) any { return sizeOf(m.LeadingPt) }},
	{head: "Columns", label: "columns", rule: "columns", measure: func(m report.Measured) any { return m.Columns }},
}

// sizeOf returns a size with the decimals that people are shown, nil where it is not
// known.
func sizeOf(x *float64) any {
	if x == nil {
		return nil
	}
	return json.Number(words.Number(*x))
}

// blockOf returns width and height.
func blockOf(b *[2]float64) any {
	if b == nil {
		return nil
	}
	return []any{sizeOf(&b[0]), sizeOf(&b[1])}
}

// data writes what the script reads. Go's JSON escapes "<", so that no string ends
// the block.
func (o *overview) data() error {
	type verdict struct {
		Name  report.Verdict `json:"name"`
		Sign  string         `json:"sign"`
		Words string         `json:"words"`
	}
	type column struct {
		Label string `json:"label"`
		Rule  int    `json:"rule"` // its number, -1 where no paper violates it
	}
	var head struct {
		Verdicts []verdict `json:"verdicts"`
		Rules    []string  `json:"rules"`
		Columns  []column  `json:"columns"`
	}
	for _, v := range verdictsInOrder {
		head.Verdicts = append(head.Verdicts, verdict{v, verdictSign(v), verdictWord(v)})
	}
	for _, c := range o.rules.list {
		head.Rules = append(head.Rules, words.Printable(c.rule))
	}
	for _, c := range overviewColumns {
		n, violated := o.rules.at[c.rule]
		if !violated {
			n = -1
		}
		head.Columns = append(head.Columns, column{c.label, n})
	}
	data, err := json.Marshal(head)
	if err != nil {
		return err
	}
	o.begin("script", attr{"type", "application/json"}, id("data"))
	o.buf = append(o.buf, data[:len(data)-1]...)
	o.buf = append(o.buf, ",\"rows\":[\n"...)
	o.buf = append(o.buf, o.rows...)
	o.buf = append(o.buf, "\n]}"...)
	o.endLine()
	return nil
}

// byScript marks what is of use with the script alone, which shows it.
func byScript() attr { return attr{"data-script", ""} }

// table writes the table without its rows, which the script adds.
func (o *overview) table() {
	o.begin("section", class("all"), attr{"aria-labelledby", "files"}, byScript(), attr{"hidden", "hidden"})
	o.leaf("h2", "Papers", id("files"))
	o.leaf("p", "", id("shown"), class("fine"), attr{"role", "status"})
	o.begin("div", class("wide"), attr{"role", "region"}, attr{"aria-labelledby", "files"}, attr{"tabindex", "0"})
	o.begin("table", class("index"), id("table"))
	o.begin("thead")
	o.begin("tr")
	o.columnHead("Paper", "")
	o.columnHead("Verdict", "")
	for _, c := range overviewColumns {
		o.columnHead(c.head, c.unit)
	}
	o.columnHead("Notes", "")
	o.columnHead("Rules violated", "")
	o.end()
	o.end()
	o.leaf("tbody", "")
	o.end()
	o.endLine()
	o.begin("nav", id("pager"), label("Parts of the table"), attr{"hidden", "hidden"})
	o.leaf("button", "Previous", attr{"type", "button"}, attr{"value", "-1"})
	o.leaf("span", "", id("range"))
	o.leaf("button", "Next", attr{"type", "button"}, attr{"value", "1"})
	o.end()
	o.endLine()
}

// columnHead writes the head of a column, which tells how it is sorted.
func (o *overview) columnHead(head, unit string) {
	o.begin("th", attr{"scope", "col"})
	o.text(head)
	if unit != "" {
		o.leaf("small", unit)
	}
	o.end()
}

// listed adds a paper to the list for browsers without scripts.
func (o *overview) listed(row *overviewRow, what string) {
	o.list.begin("li")
	o.list.leaf("a", row.Path, attr{"href", row.Page})
	o.list.text(" " + verdictWord(row.Verdict) + ": " + what)
	o.list.endLine()
}

// withoutScript writes what is shown where scripts do not run.
func (o *overview) withoutScript() {
	o.begin("noscript")
	o.leaf("h2", "Papers that do not pass")
	o.leaf("p", "The table of all papers needs JavaScript. This list has those that do not pass.", class("fine"))
	if len(o.list.buf) == 0 {
		o.leaf("p", "None.")
	} else {
		o.begin("ul", class("plain"))
		o.buf = append(o.buf, o.list.buf...)
		o.end()
	}
	o.endLine()
}

// filter writes the form that filters the table.
func (o *overview) filter(common []commonRule) {
	o.begin("form", id("filter"), attr{"role", "search"}, byScript(), attr{"hidden", "hidden"}, label("Filter the papers"))
	o.begin("label", class("find"))
	o.text("Paper ")
	o.void("input", attr{"type", "search"}, attr{"name", "text"}, attr{"autocomplete", "off"}, attr{"placeholder", "part of its name"})
	o.end()
	o.begin("fieldset")
	o.leaf("legend", "Verdict", class("spoken"))
	o.choice("", "all "+grouped(o.files), "checked")
	for _, v := range slices.Backward(verdictsInOrder) {
		if n := o.verdicts[v]; n > 0 {
			o.choice(v, verdictWord(v)+" "+grouped(n), "")
		}
	}
	o.end()
	rules := make([]option, len(common))
	for i, c := range common {
		rules[i] = option{words.Printable(c.rule), c.files()}
	}
	o.choices("Rule", "rule", rules)
	if len(o.categories) > 0 {
		var categories []option
		for _, name := range slices.Sorted(maps.Keys(o.categories)) {
			categories = append(categories, option{name, o.categories[name]})
		}
		o.choices("Category", "category", categories)
	}
	o.leaf("button", "Show all", attr{"type", "reset"}, attr{"name", "all"})
	o.endLine()
}

// option is what papers can be filtered by, and how many have it.
type option struct {
	name  string
	files int
}

// choices writes a list to choose from.
func (o *overview) choices(title, name string, options []option) {
	o.begin("label")
	o.text(title + " ")
	o.begin("select", attr{"name", name})
	o.leaf("option", "any", attr{"value", ""})
	for _, c := range options {
		o.leaf("option", c.name+" ("+grouped(c.files)+")", attr{"value", c.name})
	}
	o.end()
	o.end()
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

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// plural writes a number of things, with its thousands apart.
func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(n) + " " + noun
}
