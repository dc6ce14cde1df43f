package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// headed gives the paper sections with these distances above and below their
// headings, 0 for none, and 30 points below the title.
func headed(distances ...[2]float64) func(*measure.Facts) {
	return func(f *measure.Facts) {
		f.Front.Below = known(30)
		for _, d := range distances {
			s := measure.Section{Place: measure.Place{Page: 1}, Level: 1}
			if d[0] > 0 {
				s.Above = known(d[0])
			}
			if d[1] > 0 {
				s.Below = known(d[1])
			}
			f.Sections = append(f.Sections, s)
		}
	}
}

// titled is headed by three headings as asked, at a distance below the title.
func titled(below float64) func(*measure.Facts) {
	return func(f *measure.Facts) {
		headed([2]float64{24, 18}, [2]float64{24, 18}, [2]float64{24, 18})(f)
		f.Front.Below = measure.Number{Value: below, Known: below > 0}
	}
}

func TestHeadingSpace(t *testing.T) {
	ok, above, below := [2]float64{24, 18}, [2]float64{20.9, 18}, [2]float64{24, 14.9}
	hold(t, "heading-space", "spacing: {below_title: 30pt, above_heading: 24pt, below_heading: 18pt}\ntolerance: {spacing: 3pt}", []askedCase{
		{"as asked", headed(ok, ok, ok), "pass", "below title 30, above headings 24, below headings 18"},
		{"just inside", headed([2]float64{21.1, 15.1}, [2]float64{21.1, 15.1}, [2]float64{21.1, 15.1}), "pass", "below title 30, above headings 21.1, below headings 15.1"},
		{"just outside above", headed(above, above, above), "fail", "below title 30, above headings 20.9, below headings 18"},
		{"just outside below", headed(below, below, below), "fail", "below title 30, above headings 24, below headings 14.9"},
		{"most of them squeezed", headed(ok, above, above), "fail", "below title 30, above headings 20.9, below headings 18"},
		{"few of them squeezed", headed(ok, ok, above), "pass", "below title 30, above headings 24, below headings 18"},
		{"two headings tell nothing", headed(above, above), "unknown", "below title 30"},
		{"headings between floats", headed([2]float64{20, 18}, [2]float64{0, 18}, [2]float64{0, 18}), "unknown", "below title 30, below headings 18"},
		{"subsections do not count", func(f *measure.Facts) {
			headed(ok, ok, ok, above, above, above, above)(f)
			for i := range f.Sections[3:] {
				f.Sections[3+i].Level = 2
			}
		}, "pass", "below title 30, above headings 24, below headings 18"},
		{"title just inside", titled(27.1), "pass", "below title 27.1"},
		{"title just outside", titled(26.9), "fail", "below title 26.9"},
		{"no title", titled(0), "unknown", "above headings 24, below headings 18"},
		{"no headings", nil, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "heading-space", "spacing: {below_heading: 18pt}", []askedCase{
		{"what is not asked is not judged", headed(above, above, above), "pass", "below title 30, above headings 20.9, below headings 18"},
	})
}
