package layout

import (
	"fmt"
	"strings"
	"testing"
)

// A line is parted where its gaps are wide, not between its words.
func TestPieces(t *testing.T) {
	for name, c := range map[string]struct {
		pieces []piece
		want   string
	}{
		"words":         {[]piece{{"F1", 10, 54, at(2), "the engine weaves"}}, "54 the engine weaves"},
		"fonts":         {[]piece{{"F1", 10, 54, at(2), "the"}, {"F2", 10, 70, at(2), "engine"}}, "54 the engine"},
		"cells":         {[]piece{{"F1", 10, 54, at(2), "card"}, {"F1", 10, 120, at(2), "hole by hole"}, {"F1", 10, 230, at(2), "7"}}, "54 card | 120 hole by hole | 230 7"},
		"a superscript": {[]piece{{"F1", 10, 54, at(2), "n"}, {"F1", 7, 59, at(2) + 3.6, "2"}}, "54 n2"},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, showPieces(c.pieces)+belowPieces())
			var got []string
			for _, p := range l.Pages[0].Lines[0].Pieces() {
				if p.X0 > p.X1 {
					t.Errorf("a piece from %g to %g", p.X0, p.X1)
				}
				got = append(got, fmt.Sprintf("%.0f %s", p.X0, p.Text))
			}
			if told := strings.Join(got, " | "); told != c.want {
				t.Errorf("%s, want %s", told, c.want)
			}
		})
	}
}
