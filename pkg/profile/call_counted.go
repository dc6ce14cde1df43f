package profile

import (
	"slices"
	"strings"
)

// callLimit is a page limit as a call has it, before other statements say what counts.
type callLimit struct {
	count  Count
	except []string
}

// readCallCounted reads statements without a limit that say what counts: “References do
// not count toward the limit.” Of which limits they say so is not sure.
func readCallCounted(d *callDraft) {
	from := 0
	for _, end := range append(slices.Clone(d.ends), []int{len(d.text), len(d.text)}) {
		at := []int{from, end[0]}
		from = end[1]
		said := strings.TrimSpace(d.text[at[0]:at[1]])
		parts := partsIn(said)
		switch {
		case d.isRead(at, "pages"):
		case len(parts) > 0 && callApart.re().MatchString(said) && callOfPages.re().MatchString(said):
			d.count(at, said, func(r *reading) {
				r.limit.except = inOrder(append(r.limit.except, parts...))
				if !strings.HasSuffix(r.value, "except: nothing}") { // one of the two is wrong
					r.value = limitOfCall(r.limit.count, "except: "+inBrackets(r.limit.except))
				}
			})
		case countsAll(said) && callOfPages.re().MatchString(said):
			d.count(at, said, func(r *reading) {
				if len(r.limit.except) == 0 {
					r.value = limitOfCall(r.limit.count, "except: nothing")
				}
			})
		}
	}
}

// count changes the page limits by what another statement says.
func (d *callDraft) count(at []int, said string, change func(*reading)) {
	if len(said) > maxStatement {
		return
	}
	counted := false
	for i := range d.readings {
		if r := &d.readings[i]; r.limit != nil {
			change(r)
			r.unsure, counted = true, true
			r.words += "”, “" + said
		}
	}
	if counted {
		d.covers(at)
	}
}

// category returns of which kind of papers a match is, "" for all others.
func (d *callDraft) category(at []int) string {
	from, _ := d.statement(at)
	kind := callShort.re().FindStringSubmatch(d.subject(at))
	if kind == nil {
		kind = callShortFirst.re().FindStringSubmatch(d.text[from:at[0]])
	}
	if kind == nil {
		return ""
	}
	return strings.ToLower(kind[1])
}

// withoutCategory makes the first limit of a category that of all papers where the call
// has no other.
func (d *callDraft) withoutCategory(key string) {
	first := -1
	for i, r := range d.readings {
		switch {
		case r.key != key || r.note != "":
		case r.category == "":
			return
		case first < 0:
			first = i
		}
	}
	if first >= 0 {
		d.readings[first].category, d.readings[first].unsure = "", true
	}
}
