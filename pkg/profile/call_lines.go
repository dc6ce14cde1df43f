package profile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// callBreak parts what a call says into statements.
	callBreak = &expression{source: anyCase + `[.!?] |[;•]| \* `}
	// callDot are the dots after which a statement goes on if no capital follows.
	callDot = &expression{source: anyCase + `(?:\d ?(?:in|pts?|cm|mm)|\b(?:e\.g|i\.e|max|min|approx|incl|excl|resp|vs|cf|etc|no|fig))\.$`}
	// callItem are the marks before items of a list.
	callItem = &expression{source: anyCase + `^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–—*•·◦‣])$`}
)

// joinLines joins the lines of a call. Besides the text it returns the ends of statements
// that only the lines show: those before an empty line, an item of a list, and a line
// that begins anew after a heading.
func joinLines(text string) (joined string, ends [][]int) {
	lines := strings.Split(text, "\n")
	longest := 0
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
		longest = max(longest, len(lines[i]))
	}
	var out strings.Builder
	before := "" // the line before, "" for an empty one
	for _, line := range lines {
		if line == "" {
			before = ""
			continue
		}
		at := out.Len()
		mark, _, _ := strings.Cut(line, " ")
		item := callItem.re().MatchString(mark) && mark != line
		if at > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(line)
		switch {
		case item && at == 0:
			ends = append(ends, []int{0, len(mark) + 1})
		case item:
			ends = append(ends, []int{at, at + 1 + len(mark) + 1})
		case at > 0 && (before == "" || isHeading(before, longest) && startsAnew(line)):
			ends = append(ends, []int{at, at + 1})
		}
		before = line
	}
	return out.String(), ends
}

// isHeading reports whether a line is so short that the paragraph ends with it.
func isHeading(line string, longest int) bool {
	return len(line)*3 < longest*2 && !strings.ContainsAny(line[len(line)-1:], ",:-(")
}

// startsAnew reports whether a line starts as a sentence does.
func startsAnew(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsUpper(r)
}

// statementEnds returns the ends of a call's statements, in order and apart from each
// other.
func statementEnds(text string, ends [][]int) [][]int {
	for _, end := range callBreak.re().FindAllStringIndex(text, -1) {
		next, _ := utf8.DecodeRuneInString(text[end[1]:])
		if text[end[0]] != '.' || unicode.IsUpper(next) || !callDot.re().MatchString(text[max(0, end[0]-12):end[0]+1]) {
			ends = append(ends, end)
		}
	}
	slices.SortFunc(ends, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	apart := ends[:0]
	for _, end := range ends {
		if n := len(apart); n > 0 && end[0] < apart[n-1][1] {
			apart[n-1][1] = max(apart[n-1][1], end[1])
			continue
		}
		apart = append(apart, end)
	}
	return apart
}
