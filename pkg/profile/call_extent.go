package profile

import (
	"slices"
	"strconv"
	"strings"
)

// readCallPages reads page limits and what they do not count. A limit of short papers
// and the like becomes a comment: the chair names the category.
func readCallPages(d *callDraft) {
	d.each(callPagesPlus.re(), func(g []string, at []int) {
		least, n, more := countOf(g[1]), countOf(g[2]), countOf(g[3])
		if n > 0 && more > 0 && least <= n {
			d.saw(at, reading{key: "pages", value: "[" + formatCount(Count{Least: least, Most: n}) + ", {most: " + number(n+more) + ", except: nothing}]", rules: []string{"page-limit"}, unsure: true})
		}
	})
	d.each(callPagesRange.re(), func(g []string, at []int) { d.sawPages(countOf(firstOf(g[1], g[3])), countOf(firstOf(g[2], g[4])), at) })
	for _, pattern := range []*expression{callPagesUpTo, callPageLimit} {
		d.each(pattern.re(), func(g []string, at []int) {
			if !callMore.re().MatchString(g[0]) { // pages beside a limit are none
				d.sawPages(0, countOf(g[1]), at)
			}
		})
	}
	d.each(callPagesAlone.re(), func(g []string, at []int) {
		at = []int{at[0], at[4]} // without the word after it
		from, to := d.statement(at)
		if !callNotPages.re().MatchString(g[0]) && !callAtLeast.re().MatchString(d.text[from:at[0]]) && !d.isRead([]int{from, to}, "pages") {
			d.sawPages(0, countOf(g[1]), at)
		}
	})
}

// sawPages adds a page limit with what its statement, or another one, says of the parts.
func (d *callDraft) sawPages(least, most int, at []int) {
	if most == 0 || least > most || d.isRead(at, "pages") {
		return
	}
	count := Count{Least: least, Most: most}
	said := d.clause(at)
	except := callExceptions(said)
	r := reading{key: "pages", rules: []string{"page-limit"}, category: d.category(at), limit: &callLimit{count, except}}
	from, to := d.statement(at)
	before := d.text[from:at[0]]
	of := partsIn(callForPart.re().FindString(d.text[at[1]:to]))
	if !callTogether.re().MatchString(before) {
		of = append(of, partsIn(callOfPart.re().FindString(before))...)
	}
	switch {
	case len(of) > 0:
		r.value, r.note, r.limit = limitOfCall(count, "only: "+inBrackets(of)), "beside the other limits", nil
	case countsAll(said) && !includes(said):
		r.value = limitOfCall(count, "except: nothing")
	case len(except) > 0:
		r.value = limitOfCall(count, "except: "+inBrackets(except))
		r.unsure = includes(said) // what is included may be among the exceptions
	case countsAll(said):
		r.value = limitOfCall(count, "except: nothing")
	default: // not said in the statement
		r.value, r.unsure = formatCount(count), true
	}
	r.unsure = r.unsure || callShort.re().MatchString(said)
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
		if callNotBody.re().MatchString(callAside.re().ReplaceAllString(d.subject(at), "")) || count.Most < leastCallWords || count.Least > count.Most || d.isRead(at, "words") || d.isRead(at, "abstract") {
			return
		}
		said := d.clause(at)
		d.saw(at, reading{key: "words", value: formatCount(count), rules: []string{"word-limit"}, category: d.category(at),
			unsure: callShort.re().MatchString(said) || countsAll(said) || includes(said)})
	}
	d.each(callWordsRange.re(), func(g []string, at []int) { read(g[1], g[2], at) })
	d.each(callWordsUpTo.re(), func(g []string, at []int) { read("", firstOf(g[1], g[2]), at) })
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

// countsAll reports whether a sentence says that everything counts.
func countsAll(sentence string) bool {
	return slices.ContainsFunc(callNothing.re().FindAllString(sentence, maxMatches), func(words string) bool {
		return !callBut.re().MatchString(words)
	})
}

// includes reports whether a sentence says of some part that it is included.
func includes(sentence string) bool {
	lower := strings.ToLower(sentence)
	clauses := strings.Split(strings.ReplaceAll(lower, "not includ", "not count"), "includ")
	return slices.ContainsFunc(clauses[1:], func(clause string) bool {
		if end := callIncluded.re().FindStringIndex(clause); end != nil {
			clause = clause[:end[0]]
		}
		return len(partsIn(clause)) > 0
	})
}

// callExceptions returns the parts that a sentence says are not counted.
func callExceptions(sentence string) []string {
	at := callExcept.re().FindStringIndex(sentence)
	if at == nil {
		return nil
	}
	return inOrder(partsIn(sentence))
}

// inOrder sorts parts, and removes those that are there twice.
func inOrder(parts []string) []string {
	order := append([]string{References, Appendices}, Parts()...)
	slices.SortFunc(parts, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return slices.Compact(parts)
}

func readCallAbstract(d *callDraft) {
	read := func(key string, g []string, at []int) {
		if callExtended.re().MatchString(g[0]) { // which is the paper
			return
		}
		g = g[len(g)-2:]
		count := Count{Least: thousands(g[0]), Most: thousands(g[1])}
		if count.Most == 0 {
			count = Count{Most: count.Least}
		}
		if callAtLeast.re().MatchString(d.text[at[0]:at[1]]) && count.Least == 0 {
			count = Count{Least: count.Most}
		}
		d.saw(at, reading{key: key, value: formatCount(count), rules: []string{"abstract-length"}})
	}
	d.each(callAbstract.re(), func(g []string, at []int) { read("abstract", g, at) })
	d.each(callAbstractOf.re(), func(g []string, at []int) { read("abstract", g, at) })
	d.each(callCharacter.re(), func(g []string, at []int) { read("abstract_characters", g, at) })
}
