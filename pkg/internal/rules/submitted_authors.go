package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/identity"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var submittedAuthors = Rule{
	ID:    "submitted-authors",
	Title: "the authors who were submitted, or none of them for blind review",
	Why: `Conflicts of interest are found by the authors in the submission system, and
proceedings print them. For blind review, a name that the system knows is a name wherever
it stands.`,
	By: bySubmissionSystem,
	Doc: `The first page must name the authors of --metadata and, in lines that name one of them,
no one else. Accents, initials, short forms, order and marks of affiliations make no
difference; a letter that differs and another order are reported and meet the rule.

Where names are forbidden, no author may be named between title and text, in heads and
feet, in the file's metadata or in its name, by family name alone too, nor in the text by
full name, which is a warning. The reference list is not looked at. Family names that are
words or places too (Brown, Page, Washington) and those of one or two letters count beside
a given name alone; so do words of the title in heads.`,
	Guides: &submittedAuthorsGuides,
	limit:  func(*profile.Profile) Limit { return Limit{Want: asSubmitted} },
	judge:  judgeSubmittedAuthors,
}

// isBlind reports whether a profile forbids names.
func isBlind(p *profile.Profile) bool {
	return slices.ContainsFunc(p.Rules, func(r profile.Rule) bool { return r.ID == anonymity.ID })
}

func judgeSubmittedAuthors(f *measure.Facts, p *profile.Profile) Outcome {
	out, ok := submissionSeen(f)
	people := submittedPeople(f)
	switch {
	case !ok:
		return out
	case len(people) == 0:
		out.result, out.Sentence = unknown, report.Say(wording.AuthorsUnknown, nil)
		return out
	case isBlind(p):
		return judgeUnnamed(f, p, people)
	}
	return judgeNamed(f, people)
}

// maxPeople caps the authors of a submission.
const maxPeople = 500

func submittedPeople(f *measure.Facts) []identity.Person {
	var out []identity.Person
	if f.Submitted == nil {
		return nil
	}
	for _, name := range f.Submitted.Authors {
		if strings.TrimSpace(name) != "" && len(out) < maxPeople {
			out = append(out, identity.NewPerson(name))
		}
	}
	return out
}

// judgeNamed judges a paper that names its authors.
func judgeNamed(f *measure.Facts, people []identity.Person) Outcome {
	out := Outcome{Got: asSubmitted, Want: asSubmitted}
	front, first := identity.NewText(f.Front.Authors...), identity.NewText(firstPageLines(f)...)
	var near []string
	last, ordered := -1, true
	for _, p := range people {
		alike, at := front.Find(p)
		if alike != identity.Other {
			ordered, last = ordered && at >= last, at
		}
		if elsewhere, _ := first.Find(p); elsewhere > alike {
			alike = elsewhere
		}
		switch alike {
		case identity.Other:
			out.differs(f, report.Say(wording.AuthorNotPrinted, report.Args{"name": clip(p.Name)}))
		case identity.Near:
			near = append(near, clip(p.Name))
		}
	}
	for _, name := range strangers(f.Front.Authors, people) {
		out.differs(f, report.Say(wording.AuthorNotKnown, report.Args{"name": clip(name)}))
	}
	switch {
	case out.result == violated:
		out.Got = "other authors"
	case len(near) > 0:
		out.Sentence = report.Say(wording.AuthorsNear, report.Args{"names": near})
	case !ordered:
		out.Sentence = report.Say(wording.AuthorsReordered, nil)
	}
	return out
}

// differs adds a finding about the title block.
func (o *Outcome) differs(f *measure.Facts, why report.Sentence) {
	o.result = violated
	o.Findings = append(o.Findings, report.Finding{Page: f.Front.Place.Page, Box: box(f.Front.Place.Box), Sentence: why})
}

// firstPageLines returns all text of the first page: authors may stand below the text.
func firstPageLines(f *measure.Facts) []string {
	var out []string
	for i := range f.Pages[0].Lines {
		out = append(out, f.Pages[0].Lines[i].Text)
	}
	for _, end := range f.Ends {
		if end.Page == f.Pages[0].Number {
			out = append(out, end.Text)
		}
	}
	return out
}

// strangers returns what may be names of others in lines that name some of the people.
// Behind the last of these may be a place: all that follows must be names then, and
// several stand before.
func strangers(lines []string, people []identity.Person) []string {
	var out []string
	for _, line := range lines {
		if affiliation().MatchString(line) || email().MatchString(line) {
			continue
		}
		var others, behind []string
		found, onlyNames := 0, true
		for _, piece := range namePieces(line) {
			piece = strings.TrimFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) // marks of affiliations
			text := identity.NewText(piece)
			switch {
			case slices.ContainsFunc(people, text.Shares):
				others, behind, onlyNames = append(others, behind...), nil, true
				found++
			case !isPerson(piece):
				onlyNames = false
			case found == 0:
				others = append(others, piece)
			default:
				behind = append(behind, piece)
			}
		}
		if onlyNames && found > 1 {
			others = append(others, behind...)
		}
		if found > 0 {
			out = append(out, others...)
		}
	}
	return out
}
