package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about what could not be measured, and what would make it measurable.
const (
	NotRead             report.Kind = "not-read"
	RuleUnknown         report.Kind = "rule-unknown"
	PageTurned          report.Kind = "page-not-upright"
	PageUncertain       report.Kind = "page-visibility-unknown"
	PageIsImage         report.Kind = "page-is-image"
	PageIsOutlines      report.Kind = "page-is-outlines"
	PageUndrawn         report.Kind = "page-without-appearance"
	NoText              report.Kind = "no-text"
	NoBodyText          report.Kind = "no-body-text"
	TooLittleBodyText   report.Kind = "too-little-body-text"
	WordsUnreadable     report.Kind = "words-unreadable"
	HeadingsUnreadable  report.Kind = "headings-unreadable"
	ReadingsDiffer      report.Kind = "readings-differ"
	FontUnitsUnknown    report.Kind = "font-units-unknown"
	Type3SizeUnknown    report.Kind = "type3-size-unknown"
	Type3SpacingUnknown report.Kind = "type3-spacing-unknown"
	GlyphsLarger        report.Kind = "glyphs-larger-than-size"
	MaybeHead           report.Kind = "lines-may-be-running-head"
	MaybeReferences     report.Kind = "lines-may-be-references"
	ReferencesWords     report.Kind = "references-unknown-words"
	ReferencesHeadings  report.Kind = "references-unknown-headings"
	ReferencesTurned    report.Kind = "references-unknown-page"
	ReferencesBare      report.Kind = "references-without-heading"
	ReferencesRivals    report.Kind = "references-begin-in-doubt"
	ReferencesMaybe     report.Kind = "references-in-doubt"
	ReferencesUnknown   report.Kind = "references-unknown"
	ContentInDoubt      report.Kind = "page-content-in-doubt"
	WordsUncounted      report.Kind = "words-not-counted"
	ColumnsUnclear      report.Kind = "columns-unclear"
	TooFewHeadings      report.Kind = "too-few-headings"
)

// What makes a paper measurable.
const (
	asText     = "make the PDF from its source, with text as text"
	asReadable = "make the PDF with outline fonts that have ToUnicode maps"
)

var (
	percentArg = arg("percent", Percent, "share of the body text whose characters are unknown")
	unreadable = "the fonts of {percent} of the text do not identify their characters; " + asReadable + "."
)

var unknownSentences = func() []Entry {
	return []Entry{
		{Kind: report.KindWaived, Args: []Arg{arg("by", Text, "who waived the rule"), arg("reason", Text, "why")}, Text: "waived by {by}: {reason}"},
		{Kind: NotRead, Text: "The file could not be read."},
		{Kind: RuleUnknown, Text: "This version of paperfit does not know the rule."},
		{Kind: PageTurned, Args: []Arg{pageArg}, Text: "The text of page {page} is not upright; set it upright, or rotate the whole page."},
		{Kind: PageUncertain, Args: []Arg{pageArg}, Text: "Too much is drawn over or under the text of page {page} to determine what is visible; simplify its figures, or include them as images."},
		{Kind: PageIsImage, Args: []Arg{pageArg}, Text: "Page {page} is an image without text, such as a scan; " + asText + "."},
		{Kind: PageIsOutlines, Args: []Arg{pageArg}, Text: "Page {page} has drawings but no text, which may have been converted to outlines; " + asText + "."},
		{Kind: PageUndrawn, Args: []Arg{pageArg}, Text: "Page {page} has text boxes or form fields that each viewer draws in its own way; flatten them, or put their text in the paper."},
		{Kind: NoText, Text: "No text found; it may be an image or have been converted to outlines. Make the PDF from its source, with text as text."},
		{Kind: NoBodyText, Text: "No body text found."},
		{Kind: TooLittleBodyText, Text: "Too little body text to measure."},
		{Kind: WordsUnreadable, Args: []Arg{percentArg}, Text: "The words cannot be read: " + unreadable},
		{Kind: HeadingsUnreadable, Text: "The headings cannot be read: their font does not identify its characters; " + asReadable + "."},
		{Kind: ReadingsDiffer, Args: []Arg{pageArg, arg("seen", Quote, "what a reader sees")}, Text: "On page {page}, {seen} is extracted as other words; make the PDF with fonts whose ToUnicode maps are right."},
		{Kind: FontUnitsUnknown, Text: "The units of the body font cannot be determined; " + asReadable + "."},
		{Kind: Type3SizeUnknown, Text: "The body is set in Type 3 fonts that do not identify their characters, so its size cannot be determined; " + asReadable + "."},
		{
			Kind: Type3SpacingUnknown, Rules: []string{"squeezed-text"},
			Text: "The body is set in Type 3 fonts that do not identify their characters, so the space between its letters cannot be determined; " + asReadable + ".",
		},
		{Kind: GlyphsLarger, Text: "The glyphs of the body font are far larger than its size; " + asReadable + "."},
		{
			Kind: MaybeHead, Rules: []string{"text-block"}, Args: []Arg{pageArg, percentArg},
			Text: "The lines outside the text block on page {page} may be a running head or page number: " + unreadable,
		},
		{
			Kind: MaybeReferences, Rules: []string{"body-font-size", "leading"},
			Args: []Arg{pageArg, maybe("others", Flag, "other pages have such lines too"), percentArg},
			Text: "The smaller or closer lines of page {page}[others? and others] may be references or captions: " + unreadable,
		},
		{Kind: ReferencesWords, Args: []Arg{percentArg}, Text: "The start of the references cannot be determined: " + unreadable},
		{Kind: ReferencesHeadings, Text: "The start of the references cannot be determined: the font of the headings does not identify its characters; " + asReadable + "."},
		{Kind: ReferencesTurned, Args: []Arg{pageArg}, Text: "The start of the references cannot be determined: page {page}, whose text is not upright, may contain them."},
		{
			Kind: ReferencesBare, Args: []Arg{choice("entries", "what the entries look like",
				Word{"bracketed", "entries such as [1]"}, Word{"numbered", "numbered entries with names and years"},
				Word{"author-year", "entries that begin with an author and have a year"})},
			Text: "The start of the references cannot be determined: {entries} have no heading.",
		},
		{
			Kind: ReferencesRivals, Args: []Arg{textArg, pageArg, arg("rival", Quote, "another line that may begin the list"), arg("rival_page", Page, "page of that line")},
			Text: "The start of the references cannot be determined: the list begins at {text} on page {page} or at {rival} on page {rival_page}.",
		},
		{
			Kind: ReferencesMaybe, Args: []Arg{textArg, pageArg},
			Text: "The start of the references cannot be determined: {text} on page {page} may begin a list.",
		},
		{
			Kind: ContentInDoubt, Rules: []string{"page-limit"}, Args: []Arg{pageArg, textArg},
			Text: "Whether page {page} contains anything but references depends on the line {text}.",
		},
		{Kind: ReferencesUnknown, Text: "The start of the references cannot be determined."},
		{Kind: WordsUncounted, Rules: []string{"word-limit"}, Text: "The words cannot be counted: the start of the references cannot be determined."},
		{Kind: ColumnsUnclear, Rules: []string{"gutter", "column-width", "equal-columns"}, Text: "No page has enough full lines to determine its columns."},
		{Kind: TooFewHeadings, Rules: []string{"heading-space"}, Text: "Too few headings stand between lines of text."},
	}
}
