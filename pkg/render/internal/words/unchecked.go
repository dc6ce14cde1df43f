package words

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Interruption reports in words how far an interrupted run came; "" after a
// complete one.
func Interruption(s report.Summary) string {
	switch {
	case !s.Interrupted:
		return ""
	case s.Expected > 0:
		return fmt.Sprintf("interrupted: %d of %s checked", s.Files, Plural(s.Expected, "file"))
	}
	return fmt.Sprintf("interrupted: %s checked, of an unknown number", Plural(s.Files, "file"))
}

// maxSkippedKinds is how many kinds of skipped files are listed in words; the
// rest counts as other.
const maxSkippedKinds = 6

// SkippedText reports in words what was not checked, the most frequent kind
// first; "" where nothing was skipped.
func SkippedText(skipped report.Skipped) string {
	kinds := slices.SortedFunc(maps.Keys(skipped), func(a, b string) int {
		return cmp.Or(cmp.Compare(skipped[b], skipped[a]), strings.Compare(a, b))
	})
	const other = "other"
	kinds = slices.DeleteFunc(kinds, func(kind string) bool { return kind == other })
	total, rest := 0, skipped[other]
	var parts []string
	for i, kind := range kinds {
		n := skipped[kind]
		total += n
		if i < maxSkippedKinds {
			parts = append(parts, countOfKind(n, kind))
		} else {
			rest += n
		}
	}
	if rest > 0 {
		parts = append(parts, countOfKind(rest, other))
	}
	if total += skipped[other]; total == 0 {
		return ""
	}
	return Plural(total, "file") + " skipped: " + strings.Join(parts, ", ")
}

// countOfKind counts files of a kind; kinds of several words are nouns.
func countOfKind(n int, kind string) string {
	if strings.Contains(kind, " ") {
		return Plural(n, kind)
	}
	return fmt.Sprintf("%d %s", n, kind)
}

// Unchecked are the lines that follow the summary: how far the run came, and
// what was skipped.
func Unchecked(s report.Summary) []string {
	return slices.DeleteFunc([]string{Interruption(s), SkippedText(s.Skipped)}, func(line string) bool { return line == "" })
}
