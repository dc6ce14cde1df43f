package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// inText begins the lines of a guide's LaTeX code that belong between
// \begin{document} and \end{document}.
const inText = "% in the text\n"

// everyGuide is how many guides there are to one that is set, unless the run is
// thorough.
const everyGuide = 16

// TestLaTeXGuidesFixPapers sets a paper with the code of each LaTeX guide and
// checks it: the code compiles, and the paper keeps the rule that it is for.
func TestLaTeXGuidesFixPapers(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil {
		t.Skip("pdflatex is not installed")
	}
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	compiled := 0
	for _, rule := range app.Documents(p) {
		code := rule.Fix.LaTeX.Code
		if code == "" || strings.HasPrefix(code, "$ ") {
			continue
		}
		if compiled++; compiled%everyGuide != 1 && !thorough {
			continue
		}
		t.Run(rule.Rule, func(t *testing.T) {
			t.Parallel()
			for _, check := range checkFile(t, typeset(t, guidePaper(code))).Checks {
				if check.Rule == rule.Rule && check.Status != report.StatusPass {
					t.Errorf("the paper set as the guide says ends %s: got %v, want %v %s", check.Status, check.Got, check.Want, check.Message)
				}
			}
		})
	}
	if compiled < 10 { // sampled or not
		t.Errorf("only %d guides hold code", compiled)
	}
}

// guidePaper returns a paper of two pages or so that is set with a guide's code.
func guidePaper(code string) string {
	preamble, text, _ := strings.Cut(code+"\n", inText)
	class := `\documentclass[letterpaper,10pt,twocolumn]{article}` + "\n"
	if strings.HasPrefix(preamble, `\documentclass`) {
		class = ""
	}
	for command, needed := range map[string]string{
		`\title`:     `\title{A Paper}\author{Ada Lovelace\\University of Somewhere}` + "\n",
		`{geometry}`: `\usepackage[letterpaper,textwidth=7in,textheight=9in,centering]{geometry}` + "\n",
		`{graphicx}`: `\usepackage{graphicx}` + "\n",
		`\pagestyle`: `\pagestyle{empty}` + "\n",
	} {
		if !strings.Contains(preamble, command) {
			preamble += needed
		}
	}
	if !strings.Contains(text, `\maketitle`) {
		text = `\maketitle` + "\n" + text
	}
	sentence := "The quick brown fox jumps over the lazy dog, and the dog, as lazy dogs do, looks the other way. "
	paragraph := strings.Repeat(sentence, 8) + "\n\n"
	return class + preamble + `\begin{document}` + "\n" + text + `\section{Introduction}` + "\n" + strings.Repeat(paragraph, 10) +
		`\begin{thebibliography}{9}\bibitem{a} A. Lovelace. Notes. 1843.\end{thebibliography}` + "\n" + `\end{document}` + "\n"
}

// guidePlot is a figure with labels, smaller than a column.
const guidePlot = `\documentclass{article}
\usepackage[paperwidth=3in,paperheight=2in,margin=4pt]{geometry}
\pagestyle{empty}
\begin{document}\noindent\rule{1in}{1pt}\footnotesize a label\end{document}
`

// typeset compiles a paper, with plot.pdf beside it, and returns the PDF's path.
func typeset(t *testing.T, source string) string {
	t.Helper()
	return typesetTimes(t, source, 1)
}

// typesetTimes runs LaTeX so many times on a paper, for what it reads of its last run.
func typesetTimes(t *testing.T, source string, runs int) string {
	t.Helper()
	dir := t.TempDir()
	for _, doc := range []struct{ name, source string }{{"plot", guidePlot}, {"paper", source}} {
		if doc.name == "plot" && !strings.Contains(source, "{plot}") {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, doc.name+".tex"), []byte(doc.source), 0o644); err != nil {
			t.Fatal(err)
		}
		for range runs {
			runLaTeX(t, dir, doc.name, doc.source)
		}
	}
	return filepath.Join(dir, "paper.pdf")
}

// runLaTeX runs LaTeX on a document in a folder.
func runLaTeX(t *testing.T, dir, name, source string) {
	t.Helper()
	cmd := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", name)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if missing := missingFile.Find(out); missing != nil {
		t.Skipf("TeX is installed without all of its packages: %s", missing)
	}
	if err != nil {
		t.Fatalf("%v\n%s\n%s", err, source, out)
	}
}

// missingFile is what LaTeX says of a package that is not installed.
var missingFile = regexp.MustCompile("File `[^']*' not found")
