package wording

// Remedies for type and spacing.
var (
	setBodySize = Remedy{
		LaTeX:       `Use \documentclass[«size»]{…}, remove \small and the like around text, and do not scale the pages.`,
		Word:        "Set the body text to «size in points» or more; export at 100%.",
		LibreOffice: "In Styles, right-click Body Text → Edit Style → Font, and set «size in points» or more.",
		Typst:       "Use #set text(size: «size»), and remove smaller sizes and scale(…) around text.",
	}
	replaceFont = Remedy{
		LaTeX:       `Use the font as TeX Live ships it, such as \usepackage{newtxtext,newtxmath} for Times, and no changed copy of it.`,
		Word:        "Install the font from its maker again, or use another.",
		LibreOffice: "Install the font from its maker again, or use another.",
		Typst:       "Use the font as its maker publishes it, and no changed copy of it.",
	}
	lowerBodySize = Remedy{
		LaTeX:       `Use the class option for the required size, such as 10pt, and do not scale the pages.`,
		Word:        "Set the body text to the required size; export at 100%.",
		LibreOffice: "In Styles, right-click Body Text → Edit Style → Font, and set the required size.",
		Typst:       "Use #set text(size: …) with the required size.",
	}
	setLeading = Remedy{
		LaTeX:       `Remove \linespread, \baselinestretch and \setstretch below 1, and packages such as savetrees.`,
		Word:        "Set the line spacing to exactly «leading in points»; “Single” depends on the font and may be less.",
		LibreOffice: "In Format → Paragraph → Indents & Spacing, set Line Spacing to Fixed, «leading in points»; “Single” depends on the font and may be less.",
		Typst: "Use #set text(size: «size», top-edge: 0.7em, bottom-edge: -0.3em) and #set par(leading: «between lines»): " +
			"leading is the gap between lines, so with these edges baselines are «leading» apart.",
	}
	lowerLeading = Remedy{
		LaTeX:       `Remove \doublespacing, \linespread and \baselinestretch above 1.`,
		Word:        "Set the line spacing to exactly what is required.",
		LibreOffice: "In Format → Paragraph → Indents & Spacing, set Line Spacing to Fixed with what is required.",
		Typst:       "Use a smaller #set par(leading: …), which is the gap between lines, not the distance of their baselines.",
	}
	setFamily = Remedy{
		LaTeX:       `Remove packages that change the body font, such as «latex package of another», and load «latex font»; with XeTeX or LuaTeX use \setmainfont{«open font»}.`,
		Word:        "Set the body text in «word font».",
		LibreOffice: "In Styles, right-click Default Paragraph Style → Edit Style → Font, and choose «word font» or «office font».",
		Typst:       `Use #set text(font: "«open font»") or another «family» that is installed.`,
	}
	stretchText = Remedy{
		LaTeX:       `Remove \scalebox, \resizebox, FakeStretch, LetterSpace, negative tracking and packages such as savetrees; microtype's defaults are fine.`,
		Word:        "Set character scale to 100% and character spacing to normal.",
		LibreOffice: "In Format → Character → Position, set Scale width to 100% and Spacing to 0 pt.",
		Typst:       "Use #set text(tracking: 0pt, stretch: 100%), and remove scale(…) around text.",
	}
	shortenWords = Remedy{
		LaTeX:       `Shorten the text; texcount counts its words.`,
		Word:        "Shorten the text; Review → Word Count counts its words.",
		LibreOffice: "Shorten the text; Tools → Word Count counts its words.",
		Typst:       "Shorten the text; the package wordometer counts its words.",
	}
	enlargeLabels = Remedy{
		LaTeX: `Draw figures at the size at which they are printed, and include them without scaling: labels keep their size then.`,
		Word:  "Enlarge the figure or its labels.",
		Typst: `Draw figures at the size at which they are printed, include them without a width, and remove scale(…) around tables.`,
	}
	restoreSpace = Remedy{
		LaTeX:       `Remove titlesec's compact options, savetrees, negative \vspace and redefinitions of \section and \maketitle.`,
		Word:        "Restore the spacing of the template's heading styles.",
		LibreOffice: "In Styles, right-click Heading 1 → Edit Style → Indents & Spacing, and restore the template's spacing.",
		Typst:       "Restore the template's spacing, e.g. #show heading: set block(above: …, below: …), and remove negative v(…).",
	}
)
