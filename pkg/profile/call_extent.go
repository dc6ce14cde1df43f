package profile

import (
	"slices"
	"strconv"
	"strings"
)

// readCallPages reads page limits and what they do not count. A limit of short papers
// becomes a comment: the chair names the category.
func readCallPages(d *callDraft) {
	d.each(callPagesPlus(), func(g []string, at []int) {
		n, more := countOf(g[1]), countOf(g[2])
		if n > 0 && more > 0 {
			d.saw(at, reading{key: "pages", value: "[" + number(n) + ", {most: " + number(n+more) + ", except: nothing}]", rules: []string{"page-limit"}, unsure: true})
		}
	})
	d.each(callPagesRange(), func(g []string, at []int) { d.sawPages(countOf(firstOf(g[1], g[3])), countOf(firstOf(g[2], g[4])), at) })
	d.each(callPagesUpTo(), func(g []string, at []int) { d.sawPages(0, countOf(g[1]), at) })
	d.each(callPageLimit(), func(g []string, at []int) { d.sawPages(0, countOf(g[1]), at) })
}

// sawPages adds a page limit with what its statement says of the parts.
func (d *callDraft) sawPages(least, most int, at []int) {
	if most == 0 || least > most || d.isRead(at, "pages") {
		return
	}
	count := Count{Least: least, Most: most}
	said := d.clause(at)
	r := reading{key: "pages", rules: []string{"page-limit"}}
	except := callExceptions(said)
	from, _ := d.statement(at)
	before := d.text[from:at[0]]
	switch of := partsIn(callOfPart().FindString(before)); {
	case len(of) > 0 && !callTogether().MatchString(before):
		r.value, r.note = limitOfCall(count, "only: "+inBrackets(of)), "beside the other limits"
	case callNothing().MatchString(said) && !includes(said):
		r.value = limitOfCall(count, "except: nothing")
	case len(except) > 0:
		r.value = limitOfCall(count, "except: "+inBrackets(except))
		r.unsure = includes(said) // what is included may be among the exceptions
	case callNothing().MatchString(said):
		r.value = limitOfCall(count, "except: nothing")
	default: // not said in the statement
		r.value, r.unsure = formatCount(count), true
	}
	r.unsure = r.unsure || callShort().MatchString(said)
	d.saw(at, r)
}

func limitOfCall(count Count, counted string) string {
	return "{" + strings.Join(append(count.entries(), counted), ", ") + "}"
}

// readCallWords reads word limits. Those of abstracts, titles and the like are not the
// paper's.
func readCallWords(d *callDraft) {
	read := func(least, most string, at []int) {
		count := Count{Least: thousands(least), Most: thousands(most)}
		if callNotBody().MatchString(d.subject(at)) || count.Most < leastCallWords || count.Least > count.Most || d.isRead(at, "words") || d.isRead(at, "abstract") {
			return
		}
		said := d.clause(at)
		d.saw(at, reading{key: "words", value: formatCount(count), rules: []string{"word-limit"}, unsure: callShort().MatchString(said)})
	}
	d.each(callWordsRange(), func(g []string, at []int) { read(g[1], g[2], at) })
	d.each(callWordsUpTo(), func(g []string, at []int) { read("", firstOf(g[1], g[2]), at) })
}

// leastCallWords is the least that a limit of a paper's words is; abstracts have less.
const leastCallWords = 500

// thousands reads a number that may have commas between thousands.
func thousands(word string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	if err != nil {
		return 0
	}
	return n
}

// callParts are the words by which calls name parts of a paper.
var callParts = map[string][]string{
	References: {"reference", "bibliograph", "citation"}, Appendices: {"appendi", "supplement"}, "acknowledgments": {"acknowledg"},
	"ethics": {"ethic"}, "limitations": {"limitation"}, "checklist": {"checklist"}, "open-science": {"open science"}, "impact": {"impact statement"},
}

// partsIn returns the parts that a text names.
func partsIn(text string) []string {
	text = strings.ToLower(text)
	var out []string
	for part, words := range callParts {
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }) {
			out = append(out, part)
		}
	}
	return out
}

// includes reports whether a sentence says of some part that it is included.
func includes(sentence string) bool {
	lower := strings.ToLower(sentence)
	clauses := strings.Split(strings.ReplaceAll(lower, "not includ", "not count"), "includ")
	return slices.ContainsFunc(clauses[1:], func(clause string) bool {
		end := strings.IndexAny(clause, ",;")
		if end < 0 {
			end = len(clause)
		}
		return len(partsIn(clause[:end])) > 0
	})
}

// callExceptions returns the parts that a sentence says are not counted.
func callExceptions(sentence string) []string {
	at := callExcept().FindStringIndex(sentence)
	if at == nil {
		return nil
	}
	out := partsIn(sentence)
	order := append([]string{References, Appendices}, Parts()...)
	slices.SortFunc(out, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return out
}

func readCallAbstract(d *callDraft) {
	read := func(key string, g []string, at []int) {
		count := Count{Least: thousands(g[1]), Most: thousands(g[2])}
		if count.Most == 0 {
			count = Count{Most: count.Least}
		}
		if callAtLeast().MatchString(g[0]) && count.Least == 0 {
			count = Count{Least: count.Most}
		}
		d.saw(at, reading{key: key, value: formatCount(count), rules: []string{"abstract-length"}})
	}
	d.each(callAbstract(), func(g []string, at []int) { read("abstract", g, at) })
	d.each(callCharacter(), func(g []string, at []int) { read("abstract_characters", g, at) })
}
