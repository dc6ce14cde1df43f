package synctex

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// source writes files of a paper whose words say their file and line: "a12x3" is the
// third word of line 12 of a.tex.
type source struct {
	file  string
	lines []string
}

// say adds a line with n words between other text.
func (s *source) say(before string, n int, after string) {
	var b strings.Builder
	b.WriteString(before)
	for i := range n {
		fmt.Fprintf(&b, "%s%dx%d ", s.file, len(s.lines)+1, i)
	}
	s.lines = append(s.lines, b.String()+after)
}

func (s *source) raw(lines ...string) { s.lines = append(s.lines, lines...) }

// paragraph adds a paragraph.
func (s *source) paragraph(lines int) {
	for range lines {
		s.say("", 9, "")
	}
	s.raw("")
}

// writeSources writes a paper of two columns with floats, lists, notes, formulas and a
// part in a file of its own.
func writeSources(t *testing.T, folder, class string) {
	t.Helper()
	part := &source{file: "b"}
	part.say(`\section{`, 3, "}")
	for range 4 {
		part.paragraph(6)
		part.raw(`\begin{itemize}`)
		part.say(`\item `, 12, "")
		part.say(`\item `, 5, "")
		part.raw(`\end{itemize}`)
		part.raw(`\begin{equation}`, `E = mc^2`, `\end{equation}`)
	}
	main := &source{file: "a"}
	main.raw(`\documentclass`+class, `\begin{document}`)
	main.say(`\title{`, 4, "}")
	main.say(`\author{`, 2, "}")
	title := func() { main.raw(`\maketitle`) }
	if !strings.Contains(class, "acmart") { // which sets the abstract with the title
		title()
		title = func() {}
	}
	main.say(`\begin{abstract}`, 9, "")
	main.say("", 9, `\end{abstract}`)
	title()
	main.say(`\section{`, 2, "}")
	for range 5 {
		main.paragraph(7)
		main.say(`\begin{figure}\centering\rule{2in}{1in}\caption{`, 6, `}\end{figure}`)
		main.say(`{\small `, 14, `\par}`)
		main.say("", 4, `\footnote{`)
		main.say("", 6, "}")
		main.paragraph(3)
		main.say(`\begin{table}\begin{tabular}{ll}`, 1, "&")
		main.say("", 1, `\\`)
		main.say("", 1, "&")
		main.say("", 1, `\\\end{tabular}\end{table}`)
	}
	main.raw(`\input{sec/b}`)
	main.paragraph(9)
	main.raw(`\end{document}`)
	for name, s := range map[string]*source{"a.tex": main, "sec/b.tex": part} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Join(s.lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var (
	textBox  = regexp.MustCompile(`<page|xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`)
	ownPlace = regexp.MustCompile(`^([ab])(\d+)x\d+`)
)

// Classes of papers, with their options; a run that is not thorough takes the first.
var classes = []string{
	"[10pt,twocolumn]{article}", "[conference]{IEEEtran}", "[sigconf,nonacm]{acmart}", "[acmsmall,nonacm,review]{acmart}",
	"{llncs}", "[twocolumn]{scrartcl}", "[11pt]{memoir}", "[journal]{IEEEtran}", "[preprint,review]{elsarticle}", "{amsart}",
}

// missingFont matches what fontspec says where a class's fonts are not installed.
var missingFont = regexp.MustCompile(`The font "[^"]*" cannot be\s+found`)

// Words come from the file and line that they say, by TeX's own record of real papers.
func TestWordsOfTeX(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, engine := range pdftest.Sample(t, []string{"pdflatex", "xelatex", "lualatex"}, 3) {
		for _, class := range pdftest.Sample(t, classes, len(classes)) {
			t.Run(engine+class, func(t *testing.T) {
				t.Parallel()
				if _, err := exec.LookPath(engine); err != nil {
					t.Skip(engine + " is not installed")
				}
				folder := t.TempDir()
				writeSources(t, folder, class)
				tex := exec.Command(engine, "-synctex=1", "-interaction=batchmode", "a.tex")
				tex.Dir = folder
				if out, err := tex.CombinedOutput(); err != nil {
					log, _ := os.ReadFile(filepath.Join(folder, "a.log"))
					if missing := missingFont.Find(log); missing != nil {
						t.Skipf("TeX: %s", missing)
					}
					t.Fatalf("%v\n%s", err, out)
				}
				judgeWords(t, folder)
			})
		}
	}
}

// head is how far down a page, in points, its head may stand.
const head = 70

func judgeWords(t *testing.T, folder string) {
	t.Helper()
	in, err := os.Open(filepath.Join(folder, "a.synctex.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	trace, err := Read(in, func(int) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-bbox", filepath.Join(folder, "a.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"a": "a.tex", "b": "sec/b.tex"}
	paragraphs := map[string]sourceLines{}
	for file, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		paragraphs[file] = strings.Split(string(data), "\n")
	}
	page, words, files, near := 0, 0, 0, 0
	for _, m := range textBox.FindAllStringSubmatch(string(text), -1) {
		if m[0] == "<page" {
			page++
			continue
		}
		if top, _ := strconv.ParseFloat(m[2], 64); page > 1 && top < head {
			continue // heads repeat words that TeX read pages before
		}
		says := ownPlace.FindStringSubmatch(m[5])
		if says == nil {
			continue
		}
		words++
		var edges [4]float64
		for i := range edges {
			edges[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		got, ok := trace.Source(page, geom.FromArray(edges))
		line, _ := strconv.Atoi(says[2])
		switch {
		case !ok:
			t.Logf("page %d, %s: nothing is known", page, m[5])
			continue
		case got.File != names[says[1]]:
			t.Errorf("page %d, %s: %+v", page, m[5], got)
			continue
		}
		files++
		if first, last := paragraphs[says[1]].around(line); got.To >= first && got.From <= last {
			near++
		}
	}
	t.Logf("%d words, %d in their file, %d in their paragraph", words, files, near)
	if words < 400 || files < words*99/100 || near < words*95/100 {
		t.Errorf("of %d words %d are in their file and %d in their paragraph", words, files, near)
	}
}

// lines are those of a file.
type sourceLines []string

// around returns the lines of the paragraph around a line, with the one that ends it.
func (l sourceLines) around(line int) (first, last int) {
	ends := func(n int) bool { return n < 1 || n > len(l) || strings.TrimSpace(l[n-1]) == "" }
	for first = line; !ends(first - 1); first-- {
	}
	for last = line; !ends(last); last++ {
	}
	return first, last
}
