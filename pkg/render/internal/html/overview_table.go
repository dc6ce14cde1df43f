package html

import (
	"maps"
	"slices"
	"strconv"

	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

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

// maxListed caps the list for browsers without scripts, which all others read past.
const maxListed = 1000

// listed adds a paper to the list for browsers without scripts.
func (o *overview) listed(row *overviewRow, what string) {
	if o.inList++; o.inList > maxListed {
		return
	}
	o.list.begin("li")
	o.list.leaf("a", row.path, attr{"href", row.page})
	o.list.text(" " + verdictWord(row.verdict) + ": " + what)
	o.list.endLine()
}

// withoutScript writes what is shown where scripts do not run.
func (o *overview) withoutScript() {
	o.begin("noscript")
	o.leaf("h2", "Papers that do not pass")
	o.leaf("p", "The table of all papers needs JavaScript. This list has those that do not pass.", class("fine"))
	if o.inList == 0 {
		o.leaf("p", "None.")
	} else {
		o.begin("ul", class("plain"))
		o.buf = append(o.buf, o.list.buf...)
		o.end()
	}
	if more := o.inList - maxListed; more > 0 {
		o.leaf("p", "And "+plural(more, "more paper")+" (limit maxListed), whose pages are in this folder.")
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
