package wording

// Remedies for the text block, margins, columns and pages.
var (
	lowerText = Remedy{
		LaTeX:       `Use the venue's template; undo changes of \textheight, \topmargin and \footskip, and remove \enlargethispage, negative \vspace and packages such as savetrees.`,
		Word:        "Set the top and bottom margins so that the text stays within a height of «height in inches».",
		LibreOffice: "In Format → Page Style → Page, set the top and bottom margins so that the text stays within a height of «height in inches».",
		Typst:       "Use #set page(margin: (y: «top margin»)), which leaves «height» for text.",
	}
	narrowText = Remedy{
		LaTeX:       `Use the venue's template; undo changes of \textwidth, \columnsep and the side margins, and remove packages such as savetrees.`,
		Word:        "Set the left and right margins so that the text stays within a width of «width in inches».",
		LibreOffice: "In Format → Page Style → Page, set the left and right margins so that the text stays within a width of «width in inches».",
		Typst:       "Use #set page(margin: (x: «side margin»)), which leaves «width» for text.",
	}
	shrinkBlock = Remedy{
		LaTeX:       `Use the venue's template; remove packages such as savetrees and fullpage, options of geometry, and changes of \textwidth and \textheight.`,
		Word:        "Set the margins so that the text stays within «width in inches» × «height in inches».",
		LibreOffice: "In Format → Page Style → Page, set the margins so that the text stays within «width in inches» × «height in inches».",
		Typst:       "Use #set page(margin: (x: «side margin», y: «top margin»)), which leaves «width» × «height» for text.",
	}
	breakLine = Remedy{
		LaTeX:       `Look for “Overfull \hbox” in the log; break the formula, URL or long word there, or reword the line.`,
		Word:        "Break the long word, formula or table that extends beyond the block, or turn hyphenation on.",
		LibreOffice: "In Format → Paragraph → Indents & Spacing, set “After text” to 0; break a formula that is wider than its column.",
		Typst:       "Break the long word, formula or raw block that extends beyond the block, or use #set text(hyphenate: true).",
	}
	lowerFigure = Remedy{
		LaTeX:       `Reduce the height of the figure or table, e.g. \includegraphics[height=0.8\textheight,keepaspectratio]{…}, or move it with its float to another page.`,
		Word:        "Shrink or move the figure until it stays within the margins.",
		LibreOffice: "In the figure's Properties → Position and Size, reduce the height until it stays within the margins.",
		Typst:       `Reduce the height of the figure, e.g. image("…", height: 80%), or move it with #figure(placement: auto, …).`,
	}
	narrowFigure = Remedy{
		LaTeX:       `Make figures no wider than \columnwidth (in figure*: \textwidth), e.g. \includegraphics[width=\columnwidth]{…}.`,
		Word:        "Shrink or move figures until they stay within the margins.",
		LibreOffice: "In the figure's Properties → Position and Size, set the width to 100% relative to the paragraph area.",
		Typst:       `Make figures as wide as their column, e.g. image("…", width: 100%).`,
	}
	narrowTable = Remedy{
		LaTeX:       `Make the table no wider than \columnwidth (in table*: \textwidth): break its cells with p{…} columns or tabularx, or reduce \tabcolsep.`,
		Word:        "Select the table, then Layout → AutoFit → AutoFit Window, and let its cells break.",
		LibreOffice: "In Table → Properties → Table, set Alignment to Automatic, which makes the table as wide as its column.",
		Typst:       "Use fractions for the table's columns, e.g. table(columns: (1fr, 2fr), …), so that its cells break.",
	}
	removeMarginNote = Remedy{
		LaTeX:       `Remove \marginpar and \todo, or move what they say into the text.`,
		Word:        "Remove the text box in the margin; export without comments (Review → All Markup → No Markup).",
		LibreOffice: "Remove the frame in the margin; export without “Comments in margin”.",
		Typst:       "Remove the note, such as place(dx: …) or a package for margin notes.",
	}
	setMargins = Remedy{
		LaTeX:       `Set the margins with the geometry package or the venue's template; for single lines look for “Overfull \hbox” in the log.`,
		Word:        "Set the margins of the page; look for long words, tables and formulas that extend beyond the block.",
		LibreOffice: "Set the margins in Format → Page Style → Page; look for long words, tables and formulas that extend beyond the block.",
		Typst:       "Set the margins with #set page(margin: …); look for long words, raw blocks and formulas that extend beyond the block.",
	}
	keepFigure = Remedy{
		LaTeX:       `Make figures no wider than \columnwidth (in figure*: \textwidth) and no higher than \textheight, and remove \hspace and \vspace that move them.`,
		Word:        "Shrink or move the figure until it stays within the margins.",
		LibreOffice: "In the figure's Properties → Position and Size, set the width to 100% relative to the paragraph area.",
		Typst:       `Make figures as wide as their column, e.g. image("…", width: 100%), and remove place(dx: …) and move(…) around them.`,
	}
	widenGutter = Remedy{
		LaTeX:       `Set \columnsep to what is required, or use the venue's template.`,
		Word:        "Set the spacing between the columns to what is required (Layout → Columns → More Columns).",
		LibreOffice: "Set the spacing between the columns to what is required (Format → Columns).",
		Typst:       "Use #set columns(gutter: …) with what is required.",
	}
	narrowColumns = Remedy{
		LaTeX:       `Use the venue's template and undo changes of \textwidth, \columnwidth and \columnsep.`,
		Word:        "Set the width of the columns to what is required (Layout → Columns → More Columns).",
		LibreOffice: "Set the width of the columns to what is required (Format → Columns).",
		Typst:       "Use #set page(margin: …) and #set columns(gutter: …): the width of a column follows from both.",
	}
	equalizeColumns = Remedy{
		LaTeX:       `Use the class's own two-column layout; remove minipages, \parshape and packages that set columns of their own.`,
		Word:        "Choose columns of equal width (Layout → Columns → More Columns).",
		LibreOffice: "Tick AutoWidth (Format → Columns).",
		Typst:       "Use #set page(columns: 2) instead of a grid.",
	}
	setColumns = Remedy{
		LaTeX:       `Use \documentclass[«latex columns»]{…} or the venue's template; check that no \«other columns» is left.`,
		Word:        "Select the text without the title, then Layout → Columns → «Columns in words».",
		LibreOffice: "Select the text without the title, then Format → Columns: «columns».",
		Typst:       "Use #set page(columns: «columns»).",
	}
	setPaper = Remedy{
		LaTeX:       `Use \documentclass[«latex paper»]{…} and \usepackage[pass]{geometry}, which sets the size in the PDF; do not let a printer driver scale.`,
		Word:        "Set the paper size to «word paper» and export again.",
		LibreOffice: "Set Format → Page Style → Page → Format to «word paper», for each page style in use, and export again.",
		Typst:       `Use #set page(paper: "«typst paper»").`,
	}
	shortenPaper = Remedy{
		LaTeX: "Shorten the text; do not shrink type or spacing, which violates other rules. Only references may be on the pages after the limit.",
		Word:  "Shorten the text; only references may be on the pages after the limit.",
	}
	cutLines = Remedy{
		Any: "Cut about as many lines; do not shrink type or spacing, which violates other rules.",
	}
	cutTail = Remedy{
		Any: "Cut this part, or move it before the references where there is room within the limit; only references may follow it.",
	}
	moveFloat = Remedy{
		LaTeX:       `Move the figure or table forward in the source, so that it floats no farther than the limit; \usepackage[section]{placeins} keeps floats in their sections.`,
		Word:        "Move the figure or table to an earlier page, and cut text if there is no room.",
		LibreOffice: "Move the figure or table to an earlier page, and cut text if there is no room.",
		Typst:       "Move the figure forward in the source, or remove placement: auto; cut text if there is no room.",
	}
	shortenText   = Remedy{Any: "Shorten the text; do not shrink type or spacing, which violates other rules."}
	tooShort      = Remedy{Any: "The paper is too short for this kind of submission; see the venue's call."}
	removeNumbers = Remedy{
		LaTeX:       `Put \pagestyle{empty} into the preamble and \thispagestyle{empty} after \maketitle.`,
		Word:        "Remove the page number from the header or footer.",
		LibreOffice: "Remove the page number from the header or footer.",
		Typst:       "Use #set page(numbering: none), and remove counter(page) from header and footer.",
	}
	addNumbers = Remedy{
		LaTeX:       `Put \pagestyle{plain} into the preamble.`,
		Word:        "Insert page numbers into the footer.",
		LibreOffice: "Turn on Format → Page Style → Footer, then Insert → Page Number.",
		Typst:       `Use #set page(numbering: "1").`,
	}
	numberFirst = Remedy{
		LaTeX:       `Put \thispagestyle{plain} after \maketitle.`,
		Word:        "Turn off “Different first page”.",
		LibreOffice: "Tick “Same content on first page” in Format → Page Style → Footer.",
		Typst:       `Use #set page(numbering: "1") before the first page, and no page with numbering: none.`,
	}
	removeBlank = Remedy{
		LaTeX:       `Remove \newpage, \clearpage and empty pages of included files; include figures with their type.`,
		Word:        "Remove empty paragraphs and page breaks at the end; export the text, do not scan it.",
		LibreOffice: "Show View → Formatting Marks, and remove empty paragraphs and page breaks; export the text, do not scan it.",
		Typst:       "Remove #pagebreak() where nothing follows; include figures as SVG or PDF with their type.",
	}
	simplifyFigures = Remedy{Any: "Simplify the figures of the page, or include them as images."}
)
