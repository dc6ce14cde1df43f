package rules

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// These rules find what is left in a paper from writing it. Most profiles have them
// with severity note: they tell the author and judge nothing.

var comments = Rule{
	ID:    "comments",
	Title: "no comments of a viewer",
	Why: `Comments that co-authors left in the PDF reach the reviewers with it, with the
names of those who wrote them.`,
	Doc: `Looked for are notes, highlights, underlines, strikethroughs, insertion marks and
ink drawings that a viewer added to the file and shows. They are no part of the
page: they cover nothing, and no other rule measures them. Text boxes, form
fields, shapes and stamps are content.`,
	Guides: &commentsGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		var out Outcome
		for _, c := range f.Comments {
			out.Findings = append(out.Findings, report.Finding{Page: c.Page, Box: box(c.Box),
				Sentence: report.Say(wording.Comment, report.Args{"what": c.Kind, "author": clip(c.Author), "text": clip(c.Text)})})
		}
		return out.found("comment")
	},
}

var todoMarks = Rule{
	ID:    "todo-marks",
	Title: "no marks of work left to do",
	Why:   `“TODO”, “FIXME” and “XXX%” are meant for the authors, not for the readers.`,
	Doc: `Looked for are TODO, FIXME and XXX in brackets, before a colon, alone or at the
beginning of a line, “XXX” and “XX%” in place of a word or number, the list and the
margin boxes of the package todonotes, and the notes of fixme. Code, equations and the
reference list are not checked, nor the text of a paper about such marks. A box within a
column, as \todo[inline] sets it, is found only by such a word: it looks like that of a
theorem, a listing or a summary.`,
	Guides: &todoMarksGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return placesOutcome(f, f.Todos, wording.TodoMark)
	},
}

var lineNumbers = Rule{
	ID:    "line-numbers",
	Title: "no line numbers in the margin",
	Why:   `Line numbers help reviewers and do not belong in the final paper.`,
	Doc: `Numbers beside the columns that count down the page beside running text are line
numbers, where at least half of the pages have them. Those of a listing, which belong
to its lines, are none. A profile may require them of submissions instead.`,
	Guides: &lineNumbersGuides,
	otherwise: func(p *profile.Profile) (title, why string) {
		return ifRequired(p.LineNumbers, "line numbers in the margin", "Reviewers refer to passages by their line.")
	},
	judge: judgeLineNumbers,
}

var watermark = Rule{
	ID:    "watermark",
	Title: "no watermark of a draft",
	Why:   `“DRAFT” across the page makes text harder to read, and is easily forgotten.`,
	Doc: `Words such as “DRAFT”, “CONFIDENTIAL” and “Do not distribute” in type of at least
2.5 times the size of the body, turned or upright, anywhere but in the title. A
watermark that another rule of the profile reports is not reported again.`,
	Guides: &watermarkGuides,
	judge: func(f *measure.Facts, p *profile.Profile) Outcome {
		places := slices.Clone(f.Watermarks)
		for rule, others := range map[string][]measure.Place{draftMarks.ID: f.Drafts, confidentiality.ID: f.Notices} {
			if slices.ContainsFunc(p.Rules, func(r profile.Rule) bool { return r.ID == rule }) {
				places = slices.DeleteFunc(places, func(w measure.Place) bool { return isAmong(w, others) })
			}
		}
		return placesOutcome(f, places, wording.Watermark)
	},
}

var hiddenResidue = Rule{
	ID:    "hidden-residue",
	Title: "no hidden residue of programs",
	Why:   `Hidden words, even a few that a drawing program left, surprise a reader who finds them.`,
	Doc: `Reported, once for each reason, is hidden text of too few letters for hidden-text,
the source that LaTeXiT leaves invisible behind formulas, and the settings that
Acrobat Distiller attaches. What hidden-text allows is allowed here.`,
	Guides: &hiddenResidueGuides,
	judge:  judgeResidue,
}

func judgeResidue(f *measure.Facts, _ *profile.Profile) Outcome {
	var out Outcome
	for _, r := range f.Residue() {
		kind, args := wording.FewHidden, report.Args{"letters": r.Letters, "how": string(r.Why), "text": clip(r.Text)}
		if r.Why == wording.FormulaSource {
			kind, args = wording.FormulaSource, report.Args{}
		}
		if r.Pages > 1 {
			args["pages"] = r.Pages
		}
		out.Findings = append(out.Findings, report.Finding{Page: r.Page, Box: box(r.Box), Sentence: report.Say(kind, args)})
	}
	if f.Settings {
		out.Findings = append(out.Findings, report.Finding{Sentence: report.Say(wording.PrintSettings, nil)})
	}
	return out.found("kind")
}

var overlappingText = Rule{
	ID:    "overlapping-text",
	Title: "no text printed over other text",
	Why:   `Where a table reaches into the next column, or a negative space pulls a line over another, neither can be read.`,
	Doc: `Text overlaps where at least three letters or digits of two stretches of upright type
share their place by a quarter of an em or more in height, from the baselines to the
tops of capitals. Labels of one drawing,
watermarks and large initials, and the same words set twice (as bold or with a shadow)
are left out.`,
	Guides: &overlappingTextGuides,
	judge:  judgeOverlaps,
}

func judgeOverlaps(f *measure.Facts, _ *profile.Profile) Outcome {
	if unseen, ok := wordsUnseen(f); ok && len(f.Overlaps) == 0 {
		return unseen
	}
	var out Outcome
	for _, o := range f.Overlaps {
		args := report.Args{"text": clip(o.Text), "over": clip(o.Over)}
		if o.Pairs > 1 {
			args["others"] = o.Pairs - 1
		}
		out.Findings = append(out.Findings, report.Finding{Page: o.Page, Box: box(o.Box), Sentence: report.Say(wording.TextOverlaps, args)})
	}
	return out.found("page")
}

// isAmong reports whether a place is one of others.
func isAmong(place measure.Place, others []measure.Place) bool {
	return slices.ContainsFunc(others, func(o measure.Place) bool { return o.Page == place.Page && o.Box == place.Box })
}

// found returns the outcome of a rule by how many things, that must not be there, it
// has findings of.
func (o Outcome) found(noun string) Outcome {
	if o.Got = noneFound; len(o.Findings) > 0 {
		o.result, o.Got = violated, count(len(o.Findings), noun)
	}
	return o
}
