package structure

import (
	"fmt"
	"strings"
	"testing"
)

// explained are notes that explain, each in three lines.
func explained(n int, mark string) []string {
	var out []string
	for i := range n {
		text := prose(3*i, 3)
		text[0] = fmt.Sprintf(mark, i+1) + " " + text[0][:40]
		out = append(out, text...)
	}
	return out
}

// mixed are notes every other of which explains.
func mixed(n int) []string {
	var out []string
	for i := range n {
		if i%2 > 0 {
			out = append(out, fmt.Sprintf("%d. Babbage, C. (%d), Journal of Looms, pp. 3-8.", i+1, 1850+i))
			continue
		}
		text := prose(3*i, 3)
		text[0] = fmt.Sprintf("%d. ", i+1) + text[0][:40]
		out = append(out, text...)
	}
	return out
}

// short are notes every other of which explains, and the others cite works that were
// named before.
func short(n int) []string {
	out := mixed(n)
	for i, line := range out {
		if number, _, cites := strings.Cut(line, " Babbage"); cites {
			out[i] = number + " Lovelace, Engines, 33."
		}
	}
	return out
}

// Notes are the list of a paper that has no other, where they cite for certain; they are
// text where they explain, and in doubt where they do both.
func TestNotesAsTheOnlyList(t *testing.T) {
	for name, c := range map[string]struct {
		head   string
		notes  []string
		status ReferenceStatus
		doubt  bool
	}{
		"citing":       {"Notes", notes(24, "%d."), Found, false},
		"in brackets":  {"Endnotes", notes(24, "[%d]"), Found, false},
		"raised":       {"NOTES", notes(24, "%d"), Found, false},
		"explaining":   {"Notes", explained(14, "%d."), Absent, false},
		"doing both":   {"Notes", mixed(14), Absent, true},
		"in short":     {"Notes", short(14), Absent, true},
		"a few":        {"Notes", explained(4, "%d."), Absent, false},
		"without head": {"Looms", explained(14, "%d."), Absent, false},
	} {
		t.Run(name, func(t *testing.T) {
			for foot, row := range map[string]int{"at the top": 0, "in the middle": 20} {
				page := set(leftColumn, topLine, prose(30, row)...) + heading(leftColumn, at(row+1), c.head)
				n := min(len(c.notes), 32)
				page += setIn("F1", 9, 11, leftColumn, at(row+3), c.notes[:n]...) + setIn("F1", 9, 11, rightColumn, topLine, c.notes[n:]...)
				l := compose(t, columnsOf(0), columnsOf(1), page)
				doubt := l.References.Unsure() || l.References.Status == Unclear
				if doubt != c.doubt || !doubt && l.References.Status != c.status || c.status == Found && (l.References.Heading == nil || len(linesOf(l, Reference)) != len(c.notes)) {
					t.Errorf("%s: %v by %.1f, %d of %d lines\n%s", foot, l.References.Status, l.References.Margin, len(linesOf(l, Reference)), len(c.notes), outline(l))
				}
			}
		})
	}
}
