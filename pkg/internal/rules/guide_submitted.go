package rules

import "github.com/paperfit/paperfit/pkg/report"

var submittedTitleGuides = report.Guides{
	LaTeX:       report.Guide{Text: `Compare \title with the form of the submission system, and correct the one that is wrong.`},
	Word:        report.Guide{Text: "Compare the title with the form of the submission system, and correct the one that is wrong."},
	LibreOffice: report.Guide{Text: "Compare the title with the form of the submission system, and correct the one that is wrong."},
	Typst:       report.Guide{Text: "Compare the title with the form of the submission system, and correct the one that is wrong."},
}

var submittedAuthorsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Compare \author with the form of the submission system. In a paper for blind review,
remove the names, also from running heads and the file's metadata and name.`,
		Code: `\usepackage{hyperref}
\hypersetup{pdfauthor={}}
\author{Paper \#12} % in a paper for blind review`,
	},
	Word: report.Guide{Text: `Compare the authors with the form of the submission system. In a paper for blind review,
remove the names, also from headers; File → Info → Check for Issues → Inspect Document
removes them from the file.`},
	LibreOffice: report.Guide{Text: `Compare the authors with the form of the submission system. In a paper for blind review,
remove the names, also from headers; File → Properties → General → Reset Properties
removes them from the file.`},
	Typst: report.Guide{
		Text: `Compare the authors with the form of the submission system. In a paper for blind review,
remove the names, also from headers and the file's metadata.`,
		Code: `#set document(author: ())`,
	},
}
