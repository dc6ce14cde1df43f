package rules

import (
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var talkOutline = Rule{
	ID:    "talk-outline",
	Title: "an outline of the presentation",
	Why:   `The committee chooses talks by what they will present, and in which order.`,
	By:    byOpMLCall,
	Doc: `A heading, or the words that begin a line and are set off by a colon or full stop,
must announce the outline, agenda, structure or plan of the talk.`,
	Guides: &talkOutlineGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return spokenOf(f, outlineWords, outlineHint, wording.OutlineMissing, wording.OutlineUnclear)
	},
}

var talkTakeaways = Rule{
	ID:    "talk-takeaways",
	Title: "identified take-aways for attendees",
	Why:   `Attendees choose talks by what they can take home.`,
	By:    byOpMLCall,
	Doc: `A heading, or the words that begin a line and are set off by a colon or full stop,
must announce take-aways, lessons or what attendees will learn.`,
	Guides: &talkTakeawaysGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return spokenOf(f, takeawayWords, takeawayHint, wording.TakeawaysMissing, wording.TakeawaysUnclear)
	},
}

var (
	outlineWords  = pattern.New(`(?i)\b(?:outline|agenda|(?:structure|plan|flow|contents?|organi[sz]ation) of (?:the|our|this) (?:talk|presentation)|(?:talk|presentation) (?:structure|plan|contents?|organi[sz]ation|overview))\b`)
	outlineHint   = pattern.New(`(?i)\b(?:outline|agenda)\b`)
	takeawayWords = pattern.New(`(?i)\b(?:take-?\s?aways?|takeaways?|(?:key )?lessons(?: learned)?|(?:what )?(?:the )?(?:attendees|audience|you) (?:will|can) (?:learn|take)|key (?:points|insights|messages)|learning (?:outcomes|objectives|goals))\b`)
	takeawayHint  = pattern.New(`(?i)\btake-?\s?aways?\b`)
)

// spokenOf checks the headings for words. Where only the text speaks of what
// hint matches, a reader has to decide whether it is there.
func spokenOf(f *measure.Facts, words, hint *pattern.Pattern, missing, unclear report.Kind) Outcome {
	if unseen, ok := textUnseen(f); ok {
		return unseen
	}
	for i := range f.Sections {
		if words.MatchString(f.Sections[i].Text) || words.MatchString(f.Sections[i].Title) {
			return Outcome{Got: quote(f.Sections[i].Text)}
		}
	}
	hinted := ""
	for i := range f.Pages {
		for j := range f.Pages[i].Lines {
			text := f.Pages[i].Lines[j].Text
			if begin := labelOf(text); begin != "" && words.MatchString(begin) {
				return Outcome{Got: quote(begin)}
			}
			if hinted == "" && hint.MatchString(text) {
				hinted = text
			}
		}
	}
	if unseen, ok := headingsUnseen(f); ok {
		return unseen
	}
	if hinted != "" {
		return unknownFor(report.Say(unclear, report.Args{"text": clip(hinted)}))
	}
	return Outcome{result: violated, Findings: []report.Finding{{Sentence: report.Say(missing, nil)}}}
}

// maxLabel is the most bytes of a label at the beginning of a line.
const maxLabel = 60

// labelOf returns what begins a line and is set off by a mark, or stands alone.
func labelOf(text string) string {
	for i, r := range text {
		if i > maxLabel {
			return ""
		}
		switch r {
		case ':', '.', '—', '–':
			return text[:i]
		}
	}
	return text
}
