package rules

import "github.com/paperfit/paperfit/pkg/report"

var bodyFontSizeGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Set the size in the class's options, and remove \small, \footnotesize, \fontsize
and \scalebox from running text. In print dialogs and in pages joined by other
tools, look for scaling: it shrinks type as well.`,
		Code: `\documentclass[«latex paper»,«size»,twocolumn]{«class»}`,
	},
	Word: report.Guide{Text: `Home → Styles: right click the style of the text (Normal or Body Text) → Modify, and
set «size in points». Select all running text and check that Home → Font shows one
size; save as PDF, without scaling.`},
	LibreOffice: report.Guide{Text: `View → Styles: right click Body Text → Edit Style → Font: «size in points». Format →
Clear Direct Formatting removes other sizes from selected text.`},
	Typst: report.Guide{
		Text: "Set the size once, and no smaller one around running text.",
		Code: "#set text(size: «size»)",
	},
}

var leadingGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove \linespread, \baselinestretch, \setstretch and \spacing below 1, and
packages such as savetrees; a class at «size» sets its leading by itself. A
\small that is still in force where a paragraph ends lowers the leading of all of it.`,
		Code: `\linespread{1}`,
	},
	Word: report.Guide{Text: `Home → Line and Paragraph Spacing → Line Spacing Options: Line spacing “Exactly”, At
«leading in points»; best in the style of the text. “Single” depends on the font.`},
	LibreOffice: report.Guide{Text: `Format → Paragraph → Indents & Spacing → Line Spacing: “Fixed”, «leading in points»;
best in the style Body Text.`},
	Typst: report.Guide{
		Text: `Typst's leading is the gap between lines, not the distance of baselines. With the
edges of the text set to one size together, baselines are size plus leading apart.`,
		Code: `#set text(size: «size», top-edge: 0.7em, bottom-edge: -0.3em)
#set par(leading: «between lines»)`,
	},
}

var fontFamilyGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Load a package of the family. With XeLaTeX or LuaLaTeX, load fontspec
and use \setmainfont{«open font»}.`,
		Code: `\usepackage[T1]{fontenc}
«latex font lines»`,
	},
	Word: report.Guide{Text: "Home → Styles: right click Normal → Modify: «word font»."},
	LibreOffice: report.Guide{Text: `View → Styles: right click Default Paragraph Style → Edit Style → Font: «word font»
or «office font».`},
	Typst: report.Guide{
		Text: "Name a «family» that is installed where you compile.",
		Code: `#set text(font: ("«open font»", "«word font»"))`,
	},
}

var squeezedTextGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Remove \scalebox and \resizebox, fontspec's FakeStretch and LetterSpace, and negative
\textls from running text. microtype with its defaults is fine: it stretches
no more than 2%.`,
		Code: `\usepackage{microtype}`,
	},
	Word: report.Guide{Text: `Select all, then Home → Font (the small arrow) → Advanced: Scale 100%, Spacing
Normal.`},
	LibreOffice: report.Guide{Text: `Select all, then Format → Character → Position: Scale width 100%, Character spacing
0 pt.`},
	Typst: report.Guide{
		Text: "Set tracking and spacing back, and scale no text.",
		Code: "#set text(tracking: 0pt, spacing: 100%, stretch: 100%)",
	},
}
