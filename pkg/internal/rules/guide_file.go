package rules

import "github.com/paperfit/paperfit/pkg/report"

var readableGuides = report.Guides{
	LaTeX: report.Guide{Text: `Compile again, and submit the file as the compiler wrote it: tools that join,
compress or protect PDFs can damage it. If it is damaged all the same, look at the
included figures: print the suspect one to PDF again.`},
	Word: report.Guide{Text: `Save again with File → Save As → PDF. Under Options, leave “Encrypt the document with
a password” unticked.`},
	LibreOffice: report.Guide{Text: `Export again with File → Export As → Export as PDF. On the tab Security, set no
passwords.`},
	Typst: report.Guide{
		Text: `Typst sets no passwords: submit what it wrote, and no copy that another tool
changed.`,
		Code: "$ typst compile paper.typ",
	},
}

var pageSizeGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Name the paper in the class's options, and let geometry write it into the PDF: without
it some installations write A4 whatever the class says. With dvips, use “-t letter”
or “-t a4” too.`,
		Code: `\documentclass[«latex paper»,10pt,twocolumn]{article}
\usepackage{geometry}`,
	},
	Word: report.Guide{Text: `Layout → Size → «word paper», for the whole document. In the print dialog, scale to
“No Scaling”; better, use File → Save As → PDF.`},
	LibreOffice: report.Guide{Text: "Format → Page Style → Page: Format «word paper». Do so for each page style in use."},
	Typst: report.Guide{
		Text: "Set the paper once, at the top of the file.",
		Code: `#set page(paper: "«typst paper»")`,
	},
}
