package papers

import (
	"fmt"
	"strings"
)

// furniture are heads and feet in the syntax of fancyhdr, for templates whose
// class has none of its own.
var furniture = []struct{ name, tex string }{
	{"page number centred", "\\fancyfoot[C]{\\thepage}"},
	{"page number centred", "\\fancyfoot[C]{\\thepage}"},
	{"no head and foot", ""},
	{"no head and foot", ""},
	{"page number between dashes", "\\fancyfoot[C]{-- \\thepage\\ --}"},
	{"page number 1-2", "\\fancyfoot[C]{1-\\thepage}"},
	{"page number #2", "\\fancyhead[R]{\\#\\thepage}"},
	{"page number with a dot", "\\fancyfoot[R]{\\thepage.}"},
	{"page number 3:2", "\\fancyfoot[C]{3:\\thepage}"},
	{"page number in roman", "\\pagenumbering{roman}\\fancyfoot[C]{\\thepage}"},
	{"page n of m", "\\fancyfoot[C]{Page \\thepage\\ of 12}"},
	{"page number right in the head", "\\fancyhead[R]{\\thepage}"},
	{"running head", "\\fancyhead[L]{\\small\\itshape A.~Rivera and B.~Chen}\\fancyhead[R]{\\small\\thepage}"},
	{"running head and foot", "\\fancyhead[C]{\\small\\scshape Proceedings of the Example Conference}\\fancyfoot[L]{\\small Example Press}\\fancyfoot[R]{\\small\\thepage}"},
	{"running head with a rule", "\\renewcommand\\headrulewidth{.4pt}\\fancyhead[L]{Journal of Examples 12 (2023)}\\fancyhead[R]{\\thepage}"},
	{"two rows in the head", "\\fancyhead[L]{\\footnotesize Journal of Examples, Vol.~12, No.~3, May 2023\\\\\\footnotesize https://doi.org/10.1000/1234}\\fancyfoot[C]{\\thepage}"},
	{"three rows in the head", "\\fancyhead[C]{\\footnotesize Submission to Examples '25, paper 123\\\\Confidential review copy\\\\Do not distribute}\\fancyfoot[C]{\\thepage}"},
	{"notice in the foot", "\\fancyfoot[L]{\\footnotesize Example Conference 2024, May 3--5, Exampletown. Copyright held by the authors.}\\fancyfoot[R]{\\thepage}"},
	{"notice on the first page alone", "\\fancyfoot[C]{\\thepage}\\fancypagestyle{plain}{\\fancyhf{}\\fancyfoot[L]{\\footnotesize 978-1-0000-0000-0/24/\\$31.00 \\copyright 2024 Example Society}}"},
	{"banner on the first page", "\\fancyfoot[C]{\\thepage}\\fancypagestyle{plain}{\\fancyhf{}\\fancyhead[C]{\\small Preprint. Under review.}}"},
	{"left foot", "\\fancyfoot[L]{\\scriptsize A Study of Examples}"},
}

// runningHeads sets head and foot.
func (d *draft) runningHeads() {
	chosen := pick(d.source, furniture)
	d.trait("furniture: %s", chosen.name)
	rows := strings.ReplaceAll(chosen.tex, "\\\\", "\\pfF{}\\\\") // each row has its mark
	d.setup("\\usepackage{fancyhdr}\n\\pagestyle{fancy}\\fancyhf{}\\renewcommand\\headrulewidth{0pt}\n\\fancypagestyle{plain}{}\n" + rows)
}

// reviewCopy numbers the lines, or sets a ruler beside them.
func (d *draft) reviewCopy() {
	switch {
	case d.template.ruler:
		d.trait("review copy: ruler")
		d.setup("\\usepackage{eso-pic}")
		d.setup(ruler)
	case d.two:
		d.trait("review copy: line numbers beside both columns")
		d.runs = 3 // the side of each number is known from the run before
		d.setup("\\usepackage[switch]{lineno}\\linenumbers")
	default:
		mode := pick(d.source, []string{"\\linenumbers", "\\pagewiselinenumbers", "\\linenumbers\\modulolinenumbers[5]"})
		d.trait("review copy: %s", mode[1:])
		d.setup("\\usepackage{lineno}\\AtBeginDocument{" + mode + "}")
	}
}

// ruler sets numbers beside the block at equal distances, whatever stands there.
const ruler = `\newcount\rulern \newcount\rulerfirst \newdimen\rulery
\def\rulernumber{\makebox(0,0)[lb]{\scriptsize\sffamily\ifnum\rulern<10 00\else\ifnum\rulern<100 0\fi\fi\the\rulern\pfF{}}}
\AddToShipoutPictureBG{\AtTextUpperLeft{\setlength\unitlength{1pt}\pfas{furniture}%
  \rulerfirst=\value{page}\advance\rulerfirst by -1 \multiply\rulerfirst by 54
  \rulern=\rulerfirst \advance\rulerfirst by 54 \rulery=-9pt
  \loop\ifnum\rulern<\rulerfirst
    \put(-30,\strippt\rulery){\rulernumber}\put(\strippt\dimexpr\textwidth+16pt\relax,\strippt\rulery){\rulernumber}%
    \advance\rulern by 1 \advance\rulery by -11.9pt
  \repeat}}
\makeatletter\let\strippt\strip@pt\makeatother`

// stamp sets a rotated line in the left margin of the first page, as archives do.
func (d *draft) stamp() {
	d.trait("rotated stamp")
	d.setup("\\usepackage{eso-pic}")
	d.setup(fmt.Sprintf("\\AddToShipoutPictureBG*{\\AtPageLowerLeft{\\put(22,250){\\rotatebox{90}{\\color[gray]{.5}\\Large arXiv:%d.%05d [cs.XX] 3 May 2024}}}}", d.between(1801, 2412), d.between(1, 20000)))
}
