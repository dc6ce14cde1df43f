package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// withSections gives the good paper these headings; those behind "References"
// stand after the list.
func withSections(headings ...string) func(*measure.Facts) {
	return func(f *measure.Facts) {
		after := false
		for _, text := range headings {
			f.Sections = append(f.Sections, heading(text, 1, after))
			after = after || text == "References"
		}
	}
}

func TestRequiredSections(t *testing.T) {
	keys := "require: [ethics before references, limitations]"
	hold(t, "required-sections", keys, []askedCase{
		{"both", withSections("1 Introduction", "Limitations", "Ethical Considerations", "References"), "pass", "all of them"},
		{"with numbers", withSections("1 Introduction", "7 Limitations", "8 Ethics Statement", "References"), "pass", "all of them"},
		{"one behind the list", withSections("1 Introduction", "Limitations", "References", "Ethics"), "fail", "1 section missing"},
		{"the other may stand there", withSections("1 Introduction", "Ethics", "References", "Limitations"), "pass", "all of them"},
		{"neither", withSections("1 Introduction", "References"), "fail", "2 sections missing"},
		{"a word of it alone", withSections("1 The Limitations of Ethics in Practice", "References"), "fail", "2 sections missing"},
		{"in a line's beginning", func(f *measure.Facts) {
			withSections("1 Introduction", "Ethics", "References")(f)
			f.Pages[1].Lines[9].Text = "Limitations. We counted once."
		}, "pass", "all of them"},
		{"but not where its place is asked", func(f *measure.Facts) {
			withSections("1 Introduction", "Limitations", "References")(f)
			f.Pages[1].Lines[9].Text = "Ethics. We counted once."
		}, "fail", "1 section missing"},
		{"no headings", nil, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
	hold(t, "required-sections", "sections: {results: Results, discussion: Discussion}\nrequire: [results, discussion]", []askedCase{
		{"one heading for both", withSections("1 Introduction", "3 Results and Discussion", "References"), "pass", "all of them"},
		{"with a mark", withSections("1 Introduction", "3 Discussion & Results", "References"), "pass", "all of them"},
		{"for one and another", withSections("1 Introduction", "3 Results and Outlook", "References"), "fail", "2 sections missing"},
	})
	hold(t, "required-sections", "require: [ethics before references, open-science before references]", []askedCase{
		{"one heading for both", withSections("1 Introduction", "Ethics and Open Science", "References"), "pass", "all of them"},
		{"on the other side", withSections("1 Introduction", "References", "Ethics and Open Science"), "fail", "2 sections missing"},
	})
}

func TestForbiddenSections(t *testing.T) {
	hold(t, "forbidden-sections", "forbid: appendices", []askedCase{
		{"none", withSections("1 Introduction", "2 Method", "3 Results", "References"), "pass", noneFound},
		{"a letter", withSections("1 Introduction", "References", "A Proofs"), "fail", ""},
		{"before the list", withSections("1 Introduction", "Appendix: Proofs", "References"), "fail", ""},
		{"a nameless end", withSections("1 Introduction", "References", "More Plots"), "fail", ""},
		{"thanks after the list", withSections("1 Introduction", "References", "Acknowledgments"), "pass", noneFound},
		{"a word of it", withSections("1 Introduction", "2 What Appendices Are For", "References"), "pass", noneFound},
		{"nothing is known", none, "unknown", ""},
	})
}

// Marks are judged where they were seen, whatever else could not be.
func TestMarks(t *testing.T) {
	mark := measure.Place{Page: 2, Text: "see Section ??"}
	for rule, set := range map[string]func(*measure.Facts, ...measure.Place){
		"unresolved-references": func(f *measure.Facts, at ...measure.Place) { f.Unresolved = at },
		"draft-marks":           func(f *measure.Facts, at ...measure.Place) { f.Drafts = at },
	} {
		hold(t, rule, "", []askedCase{
			{"none", nil, "pass", noneFound},
			{"one", func(f *measure.Facts) { set(f, mark) }, "fail", "1 place"},
			{"two", func(f *measure.Facts) { set(f, mark, mark) }, "fail", "2 places"},
			{"one, and a page that cannot be seen", func(f *measure.Facts) { unseen(f); set(f, mark) }, "fail", "1 place"},
			{"nothing is known", none, "unknown", ""},
		})
	}
}

func TestBlankPages(t *testing.T) {
	content := func(c measure.Content, pages ...int) func(*measure.Facts) {
		return func(f *measure.Facts) {
			for _, n := range pages {
				f.Pages[n-1].Content = c
			}
		}
	}
	for _, c := range []struct {
		name  string
		spoil func(*measure.Facts)
		want  report.Status
		got   any
	}{
		{"none", func(*measure.Facts) {}, "pass", noneFound},
		{"a page of figures", content(measure.ContentFigure, 2), "pass", noneFound},
		{"one", content(measure.ContentBlank, 3), "fail", "1 page"},
		{"two", content(measure.ContentBlank, 2, 3), "fail", "2 pages"},
		{"a scan", unseen, "fail", "1 page"},
		{"no pages", none, "unknown", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := good()
			c.spoil(f)
			if check, findings := asked(t, f, "blank-pages", ""); check.Status != c.want || check.Got != c.got || (check.Status == "fail") != (len(findings) > 0) {
				t.Errorf("%s, %v; want %s, %v (%v)", check.Status, check.Got, c.want, c.got, findings)
			}
		})
	}
}
