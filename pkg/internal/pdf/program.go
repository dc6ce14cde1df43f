package pdf

import (
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/report"
)

// programWords are the words by which Creator and Producer name a program, in small
// letters.
var programWords = map[string]report.Program{
	"latex": report.LaTeX, "tex": report.LaTeX, "pdftex": report.LaTeX, "pdflatex": report.LaTeX,
	"luatex": report.LaTeX, "luahbtex": report.LaTeX, "lualatex": report.LaTeX, "xetex": report.LaTeX, "xelatex": report.LaTeX,
	"dvips": report.LaTeX, "dvipdfm": report.LaTeX, "dvipdfmx": report.LaTeX, "xdvipdfmx": report.LaTeX,
	"word":        report.Word,
	"libreoffice": report.LibreOffice, "openoffice": report.LibreOffice,
	"typst": report.Typst,
}

// Program returns the program that the paper was made with, "" where it is not known.
// Creator says what made the document, Producer what made a PDF of it (14.3.3), which
// is often the same, and often a tool that other programs use.
func (d *Document) Program() report.Program {
	for _, key := range []string{"Creator", "Producer"} {
		for _, word := range strings.FieldsFunc(decodeText(d.Info().Key(key).Bytes()), isNoLetter) {
			if p, ok := programWords[strings.ToLower(word)]; ok {
				return p
			}
		}
	}
	return ""
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }
