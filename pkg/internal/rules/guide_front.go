package rules

import "github.com/paperfit/paperfit/pkg/report"

var authorNamesGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Name the authors, and remove the options “anonymous”, “review” and “blind” of the
class.`,
		Code: `\title{A Paper}
\author{Ada Lovelace\\University of Somewhere \and
  Charles Babbage\\Institute of Engines}
% in the text
\maketitle`,
	},
	Word:        report.Guide{Text: "Write names and affiliations below the title."},
	LibreOffice: report.Guide{Text: "Write names and affiliations below the title."},
	Typst: report.Guide{
		Text: `Write names and affiliations below the title; templates take them in a list of
authors.`,
		Code: `#align(center)[
  #text(17pt)[A Paper]

  Ada Lovelace, University of Somewhere
]`,
	},
}

var confidentialityGuides = report.Guides{
	LaTeX: report.Guide{
		Text: `Delete the notice. It may be in \thanks, in fancyhdr's \lhead, \rhead and \cfoot,
or in a watermark (draftwatermark, background, eso-pic).`,
		Code: "$ grep -niE 'confidential|disclos|watermark|fancy(head|foot)' *.tex",
	},
	Word: report.Guide{Text: `Delete the notice from header and footer (double click on them); Design → Watermark
→ Remove Watermark.`},
	LibreOffice: report.Guide{Text: "Delete the notice from header and footer; Format → Watermark: clear the text."},
	Typst: report.Guide{
		Text: "Delete the notice from the text, and from header, footer and background of the page.",
		Code: "#set page(header: none, footer: none, background: none)",
	},
}
