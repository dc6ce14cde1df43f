package rules

import "github.com/paperfit/paperfit/pkg/report"

var marginsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Set the margins with the geometry package, or leave them to the venue's template.
Single lines that extend into the margins are “Overfull \hbox” in the log.`,
		Code: `\usepackage[«latex paper»,margin=1in]{geometry} % the margins that are required
\usepackage{microtype}                             % fewer overfull lines`,
	},
	Word: report.Guide{Text: `Layout → Margins → Custom Margins. Long words, tables and formulas that extend into the margins are
shortened or broken by hand.`},
	LibreOffice: report.Guide{Text: "Format → Page Style → Page: set the margins."},
	Typst: report.Guide{
		Text: "Set the margins of the page.",
		Code: `#set page(paper: "«typst paper»", margin: 1in)`,
	},
}

var gutterGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Set the space between the columns before the text begins; templates set it themselves.",
		Code: `\setlength{\columnsep}{0.33in} % what is required`,
	},
	Word:        report.Guide{Text: "Layout → Columns → More Columns: set the spacing."},
	LibreOffice: report.Guide{Text: "Format → Columns: set the spacing."},
	Typst: report.Guide{
		Text: "Set the gutter of the columns.",
		Code: "#set columns(gutter: 0.33in)",
	},
}

var columnWidthGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `The width of a column comes from the text block and the space between the columns:
take both from the template, and undo changes of them.`,
		Code: `$ grep -nE 'textwidth|columnsep|columnwidth|geometry' *.tex`,
	},
	Word:        report.Guide{Text: "Layout → Columns → More Columns: set width and spacing."},
	LibreOffice: report.Guide{Text: "Format → Columns: set width and spacing."},
	Typst: report.Guide{
		Text: "The width of a column comes from the margins of the page and the gutter: set both.",
		Code: `#set page(margin: (x: 0.75in), columns: 2)
#set columns(gutter: 0.33in)`,
	},
}

var equalColumnsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Use the class's own two-column layout. Columns that are put together from minipages or
paracol are as wide as they are set to be.`,
		Code: `\documentclass[«latex paper»,twocolumn]{article}`,
	},
	Word:        report.Guide{Text: "Layout → Columns → More Columns: tick “Equal column width”."},
	LibreOffice: report.Guide{Text: "Format → Columns: tick “AutoWidth”."},
	Typst: report.Guide{
		Text: "Columns are equal unless a grid sets them: use columns.",
		Code: "#set page(columns: 2)",
	},
}

var maxBodySizeGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Use the required size as an option of the class, and remove \\large around text.",
		Code: `\documentclass[10pt]{article} % the size that is required`,
	},
	Word:        report.Guide{Text: "Set the style Normal to the required size; export at 100 %."},
	LibreOffice: report.Guide{Text: "Set the style Default Paragraph Style to the required size."},
	Typst:       report.Guide{Text: "Set the size of the text.", Code: "#set text(size: 10pt)"},
}

var maxLeadingGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove what spreads the lines: \doublespacing and \onehalfspacing of setspace,
\linespread, \baselinestretch.`,
		Code: `$ grep -nE 'linespread|baselinestretch|spacing' *.tex`,
	},
	Word:        report.Guide{Text: "Paragraph → Line spacing: Exactly, with what is required."},
	LibreOffice: report.Guide{Text: "Paragraph → Line Spacing: Fixed, with what is required."},
	Typst: report.Guide{
		Text: `Lower the leading. Typst's leading is the gap between lines, not the distance of
baselines: with the edges of the text set to one size together, baselines are size
plus leading apart.`,
		Code: `#set text(size: «size», top-edge: 0.7em, bottom-edge: -0.3em)
#set par(leading: «between lines»)`,
	},
}

var wordLimitGuides = report.Guides{
	LaTeX: report.Guide{
		Text: "Shorten the text. texcount counts the words of the source; its count differs a little from that of the PDF.",
		Code: "$ texcount -inc -sum main.tex",
	},
	Word:        report.Guide{Text: "Shorten the text; Review → Word Count counts what is selected."},
	LibreOffice: report.Guide{Text: "Shorten the text; Tools → Word Count counts what is selected."},
	Typst:       report.Guide{Text: "Shorten the text; the package wordometer counts its words."},
}

var headingSpaceGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Restore the space of the template around title and headings: it is often removed by titlesec's
compact option, savetrees, a negative \vspace or a redefinition of \section.`,
		Code: `$ grep -nE 'titlesec|savetrees|titlespacing|vspace\*?\{-|@startsection' *.tex *.sty`,
	},
	Word:        report.Guide{Text: "Modify the styles Title and Heading 1: Paragraph → Spacing as in the template."},
	LibreOffice: report.Guide{Text: "Edit the styles Title and Heading 1: Indents & Spacing as in the template."},
	Typst: report.Guide{
		Text: "Restore the space around headings.",
		Code: "#show heading.where(level: 1): set block(above: 14pt, below: 8pt)",
	},
}
