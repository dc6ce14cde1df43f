package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about size, leading, family and number of the words.
const (
	BodySizeSmall       report.Kind = "body-size-small"
	PageSizeSmall       report.Kind = "page-body-size-small"
	StretchSizeSmall    report.Kind = "stretch-size-small"
	FontDrawnSmall      report.Kind = "font-drawn-small"
	ScatteredLinesSmall report.Kind = "scattered-lines-small"
	ScatteredCharsSmall report.Kind = "scattered-characters-small"
	BodySizeLarge       report.Kind = "body-size-large"
	LeadingSmall        report.Kind = "leading-small"
	PageLeadingSmall    report.Kind = "page-leading-small"
	LinesTight          report.Kind = "lines-tight"
	LeadingLarge        report.Kind = "leading-large"
	FontFamilyOther     report.Kind = "font-family-other"
	TextCondensed       report.Kind = "text-condensed"
	TooManyWords        report.Kind = "too-many-words"
	TooFewWords         report.Kind = "too-few-words"
	FigureTextTiny      report.Kind = "figure-text-tiny"
	FigureTextSmall     report.Kind = "figure-text-small"
	TitleSpaceSmall     report.Kind = "title-space-small"
	SpaceAboveSmall     report.Kind = "space-above-headings-small"
	SpaceBelowSmall     report.Kind = "space-below-headings-small"
	fontSizeRule                    = "body-font-size"
	leadingRule                     = "leading"
	spaceAroundRule                 = "heading-space"
	legibleFigureRule               = "legible-figures"
)

// Arguments that several sentences have.
var (
	sizeArg         = arg("size", Points, "size of the type")
	leastSizeArg    = arg("least", Points, "least size that is allowed")
	smallShareArg   = arg("percent", Percent, "share of the body text that is smaller")
	leadingArg      = arg("leading", Points, "distance of successive baselines")
	leastLeadingArg = arg("least", Points, "least distance that is allowed")
	spaceArg        = arg("space", Points, "distance of the baselines")
	leastSpaceArg   = arg("least", Points, "distance that the template sets")
	linesArg        = arg("lines", Count, "number of lines")
	textArg         = arg("text", Quote, "the text, a line at most")
)

var typeSentences = func() []Entry {
	return []Entry{
		{
			Kind: BodySizeSmall, Rules: []string{fontSizeRule}, Args: []Arg{sizeArg, leastSizeArg}, Remedy: setBodySize,
			Text: "Body text is {size}; at least {least} is required.",
		},
		{
			Kind: PageSizeSmall, Whole: true, Rules: []string{fontSizeRule}, Args: []Arg{sizeArg, leastSizeArg}, Remedy: setBodySize,
			Text:     "Body text on this page is {size}; at least {least} is required.",
			Together: "Body text on these pages is {size}; at least {least} is required.",
		},
		{
			Kind: StretchSizeSmall, Rules: []string{fontSizeRule}, Remedy: setBodySize,
			Args: []Arg{linesArg, arg("depth", Inches, "height that the lines take"), sizeArg, leastSizeArg},
			Text: "{lines|line|lines} of body text, {depth} deep, {lines?is|are} {size}; at least {least} is required.",
		},
		{
			Kind: FontDrawnSmall, Rules: []string{fontSizeRule}, Remedy: replaceFont,
			Args: []Arg{
				maybe("font", Text, "PostScript name of the font; missing: it has none"), maybe("face", Text, "face that its letters belong to; missing: they are of another design, and its FontMatrix scales them"),
				arg("percent", Percent, "height of its letters, of those of the face"), arg("set", Points, "size that the text is set at"),
				arg("size", Points, "size that it looks like"), leastSizeArg,
			},
			Text: "Text set at {set} looks like {size}, because [font?{font}][!font?its font] draws letters at {percent} of the height [face?of {face}][!face?that they are designed with]; at least {least} is required.",
		},
		{
			Kind: ScatteredLinesSmall, Rules: []string{fontSizeRule}, Args: []Arg{smallShareArg, leastSizeArg}, Remedy: setBodySize,
			Text: "{percent} of body text lines are smaller than {least}.",
		},
		{
			Kind: ScatteredCharsSmall, Rules: []string{fontSizeRule}, Args: []Arg{smallShareArg, leastSizeArg}, Remedy: setBodySize,
			Text: "{percent} of body text characters are smaller than {least}.",
		},
		{
			Kind: BodySizeLarge, Rules: []string{"max-body-size"}, Remedy: lowerBodySize,
			Args: []Arg{sizeArg, arg("most", Points, "largest size that is allowed")},
			Text: "Body text is {size}; at most {most} is allowed.",
		},
		{
			Kind: LeadingSmall, Rules: []string{leadingRule}, Args: []Arg{leadingArg, leastLeadingArg}, Remedy: setLeading,
			Text: "Line spacing (leading) is {leading}; at least {least} is required.",
		},
		{
			Kind: PageLeadingSmall, Whole: true, Rules: []string{leadingRule}, Args: []Arg{leadingArg, leastLeadingArg}, Remedy: setLeading,
			Text:     "Line spacing (leading) on this page is {leading}; at least {least} is required.",
			Together: "Line spacing (leading) on these pages is {leading}; at least {least} is required.",
		},
		{
			Kind: LinesTight, Rules: []string{leadingRule}, Args: []Arg{linesArg, leadingArg, leastLeadingArg}, Remedy: setLeading,
			Text: "Within paragraphs of this page, {lines|line|lines} {lines?is|are} spaced at less than {least}, as little as {leading}.",
		},
		{
			Kind: LeadingLarge, Rules: []string{"max-leading"}, Remedy: lowerLeading,
			Args: []Arg{leadingArg, arg("most", Points, "largest distance that is allowed")},
			Text: "Line spacing (leading) is {leading}; at most {most} is allowed.",
		},
		{
			Kind: FontFamilyOther, Rules: []string{"font-family"}, Remedy: setFamily,
			Args: []Arg{maybe("font", Text, "PostScript name of the font; missing: it has none"), arg("families", AnyOf, "families that are allowed")},
			Text: "Body text is set in [font?{font}][!font?an unnamed font], which is not known to be similar to {families}.",
		},
		{
			Kind: TextCondensed, Whole: true, Rules: []string{"squeezed-text"}, Remedy: stretchText,
			Args: []Arg{linesArg, arg("width", Percent, "width of the lines, of their natural one"), arg("least", Percent, "least width that is allowed")},
			Text: "{lines|body line|body lines} {lines?is|are} condensed to {width} of {lines?its|their} width (at least {least}).",
		},
		{
			Kind: TooManyWords, Rules: []string{"word-limit"}, Remedy: shortenWords,
			Args: []Arg{arg("words", Count, "number of words"), arg("most", Count, "most words that are allowed")},
			Text: "The paper has {words|word|words}; at most {most} {most?is|are} allowed.",
		},
		{
			Kind: TooFewWords, Rules: []string{"word-limit"}, Remedy: tooShort,
			Args: []Arg{arg("words", Count, "number of words"), arg("least", Count, "least words that are allowed")},
			Text: "The paper has {words|word|words}; at least {least} {least?is|are} required.",
		},
		{
			Kind: FigureTextTiny, Rules: []string{legibleFigureRule}, Args: []Arg{sizeArg, leastSizeArg, textArg}, Remedy: enlargeLabels,
			Text: "Text of {size} cannot be read without magnification; at least {least} is required: {text}.",
		},
		{
			Kind: FigureTextSmall, Rules: []string{legibleFigureRule}, Args: []Arg{sizeArg, leastSizeArg, textArg}, Remedy: enlargeLabels,
			Text: "Text in figures and tables is {size}; at least {least} is required: {text}.",
		},
		{
			Kind: TitleSpaceSmall, Rules: []string{spaceAroundRule}, Args: []Arg{spaceArg, leastSpaceArg}, Remedy: restoreSpace,
			Text: "The space below the title is {space} (baseline to baseline); the template has {least}.",
		},
		{
			Kind: SpaceAboveSmall, Rules: []string{spaceAroundRule}, Args: []Arg{spaceArg, leastSpaceArg}, Remedy: restoreSpace,
			Text: "The space above section headings is {space} (baseline to baseline); the template has {least}.",
		},
		{
			Kind: SpaceBelowSmall, Rules: []string{spaceAroundRule}, Args: []Arg{spaceArg, leastSpaceArg}, Remedy: restoreSpace,
			Text: "The space below section headings is {space} (baseline to baseline); the template has {least}.",
		},
	}
}
