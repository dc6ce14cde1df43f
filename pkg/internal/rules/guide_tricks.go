package rules

import "github.com/paperfit/paperfit/pkg/report"

var hiddenTextGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Delete the hidden text. Copy a whole page out of a viewer into an editor to see it;
it may come from a macro, from text coloured white, or from an included figure with
text behind its picture.`,
		Code: `$ grep -nE 'color\{white\}|\[rgb\]\{1,1,1\}|opacity *= *0|\\transparent|pdfliteral' *.tex`,
	},
	Word: report.Guide{Text: `File → Info → Check for Issues → Inspect Document finds hidden and invisible
content. Select all and set Home → Font Color to Automatic; delete text behind
pictures.`},
	LibreOffice: report.Guide{Text: `Select all, then Format → Character → Font Effects: untick Hidden, set the colour to
Automatic; delete text behind pictures.`},
	Typst: report.Guide{
		Text: `Delete text that is filled with the paper's colour, set at sizes near zero, or
placed beneath other things.`,
		Code: `$ grep -nE 'fill: *white|size: *0|hide\(|place\(' *.typ`,
	},
}

var faithfulTextGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Copy the passage out of a viewer into an editor to see what is extracted. Remove
what replaces it: \pdfglyphtounicode, cmap files, \BeginAccSupp, ActualText in
\pdfliteral or tagging, and fonts that were edited.`,
		Code: `$ grep -nE 'pdfglyphtounicode|AccSupp|ActualText|pdfmapline|pdfliteral' *.tex`,
	},
	Word: report.Guide{Text: `Replace the font of the passage by one that came with the system, and save with
File → Save As → PDF.`},
	LibreOffice: report.Guide{Text: `Replace the font of the passage by one that came with the system, and export
again.`},
	Typst: report.Guide{Text: "Replace the font of the passage by one that came with the system."},
}

var activeContentGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove the packages that embed scripts, files and media: attachfile, embedfile,
media9, multimedia, movie15, animate, insdljs. Replace \href{run:…} by a link to a
web page, and links to other PDF files on your disk by their address.`,
		Code: "$ grep -nE 'attachfile|embedfile|media9|multimedia|movie15|animate|insdljs|run:' *.tex",
	},
	Word: report.Guide{Text: `Remove inserted objects, sound and video (Insert → Object, Insert → Video), and save
with File → Save As → PDF, not with a PDF printer that attaches the source.`},
	LibreOffice: report.Guide{Text: `File → Export As → Export as PDF → General: untick “Hybrid PDF (embed ODF file)” and
“Create PDF form”.`},
	Typst: report.Guide{
		Text: "Remove pdf.attach and pdf.embed from the source.",
		Code: `$ grep -nE 'pdf\.(attach|embed)' *.typ`,
	},
}
