package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about what a reader does not see.
const (
	HiddenInvisible   report.Kind = "hidden-invisible"
	HiddenTransparent report.Kind = "hidden-transparent"
	HiddenOffPage     report.Kind = "hidden-off-page"
	HiddenBackground  report.Kind = "hidden-by-background"
	HiddenCovered     report.Kind = "hidden-covered"
	HiddenLayer       report.Kind = "hidden-layer"
	HiddenTiny        report.Kind = "hidden-tiny"
	HiddenClipped     report.Kind = "hidden-clipped"
	HiddenBlank       report.Kind = "hidden-blank"
	TextUnfaithful    report.Kind = "text-unfaithful"
	TextUnsaid        report.Kind = "text-not-shown"
	TextMisdrawn      report.Kind = "letters-drawn-as-others"
	ActiveContent     report.Kind = "active-content"
)

var faithfulRule = []string{"faithful-text"}

// hidden returns a sentence about hidden text.
func hidden(kind report.Kind, how string, remedy Remedy) Entry {
	return Entry{
		Kind: kind, Rules: []string{"hidden-text"}, Remedy: remedy,
		Args: []Arg{arg("letters", Count, "number of letters"), maybe("in_figure", Flag, "the letters are in a figure"), arg("text", Quote, "the first of the letters")},
		Text: "{letters|letter|letters} " + how + "[in_figure? in a figure]: {text}.",
	}
}

var honestySentences = func() []Entry {
	return []Entry{
		hidden(HiddenInvisible, "{letters?is|are} set in invisible mode", removeInvisible),
		hidden(HiddenTransparent, "{letters?is|are} fully transparent", removeHidden),
		hidden(HiddenOffPage, "{letters?is|are} off the page", removeOffPage),
		hidden(HiddenBackground, "{letters?has|have} the same colour as {letters?its|their} background", removeHidden),
		hidden(HiddenCovered, "{letters?is|are} covered by something drawn over {letters?it|them}", removeCovered),
		hidden(HiddenLayer, "{letters?is|are} in a layer that is switched off", removeLayer),
		hidden(HiddenTiny, "{letters?is|are} too small to see", removeTiny),
		hidden(HiddenClipped, "{letters?is|are} cut off by a clipping path", removeClipped),
		hidden(HiddenBlank, "{letters?has|have} empty glyphs", removeInkless),
		{
			Kind: TextUnfaithful, Rules: faithfulRule, Remedy: mapGlyphs,
			Args: []Arg{arg("letters", Count, "number of letters that are extracted as others"), arg("seen", Quote, "what a reader sees"), arg("extracted", Quote, "what a machine extracts")},
			Text: "{letters|letter|letters} {letters?is|are} not extracted as the page shows {letters?it|them}: {seen} becomes {extracted}.",
		},
		{
			Kind: TextUnsaid, Rules: faithfulRule, Remedy: mapGlyphs,
			Args: []Arg{arg("letters", Count, "number of letters of the words"), arg("extracted", Quote, "what a machine extracts")},
			Text: "The extracted text has {letters|letter|letters} that the page does not show: {extracted}.",
		},
		{
			Kind: TextMisdrawn, Rules: faithfulRule, Remedy: mapGlyphs,
			Args: []Arg{arg("letters", Count, "number of letters that are extracted as others"), arg("drawn", Quote, "the letters that do not have their shapes"), arg("extracted", Quote, "what a machine extracts")},
			Text: "{letters|letter|letters} {letters?has|have} the shapes of other letters in an embedded font ({drawn}): a machine extracts {extracted}, which the page does not show.",
		},
		{
			Kind: ActiveContent, Rules: []string{"active-content"}, Remedy: removeActive,
			Args: []Arg{choice("what", "what the file contains",
				Word{"script", "JavaScript"}, Word{"launch", "an action that starts a program"}, Word{"embedded-file", "an embedded file"},
				Word{"external-reference", "a reference to another file"}, Word{"form-submission", "an action that submits a form"},
				Word{"multimedia", "sound, video or 3D content"})},
			Text:     "The file contains {what}.",
			Together: "The pages contain {what}.",
		},
	}
}
