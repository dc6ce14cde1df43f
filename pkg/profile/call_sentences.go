package profile

import (
	"fmt"
	"slices"
	"strings"
)

// aMatter are words of what a profile has a key for.
const aMatter = `\b(?:page numbers?|line numbers?|(?:single|double)[- ]spac\w+|(?:line )?spacing|margins?|anonym\w*|blind\w*|unlimited|any length|excluded|not count\w*|` + aCount + `[- ](?:\w+ )?pages?)\b`

var (
	// callComma parts a statement into what is said of one thing.
	callComma = &expression{source: anyCase + `, |\) | and | with | but | while `}
	// callFinal are the words for papers that are no submissions.
	callFinal    = &expression{source: anyCase + `\bcamera[- ]ready|\bfinal (?:versions?|papers?|submissions?|manuscripts?)|\baccepted (?:papers?|submissions?|manuscripts?)|\b(?:after|upon|on) acceptance|\bproceedings versions?`}
	callBrackets = &expression{source: anyCase + `\([^()]*\)`}
	// callHedge are the words of what need not be so.
	callHedge = &expression{source: anyCase + `\b(?:(?:about|around) (?:\d|` + aCount + `\b)|approximately|roughly|circa|encouraged? (?:authors )?to submit|normally|typically|ideally|preferably|optional|optionally|suggested|recommended|need not|not (?:required|necessary|mandatory))\b`}
	// callDemand are the words of statements that a draft must not pass over in silence.
	callDemand = &expression{source: anyCase + `\b(?:must|shall|required|mandatory|has to|have to|need to|at most|at least|exceed\w*|limit(?:ed|s)?|no (?:more|fewer|longer|less) than|not (?:be )?(?:allowed|permitted|accepted|included)|should|rejected|templates?|style files?|(?:proceedings|paper) (?:format|style)|do not|don't|remove|omit|appendi\w+)\b|` + aMatter + `|\b\d+`}
	// callInUnits are the words between a length and the same in other units.
	callInUnits = &expression{source: `^ ?\([\d.]*$`}
	callYear    = &expression{source: `^(?:19|20)\d\d$`}
	// callMatter are the words of what a profile has a key for.
	callMatter = &expression{source: anyCase + `^(?:` + aMatter + `|\d)`}
)

// statement returns the range of what a call says around a match.
func (d *callDraft) statement(at []int) (from, to int) {
	to = len(d.text)
	for _, end := range d.ends {
		switch {
		case end[1] <= at[0]:
			from = end[1]
		case end[0] >= at[1]:
			return from, end[0]
		}
	}
	return from, to
}

// clause returns the statement of a match.
func (d *callDraft) clause(at []int) string {
	from, to := d.statement(at)
	return d.text[from:to]
}

// subject returns what a statement says of one thing, around a match.
func (d *callDraft) subject(at []int) string {
	from, to := d.statement(at)
	start, end := from, to
	for _, comma := range callComma.re().FindAllStringIndex(d.text[from:to], -1) {
		if from+comma[1] <= at[0] {
			start = from + comma[1]
		} else if from+comma[0] >= at[1] && end == to {
			end = from + comma[0]
		}
	}
	return d.text[start:end]
}

// saw adds a reading with its words. What a call says of final papers, and what need not
// be so, is not taken for sure.
func (d *callDraft) saw(at []int, r reading) {
	said := d.clause(at)
	r.words, r.at = d.quote(at), at
	if d.isFinal(at) {
		r.note = "of the final version"
	}
	r.unsure = r.unsure || callHedge.re().MatchString(said)
	d.found(r)
}

// isFinal reports whether a call says a match of final papers; brackets beside it may.
func (d *callDraft) isFinal(at []int) bool {
	from, to := d.statement(at)
	beside := func(text string) string { return callBrackets.re().ReplaceAllString(text, "") }
	return callFinal.re().MatchString(beside(d.text[from:at[0]]) + d.text[at[0]:at[1]] + beside(d.text[at[1]:to]))
}

// isRead reports whether a reading has words of a match.
func (d *callDraft) isRead(at []int, key string) bool {
	for _, r := range d.readings {
		if r.key == key && r.at != nil && r.at[0] < at[1] && at[0] < r.at[1] {
			return true
		}
	}
	return false
}

// The most statements that a draft repeats, and how much of each.
const maxUnread, maxStatement = 60, 200

// unread returns the demands of a call that no reading is of, as comments.
func (d *callDraft) unread() string {
	var out strings.Builder
	from, n := 0, 0
	for _, end := range append(d.ends, []int{len(d.text), len(d.text)}) {
		said := strings.TrimSpace(d.text[from:end[0]])
		if what := d.lacking(from, end[0]); what != "" && n < maxUnread {
			n++
			if len(said) > maxStatement {
				said = strings.ToValidUTF8(said[:maxStatement], "")
			}
			fmt.Fprintf(&out, "# %s: “%s”\n", what, said)
		}
		from = end[1]
	}
	if n == 0 {
		return ""
	}
	return "\n# What follows may be requirements, too. Those that no rule checks belong under \"unchecked:\".\n" + out.String()
}

// lacking says what of a statement was not read, "" where nothing is lacking.
func (d *callDraft) lacking(from, to int) string {
	demands := slices.DeleteFunc(callDemand.re().FindAllStringIndex(d.text[from:to], -1), func(at []int) bool {
		return callYear.re().MatchString(d.text[from+at[0] : from+at[1]])
	})
	read, rest := false, false
	for _, r := range d.readings {
		here := r.at != nil && r.at[0] < to && r.at[1] > from
		read = read || here
		rest = rest || here && slices.Contains([]string{"require", "recommend", "forbid"}, r.key) // it may name more
	}
	for _, demand := range demands {
		at := []int{from + demand[0], from + demand[1]}
		rest = rest || callMatter.re().MatchString(d.text[at[0]:at[1]]) && !d.isCovered(at, from, to)
	}
	switch {
	case len(demands) > 0 && !read:
		return "not understood"
	case read && rest:
		return "perhaps understood in part"
	}
	return ""
}

// matters are the words of what a profile has a key for, and the keys whose readings have
// more of their statement than they match.
var matters = []struct {
	word *expression
	keys []string
}{
	{&expression{source: anyCase + `^margins?$`}, []string{"margins"}},
	{&expression{source: anyCase + `^(?:anonym|blind)`}, []string{"names"}},
	{&expression{source: anyCase + `^(?:unlimited|any length|excluded|not count)`}, []string{"pages", "words"}},
	{&expression{source: anyCase + `^(?:8|5|11|210|297|27|69)$`}, []string{"paper"}}, // of its sizes
}

// isCovered reports whether a word of a statement belongs to what was read of it.
func (d *callDraft) isCovered(at []int, from, to int) bool {
	var keys []string
	for _, m := range matters {
		if m.word.re().MatchString(d.text[at[0]:at[1]]) {
			keys = m.keys
		}
	}
	return slices.ContainsFunc(d.readings, func(r reading) bool {
		if r.at == nil || r.at[1] <= from || to <= r.at[0] {
			return false
		}
		inUnits := r.at[1] <= at[0] && callInUnits.re().MatchString(d.text[r.at[1]:at[0]]) // the same in another unit
		return r.at[0] < at[1] && at[0] < r.at[1] || inUnits || slices.Contains(keys, r.key)
	})
}
