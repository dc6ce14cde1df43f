package main

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// tools tells for each maker of papers which of its programs are missing.
type tools struct{ missing map[string]string }

// needed are the programs of each maker.
var needed = map[string][]string{
	"pdflatex": {"pdflatex"}, "xelatex": {"xelatex"}, "lualatex": {"lualatex"},
	"chromium": {"chromium", "pdftotext"}, "libreoffice": {"soffice", "pdftotext"}, "groff": {"groff", "pdftotext"},
	"typst": {"pdftotext"},
}

// debian are the packages in which Debian has programs whose names are others.
var debian = map[string]string{"pdftotext": "poppler-utils", "soffice": "libreoffice-writer-nogui"}

// texPackages are the Debian packages that hold the classes and fonts of papers.
const texPackages = "texlive-latex-extra texlive-publishers texlive-science texlive-fonts-extra texlive-xetex texlive-luatex " +
	"texlive-lang-german texlive-lang-french texlive-lang-spanish texlive-lang-cyrillic texlive-lang-chinese " +
	"texlive-plain-generic cm-super lmodern fonts-texgyre"

// lookUp looks for the programs. Without TeX there is nothing to do; a paper whose
// other maker is missing is not built.
func lookUp() (*tools, error) {
	t := &tools{missing: map[string]string{}}
	for maker, programs := range needed {
		t.missing[maker] = notInstalled(programs)
	}
	if t.missing["typst"] == "" && exec.Command("typst", "--version").Run() != nil && exec.Command("node", "-e", typstRequire).Run() != nil {
		t.missing["typst"] = "neither typst nor, on NODE_PATH, @myriaddreamin/typst-ts-node-compiler is installed"
	}
	var without []string
	for _, engine := range []string{"pdflatex", "xelatex", "lualatex"} {
		if t.missing[engine] != "" {
			without = append(without, engine)
		}
	}
	if without != nil {
		slices.Sort(without)
		return nil, fmt.Errorf("%s not installed; on Debian: apt-get install --no-install-recommends %s", strings.Join(without, ", "), texPackages)
	}
	return t, nil
}

// notInstalled says which of the programs are missing, "" when none is.
func notInstalled(programs []string) string {
	var missing, packages []string
	for _, program := range programs {
		if _, err := exec.LookPath(program); err == nil {
			continue
		}
		name := program
		if debian[program] != "" {
			name = debian[program]
		}
		missing, packages = append(missing, program), append(packages, name)
	}
	if missing == nil {
		return ""
	}
	return fmt.Sprintf("%s not installed (Debian: %s)", strings.Join(missing, " and "), strings.Join(packages, ", "))
}

// has returns why a maker cannot run.
func (t *tools) has(maker string) error {
	if why := t.missing[maker]; why != "" {
		return errors.New(why)
	}
	return nil
}
