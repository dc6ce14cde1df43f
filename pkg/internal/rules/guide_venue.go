package rules

import "github.com/paperfit/paperfit/pkg/report"

var fileSizeGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Look for large images: photographs as JPEG at 300 dpi are enough for print, plots and
drawings belong in PDF. Ghostscript makes the images of a finished file smaller.`,
		Code: `$ gs -sDEVICE=pdfwrite -dPDFSETTINGS=/prepress -o smaller.pdf paper.pdf`,
	},
	Word:        report.Guide{Text: "File → Options → Advanced → Image Size and Quality: 330 ppi. Then save as PDF again."},
	LibreOffice: report.Guide{Text: "File → Export As → Export as PDF → Images: JPEG compression, reduce resolution to 300 dpi."},
	Typst:       report.Guide{Text: "Include photographs as JPEG at 300 dpi and drawings as SVG."},
}

var abstractGuides = report.Guides{
	LaTeX:       report.Guide{Text: "Shorten the abstract. The form of the submission site often has the same limit, and counts what is pasted into it."},
	Word:        report.Guide{Text: "Select the abstract: the status bar counts its words, Review → Word Count its characters."},
	LibreOffice: report.Guide{Text: "Select the abstract: Tools → Word Count counts its words and characters."},
	Typst:       report.Guide{Text: "Shorten the abstract."},
}

var sectionOrderGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Move the section in the source; \\bibliography may precede the appendix and a checklist after it.",
		Code: `$ grep -nE 'section|bibliography|appendix|input' *.tex`,
	},
	Word:        report.Guide{Text: "View → Navigation Pane: drag the heading to its place."},
	LibreOffice: report.Guide{Text: "View → Navigator: drag the heading to its place."},
	Typst:       report.Guide{Text: "Move the section in the source; #bibliography may precede the appendix."},
}
