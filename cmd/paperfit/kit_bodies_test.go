package main

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// kitSeeds is how many papers of each profile are drawn.
const kitSeeds = 9

// TestDrawnKits sets papers of each current profile, drawn by a seed, that end on the
// last page allowed: headings, lists, floats, formulas, notes and code in turn. A thorough
// run draws kitSeeds of each profile.
func TestDrawnKits(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil || !thorough {
		t.Skip("this takes pdflatex, and half an hour: PAPERFIT_ORACLE=all")
	}
	for _, name := range kitProfiles() {
		for seed := range uint64(kitSeeds) {
			t.Run(name+"/"+strconv.FormatUint(seed, 10), func(t *testing.T) {
				t.Parallel()
				p := profileOf(t, name)
				k := kitPaper{p: p, kit: kitOf(p), pages: lastPage(p), draw: rand.New(rand.NewPCG(seed, uint64(len(name))))}
				if f := checkFor(t, typesetTimes(t, k.source(), 2), p); f.Verdict != report.Pass {
					t.Errorf("%s: %+v", f.Verdict, f.Findings)
				}
			})
		}
	}
}

// kitUnits is after how many units a drawn paper repeats itself.
const kitUnits = 30

// units defines \para as the next of the drawn units, so that pages are filled by
// repeating it.
func (k kitPaper) units() string {
	var out strings.Builder
	if k.kit.name == "" {
		fmt.Fprintf(&out, `\makeatletter\renewcommand\normalsize{\@setfontsize\normalsize{%.3fpt}{%.3fpt}}\makeatother\normalsize`+"\n", k.kit.size, k.kit.leading)
	}
	out.WriteString(`\usepackage{graphicx}\newcount\unit` + "\n" + `\sloppy\emergencystretch=3em \newcommand{\prose}[1]{#1\par}` + "\n")
	out.WriteString(`\newcommand{\para}{\ifcase\unit` + "\n")
	for range kitUnits {
		out.WriteString(k.unit() + "\n" + `\or` + "\n")
	}
	fmt.Fprintf(&out, `\fi\global\advance\unit by 1 \ifnum\unit>%d \global\unit=0 \fi}`+"\n", kitUnits-1)
	return out.String()
}

// sentence returns words that say nothing, as many as are asked for.
func (k kitPaper) sentence(least, most int) string {
	words := strings.Fields(kitText)
	n, at := least+k.draw.IntN(most-least+1), k.draw.IntN(len(words))
	var out []string
	for i := range n {
		out = append(out, strings.Trim(strings.ToLower(words[(at+i*7)%len(words)]), ".,"))
	}
	return strings.ToUpper(out[0][:1]) + strings.Join(out, " ")[1:]
}

// text returns some sentences.
func (k kitPaper) text() string {
	var out strings.Builder
	for range 3 + k.draw.IntN(4) {
		out.WriteString(k.sentence(8, 24) + ". ")
	}
	return out.String()
}

// floating returns a float, while there is room for it before the last page.
func (k kitPaper) floating(code string) string {
	return fmt.Sprintf(`\ifnum\value{page}<%d `, k.pages-1) + code + `\fi\prose{` + k.text() + `}`
}

// unit returns one thing that papers hold, between paragraphs.
func (k kitPaper) unit() string {
	prose := func() string { return `\prose{` + k.text() + `}` }
	switch k.draw.IntN(16) {
	case 0, 1:
		return `\section{` + k.sentence(2, 5) + `}` + prose() + prose()
	case 2:
		return `\subsection{` + k.sentence(2, 7) + `}` + prose()
	case 3:
		return `\paragraph{` + k.sentence(2, 4) + `.}` + k.text() + `\par` + prose()
	case 4:
		return k.list("itemize") + prose()
	case 5:
		return k.list("enumerate") + prose()
	case 6:
		return k.floating(`\begin{figure}[t]\centering\rule{.8\columnwidth}{` + strconv.Itoa(6+k.draw.IntN(8)) + `\baselineskip}\caption{` + k.sentence(6, 30) + `.}\end{figure}`)
	case 7:
		return k.floating(`\begin{table}[t]\caption{` + k.sentence(6, 16) + `.}\centering\begin{tabular}{lrr}\hline engine & cards & years \\ \hline ` + k.rows() + `\hline\end{tabular}\end{table}`)
	case 8:
		return prose() + `\[ f_{` + strconv.Itoa(k.draw.IntN(9)) + `}(x) = \sum_{i=1}^{n} a_i x^i + \int_0^1 g(t)\,dt \]` + prose()
	case 9:
		return k.text() + `\footnote{` + k.sentence(6, 20) + `.}\par`
	case 10:
		return `\noindent\textbf{` + k.sentence(1, 3) + `.} ` + k.text() + `\par`
	case 11:
		return `\begin{quote}` + k.sentence(12, 30) + `.\end{quote}` + prose()
	case 12:
		return k.code() + prose()
	}
	return prose()
}

func (k kitPaper) list(environment string) string {
	out := `\begin{` + environment + `}`
	for range 2 + k.draw.IntN(3) {
		out += `\item ` + k.sentence(5, 22) + `.`
	}
	return out + `\end{` + environment + `}`
}

func (k kitPaper) rows() string {
	var out strings.Builder
	for range 3 + k.draw.IntN(5) {
		fmt.Fprintf(&out, `%s & %d & %.1f \\`, strings.ToLower(k.sentence(1, 2)), k.draw.IntN(900), 18+k.draw.Float64())
	}
	return out.String()
}

func (k kitPaper) code() string {
	var out strings.Builder
	out.WriteString(`{\par\smallskip\ttfamily\footnotesize\obeylines\parindent=1em `)
	for range 3 + k.draw.IntN(4) {
		out.WriteString(strings.ToLower(k.sentence(2, 4)) + " := " + strconv.Itoa(k.draw.IntN(99)) + `;\par `)
	}
	return out.String() + `\smallskip}`
}
