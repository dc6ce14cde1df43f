package rules

import "github.com/paperfit/paperfit/pkg/report"

var commentsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Compile the paper again: comments are in the PDF that was passed around, not in the
source. Packages such as pdfcomment and cooltooltips write comments themselves.`,
		Code: `$ grep -nE 'pdfcomment|pdfannot|cooltooltips' *.tex`,
	},
	Word: report.Guide{Text: `Review → Delete → Delete All Comments in Document, and export again; or delete the
comments in your viewer (Acrobat: Comments → Select All → Delete).`},
	LibreOffice: report.Guide{Text: `Edit → Comments → Delete All Comments; or in File → Export As → Export as PDF → General,
untick “Comments as PDF annotations”.`},
	Typst: report.Guide{Text: "Compile the paper again: Typst writes no comments."},
}

var todoMarksGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Do what the marks say and remove them. The package todonotes hides its marks with the
option disable, fixme with final.`,
		Code: `$ grep -nE 'TODO|FIXME|XXX|\\todo|\\fx' *.tex
\usepackage[disable]{todonotes}`,
	},
	Word:        report.Guide{Text: "Find (Ctrl+F) TODO, FIXME and XXX, do what they say and remove them."},
	LibreOffice: report.Guide{Text: "Find (Ctrl+F) TODO, FIXME and XXX, do what they say and remove them."},
	Typst:       report.Guide{Text: "Find TODO, FIXME and XXX in the source, do what they say and remove them."},
}

var lineNumbersGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove \linenumbers and the package lineno, or the class's option for review. Keep them
where the venue requires them of submissions.`,
		Code: `$ grep -nE 'lineno|linenumbers|review' *.tex`,
	},
	Word:        report.Guide{Text: "Layout → Line Numbers → None."},
	LibreOffice: report.Guide{Text: "Tools → Line Numbering: untick “Show numbering”."},
	Typst:       report.Guide{Text: "Remove the numbering of lines.", Code: "#set par.line(numbering: none)"},
}

var hiddenResidueGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Look for the quoted words in your source and in the included figures. Export figures
again, cropped to what they show and without invisible layers. Distiller's settings
are attached where “Save Adobe PDF Settings Inside PDF File” is ticked.`,
		Code: `$ pdftotext figure.pdf -`,
	},
	Word: report.Guide{Text: `Select all (Ctrl+A) to find hidden words. Paste figures as pictures where the drawing
program leaves its own data in them.`},
	LibreOffice: report.Guide{Text: "Select all (Ctrl+A) to find hidden words. Export figures again, without invisible layers."},
	Typst:       report.Guide{Text: "Look for the quoted words in the source and in the included figures."},
}

var overlappingTextGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Look for \vspace, \vskip and \hspace with negative lengths near the place, and for a
table or picture wider than its column: set it as table* or figure*, or narrower.`,
		Code: `$ grep -nE '(vspace|vskip|hspace|kern)\*? *\{? *-' *.tex
\begin{tabularx}{\columnwidth}{lXX}`,
	},
	Word: report.Guide{Text: `Layout → Position of text boxes, pictures and tables there: choose “Wrap text: top and
bottom”; Table → AutoFit → Window.`},
	LibreOffice: report.Guide{Text: "Format → Wrap of frames and pictures there: choose “Wrap Off”; make tables as wide as the column."},
	Typst:       report.Guide{Text: "Look for v(…) and h(…) with negative lengths, place(…) and move(…) near the place; give tables columns that fit."},
}

var watermarkGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Remove the package that prints the watermark, such as draftwatermark, xwatermark or eso-pic, or give it the option final.",
		Code: `$ grep -niE 'watermark|eso-pic|draft' *.tex
\usepackage[final]{draftwatermark}`,
	},
	Word:        report.Guide{Text: "Design → Watermark → Remove Watermark."},
	LibreOffice: report.Guide{Text: "Format → Watermark: clear the text."},
	Typst:       report.Guide{Text: "Delete the mark from the page's background and foreground.", Code: "#set page(background: none, foreground: none)"},
}
