package rules

import "github.com/paperfit/paperfit/pkg/report"

var pdfVersionGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Set the version first of all, before \\documentclass; TeX Live writes PDF 1.5 by itself.",
		Code: "\\pdfminorversion=5",
	},
	Word:        report.Guide{Text: "File → Save As → PDF writes PDF 1.7. Do not convert the file afterwards."},
	LibreOffice: report.Guide{Text: "File → Export As → Export as PDF writes PDF 1.7; leave “Archive (PDF/A)” unticked."},
	Typst:       report.Guide{Text: "Typst writes PDF 1.7.", Code: "$ typst compile --pdf-standard 1.7 paper.typ"},
}

var linksGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Remove hyperref, or load it as a draft: it then makes neither links nor bookmarks.",
		Code: "\\usepackage[draft]{hyperref}",
	},
	Word: report.Guide{Text: `Select all and press Ctrl+Shift+F9 to remove hyperlinks. Under File → Save As → PDF →
Options, untick “Create bookmarks”.`},
	LibreOffice: report.Guide{Text: `File → Export As → Export as PDF: untick “Outlines” on the tab General and all options
on the tab Links.`},
	Typst: report.Guide{
		Text: "Show links as their text; qpdf or a viewer removes the outline.",
		Code: "#show link: it => it.body\n#show ref: it => it.element.supplement",
	},
}

var paperIDGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Kits have a command for the number that the submission site shows.",
		Code: "\\def\\paperID{1234} % CVPR, ICCV and ECCV; \\acmSubmissionID{1234} in acmart",
	},
	Word:        report.Guide{Text: "Insert → Header: write the number as the template has it."},
	LibreOffice: report.Guide{Text: "Insert → Header and Footer → Header: write the number as the template has it."},
	Typst:       report.Guide{Text: "Write the number into the header.", Code: "#set page(header: [Paper ID 1234])"},
}
