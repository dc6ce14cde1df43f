package rules

import "github.com/paperfit/paperfit/pkg/report"

var requiredSectionsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Add the section under the heading that the call names, where the call requires it.",
		Code: `% in the text
\section*{Ethical Considerations}
The study was approved by …`,
	},
	Word:        report.Guide{Text: "Add the section under the heading that the call names, in a heading's style."},
	LibreOffice: report.Guide{Text: "Add the section under the heading that the call names, in a heading's style."},
	Typst:       report.Guide{Text: "Add the section.", Code: "#heading(numbering: none)[Ethical Considerations]"},
}

var forbiddenSectionsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Remove the section. An appendix is everything from \\appendix on; many venues take it as a file of its own.",
		Code: `$ grep -nE 'appendix|section' *.tex`,
	},
	Word:        report.Guide{Text: "Remove the section."},
	LibreOffice: report.Guide{Text: "Remove the section."},
	Typst:       report.Guide{Text: "Remove the section."},
}

var anonymityGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Write no names, or use the class's option for review; leave acknowledgments out, and
check that the file's metadata names no one.`,
		Code: `\usepackage{hyperref}
\hypersetup{pdfauthor={},pdftitle={}}
\author{Paper \#41} % the number that the site gave`,
	},
	Word: report.Guide{Text: `Remove names, e-mail addresses and acknowledgments. File → Info → Check for Issues →
Inspect Document → Document Properties and Personal Information → Remove All.`},
	LibreOffice: report.Guide{Text: `Remove names, e-mail addresses and acknowledgments. File → Properties → General: Reset
Properties; and Tools → Options → User Data is not to be applied.`},
	Typst: report.Guide{
		Text: "Leave the authors out of the title block and of the document.",
		Code: `#set document(author: ())`,
	},
}

var unresolvedGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Look for “undefined” in the log: a label or a key of the bibliography is misspelled,
or LaTeX did not run often enough. latexmk runs it as often as needed.`,
		Code: `$ latexmk -pdf main && grep -n undefined main.log`,
	},
	Word:        report.Guide{Text: "Select all (Ctrl+A), update the fields (F9), and fix cross-references that say “Error!”."},
	LibreOffice: report.Guide{Text: "Tools → Update → Update All, and fix cross-references that are empty."},
	Typst:       report.Guide{Text: "Typst does not compile with a missing label: look for question marks typed by hand."},
}

var draftMarksGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove the options draft, review and anonymous of the class, packages such as
draftwatermark, and heads and feet that mention a submission.`,
		Code: `$ grep -niE 'draft|review|anonymous|submission|fancy(head|foot)|watermark' *.tex`,
	},
	Word:        report.Guide{Text: "Design → Watermark → Remove Watermark; delete the mark from header and footer."},
	LibreOffice: report.Guide{Text: "Format → Watermark: clear the text; delete the mark from header and footer."},
	Typst: report.Guide{
		Text: "Delete the mark from header, footer and background of the page.",
		Code: "#set page(header: none, footer: none, background: none)",
	},
}

var blankPagesGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove \newpage and \clearpage where nothing follows, and blank pages of included
files. Figures keep their type when they are exported as PDF with fonts, not as
outlines or pictures.`,
		Code: `$ grep -nE 'newpage|clearpage|includepdf' *.tex`,
	},
	Word:        report.Guide{Text: "Show the marks (¶) and delete empty paragraphs and page breaks. Export as PDF; do not print and scan."},
	LibreOffice: report.Guide{Text: "View → Formatting Marks, and delete empty paragraphs and page breaks. Export as PDF."},
	Typst:       report.Guide{Text: "Remove #pagebreak() where nothing follows."},
}

var talkOutlineGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Add a section with the parts of the talk and the minutes that each takes.",
		Code: `% in the text
\section*{Outline of the Presentation}
\begin{enumerate}
\item The problem (5 minutes)
\end{enumerate}`,
	},
	Word:        report.Guide{Text: "Add the heading “Outline of the Presentation” and below it a list of the talk's parts."},
	LibreOffice: report.Guide{Text: "Add the heading “Outline of the Presentation” and below it a list of the talk's parts."},
	Typst: report.Guide{
		Text: "Add a section with the parts of the talk.",
		Code: `= Outline of the Presentation
+ The problem (5 minutes)`,
	},
}

var talkTakeawaysGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Add a section that lists what attendees take home.",
		Code: `% in the text
\section*{Take-aways for Attendees}
\begin{itemize}
\item Let a service watch before it decides.
\end{itemize}`,
	},
	Word:        report.Guide{Text: "Add the heading “Take-aways for Attendees” and below it a list."},
	LibreOffice: report.Guide{Text: "Add the heading “Take-aways for Attendees” and below it a list."},
	Typst: report.Guide{
		Text: "Add a section that lists what attendees take home.",
		Code: `= Take-aways for Attendees
- Let a service watch before it decides.`,
	},
}
