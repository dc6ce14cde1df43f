package hotcrp

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// maxUnsafePages is how many pages of a category are reported; a 0 after them says
// that there are more.
const maxUnsafePages = 10

// unsafe returns the pages with active content by HotCRP's categories. Content of
// the whole document is reported as page 1's. HotCRP warns of "rellaunch" and
// "multimedia" and refuses the others, so a link to another file, which does
// nothing until it is clicked, is a "rellaunch".
func unsafe(active []measure.Active) map[string][]int {
	out := map[string][]int{}
	add := func(category string, page int) {
		pages := out[category]
		page = max(page, 1)
		switch {
		case category == "" || slices.Contains(pages, page) || len(pages) > maxUnsafePages:
			return
		case len(pages) == maxUnsafePages:
			page = 0
		}
		out[category] = append(pages, page)
	}
	for _, a := range active {
		category := categoryOf(a)
		add(category, a.Page)
		if a.Automatic && category != "" && category != "multimedia" {
			add("autoaction", a.Page)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// categoryOf returns HotCRP's word for active content, "" where it has none.
func categoryOf(a measure.Active) string {
	switch a.Name {
	case "JavaScript":
		return "javascript"
	case "XFA":
		return "xfa"
	case "Launch":
		if a.Local && !a.Automatic {
			return "rellaunch"
		}
		return "launch"
	case "GoToR":
		if !a.Automatic {
			return "rellaunch"
		}
		return "externalref"
	case "SubmitForm":
		return "submitform"
	case "ImportData":
		return "externalref"
	case "RichMedia", "RichMediaExecute", "3D", "GoTo3DView":
		return "richmedia"
	case "Movie", "Sound", "Screen", "Rendition":
		return "multimedia"
	}
	return ""
}
