package rules

import "github.com/paperfit/paperfit/pkg/report"

var textBlockGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Set the block with geometry and nothing else: no \hoffset, \addtolength{\textheight}
and the like after it. Lines that extend beyond the block are named “Overfull \hbox” in the log;
the draft option of the class marks them black. Break long formulas, URLs and
unhyphenated words.`,
		Code: `\usepackage[«latex paper»,textwidth=«width»,textheight=«height»,
  columnsep=0.33in,centering]{geometry}
\setlength{\emergencystretch}{1em} % fewer overfull lines`,
	},
	Word: report.Guide{Text: `Layout → Margins → Custom Margins: «top margin in inches» at top and bottom, «side margin in inches»
left and right. Lines that extend beyond the block are tables, formulas and long words: table →
Layout → AutoFit → AutoFit Window; Layout → Hyphenation → Automatic.`},
	LibreOffice: report.Guide{Text: `Format → Page Style → Page: margins of «top margin in inches» at top and bottom and «side margin in inches» left and right, for each page style in use; switch header and footer off or
count them in.`},
	Typst: report.Guide{
		Text: "Set the margins; hyphenate, and keep formulas and raw blocks narrow.",
		Code: `#set page(paper: "«typst paper»", margin: (x: «side margin», y: «top margin»))
#set text(hyphenate: true)`,
	},
}

var figureBlockGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Give each figure its width in terms of the column, and crop white or stray marks
around included PDFs with pdfcrop. Nothing may be moved into the margin by \hspace
or \adjustbox.`,
		Code: `\usepackage{graphicx}
% in the text
\begin{figure}
  \centering
  \includegraphics[width=\columnwidth]{plot}
  \caption{A plot.}
\end{figure}`,
	},
	Word: report.Guide{Text: `Select the figure → Picture Format → Size, and give it the width of the column; with
text wrapping, set Layout Options → See more → Position inside the margins. For
tables: table → Layout → AutoFit → AutoFit Window.`},
	LibreOffice: report.Guide{Text: `Right click the figure → Properties → Position and Size: width 100 % relative to the
paragraph area; tick “Keep inside text boundaries”.`},
	Typst: report.Guide{
		Text: "Let figures take the width of their column.",
		Code: `#figure(image("plot.svg", width: 100%), caption: [A plot.])`,
	},
}

var legibleFiguresGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Draw the figure at the size at which it is printed, with labels of 7 or 8 points,
and include it without scaling. In matplotlib, figsize=(3.3, 2.2) is one column of
3.3 in, and rcParams["font.size"] = 8 its labels. Set tables in \small or
\footnotesize, never by \resizebox.`,
		Code: `% in the text
\begin{figure}
  \centering
  \includegraphics{plot} % drawn one column wide: its labels keep their size
  \caption{A plot.}
\end{figure}`,
	},
	Word: report.Guide{Text: `Enlarge the figure, or draw it again at its printed size with labels of 7 points or
more; set the text of tables to 8 points or more.`},
	LibreOffice: report.Guide{Text: `Enlarge the figure, or draw it again at its printed size with labels of 7 points or
more; set the text of tables to 8 points or more.`},
	Typst: report.Guide{
		Text: `Draw the figure at its printed size and include it without a width; never scale
text.`,
		Code: `#figure(image("plot.svg"), caption: [A plot.])
#show table: set text(size: 8pt)`,
	},
}
