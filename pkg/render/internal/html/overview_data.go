package html

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// overviewRow is what the overview tells of a paper.
type overviewRow struct {
	path     string
	page     string         // its name; "": the paper has none
	category string         // "" where papers have none of their own
	verdict  report.Verdict // those that pass with warnings apart
	notes    int
	broken   brokenRules
	remark   string // instead of rules
}

// brokenRules are the rules that a paper violates, by their numbers.
type brokenRules struct {
	Fails []int `json:"fails"`
	Warns []int `json:"warns"`
}

// overviewPapers are the rows as the script reads them: a list for each part of a row,
// and numbers for what many papers share, since a browser has to read the page whole
// before it shows anything.
type overviewPapers struct {
	Folder   []int    `json:"folder"`
	Name     []string `json:"name"`
	Page     []any    `json:"page"` // [pageOf]
	Category []int    `json:"category"`
	Verdict  []int    `json:"verdict"`
	Notes    []int    `json:"notes"` // how many
	Broken   []int    `json:"broken"`
	Remark   []int    `json:"remark"`

	folders, categories, remarks shared[string]
	broken                       shared[brokenRules]
	measured                     [][]any // by column and paper: a number, two, or nil
}

// shared numbers what many papers share.
type shared[T any] struct {
	list []T
	at   map[string]int // by the thing's text
}

// number returns the number of a thing.
func (n *shared[T]) number(thing T) int {
	text := fmt.Sprint(thing)
	i, known := n.at[text]
	if !known {
		if n.at == nil {
			n.at = map[string]int{}
		}
		i = len(n.list)
		n.at[text] = i
		n.list = append(n.list, thing)
	}
	return i
}

// What stands for the name of a page where it need not be written.
const (
	noPage     = 0
	pageByName = 1 // as the paper's, without ".pdf"
)

// pageOf returns what names the page of the n-th paper, to which "-n.html" is added.
func pageOf(page, name string, n int) any {
	if page == "" {
		return noPage
	}
	plain := strings.TrimSuffix(page, pageNumber(n))
	if plain+".pdf" == name {
		return pageByName
	}
	return plain
}

// add adds a row.
func (p *overviewPapers) add(row *overviewRow, m report.Measured) {
	cut := strings.LastIndexAny(row.path, `/\`) + 1
	folder, name := row.path[:cut], row.path[cut:]
	p.Folder = append(p.Folder, p.folders.number(folder))
	p.Name = append(p.Name, name)
	p.Page = append(p.Page, pageOf(row.page, name, len(p.Name)))
	p.Category = append(p.Category, p.categories.number(row.category))
	p.Verdict = append(p.Verdict, slices.Index(verdictsInOrder, row.verdict))
	p.Notes = append(p.Notes, row.notes)
	p.Broken = append(p.Broken, p.broken.number(row.broken))
	p.Remark = append(p.Remark, p.remarks.number(row.remark))
	for i, c := range overviewColumns {
		p.measured[i] = append(p.measured[i], c.measure(m))
	}
}

// add adds the row of a paper.
func (o *overview) add(page string, f *report.File) {
	row := overviewRow{
		path: words.Printable(words.DisplayPath(f.Path)), page: page, category: words.Printable(f.Category),
		verdict: shownVerdict(f), notes: len(f.Notes), broken: brokenRules{Fails: []int{}, Warns: []int{}},
	}
	for _, r := range words.Rulings(o.opt, *f) {
		if !r.Violated() || r.Rule == report.RuleReadable && f.Verdict != report.Error {
			continue
		}
		n := o.rules.add(r.Rule, r.Status)
		if r.Status == report.StatusFail {
			row.broken.Fails = append(row.broken.Fails, n)
		} else {
			row.broken.Warns = append(row.broken.Warns, n)
		}
	}
	if f.Verdict == report.Error || f.Verdict == report.Unknown && len(row.broken.Fails)+len(row.broken.Warns) == 0 {
		row.remark = words.Printable(inShort(o.opt, f))
	}
	o.papers.add(&row, f.Measured)
	o.count(&row)
	if f.Verdict != report.Pass {
		o.listed(&row, inShort(o.opt, f))
	}
}

// count counts a paper by what it can be filtered by.
func (o *overview) count(row *overviewRow) {
	o.files++
	o.verdicts[row.verdict]++
	if row.category != "" {
		o.categories[row.category]++
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
		Label  string `json:"label"`
		Rule   int    `json:"rule"` // its number, -1 where no paper violates it
		Values []any  `json:"values"`
	}
	var all struct {
		Verdicts   []verdict       `json:"verdicts"`
		Rules      []string        `json:"rules"`
		Columns    []column        `json:"columns"`
		Folders    []string        `json:"folders"`
		Categories []string        `json:"categories"`
		Broken     []brokenRules   `json:"broken"`
		Remarks    []string        `json:"remarks"`
		Papers     *overviewPapers `json:"papers"`
	}
	all.Rules = []string{} // null is no list to look a rule up in
	for _, v := range verdictsInOrder {
		all.Verdicts = append(all.Verdicts, verdict{v, verdictSign(v), verdictWord(v)})
	}
	for _, c := range o.rules.list {
		all.Rules = append(all.Rules, words.Printable(c.rule))
	}
	for i, c := range overviewColumns {
		n, violated := o.rules.at[c.rule]
		if !violated {
			n = -1
		}
		all.Columns = append(all.Columns, column{c.label, n, o.papers.measured[i]})
	}
	p := &o.papers
	all.Folders, all.Categories, all.Broken, all.Remarks, all.Papers = p.folders.list, p.categories.list, p.broken.list, p.remarks.list, p
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	o.begin("script", attr{"type", "application/json"}, id("data"))
	o.buf = append(o.buf, data...)
	o.endLine()
	return nil
}
