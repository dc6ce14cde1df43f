package measure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// front returns the title and what stands between it and the text.
func front(l *layout.Layout) Front {
	var f Front
	if len(l.Pages) == 0 {
		return f
	}
	p := l.Pages[0]
	f.Place = Place{Page: p.Number, Box: geom.Empty()}
	var title []string
	for _, line := range p.Lines {
		switch line.Role {
		case layout.Title:
			title = append(title, line.Text)
			f.Place.Box = f.Place.Box.Union(line.Box)
		case layout.Author:
			f.Authors = append(f.Authors, line.Text)
			f.Place.Box = f.Place.Box.Union(line.Box)
		}
	}
	f.Title = strings.Join(title, " ")
	f.Place.Text = f.Title
	return f
}

var (
	// shortNotice matches notices as they stand in heads, feet and title blocks.
	shortNotice = pattern.New(`(?i)\b(?:confidential|proprietary|under (?:an )?nda|non-?\s?disclosure|do not (?:re)?distribute|internal use only|not for (?:public )?(?:distribution|release|circulation))\b`).Having("confidential", "proprietary", "nda", "disclosure", "distribut", "internal", "not for")
	// headingNotice matches notices set like headings; "Confidential Computing"
	// is none.
	headingNotice = pattern.New(`\bCONFIDENTIAL\b(?:\s*(?:[:.–—-]|$)|\s+(?:DRAFT|MATERIAL|DOCUMENT|INFORMATION|SUBMISSION)\b)|(?i:\bdo not (?:re)?distribute\b|\b(?:subject to|under) (?:an? )?(?:non-?\s?disclosure|nda)\b|\binternal use only\b)`).Having("confidential", "disclosure", "nda", "distribute", "internal")
	// selfNotice matches sentences that claim confidentiality of the paper itself.
	selfNotice = pattern.New(`(?i)\b(?:this|the|our) (?:paper|document|submission|manuscript|draft|report)\b[^.]{0,80}\b(?:confidential|proprietary|non-?\s?disclosure|nda)\b|\bconfidentiality notice\b|\bconfidential and proprietary\b`)
)

// shortNoticeWords is the most words that a line with a short notice has.
const shortNoticeWords = 16

// notices returns the places that claim confidentiality: lines apart from
// running text, and blocks that say so of the paper. Papers may well be about
// confidential data.
func notices(l *layout.Layout) []Place {
	var out []Place
	for _, p := range l.Pages {
		var text strings.Builder
		box, last := geom.Empty(), -1
		flush := func() {
			if s := text.String(); speaksOfSecrets(s) {
				if found := selfNotice.FindString(s); found != "" {
					out = append(out, Place{p.Number, box, found})
				}
			}
			text.Reset()
			box = geom.Empty()
		}
		for _, line := range p.Lines {
			switch line.Role {
			case layout.Reference, layout.FigureText, layout.Caption, layout.Table, layout.Code:
				continue
			case layout.Title, layout.Heading:
				if headingNotice.MatchString(line.Text) {
					out = append(out, Place{p.Number, line.Box, line.Text})
				}
				continue
			case layout.Author, layout.Furniture:
				if shortNotice.MatchString(line.Text) && len(strings.Fields(line.Text)) <= shortNoticeWords {
					out = append(out, Place{p.Number, line.Box, line.Text})
				}
				continue
			}
			if line.Block != last {
				flush()
			}
			last = line.Block
			text.WriteString(line.Text + " ")
			box = box.Union(line.Box)
		}
		flush()
	}
	return out
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
