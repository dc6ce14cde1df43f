package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var requiredSections = Rule{
	ID:    "required-sections",
	Title: "required sections",
	Why:   `Venues require statements on ethics, limitations or availability in each paper.`,
	By:    bySections,
	Doc: `A heading must name each of the required sections, in the venue's own words or the
usual ones, and be before or after the references where that is required. A line
that begins with the words and a full stop or colon counts as a heading.`,
	Guides: &requiredSectionsGuides,
	limit:  func(p *profile.Profile) Limit { return sectionLimit(p.Require) },
	judge:  judgeRequired,
}

var forbiddenSections = Rule{
	ID:    "forbidden-sections",
	Title: "no sections that the venue does not allow",
	Why:   `Appendices that reviewers need not read are uploaded apart, or not at all.`,
	By:    byNoAppendix,
	Doc: `No heading may name one of the sections, in the venue's own words or the usual
ones. Appendices are recognized by their letters too, and by their place after the
references.`,
	Guides: &forbiddenSectionsGuides,
	limit:  limitForbidden,
	judge:  judgeForbidden,
}

func sectionLimit(parts []profile.Part) Limit {
	if len(parts) == 0 {
		return Limit{}
	}
	return Limit{Want: partWords(parts)}
}

func limitForbidden(p *profile.Profile) Limit {
	l := sectionLimit(p.Forbid)
	if l.Want != nil {
		l.Want = fmt.Sprintf("no %s", l.Want)
	}
	return l
}

// noHeadings returns the outcome for a paper without headings.
func noHeadings(f *measure.Facts, want any) Outcome {
	out, unseen := headingsUnseen(f)
	if !unseen {
		out = cannot(f, report.Say(wording.HeadingsMissing, nil))
	}
	out.Want = want
	return out
}

func judgeRequired(f *measure.Facts, p *profile.Profile) Outcome {
	return judgeSections(f, p, p.Require)
}

// judgeSections looks for sections that a paper must or should have.
func judgeSections(f *measure.Facts, p *profile.Profile, wanted []profile.Part) Outcome {
	out := Outcome{Want: sectionLimit(wanted).Want}
	if out.Want == nil {
		return out
	}
	if len(f.Sections) == 0 || len(f.Unmeasured) > 0 {
		return noHeadings(f, out.Want)
	}
	unread, anyUnread := headingsUnseen(f)
	parts := partsOf(f, p)
	for _, required := range wanted {
		if hasSection(f, parts, required) || sharesSection(f, p, required) || required.Side == profile.Anywhere && hasRunIn(f, p.HeadingsOf(required.Section)) {
			continue
		}
		if anyUnread {
			unread.Want = out.Want
			return unread
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{Want: required.String(),
			Sentence: report.Say(wording.SectionMissing, report.Args{
				"section": strings.ReplaceAll(required.String(), "-", " "), "headings": someHeadings(p.HeadingsOf(required.Section)),
			})})
	}
	if out.result == met {
		out.Got = "all of them"
	} else {
		out.Got = count(len(out.Findings), "section") + " missing"
	}
	return out
}

func hasSection(f *measure.Facts, parts []part, required profile.Part) bool {
	for i := range f.Sections {
		if parts[i].isIn([]profile.Part{required}, f.Sections[i].AfterReferences) {
			return true
		}
	}
	return false
}

// joints separate the names of parts in a heading.
var joints = strings.NewReplacer(" and ", "\n", " And ", "\n", " AND ", "\n", " & ", "\n", ", ", "\n", " / ", "\n", "/", "\n")

// sharesSection reports whether one heading names several required sections, this one
// among them, and nothing else: "Ethics and Open Science".
func sharesSection(f *measure.Facts, p *profile.Profile, required profile.Part) bool {
	names := func(text string, part profile.Part) bool { return profile.HasHeading(p.HeadingsOf(part.Section), text) }
	for i := range f.Sections {
		s := &f.Sections[i]
		if required.Side != profile.Anywhere && (required.Side == profile.AfterReferences) != s.AfterReferences {
			continue
		}
		found, others := false, false
		for text := range strings.SplitSeq(joints.Replace(s.Title), "\n") {
			found = found || names(text, required)
			others = others || !slices.ContainsFunc(slices.Concat(p.Require, p.Recommend), func(part profile.Part) bool { return names(text, part) })
		}
		if found && !others {
			return true
		}
	}
	return false
}

// maxRunIn is the most words of a heading that runs into its paragraph.
const maxRunIn = 6

// hasRunIn reports whether a line begins with one of the headings and a mark.
func hasRunIn(f *measure.Facts, headings []string) bool {
	for i := range f.Pages {
		for j := range f.Pages[i].Lines {
			text := f.Pages[i].Lines[j].Text
			at := strings.IndexAny(text, ".:—–")
			if at > 0 && len(strings.Fields(text[:at])) <= maxRunIn && profile.HasHeading(headings, text[:at]) {
				return true
			}
		}
	}
	return false
}

// someHeadings returns the first of the headings.
func someHeadings(headings []string) []string {
	const most = 3
	return headings[:min(len(headings), most)]
}

func judgeForbidden(f *measure.Facts, p *profile.Profile) Outcome {
	out, seen := limitForbidden(p).ofText(f)
	if !seen {
		return out
	}
	parts := partsOf(f, p)
	for i := range f.Sections {
		s := &f.Sections[i]
		begins := i == 0 || parts[i-1] != parts[i]
		if begins && parts[i].isIn(p.Forbid, s.AfterReferences) {
			out.result = violated
			out.Findings = append(out.Findings, report.Finding{Page: s.Page, Box: box(s.Box),
				Sentence: report.Say(wording.SectionForbidden, report.Args{"text": clip(s.Text)})})
		}
	}
	if unread, ok := headingsUnseen(f); ok && out.result == met {
		unread.Want = out.Want
		return unread
	}
	if out.result == met {
		out.Got = noneFound
	}
	return out
}

var unresolvedReferences = Rule{
	ID:    "unresolved-references",
	Title: "no unresolved references",
	Why:   `“Figure ??” and “[?]” lead readers nowhere, and show that the paper was not fully compiled.`,
	Doc: `Looked for are “[?]” in text, “??” behind a word such as Figure or Section, and
“??” in bold within a line that is not, as LaTeX sets labels and citations that it
does not know. Code, equations, figures and the reference list are not checked.`,
	Guides: &unresolvedGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return placesOutcome(f, f.Unresolved, wording.Unresolved)
	},
}

var draftMarks = Rule{
	ID:    "draft-marks",
	Title: "no marks of a draft or a submission",
	Why:   `The final paper is printed as it is, with “DRAFT” and “Submission #41” on it.`,
	By:    byFinalPapers,
	Doc: `Looked at are heads, feet, stamps, watermarks and the lines of the title block:
“Draft”, “Submission #41”, “Under review”, “Do not distribute” and the like. Running
text may mention drafts.`,
	Guides: &draftMarksGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return placesOutcome(f, f.Drafts, wording.DraftMark)
	},
}

// noneFound is what rules have got that looked for what must not be there.
const noneFound = "none found"

// placesOutcome reports a violation at each of the places.
func placesOutcome(f *measure.Facts, places []measure.Place, kind report.Kind) Outcome {
	if unseen, ok := wordsUnseen(f); ok && len(places) == 0 {
		return unseen
	}
	var out Outcome
	for _, at := range places {
		out.Findings = append(out.Findings, report.Finding{Page: at.Page, Box: box(at.Box), Sentence: report.Say(kind, report.Args{"text": clip(at.Text)})})
	}
	return out.found("place")
}

var blankPages = Rule{
	ID:    "blank-pages",
	Title: "no blank pages, none without text",
	Why:   `A blank page is one by mistake; a page that is an image cannot be searched, read aloud or measured.`,
	By:    byFinalPapers,
	Doc: `A page is blank when nothing but page numbers and running heads can be seen on it.
It has no text when it shows a large image or drawing and no letter but a
page number or a running head, as in scans and in type that was converted to outlines.`,
	Guides: &blankPagesGuides,
	judge:  judgeBlank,
}

// withoutText are the sentences about pages without text that can be seen, by why
// they cannot be measured.
var withoutText = map[report.Kind]report.Kind{
	wording.PageIsImage: wording.PageImage, wording.PageIsOutlines: wording.PageOutlines, wording.PageUncertain: wording.PageTextUncertain,
}

func judgeBlank(f *measure.Facts, _ *profile.Profile) Outcome {
	if len(f.Pages) == 0 {
		return unknownFor(report.Say(wording.NoPages, nil))
	}
	var out Outcome
	add := func(page int, kind report.Kind) {
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{Page: page, Sentence: report.Say(kind, nil)})
	}
	textless := map[int]report.Kind{}
	for _, u := range f.Unmeasured {
		if !u.Turned {
			textless[u.Page] = withoutText[u.Why.Kind]
		}
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		switch why, ok := textless[page.Number]; {
		case ok:
			add(page.Number, why)
		case page.Content == measure.ContentBlank:
			add(page.Number, wording.PageBlank)
		}
	}
	if out.Got = noneFound; out.result == violated {
		out.Got = count(len(out.Findings), "page")
	}
	return out
}
