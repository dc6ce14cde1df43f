package rules

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/measure"
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
	Fix: Fix{
		LaTeX:  `embed the fonts (also those of included figures): pdfTeX does so by default, dvips with “-P pdf”, Ghostscript with -dEmbedAllFonts=true.`,
		Word:   "save with “embed fonts in the file”, or export as PDF/A.",
		Guides: &fontsEmbeddedGuides,
	},
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return fontOutcome(f, func(font *measure.Font) string {
			if font.Embedded {
				return ""
			}
			return fmt.Sprintf("the font %s is not embedded", fontName(font))
		})
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
	Fix: Fix{
		LaTeX:  `install outline fonts (cm-super for T1-encoded Computer Modern) or load \usepackage{lmodern} or {mathptmx}.`,
		Word:   "replace the font; export again.",
		Guides: &type3FontsGuides,
	},
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		return fontOutcome(f, func(font *measure.Font) string {
			if !font.Type3 || font.InText < minType3Chars {
				return ""
			}
			return fmt.Sprintf("text is set in the Type 3 font %s", fontName(font))
		})
	},
}

// fontOutcome collects what complaint says of each font.
func fontOutcome(f *measure.Facts, complaint func(*measure.Font) string) Outcome {
	var out Outcome
	for i := range f.Fonts {
		font := &f.Fonts[i]
		message := complaint(font)
		if message == "" {
			continue
		}
		out.result = broken
		out.Findings = append(out.Findings, report.Finding{Page: font.First.Page, Box: box(font.First.Box), Message: message})
	}
	if n := len(out.Findings); n > 0 {
		out.Got = count(n, "font")
	}
	return out
}

func fontName(f *measure.Font) string {
	if f.Name == "" {
		return "without a name"
	}
	return f.Name
}
