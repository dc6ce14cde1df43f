package html

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// heading returns the name of a heading: the levels go on from the document's
// own title, which in a report on one file is the file's.
func (d *document) heading(level int) constant {
	if d.many {
		level++
	}
	return [...]constant{"h1", "h2", "h3", "h4"}[level-1]
}

// labelled names a part of a file's section by its heading, and by the file where
// there are several.
func (d *document) labelled(file int, heading string) attr {
	if d.many {
		heading += " " + pathID(file)
	}
	return attr{"aria-labelledby", heading}
}

// file writes the section of a file: verdict, findings, rules, pages.
func (d *document) file(i int, f *report.File) {
	n := words.CountStatuses(f.Checks)
	titleID := fileID(i) + "-title"
	d.begin("section", class("file"), id(fileID(i)), attr{"aria-labelledby", titleID})
	d.begin("header", class("verdict "+string(f.Verdict)))
	d.begin(d.heading(1), id(titleID))
	d.verdict(shownVerdict(f))
	d.text(" ")
	d.path(f.Path, i)
	d.endLine()
	d.leaf("p", words.Outcome(*f, n, d.profile), class("outcome"))
	if facts := words.FactsLine(f.Measured); facts != "" {
		d.leaf("p", strings.ReplaceAll(facts, words.NoBreak+"· ", " · "), class("facts"))
	}
	if f.CrossCheck != nil {
		d.leaf("p", "Cross-check: "+words.CrossSentence(f.CrossCheck), class("facts"))
	}
	if up := d.up(); up != "" {
		d.begin("p", class("up"))
		d.leaf("a", "All files", attr{"href", up})
		d.end()
	}
	d.endLine()
	entries := numbered(d.opt, f)
	drawn := d.room.choose(f, entries)
	d.begin("div", class("desk"))
	d.begin("div", class("side"))
	changes := entries[:len(words.Violations(d.opt, *f))]
	d.findings(i, f, changes, drawn)
	d.notes(i, entries[len(changes):], drawn)
	d.unmeasured(f)
	d.damage(f)
	if f.Verdict != report.Error {
		d.checks(i, f)
	}
	d.fineprint(f)
	d.endLine()
	d.pages(i, f, entries, drawn)
	d.end()
	d.endLine()
}

// up returns the address of where all files are listed, "" where there is no
// other.
func (d *document) up() string {
	if d.many {
		return "#top"
	}
	return d.overview
}

// path writes a file's path.
func (d *document) path(path string, file int) {
	d.begin("span", class("path"), id(pathID(file)))
	d.pathParts(path)
	d.end()
}

// pathParts writes a path; what leads to its name stands back.
func (b *builder) pathParts(path string) {
	folder, name := "", words.DisplayPath(path)
	if at := strings.LastIndexAny(name, `/\\`); at >= 0 && at+1 < len(name) {
		folder, name = name[:at+1], name[at+1:]
	}
	if folder != "" {
		b.leaf("span", folder, class("folder"))
	}
	b.text(name)
}

// entry is a finding with the number of its series in the file, and its own in the
// series, from 0.
type entry struct {
	n, at  int // n from 1
	status report.Status
	report.Finding
}

// entryGroup is a rule with its findings.
type entryGroup struct {
	words.RuleFindings
	first   int // number of its first series
	entries []entry
}

// numbered numbers the series of findings of a file in the order in which they are
// shown.
func numbered(opt form.Options, f *report.File) []entryGroup {
	var out []entryGroup
	n := 1
	for _, g := range append(words.Violations(opt, *f), words.Notes(opt, *f)...) {
		ng := entryGroup{RuleFindings: g, first: n}
		for _, s := range g.Series {
			for at, finding := range s.Findings {
				ng.entries = append(ng.entries, entry{n, at, g.Status, finding})
			}
			n++
		}
		out = append(out, ng)
	}
	return out
}

func (d *document) findings(i int, f *report.File, all []entryGroup, drawn map[int]bool) {
	d.begin("section", class("findings"), d.labelled(i, fileID(i)+"-findings"))
	d.leaf(d.heading(2), "What to change", id(fileID(i)+"-findings"))
	if len(all) == 0 {
		d.leaf("p", nothingToChange(f), class("none"))
	}
	d.groups(i, all, drawn)
	d.endLine()
}

// notes writes the section of the notes, where there are any.
func (d *document) notes(i int, all []entryGroup, drawn map[int]bool) {
	if len(all) == 0 {
		return
	}
	d.begin("section", class("findings"), d.labelled(i, fileID(i)+"-notes"))
	d.leaf(d.heading(2), "Notes", id(fileID(i)+"-notes"))
	d.groups(i, all, drawn)
	d.endLine()
}

// groups writes rules with their findings.
func (d *document) groups(i int, all []entryGroup, drawn map[int]bool) {
	for _, g := range all {
		d.begin("article", class("rule "+string(g.Status)))
		d.begin(d.heading(3))
		d.sign(g.Status)
		d.text(" " + g.Rule)
		d.end()
		if len(g.Series) == 0 {
			d.leaf("p", g.Message)
		} else {
			d.begin("ul", class("places"))
			for k, s := range g.Series {
				d.series(i, g.first+k, s, drawn)
			}
			d.endLine()
		}
		d.remedies(g.Fixes)
		d.endLine()
	}
}

// nothingToChange says why a file has no findings.
func nothingToChange(f *report.File) string {
	if f.Verdict == report.Pass {
		return "Nothing."
	}
	return "No rule is violated."
}

// series writes the n-th series of findings; where its pages are drawn, it leads to
// its marks.
func (d *document) series(i, n int, s words.Series, drawn map[int]bool) {
	var marks []entry // on pages that are drawn
	for at, f := range s.Findings {
		if drawn[f.Page] {
			marks = append(marks, entry{n: n, at: at, Finding: f})
		}
	}
	d.begin("li", id(findingID(i, n)))
	element := constant("div")
	attrs := []attr{class("place")}
	switch first := firstOf(drawn); {
	case len(marks) > 0:
		element = "a"
		attrs = append(attrs, anchor(markID(i, marks[0])))
	case ofWholePaper(s.Finding) && first > 0:
		element = "a"
		attrs = append(attrs, anchor(pageID(i, first)))
	}
	d.begin(element, attrs...)
	d.leaf("span", fmt.Sprint(n), class("n"))
	d.begin("span")
	if where := whereOf(s); where != "" {
		d.leaf("strong", where)
		d.text(" ")
	}
	d.leaf("span", s.Message, class("message"))
	d.end()
	d.end()
	d.otherMarks(i, marks)
	d.end()
}

// otherMarks leads to the marks of a series on several pages.
func (d *document) otherMarks(i int, marks []entry) {
	if len(marks) == 0 || marks[0].Page == marks[len(marks)-1].Page {
		return
	}
	d.begin("p", class("each"))
	d.text("Page")
	last := 0
	for _, m := range marks {
		if m.Page != last {
			d.text(" ")
			d.leaf("a", fmt.Sprint(m.Page), anchor(markID(i, m)))
		}
		last = m.Page
	}
	d.end()
}

// firstOf returns the first page that is drawn, 0 for none.
func firstOf(drawn map[int]bool) int {
	first := 0
	for page := range drawn {
		if first == 0 || page < first {
			first = page
		}
	}
	return first
}

// ofWholePaper reports whether a finding speaks of all pages.
func ofWholePaper(f report.Finding) bool {
	switch f.Rule {
	case "body-font-size", "leading", "font-family", "columns":
		return f.Page == 0
	}
	return false
}

// whereOf tells in words where a series of findings is.
func whereOf(s words.Series) string {
	if s.At() == "" && ofWholePaper(s.Finding) {
		return "all pages"
	}
	return s.At()
}

// remedies writes how to mend a rule: a line for each program.
func (d *document) remedies(fixes []report.FixLine) {
	if len(fixes) == 0 {
		return
	}
	d.begin("dl", class("fix"))
	for _, fix := range fixes {
		d.leaf("dt", words.OrElse(fix.Program, "How to fix"))
		d.leaf("dd", fix.Text)
	}
	d.endLine()
}

// sign writes the sign of a status, and its word for those who do not see it.
func (d *document) sign(s report.Status) {
	d.leaf("span", words.StatusSign(s), class("sign "+string(s)), silent())
	d.leaf("span", string(s)+":", class("spoken"))
}

// unmeasured lists what could not be measured, rules with one reason together.
func (d *document) unmeasured(f *report.File) {
	var reasons []string
	rules := map[string][]string{}
	for _, c := range f.Checks {
		if c.Status != report.StatusUnknown || f.Verdict == report.Error {
			continue
		}
		reason := words.RowOf(c).Remark
		if rules[reason] == nil {
			reasons = append(reasons, reason)
		}
		rules[reason] = append(rules[reason], c.Rule)
	}
	if len(reasons) == 0 {
		return
	}
	d.begin("section", class("unmeasured"))
	d.leaf(d.heading(2), "What could not be measured")
	d.begin("ul")
	for _, reason := range reasons {
		d.begin("li")
		d.leaf("strong", strings.Join(rules[reason], ", "))
		d.text(": " + reason)
		d.end()
	}
	d.end()
	d.endLine()
}

// damage lists what was repaired, unless a finding reports it already.
func (d *document) damage(f *report.File) {
	repairs := words.OtherDamage(f)
	if len(repairs) == 0 {
		return
	}
	d.begin("section", class("damage"))
	d.leaf(d.heading(2), "Repaired while reading")
	d.begin("ul")
	for _, repair := range repairs {
		d.leaf("li", repair)
	}
	d.end()
	d.endLine()
}

// checks writes the table of rules: what was measured and what is required.
func (d *document) checks(i int, f *report.File) {
	d.begin("section", class("checks"), d.labelled(i, fileID(i)+"-rules"))
	d.leaf(d.heading(2), "All rules", id(fileID(i)+"-rules"))
	d.begin("table")
	d.begin("thead")
	d.begin("tr")
	for _, head := range []string{"Rule", "Measured", "Required"} {
		d.leaf("th", head, attr{"scope", "col"})
	}
	d.end()
	d.endLine()
	d.begin("tbody")
	for _, c := range words.Shown(f.Checks) {
		r := words.RowOf(c)
		d.begin("tr", class(string(c.Status)))
		d.begin("th", attr{"scope", "row"})
		d.sign(c.Status)
		d.text(" " + c.Rule)
		d.end()
		if r.Required == "" {
			d.leaf("td", r.Measured+r.Remark, attr{"colspan", "2"})
		} else {
			d.leaf("td", r.Measured)
			d.leaf("td", r.Required)
		}
		d.endLine()
	}
	d.end()
	d.end()
	d.endLine()
}

// fineprint tells which bytes were checked.
func (d *document) fineprint(f *report.File) {
	if f.SHA256 == "" {
		return
	}
	d.leaf("p", fmt.Sprintf("%d bytes, SHA-256 %s", f.Bytes, f.SHA256), class("fine"))
}
