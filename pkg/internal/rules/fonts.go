package rules

import (
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var fontsEmbedded = Rule{
	ID:    "fonts-embedded",
	Title: "every font is embedded",
	Why: `Where a font is missing, readers and printers put another in its place: letters
change their widths, signs are lost.`,
	By: byFinalPapers,
	Doc: `Every font that shows type must have its program in the file, the standard 14
fonts too.`,
	Guides: &fontsEmbeddedGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return fontOutcome(f, wording.FontNotEmbedded, func(font *measure.Font) bool { return !font.Embedded })
	},
}

// minType3Chars is how many marks of a Type 3 font outside figures make text.
const minType3Chars = 20

var type3Fonts = Rule{
	ID:    "type3-fonts",
	Title: "no bitmap fonts in text",
	Why:   `Bitmaps look rough on screens and often cannot be searched or copied.`,
	By:    byFinalPapers,
	Doc: `Type 3 fonts in text are bitmaps, as dvips and pdfTeX make them where outlines
are missing. Type 3 fonts in figures are not judged.`,
	Guides: &type3FontsGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return fontOutcome(f, wording.FontType3, func(font *measure.Font) bool { return font.Type3 && font.InText >= minType3Chars })
	},
}

// fontOutcome reports each font that is wrong.
func fontOutcome(f *measure.Facts, kind report.Kind, wrong func(*measure.Font) bool) Outcome {
	var out Outcome
	for i := range f.Fonts {
		font := &f.Fonts[i]
		if !wrong(font) {
			continue
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{Page: font.First.Page, Box: box(font.First.Box), Sentence: report.Say(kind, report.Args{"font": font.Name})})
	}
	if n := len(out.Findings); n > 0 {
		out.Got = count(n, "font")
	}
	return out
}
