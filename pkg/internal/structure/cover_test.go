package structure

import (
	"slices"
	"testing"
)

// Behind a cover sheet the paper begins on the second page, with its title again.
func TestFrontMatterBehindACoverSheet(t *testing.T) {
	cover := setIn("F2", 24, 28, 100, 500, "Analytical Engines", "that Weave") +
		setIn("F1", 14, 18, 100, 420, "Ada Lovelace, University of London", "This paper is in the proceedings")
	abstract := setIn("F2", 12, 14, 140, at(4), "Abstract") + setIn("F1", 8, 12, leftColumn, at(6), prose(0, 6)...)
	first := func(title string) string {
		return setIn("F2", 17, 20, 150, topLine, title) + set(230, at(3), "Ada Lovelace") + frontPage(abstract)
	}
	for title, want := range map[string]Role{
		"Analytical Engines that Weave": Abstract,
		"Engines of Another Kind":       Body, // a second page with large type of its own
	} {
		l := compose(t, cover, first(title), columnsOf(1))
		var roles []Role
		for _, line := range l.Pages[1].Lines {
			if line.Style.Size < 9 {
				roles = append(roles, line.Role)
			}
		}
		if !slices.Equal(roles, slices.Repeat([]Role{want}, 6)) {
			t.Errorf("below the title %q small type is %v, want six lines of %v", title, roles, want)
		}
	}
}
