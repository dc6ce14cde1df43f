package wording

import (
	"cmp"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Word writes the messages of a file's checks, findings and damage, and the fixes of
// its findings. fill puts the words of the profile in place of those between « and
// ». What has no kind of the catalogue keeps its words.
func (c *Catalogue) Word(f *report.File, fill func(string) string) {
	for i := range f.Checks {
		c.word(f.Checks[i].Sentence, &f.Checks[i].Message)
	}
	for i := range f.Damage {
		c.word(f.Damage[i].Sentence(), &f.Damage[i].Message)
	}
	c.Findings(f.Findings, fill)
	c.Findings(f.Notes, fill)
}

// Findings is Word for findings alone.
func (c *Catalogue) Findings(findings []report.Finding, fill func(string) string) {
	for i := range findings {
		finding := &findings[i]
		if !c.word(finding.Sentence, &finding.Message) {
			continue
		}
		finding.Fix = c.Entry(finding.Kind).Remedy.fix(fill)
		finding.Hint = strings.Join(finding.Fix.Lines(), "\n")
	}
}

func (c *Catalogue) word(s report.Sentence, message *string) bool {
	if c.Entry(s.Kind) == nil {
		return false
	}
	*message = c.Text(s)
	return true
}

// fix returns a remedy in the words of a profile, nil where there is none.
func (r Remedy) fix(fill func(string) string) *report.Fix {
	if r == (Remedy{}) {
		return nil
	}
	out := &report.Fix{
		LaTeX: cmp.Or(r.LaTeX, r.Any), Word: cmp.Or(r.Word, r.Any),
		LibreOffice: cmp.Or(r.LibreOffice, r.Word, r.Any), Typst: cmp.Or(r.Typst, r.Word, r.Any),
	}
	for _, text := range []*string{&out.LaTeX, &out.Word, &out.LibreOffice, &out.Typst} {
		if strings.Contains(*text, "«") {
			*text = fill(*text)
		}
	}
	return out
}

// Error is an error that says a sentence of the catalogue: what went wrong with a
// file, and may become its finding.
type Error struct{ report.Sentence }

// NewError returns the error that says a sentence.
func NewError(kind report.Kind, args report.Args) *Error { return &Error{report.Say(kind, args)} }

// Error returns the sentence as a clause.
func (e *Error) Error() string { return English().Clause(e.Sentence) }
