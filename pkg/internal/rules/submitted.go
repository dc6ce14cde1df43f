package rules

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/identity"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var submittedTitle = Rule{
	ID:    "submitted-title",
	Title: "the title that was submitted",
	Why: `Reviewers choose papers by the title in the submission system, and proceedings print it:
a paper under another title may be the wrong file.`,
	By: bySubmissionSystem,
	Doc: `The title on the first page is compared with that of --metadata. Case, accents,
ligatures, hyphens, line breaks, small capitals and marks of footnotes make no
difference; a difference of one or two letters in a title of twenty or more is reported
and meets the rule. A difference in digits never does.`,
	Guides: &submittedTitleGuides,
	limit:  func(*profile.Profile) Limit { return Limit{Want: asSubmitted} },
	judge:  judgeSubmittedTitle,
}

const asSubmitted = "as submitted"

func judgeSubmittedTitle(f *measure.Facts, _ *profile.Profile) Outcome {
	out, ok := submissionSeen(f)
	switch {
	case !ok:
		return out
	case f.Submitted.Title == "":
		out.result, out.Sentence = unknown, report.Say(wording.TitleUnknown, nil)
		return out
	}
	known := identity.TitleKey(f.Submitted.Title)
	said := report.Args{"title": clip(f.Front.Title), "submitted": clip(f.Submitted.Title)}
	out.Got = asSubmitted
	switch alike := max(identity.CompareTitles(known, identity.TitleKey(f.Front.Title)), identity.CompareTitles(known, identity.TitleKey(titleRows(f)))); {
	case alike == identity.Same, hasTitle(f, known):
	case alike == identity.Near:
		out.Sentence = report.Say(wording.TitleNear, said)
	case f.Front.Title == "":
		return Outcome{result: unknown, Want: asSubmitted, Sentence: report.Say(wording.TitleNotFound, nil)}
	default:
		out.result, out.Got = violated, "another one"
		out.Findings = []report.Finding{{Page: f.Front.Place.Page, Box: box(f.Front.Place.Box), Sentence: report.Say(wording.TitleOther, said)}}
	}
	return out
}

// submissionSeen returns the outcome that a rule about the submission begins with, and
// whether it can be judged.
func submissionSeen(f *measure.Facts) (Outcome, bool) {
	out := Outcome{Want: asSubmitted}
	switch {
	case f.Submitted == nil:
		out.result, out.Sentence = unknown, report.Say(wording.SubmissionUnknown, nil)
		return out, false
	case f.Masked:
		out.result, out.Sentence = unknown, report.Say(wording.MetadataHidden, nil)
		return out, false
	}
	if unseen, ok := textUnseen(f); ok {
		unseen.Want = out.Want
		return unseen, false
	}
	return out, true
}

// titleRows returns the title as it is read: with all text on its baselines, from left
// to right. Capitals among small capitals may be lines of their own.
func titleRows(f *measure.Facts) string {
	lines := f.Pages[0].Lines
	var baselines []float64 // of the title, which has few lines
	for i := range lines {
		if lines[i].Title {
			baselines = append(baselines, lines[i].Baseline)
		}
	}
	var rows []*measure.Line
	for i := range lines {
		if slices.ContainsFunc(baselines, func(b float64) bool { return math.Abs(b-lines[i].Baseline) < sameBaseline }) {
			rows = append(rows, &lines[i])
		}
	}
	slices.SortStableFunc(rows, func(a, b *measure.Line) int {
		if math.Abs(a.Baseline-b.Baseline) >= sameBaseline {
			return cmp.Compare(a.Baseline, b.Baseline)
		}
		return cmp.Compare(a.Box.X0, b.Box.X0)
	})
	var title strings.Builder
	for _, line := range rows {
		title.WriteString(line.Text + " ")
	}
	return title.String()
}

// sameBaseline is how far apart, in points, the baselines of one row of type may be.
const sameBaseline = 1

// hasTitle reports whether whole lines of one size on the first page are the title that
// was submitted: other lines may have been taken for it. They are all of the lines that
// were, or none.
func hasTitle(f *measure.Facts, known string) bool {
	lines := f.Pages[0].Lines
	titles := 0
	for i := range lines {
		if lines[i].Title {
			titles++
		}
	}
	apart := func(i, k int) bool { // lines i and k are of different texts
		return i < 0 || k == len(lines) || !isSize(lines[i].Size, lines[k].Size) || lines[i].Size <= f.BodySize.Value
	}
	for i := range lines {
		found, inTitle := "", 0
		for k := i; k < min(len(lines), i+maxTitleRows) && len(found) <= len(known) && isSize(lines[k].Size, lines[i].Size); k++ {
			if lines[k].Title {
				inTitle++
			}
			found += identity.TitleKey(lines[k].Text)
			if (inTitle == 0 || inTitle == titles) && apart(i-1, i) && apart(k, k+1) && identity.CompareTitles(known, found) == identity.Same {
				return true
			}
		}
	}
	return false
}

// maxTitleRows caps the lines that a title is put together from.
const maxTitleRows = 20

// isSize reports whether two sizes of type, in points, are the same to the eye.
func isSize(a, b float64) bool { return math.Abs(a-b) < 0.3 }
