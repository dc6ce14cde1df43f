package check_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
)

// seen is what a report says of a paper except the verdict, to the letter:
// measures, pages, and each line and figure with its role and place.
func seen(t *testing.T, c *check.Checker, data []byte) string {
	file := c.Check(context.Background(), "", data)
	for i := range file.Pages {
		if s := file.Pages[i].Sketch; s != nil {
			s.Block, s.Outside = nil, nil // are the venue's
		}
	}
	text, err := json.Marshal([]any{file.Measured, file.Pages, file.Damage})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What is measured of a paper is the same for every venue.
func TestMeasuresAreTheSameForEveryVenue(t *testing.T) {
	var checkers []*check.Checker
	for _, name := range []string{profile.Default, "soups20-final", "neurips21"} { // 7 × 9 in, any block, 5.5 × 9 in
		p, err := profile.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		checkers = append(checkers, &check.Checker{Profile: p, Options: check.Options{Sketch: true}})
	}
	eachPaper(t, func(t *testing.T, data []byte) {
		want := seen(t, checkers[0], data)
		for _, c := range checkers[1:] {
			if seen(t, c, data) != want {
				t.Errorf("%s measures otherwise than %s", c.Profile.Name, checkers[0].Profile.Name)
			}
		}
	})
}
