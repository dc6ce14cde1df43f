package rules

import "github.com/paperfit/paperfit/pkg/report"

var fontsEmbeddedGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `The compilers embed the fonts of the text; what is missing is mostly in an
included figure. pdffonts says “no” under “emb” for it. Export the figure again with
its fonts, or let Ghostscript embed them.`,
		Code: `$ pdffonts paper.pdf
$ gs -o plot-embedded.pdf -sDEVICE=pdfwrite -dPDFSETTINGS=/prepress plot.pdf`,
	},
	Word: report.Guide{Text: `File → Save As → PDF → Options: tick “PDF/A compliant”, which embeds every font. If
a font forbids embedding, use another.`},
	LibreOffice: report.Guide{Text: `File → Export As → Export as PDF → General: tick “Archival (PDF/A)”. Figures that
were inserted as PDF need their own fonts.`},
	Typst: report.Guide{
		Text: `Typst embeds every font of the text. If a figure inserted as PDF lacks a font,
insert it as SVG.`,
		Code: `#image("plot.svg")`,
	},
}

var type3FontsGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Use outline fonts: cm-super, Latin Modern or newtx instead of bitmaps of Computer
Modern. pdffonts says “Type 3” for what is left. In figures from matplotlib,
rcParams["pdf.fonttype"] = 42 writes TrueType fonts.`,
		Code: `\usepackage[T1]{fontenc}
\usepackage{lmodern}`,
	},
	Word: report.Guide{Text: `Home → Font: use a TrueType or OpenType font. File → Save As → PDF → Options:
untick “Bitmap text when fonts may not be embedded”.`},
	LibreOffice: report.Guide{Text: `Format → Character → Font: use a TrueType or OpenType font for the text; emoji and
colour fonts are written as Type 3.`},
	Typst: report.Guide{
		Text: "Use an outline font for the text; emoji and colour fonts are written as Type 3.",
		Code: `#set text(font: "TeX Gyre Termes")`,
	},
}
