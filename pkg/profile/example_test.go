package profile_test

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/profile"
)

// A venue of your own is a text. Mistakes in it have their lines.
func ExampleParse() {
	text := `title: HotPaper '27
source: https://hotpaper.example/2027/cfp
year: 2027
pages: {most: 8, except: [references]}
rules:
  page-limit: error
`
	venue, err := profile.Parse("hotpaper27", []byte(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, limit := range venue.Pages {
		fmt.Println(venue.Title, "allows", limit.Most, "pages, not counting", limit.Except)
	}

	_, err = profile.Parse("hotpaper27", []byte(text+"  colums: error\n"))
	for _, mistake := range profile.Mistakes(err) {
		fmt.Println(mistake)
	}
	// Output:
	// HotPaper '27 allows 8 pages, not counting [references]
	// line 7, column 3: unknown key "colums"; did you mean "columns"?
}

// Built-in profiles go by their names. The error for another one names the nearest.
func ExampleLoad() {
	venue, err := profile.Load("osdi22")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(venue.Title)
	_, err = profile.Load("osdi2")
	fmt.Println(err)
	// Output:
	// USENIX OSDI '22 submissions
	// unknown profile "osdi2"; did you mean "osdi21"? (a profile of your own is a .yaml file)
}
