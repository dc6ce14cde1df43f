package measure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

var (
	// missingReference matches the mark that LaTeX sets for a missing label: alone,
	// or behind the noun that it belongs to.
	missingReference = pattern.New(`(?:^|[\s(~–-])\?\?(?:$|[\s.,;:)–-])`).Having("??")
	missingNoun      = pattern.New(`(?i)(?:\b(?:figures?|figs?\.?|sections?|secs?\.?|tables?|tabs?\.?|equations?|eqs?\.?|algorithms?|algs?\.?|listings?|appendix|appendices|chapters?|theorems?|lemmas?|definitions?|corollary|propositions?|lines?|steps?|pages?|refs?\.?)|§)[\s~]*\(?\?\?`).Having("??")
	// missingCitation matches the mark of a missing citation, alone or among others.
	missingCitation = pattern.New(`\[\?\]|\[(?:[\w\s]{1,12},\s*)*\?(?:\s*,\s*(?:\?|[\w\s]{1,12}))*\]|\(\?\)`).Having("[", "(?)")
)

// unresolved returns the places where a reference is missing. Marks in code,
// equations, figures and the reference list are none: there they may be meant.
func unresolved(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if !strings.Contains(line.Text, "?") || line.Rotated {
				continue
			}
			switch line.Role {
			case structure.Furniture, structure.FigureText, structure.Code, structure.Equation, structure.Reference, structure.ReferenceHeading:
				continue
			}
			if isMissing(line) {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}

// isMissing reports whether a line holds the mark of a missing reference: "[?]"
// anywhere in text, "??" behind a noun such as Figure, or alone and in bold, as
// LaTeX sets it.
func isMissing(line *structure.Line) bool {
	if missingNoun.MatchString(line.Text) {
		return true
	}
	if mayMissCitation(line.Text) && missingCitation.MatchString(line.Text) && line.Role != structure.Table {
		return true
	}
	return missingReference.MatchString(line.Text) && boldMark(line)
}

// mayMissCitation reports whether a question mark stands behind a bracket or, as one of
// several citations, behind a comma: most lines with one are questions.
func mayMissCitation(text string) bool {
	for before, rest, found := strings.Cut(text, "?"); found; before, rest, found = strings.Cut(rest, "?") {
		if before = strings.TrimRight(before, " \t\n\f\r"); before != "" && strings.IndexByte("[(,", before[len(before)-1]) >= 0 {
			return true
		}
	}
	return false
}

// boldMark reports whether "??" is set in bold within a line that is not.
func boldMark(line *structure.Line) bool {
	bold, other := false, false
	for i := range line.Runs {
		r := &line.Runs[i]
		if r.Font != nil && r.Font.Bold() {
			bold = bold || strings.Contains(r.Text, "??")
		} else if r.Chars > 0 {
			other = true
		}
	}
	return bold && other
}

var (
	// draftHead matches heads, feet, stamps and title blocks of drafts.
	draftHead = pattern.New(`(?i)\b(?:draft(?: (?:of|version|copy|paper|manuscript|submission|from|for|as of|v?\d)\b.*|[,;:.]?$)|(?:working|rough|early) draft|work in progress|in submission|under (?:double[- ]blind )?(?:review|submission)|submitted (?:to|for)|for review only|do not (?:re)?distribute|anonymous submission|confidential review copy|(?:paper|submission)\s*(?:id|no\.?|number|#|№)*\s*:?\s*#?\s*\d+\b)`).Having("draft", "work in progress", "submission", "review", "submitted", "distribute", "paper")
	// draftLine matches a line that is nothing else.
	draftLine = pattern.New(`(?i)^\W*(?:draft|rough draft|working draft|do not distribute|for review only|under (?:review|submission)|submission\s*(?:id|#|no\.?)?\s*:?\s*#?\d+|paper\s*(?:id|#|no\.?)\s*:?\s*#?\d+)\W*$`).Having("draft", "distribute", "review", "submission", "paper")
)

// watermarkSize is the type, in sizes of the body's, that a watermark has at the
// least.
const watermarkSize = 2.5

// drafts returns the marks of drafts and submissions: in heads and feet, in stamps
// and watermarks, and as lines of the title block.
func drafts(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			text := strings.TrimSpace(line.Text)
			isDraft := false
			switch {
			case line.Role == structure.Furniture && line.Kind != layout.LineNumber:
				isDraft = draftHead.MatchString(text)
			case line.Rotated, line.Style.Size >= watermarkSize*l.Body.Size && line.Role != structure.Title:
				isDraft = isDraftLine(text) || draftHead.MatchString(text)
			case line.Role == structure.Author, line.Role == structure.Heading, line.Role == structure.FigureText:
				isDraft = isDraftLine(text)
			}
			if isDraft {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}

// mostDraftLetters is the most letters that draftLine matches, "do not distribute": most
// headings that speak of a paper or a review have more, and are not tried.
const mostDraftLetters = 15

// isDraftLine reports whether a text says that it is a draft, and nothing else.
func isDraftLine(text string) bool {
	letters := 0
	for i := range len(text) {
		if c := text[i] | ' '; c >= 'a' && c <= 'z' {
			letters++
		}
	}
	return letters <= mostDraftLetters && draftLine.MatchString(text)
}
