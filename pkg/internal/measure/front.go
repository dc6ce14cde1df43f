package measure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// front returns the title and what stands between it and the text.
func front(l *structure.Structure) Front {
	var f Front
	if len(l.Pages) == 0 {
		return f
	}
	p := l.Pages[0]
	f.Place = Place{Page: p.Number, Box: geom.Empty()}
	var title []string
	var authors []*structure.Line
	for _, line := range p.Lines {
		switch line.Role {
		case structure.Title:
			title = append(title, line.Text)
			f.Place.Box = f.Place.Box.Union(line.Box)
		case structure.Author:
			authors = append(authors, line)
			f.Place.Box = f.Place.Box.Union(line.Box)
		}
	}
	slices.SortStableFunc(authors, byRow)
	for _, line := range authors {
		f.Authors = append(f.Authors, commaText(line))
	}
	f.Title = strings.Join(title, " ")
	f.Place.Text = f.Title
	return f
}

// byRow orders lines as they are read across the page: names beside each other may be
// lines of their own.
func byRow(a, b *structure.Line) int {
	if math.Abs(a.Baseline-b.Baseline) >= sameRow {
		return cmp.Compare(a.Baseline, b.Baseline)
	}
	return cmp.Compare(a.Box.X0, b.Box.X0)
}

// commaText returns a line's text with commas where wide gaps part it: authors who
// stand beside each other.
func commaText(line *structure.Line) string {
	var parts []string
	for _, piece := range line.Pieces() {
		parts = append(parts, piece.Text)
	}
	return strings.Join(parts, ", ")
}

var (
	// shortNotice matches notices as they stand in heads, feet and title blocks.
	shortNotice = pattern.New(`(?i)\b(?:confidential|proprietary|under (?:an )?nda|non-?\s?disclosure|do not (?:re)?distribute|internal use only|not for (?:public )?(?:distribution|release|circulation))\b`).Having("confidential", "proprietary", "under ", "disclosure", "distribut", "internal", "not for")
	// reviewCopy matches the head that a venue's own template gives to submissions.
	reviewCopy = pattern.New(`(?i)\bconfidential review copy\b`).Having("confidential")
	// headingNotice matches notices set like headings; "Confidential Computing"
	// is none.
	headingNotice = pattern.New(`\bCONFIDENTIAL\b(?:\s*(?:[:.–—-]|$)|\s+(?:DRAFT|MATERIAL|DOCUMENT|INFORMATION|SUBMISSION)\b)|(?i:\bdo not (?:re)?distribute\b|\b(?:subject to|under) (?:an? )?(?:non-?\s?disclosure|nda)\b|\binternal use only\b)`).Having("confidential", "subject to ", "under ", "do not ", "internal use")
	// selfNotice matches sentences that claim confidentiality of the paper itself.
	selfNotice = pattern.New(`(?i)\b(?:this|the|our) (?:paper|document|submission|manuscript|draft|report)\b[^.]{0,80}\b(?:confidential|proprietary|non-?\s?disclosure|nda)\b|\bconfidentiality notice\b|\bconfidential and proprietary\b`).
			Having(" paper", " document", " submission", " manuscript", " draft", " report", "confidentiality notice", "confidential and")
)

// shortNoticeWords is the most words that a line with a short notice has.
const shortNoticeWords = 16

// notices returns the places that claim confidentiality: lines apart from
// running text, and blocks that say so of the paper. Papers may well be about
// confidential data.
func notices(l *structure.Structure) []Place {
	var out []Place
	for _, p := range l.Pages {
		var block []*structure.Line
		flush := func() {
			if found := ownNotice(block); found != "" {
				box := geom.Empty()
				for _, l := range block {
					box = box.Union(l.Box)
				}
				out = append(out, Place{p.Number, box, found})
			}
			block = block[:0]
		}
		for _, line := range p.Lines {
			switch line.Role {
			case structure.Reference, structure.FigureText, structure.Caption, structure.Table, structure.Code:
				continue
			case structure.Title, structure.Heading:
				if headingNotice.MatchString(line.Text) {
					out = append(out, Place{p.Number, line.Box, line.Text})
				}
				continue
			case structure.Author, structure.Furniture:
				if shortNotice.MatchString(line.Text) && !reviewCopy.MatchString(line.Text) && len(strings.Fields(line.Text)) <= shortNoticeWords {
					out = append(out, Place{p.Number, line.Box, line.Text})
				}
				continue
			}
			if len(block) > 0 && line.Block != block[0].Block {
				flush()
			}
			block = append(block, line)
		}
		flush()
	}
	return out
}

// ownNotice returns what a block says of the paper's being confidential, "" for
// nothing.
func ownNotice(block []*structure.Line) string {
	if !slices.ContainsFunc(block, func(l *structure.Line) bool { return speaksOfSecrets(l.Text) }) {
		return "" // most blocks
	}
	var text strings.Builder
	for _, l := range block {
		text.WriteString(l.Text + " ")
	}
	return selfNotice.FindString(text.String())
}

// secretWords are what every notice holds one of: most text is told by them
// before the patterns are tried.
var secretWords = []string{"onfidential", "ONFIDENTIAL", "ropriet", "ROPRIET", "isclos", "ISCLOS", "NDA"}

func speaksOfSecrets(s string) bool {
	for _, w := range secretWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
