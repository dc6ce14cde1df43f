package profile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// FromCall drafts a profile from the plain text of a call for papers. Each line has the
// words that it was read from as a comment, with a question mark where they may mean
// something else, or say different things in different places. What the text does not
// say is not in the draft.
func FromCall(text string) string {
	text = strings.Map(printed, text)
	d := &callDraft{}
	d.text, d.ends = joinLines(text)
	d.ends = statementEnds(d.text, d.ends)
	for _, read := range callPatterns() {
		read(d)
	}
	d.withoutCategory("pages")
	d.withoutCategory("words")
	return d.yaml(firstLine(text))
}

// printed turns what is not printed, and cannot be in YAML, into spaces; lines stay.
func printed(r rune) rune {
	if r != '\n' && !unicode.IsPrint(r) {
		return ' '
	}
	return r
}

// callDraft collects what a call says.
type callDraft struct {
	text     string
	ends     [][]int // of its statements
	readings []reading
}

// reading is a line of the draft, and the rules that check it.
type reading struct {
	key, value string
	rules      []string
	words      string // of the call
	unsure     bool
	note       string // why the line is a comment, "" where it need not be one
	category   string // of the papers that it is about, "" for all others
	at         []int  // the place of the match
	limit      *callLimit
}

// found adds a reading. A key that was read with the same value before is read once;
// with another value both are unsure.
func (d *callDraft) found(r reading) {
	for i := range d.readings {
		if old := &d.readings[i]; old.key == r.key && r.key != "" && old.note == r.note && old.category == r.category {
			if old.value == r.value {
				d.covers(r.at)
				return
			}
			if r.note != "" {
				continue
			}
			old.unsure, r.unsure = true, true
		}
	}
	d.readings = append(d.readings, r)
}

// covers records a place of the text that says nothing new.
func (d *callDraft) covers(at []int) { d.readings = append(d.readings, reading{at: at}) }

// aroundWords is how many characters around a match are quoted.
const aroundWords = 24

// quote returns the words of a match with some around them.
func (d *callDraft) quote(at []int) string {
	begin, _ := d.statement(at)
	from, to := max(begin, at[0]-aroundWords), min(len(d.text), at[1]+aroundWords)
	if i := strings.IndexByte(d.text[from:at[0]], ' '); from > begin && i >= 0 {
		from += i + 1
	}
	if i := strings.LastIndexByte(d.text[at[1]:to], ' '); to < len(d.text) && i >= 0 {
		to = at[1] + i
	}
	return strings.TrimSpace(strings.ToValidUTF8(d.text[from:to], ""))
}

// maxMatches is how often one pattern is read.
const maxMatches = 8

// each reads every match of a pattern; the groups are those of the match.
func (d *callDraft) each(pattern *regexp.Regexp, read func(groups []string, at []int)) {
	for _, at := range pattern.FindAllStringSubmatchIndex(d.text, maxMatches) {
		groups := make([]string, len(at)/2)
		for i := range groups {
			if at[2*i] >= 0 {
				groups[i] = d.text[at[2*i]:at[2*i+1]]
			}
		}
		read(groups, at)
	}
}

// yaml writes the draft.
func (d *callDraft) yaml(title string) string {
	var out strings.Builder
	out.WriteString("# Draft from the text of a call. Read each line against the call: a question mark says\n" +
		"# that the words may mean something else. Then: paperfit profiles validate FILE\n")
	fmt.Fprintf(&out, "title: %s  # ? the first line of the text\n", strconv.Quote(title))
	rules := map[string]string{} // by rule: whether its reading is unsure
	written := map[string]bool{}
	if d.first("extends") == nil {
		out.WriteString("extends: common\n")
	}
	slices.SortStableFunc(d.readings, func(a, b reading) int { return strings.Compare(a.category, b.category) })
	for _, r := range d.readings {
		comment := r.note != "" || r.category != "" || written[r.key]
		if r.key != "" {
			out.WriteString(r.line(comment))
		}
		if comment {
			continue
		}
		for _, rule := range r.rules {
			if rules[rule] == "" {
				rules[rule] = "  # " + r.comment()
			}
		}
		written[r.key] = r.key != ""
	}
	out.WriteString("\nrules:\n")
	for _, id := range knownRules {
		if comment, on := rules[id]; on {
			fmt.Fprintf(&out, "  %s: error%s\n", id, comment)
		}
	}
	if margins := d.first("margins"); written["extends"] && !written["block"] && margins != nil && !margins.unsure {
		fmt.Fprintf(&out, "  text-block: off  # ? the call has margins, and %s a text block of its own\n  figure-block: off\n", d.first("extends").value)
	}
	if len(rules) == 0 {
		out.WriteString("  readable: error  # the text says nothing that a rule checks\n")
	}
	out.WriteString(d.unread())
	return out.String()
}

// first returns the reading that a key has, nil where none has more than a comment.
func (d *callDraft) first(key string) *reading {
	i := slices.IndexFunc(d.readings, func(r reading) bool { return r.key == key && r.note == "" && r.category == "" })
	if i < 0 {
		return nil
	}
	return &d.readings[i]
}

// line returns the line of a reading.
func (r reading) line(comment bool) string {
	line := r.key + ": " + r.value
	if r.category != "" {
		line = "categories: {" + r.category + ": {" + line + "}}"
	}
	if comment {
		line = "# " + line
	}
	return line + "  # " + r.comment() + "\n"
}

// comment quotes the words of a reading.
func (r reading) comment() string {
	mark := ""
	switch {
	case r.note != "":
		mark = "? " + r.note + ": "
	case r.unsure:
		mark = "? "
	}
	return mark + "“" + r.words + "”"
}

// maxTitle is how long a title of a draft is.
const maxTitle = 80

func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			return strings.ToValidUTF8(line[:min(len(line), maxTitle)], "")
		}
	}
	return "?"
}
