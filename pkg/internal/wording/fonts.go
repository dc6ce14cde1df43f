package wording

import "github.com/paperfit/paperfit/pkg/report"

// Sentences about fonts.
const (
	FontNotEmbedded report.Kind = "font-not-embedded"
	FontType3       report.Kind = "type3-font"
)

var fontArg = maybe("font", Text, "PostScript name of the font; missing: it has none")

var fontSentences = func() []Entry {
	return []Entry{
		{
			Kind: FontNotEmbedded, Rules: []string{"fonts-embedded"}, Args: []Arg{fontArg}, Remedy: embedFonts,
			Text: "[font?Font {font}][!font?An unnamed font] is not embedded.",
		},
		{
			Kind: FontType3, Rules: []string{"type3-fonts"}, Args: []Arg{fontArg}, Remedy: replaceBitmaps,
			Text: "Text uses [font?the Type 3 (bitmap) font {font}][!font?an unnamed Type 3 (bitmap) font].",
		},
	}
}
