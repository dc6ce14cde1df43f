package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/identity"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// judgeUnnamed judges a paper for blind review.
func judgeUnnamed(f *measure.Facts, p *profile.Profile, people []identity.Person) Outcome {
	out := Outcome{Want: "no names"}
	title := identity.NewText(f.Front.Title)
	front := identity.NewText(f.Front.Authors...)
	pages := textOfPages(f)
	for _, who := range people {
		inFront := front.FindFamily(who, title)
		if inFront {
			out.nameSubmitted(f.Front.Place.Page, box(f.Front.Place.Box), violated, wording.SubmittedInFront, who)
		}
		out.nameInEnds(f, title, who)
		if p.Metadata != profile.Free && slices.ContainsFunc(f.Authors, func(name string) bool { return identity.InLabel(name, who) }) {
			out.nameSubmitted(0, nil, violated, wording.SubmittedInFile, who)
		}
		if identity.InFileName(f.Submitted.File, who) {
			out.nameSubmitted(0, nil, violated, wording.SubmittedInName, who)
		}
		for i, page := range pages {
			if at, ok := page.FindFull(who); ok && !(inFront && i == 0) {
				line := f.Pages[i].Lines[page.Line(at)]
				out.nameSubmitted(f.Pages[i].Number, box(line.Box), minor, wording.SubmittedInText, who)
			}
		}
	}
	if out.result == met {
		out.Got = noneFound
	}
	return out
}

// nameSubmitted adds a finding on an author of the submission.
func (o *Outcome) nameSubmitted(page int, where *[4]float64, how result, kind report.Kind, who identity.Person) {
	if o.result != violated {
		o.result = how
	}
	o.Findings = append(o.Findings, report.Finding{Page: page, Box: where, Sentence: report.Say(kind, report.Args{"name": clip(who.Name)})})
}

// nameInEnds looks at heads and feet, where words of the title stand too.
func (o *Outcome) nameInEnds(f *measure.Facts, title *identity.Text, who identity.Person) {
	for _, end := range f.Ends {
		if identity.NewText(end.Text).FindFamily(who, title) {
			o.nameSubmitted(end.Page, box(end.Box), violated, wording.SubmittedInEnds, who)
		}
	}
}

// textOfPages returns the text of each page without its title and the reference list.
func textOfPages(f *measure.Facts) []*identity.Text {
	var out []*identity.Text
	for i := range f.Pages {
		var lines []string
		for k := range f.Pages[i].Lines {
			line := &f.Pages[i].Lines[k]
			if line.Entry || line.Title {
				lines = append(lines, "") // the number of a line is its place
				continue
			}
			lines = append(lines, line.Text)
		}
		out = append(out, identity.NewText(lines...))
	}
	return out
}
