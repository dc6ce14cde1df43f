package rules

import "github.com/paperfit/paperfit/pkg/report"

var pageLimitGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Shorten the text. Content on the pages after the limit is often a short run of last
lines, an appendix or acknowledgments after the references, or a figure that floated
there: place figures earlier in the source, and put everything but the references
before them.`,
		Code: `% in the text
\begin{figure}[t] % early in the source: figures float forward, never back
  \centering
  \includegraphics[width=\columnwidth]{plot}
  \caption{A plot.}
\end{figure}`,
	},
	Word: report.Guide{Text: `Shorten the text; move acknowledgments and appendices before the references. A
figure that jumps to the next page is moved by its anchor: select it, Layout Options
→ See more.`},
	LibreOffice: report.Guide{Text: `Shorten the text; move acknowledgments and appendices before the references. A
figure stays where its anchor is: right click → Anchor.`},
	Typst: report.Guide{
		Text: `Shorten the text; put everything but the bibliography before it, and let figures
float to the top of an earlier page.`,
		Code: `#figure(placement: top, image("plot.svg"), caption: [A plot.])`,
	},
}

var columnsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Set the columns in the class's options, and look for \onecolumn and for
minipages around text. Title and abstract may stay wide.`,
		Code: `\documentclass[«latex paper»,10pt,«latex columns»]{article}`,
	},
	Word: report.Guide{Text: `Select the text without the title, then Layout → Columns → «Columns in words»; Word
puts section breaks around it.`},
	LibreOffice: report.Guide{Text: `Select the text without the title, then Format → Columns: «columns»; or set the
columns of the page in Format → Page Style → Columns.`},
	Typst: report.Guide{
		Text: `Set the columns of the page, not of a part of it, so that floats and footnotes know
them.`,
		Code: `#set page(columns: «columns»)
#set columns(gutter: 0.33in)`,
	},
}

var pageNumbersGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `\maketitle sets a page style of its own for the first page, so empty both.`,
		Code: `\pagestyle{empty}
% in the text
\maketitle
\thispagestyle{empty}`,
	},
	Word: report.Guide{Text: "Insert → Page Number → Remove Page Numbers, in each section."},
	LibreOffice: report.Guide{Text: `Click into the header or footer and delete the field, or untick Format → Page Style
→ Footer → Footer on.`},
	Typst: report.Guide{
		Text: "No numbering is the default; templates may set it.",
		Code: "#set page(numbering: none, header: none, footer: none)",
	},
}
