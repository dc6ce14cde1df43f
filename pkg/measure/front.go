package measure

import (
	"regexp"
	"strings"

	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/layout"
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
	shortNotice = regexp.MustCompile(`(?i)\b(?:confidential|proprietary|under nda|do not (?:re)?distribute|internal use only|not for (?:public )?(?:distribution|release|circulation))\b`)
	// longNotice matches sentences that claim confidentiality of the paper itself.
	longNotice = regexp.MustCompile(`(?i)\bnon-?\s?disclosure agreement\b|\bsubject to (?:an )?nda\b|\b(?:this|the) (?:paper|document|submission|manuscript|material|information|work|draft)s?\b[^.]{0,80}\b(?:confidential|proprietary)\b|\bconfidentiality (?:notice|agreement)\b|\bconfidential (?:and|or) proprietary\b|\bcontains? (?:confidential|proprietary) information\b`)
)

// shortNoticeWords is the most words that a line with a short notice has.
const shortNoticeWords = 9

// notices returns the places that claim confidentiality: short lines apart from
// running text, and blocks that say so of the paper.
func notices(l *layout.Layout) []Place {
	var out []Place
	for _, p := range l.Pages {
		text, box, last := "", geom.Empty(), -1
		flush := func() {
			if longNotice.MatchString(text) {
				out = append(out, Place{p.Number, box, longNotice.FindString(text)})
			}
			text, box = "", geom.Empty()
		}
		for _, line := range p.Lines {
			if line.Role == layout.Reference || line.Role == layout.FigureText {
				continue
			}
			if line.Role != layout.Body && line.Role != layout.Title && line.Role != layout.Heading && line.Role != layout.List &&
				shortNotice.MatchString(line.Text) && len(strings.Fields(line.Text)) <= shortNoticeWords {
				out = append(out, Place{p.Number, line.Box, line.Text})
				continue
			}
			if line.Block != last {
				flush()
			}
			last = line.Block
			text += line.Text + " "
			box = box.Union(line.Box)
		}
		flush()
	}
	return out
}
