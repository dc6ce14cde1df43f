package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about sections, references and marks of drafts.
const (
	SectionMissing   report.Kind = "section-missing"
	SectionForbidden report.Kind = "section-forbidden"
	Unresolved       report.Kind = "reference-unresolved"
	DraftMark        report.Kind = "draft-mark"
	OutlineMissing   report.Kind = "outline-missing"
	OutlineUnclear   report.Kind = "outline-unclear"
	TakeawaysMissing report.Kind = "takeaways-missing"
	TakeawaysUnclear report.Kind = "takeaways-unclear"
	HeadingsMissing  report.Kind = "headings-not-found"
)

var sectionSentences = func() []Entry {
	return []Entry{
		{
			Kind: SectionMissing, Rules: []string{"required-sections", "recommended-sections"}, Remedy: addSection,
			Args: []Arg{arg("section", Text, "what the section is about"), maybe("headings", AnyText, "headings that it may have, some of them")},
			Text: "No section on {section} found[headings?; its heading may be {headings}].",
		},
		{
			Kind: SectionForbidden, Rules: []string{"forbidden-sections"}, Args: []Arg{arg("text", Quote, "heading of the section")}, Remedy: removeSection,
			Text: "The venue does not allow this section: {text}.",
		},
		{
			Kind: Unresolved, Rules: []string{"unresolved-references"}, Args: []Arg{textArg}, Remedy: resolveReferences,
			Text: "A citation or cross-reference is unresolved: {text}.",
		},
		{
			Kind: DraftMark, Rules: []string{"draft-marks"}, Args: []Arg{textArg}, Remedy: removeDraftMark,
			Text:     "The page is marked as a draft or submission: {text}.",
			Together: "The pages are marked as a draft or submission: {text}.",
		},
		{Kind: OutlineMissing, Rules: []string{"talk-outline"}, Remedy: addOutline, Text: "No heading announces an outline of the presentation."},
		{
			Kind: OutlineUnclear, Rules: []string{"talk-outline"}, Args: []Arg{textArg},
			Text: "No heading announces an outline of the presentation, but the text says {text}.",
		},
		{Kind: TakeawaysMissing, Rules: []string{"talk-takeaways"}, Remedy: addTakeaways, Text: "No heading announces take-aways for attendees."},
		{
			Kind: TakeawaysUnclear, Rules: []string{"talk-takeaways"}, Args: []Arg{textArg},
			Text: "No heading announces take-aways for attendees, but the text says {text}.",
		},
		{Kind: HeadingsMissing, Rules: []string{"required-sections", "recommended-sections", "section-order"}, Text: "No headings found."},
	}
}
