package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// breakage is what authors do to fit a paper into two pages, or by mistake. The paper is
// eveningPaper with the text in place of one of its marks, and then with what the first
// remedy says in its place.
type breakage struct {
	name   string
	at     string // the mark that is replaced: "preamble", "here", "end", or "after"
	broken string
	says   string      // of the first remedy, which is followed
	fixed  string      // in place of broken: what it says
	kind   report.Kind // of the first finding
	page   int         // of it; 0: of the whole paper
	source bool        // it names the lines of broken
	word   string      // one that its box holds on the page, by pdftotext
}

// eveningPaper meets opml20 with room for a paragraph. Its marks stand alone on their
// lines.
const eveningPaper = `\documentclass[10pt,twocolumn,letterpaper]{article}
\usepackage[T1]{fontenc}
\usepackage{mathptmx}
\usepackage{graphicx,xcolor,tabularx}
\setlength\textwidth{7in}\setlength\textheight{9in}\setlength\columnsep{.33in}
\setlength\oddsidemargin{-.25in}\setlength\topmargin{-.25in}\setlength\headheight{0pt}\setlength\headsep{0pt}
\setlength\topskip{10pt}\setlength\maxdepth{2pt}\sloppy
\pagestyle{empty}
%preamble
\newcommand\prose{The engine weaves algebraical patterns just as the loom weaves flowers and leaves, and it does so
without knowing what they mean. We follow its cards one by one, and write down what each of them does to the
numbers of the store. \par}
\newcommand\more{\prose\prose\prose\prose\prose\prose\prose\prose}
\begin{document}
\title{Analytical Engines that Weave}\author{Ada Lovelace\\University of London}\date{}
\maketitle
\thispagestyle{empty}
\begin{abstract}\prose\prose\end{abstract}
\section{Introduction}
\more
\section{The Engine}
\prose\prose

\prose
%here
\section{The Cards}
\more\more
\section{Results}
\prose\prose\prose\prose
%end
\begin{thebibliography}{9}
\bibitem{a} A. Lovelace. Notes on the engine. In \emph{Scientific Memoirs}, 1843.
\end{thebibliography}
%after
\end{document}
`

// wideTable is a table that fills more than its column.
const wideTable = `
engine & what it weaves on its loom & what the cards of it look like & years \\
first & algebraical patterns of all kinds & cards with holes, and without any & 1833 \\
second & flowers and leaves, and then patterns & cards of wood, and of paper as well & 1837 \\
`

var breakages = []breakage{
	{name: "savetrees", at: "preamble", broken: `\usepackage{savetrees}`, says: "savetrees", kind: "block-too-large", page: 1},
	{name: "small", at: "here", broken: "\\begingroup\\small\n" + strings.Repeat("\\prose\n", 8) + "\\par\\endgroup", fixed: `\prose\prose`, says: `\small`, kind: "stretch-size-small", page: 1, source: true},
	{name: "small throughout", at: "preamble", broken: `\AtBeginDocument{\small}`, says: `\small`, kind: "body-size-small"},
	{name: "vspace", at: "here", broken: `\enlargethispage{3\baselineskip}`, says: `\enlargethispage`, kind: "text-too-tall", page: 1},
	{name: "titlesec", at: "preamble", broken: `\usepackage[compact]{titlesec}\linespread{.95}`, fixed: `\usepackage[compact]{titlesec}`, says: `\linespread`, kind: "leading-small"},
	{name: "marginpar", at: "here", broken: `The loom\marginpar{\raggedright\footnotesize say more of this} is made of wood.`, fixed: "The loom is made of wood.", says: `\marginpar`, kind: "margin-note", page: 1, source: true, word: "more"},
	{name: "todonotes", at: "here", broken: `The loom\todo{say more} is made of wood.`, fixed: "The loom is made of wood.", says: `\todo`, kind: "margin-note", page: 1, source: true, word: "more"},
	{name: "wide table", at: "here", broken: `\begin{table}[h]\begin{tabular}{llll}` + wideTable + `\end{tabular}\end{table}`, fixed: `\begin{table}[h]\begin{tabularx}{\columnwidth}{lXXl}` + wideTable + `\end{tabularx}\end{table}`, says: "tabularx", kind: "table-too-wide", page: 1, source: true, word: "flowers"},
	{name: "lmodern", at: "preamble", broken: `\usepackage{lmodern}`, says: "lmodern", kind: "font-family-other"},
	{name: "spill", at: "end", broken: `\more\more`, fixed: `\prose`, says: "Cut about as many lines", kind: "lines-before-references", page: 3, source: true, word: "engine"},
	{name: "appendix", at: "after", broken: "\\clearpage\\appendix\n\\section{Proofs}\n\\prose\\prose", says: "Cut this part", kind: "content-after-references", page: 3, source: true, word: "Proofs"},
	{name: "geometry", at: "preamble", broken: `\usepackage[margin=.7in]{geometry}`, says: "geometry", kind: "block-too-large", page: 1},
	{name: "linespread", at: "preamble", broken: `\linespread{.9}`, says: `\linespread`, kind: "leading-small"},
	{name: "wide figure", at: "here", broken: `\begin{figure}[h]\includegraphics[width=1.3\columnwidth,height=1in]{example-image-a}\end{figure}`, fixed: `\begin{figure}[h]\includegraphics[width=\columnwidth,height=1in]{example-image-a}\end{figure}`, says: `width=\columnwidth`, kind: "figure-too-wide", page: 1, source: true},
	{name: "page numbers", at: "preamble", broken: `\pagestyle{plain}`, fixed: `\pagestyle{empty}`, says: `\pagestyle{empty}`, kind: "page-numbered", page: 2},
	{name: "overfull formula", at: "here", broken: "\\[ f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6 + a_7 x^7 + a_8 x^8 + a_9 x^9 \\]", fixed: "\\[ f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 \\]\\[ + a_5 x^5 + a_6 x^6 + a_7 x^7 + a_8 x^8 + a_9 x^9 \\]", says: "break the formula", kind: "lines-too-wide", page: 1, source: true, word: "("},
	{name: "long word", at: "here", broken: `See \mbox{https://engines.example/notes/on/the/weaving/of/algebraical/patterns} for more.`, fixed: "See the notes on weaving for more.", says: "break", kind: "lines-too-wide", page: 1, source: true, word: "of/algebraical"},
	{name: "code", at: "here", broken: "\\begin{verbatim}\nfor card in store: weave(card, patterns=leaves, kind=algebraical)\n\\end{verbatim}", fixed: "\\begin{verbatim}\nfor card in store:\n  weave(card, patterns=leaves)\n\\end{verbatim}", says: "break", kind: "lines-too-wide", page: 1, source: true, word: "store:"},
}

// TestBreakages: the first remedy of the first finding, followed to the letter, fixes
// the paper, its place and line are right, and the report fits a terminal.
func TestBreakages(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil {
		t.Skipf("breakages are not tried: %v", err)
	}
	if os.Getenv("PAPERFIT_ORACLE") != "all" {
		t.Skip("this takes minutes: PAPERFIT_ORACLE=all")
	}
	for _, b := range breakages {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			b.try(t)
		})
	}
}

func (b *breakage) try(t *testing.T) {
	folder := t.TempDir()
	text, file := b.paper(t, folder, b.broken)
	if lines := strings.Count(text, "\n"); lines > mostLines {
		t.Errorf("%d lines, at most %d fit:\n%s", lines, mostLines, text)
	}
	if len(file.Findings) == 0 {
		t.Fatalf("no finding:\n%s", text)
	}
	first := file.Findings[0]
	if first.Kind != b.kind || first.Page != b.page || !strings.Contains(first.Fix.LaTeX, b.says) {
		t.Errorf("%s on page %d, want %s on page %d with a remedy that says %q:\n%s", first.Kind, first.Page, b.kind, b.page, b.says, text)
	}
	b.compareSource(t, first.Source)
	b.comparePlace(t, filepath.Join(folder, "draft.pdf"), first.Box)
	if after, file := b.paper(t, t.TempDir(), b.fixed); file.Verdict != report.Pass || len(file.Findings) > 0 {
		t.Errorf("with the remedy:\n%s", after)
	}
}

// mostLines is what a laptop's terminal shows.
const mostLines = 24

// compareSource checks that a finding names lines of the breakage.
func (b *breakage) compareSource(t *testing.T, got *report.SourceLines) {
	t.Helper()
	before, _, _ := strings.Cut(eveningPaper, "%"+b.at+"\n")
	first := strings.Count(before, "\n") + 1
	last := first + strings.Count(b.broken, "\n")
	switch {
	case !b.source:
	case got == nil:
		t.Errorf("it names no lines, want %d to %d", first, last)
	case got.File != "draft.tex" || got.Line < first || got.Line > last:
		t.Errorf("it names %s:%d, want draft.tex:%d to %d", got.File, got.Line, first, last)
	}
}

var wordBox = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`)

// comparePlace checks that a finding's box holds the word.
func (b *breakage) comparePlace(t *testing.T, draft string, box *[4]float64) {
	t.Helper()
	if b.word == "" {
		return
	}
	page := strconv.Itoa(b.page)
	words, err := exec.Command("pdftotext", "-bbox", "-f", page, "-l", page, draft, "-").Output()
	if err != nil || box == nil {
		t.Fatal(err, box)
	}
	for _, m := range wordBox.FindAllStringSubmatch(string(words), -1) {
		var edges [4]float64
		for i := range edges {
			edges[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		x, y := (edges[0]+edges[2])/2, (edges[1]+edges[3])/2
		if strings.Contains(m[5], b.word) && box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3] {
			return
		}
	}
	t.Errorf("%q is not in %v", b.word, *box)
}

// paper builds the paper in a folder, with a text in place of the mark, and checks it as its author
// does.
func (b *breakage) paper(t *testing.T, folder, text string) (shown string, file report.File) {
	t.Helper()
	source := strings.Replace(eveningPaper, "%"+b.at, text, 1)
	if strings.Contains(text, `\todo{`) {
		source = strings.Replace(source, "%preamble", `\setlength\marginparwidth{40pt}\usepackage{todonotes}`, 1)
	}
	if strings.Contains(text, `\marginpar{`) {
		source = strings.Replace(source, "%preamble", `\setlength\marginparwidth{40pt}`, 1)
	}
	draft := filepath.Join(folder, "draft.pdf")
	if err := os.WriteFile(filepath.Join(folder, "draft.tex"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		cmd := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-synctex=1", "draft.tex")
		cmd.Dir = folder
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out[max(0, len(out)-1000):])
		}
	}
	jsonFile := filepath.Join(folder, "report.json")
	s := testStreams{}
	run([]string{"check", "--report", "json=" + jsonFile, draft}, s.streams())
	shown = strings.ReplaceAll(s.out.String(), folder+"/", "")
	var whole report.Report
	data, err := os.ReadFile(jsonFile)
	if err == nil {
		err = json.Unmarshal(data, &whole)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, s.err.String())
	}
	return shown + s.err.String(), whole.Files[0]
}
