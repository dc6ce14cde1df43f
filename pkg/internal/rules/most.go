package rules

import (
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var maxBodySize = Rule{
	ID:     "max-body-size",
	Title:  "body text no larger than allowed",
	Why:    `Papers of one size of type are compared fairly, and large type hides a short paper.`,
	By:     byHotCRP,
	Doc:    `The size that most characters of the running text have, over the paper.`,
	Guides: &maxBodySizeGuides,
	limit:  func(p *profile.Profile) Limit { return limitPoints(p.BodySize.Max, p.Tolerance.BodySize) },
	judge: func(f *measure.Facts, p *profile.Profile) Outcome {
		return atMost(f, f.BodySize, p.BodySize.Max, p.Tolerance.BodySize, wording.BodySizeLarge, "size")
	},
}

var maxLeading = Rule{
	ID:     "max-leading",
	Title:  "line spacing no larger than allowed",
	Why:    `Double spacing is for manuscripts; a page limit assumes the usual spacing.`,
	By:     byHotCRP,
	Doc:    `The usual distance between successive baselines of running text, over the paper.`,
	Guides: &maxLeadingGuides,
	limit:  func(p *profile.Profile) Limit { return limitPoints(p.Leading.Max, p.Tolerance.Leading) },
	judge: func(f *measure.Facts, p *profile.Profile) Outcome {
		return atMost(f, f.Leading, p.Leading.Max, p.Tolerance.Leading, wording.LeadingLarge, "leading")
	},
}

// atMost checks a measure of the whole paper's type against the most that is
// required (0: nothing). The measure has a name in the sentence.
func atMost(f *measure.Facts, got measure.Number, most, tolerance float64, kind report.Kind, name string) Outcome {
	if most == 0 {
		return Outcome{}
	}
	out := Outcome{}
	switch {
	case !got.Known || len(f.Unmeasured) > 0:
		out = noSize(f, wording.TooLittleBodyText)
	case got.Value > most+tolerance:
		out = Outcome{result: violated, Got: got.Value, Findings: []report.Finding{{
			Got: got.Value, Want: most, Unit: "pt", Sentence: report.Say(kind, report.Args{name: got.Value, "most": most}),
		}}}
	default:
		out.Got = got.Value
	}
	out.Want, out.Tolerance, out.Unit = most, tolerance, "pt"
	return out
}

var wordLimit = Rule{
	ID:    "word-limit",
	Title: "words, references not counted",
	Why:   `Words are counted where pages can be filled more or less densely.`,
	By:    byWords,
	Doc: `Counted are runs of at least two letters or digits in title, abstract, headings,
footnotes and running text; a word that is hyphenated at the end of a line counts once.
The reference list, captions, tables, code and figures are not counted.`,
	Guides: &wordLimitGuides,
	limit:  limitWordsOf,
	judge:  judgeWords,
}

func limitWordsOf(p *profile.Profile) Limit {
	if p.Words == (profile.Count{}) {
		return Limit{}
	}
	return Limit{Want: limitWords(p.Words, "word") + warnWords(p.Words)}
}

func judgeWords(f *measure.Facts, p *profile.Profile) Outcome {
	out := Outcome{Want: limitWordsOf(p).Want}
	switch {
	case out.Want == nil:
		return out
	case !f.Words.Known || len(f.Unmeasured) > 0:
		var unseen bool
		if out, unseen = wordsUnseen(f); !unseen {
			out = cannot(f, report.Say(wording.WordsUncounted, nil))
		}
		out.Want = limitWordsOf(p).Want
		return out
	}
	n := int(f.Words.Value)
	out.Got = count(n, "word")
	why := report.Sentence{}
	switch {
	case p.Words.Most > 0 && n > p.Words.Most:
		why = report.Say(wording.TooManyWords, report.Args{"words": n, "most": p.Words.Most})
	case n < p.Words.Least:
		why = report.Say(wording.TooFewWords, report.Args{"words": n, "least": p.Words.Least})
	case p.Words.Warn > 0 && n > p.Words.Warn:
		out.result, out.Findings = minor, []report.Finding{{Got: n, Want: p.Words.Warn, Sentence: report.Say(wording.WordsMany, report.Args{"words": n, "warn": p.Words.Warn})}}
		return out
	default:
		return out
	}
	out.result, out.Findings = violated, []report.Finding{{Got: n, Sentence: why}}
	return out
}
