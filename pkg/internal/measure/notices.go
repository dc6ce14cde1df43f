package measure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

var (
	// shortNotice matches notices as they stand in heads, feet and title blocks.
	shortNotice = pattern.New(`(?i)\b(?:confidential|proprietary|under (?:an )?nda|non-?\s?disclosure|do not (?:re)?distribute|internal use only|not for (?:public )?(?:distribution|release|circulation))\b`).Having("confidential", "proprietary", "under ", "disclosure", "distribut", "internal", "not for")
	// reviewCopy matches the head that a venue's own template gives to submissions.
	reviewCopy = pattern.New(`(?i)\bconfidential review copy\b`).Having("confidential")
	// headingNotice matches notices set like headings; "Confidential Computing"
	// is none.
	headingNotice = pattern.New(`\bCONFIDENTIAL\b(?:\s*(?:[:.–—-]|$)|\s+(?:DRAFT|MATERIAL|DOCUMENT|INFORMATION|SUBMISSION)\b)|(?i:\bdo not (?:re)?distribute\b|\b(?:subject to|under) (?:an? )?(?:non-?\s?disclosure|nda)\b|\binternal use only\b)`).Having("confidential", "subject to ", "under ", "do not ", "internal use")
	// plainNotice matches what is said of nothing but the paper itself.
	plainNotice = pattern.New(`(?i)\bconfidentiality notice\b|\bconfidential and proprietary\b`).Having("confidentiality notice", "confidential and")
	// thePaper and, later in its sentence, secret match what is claimed of the paper itself.
	thePaper = pattern.New(`(?i)\b(?:this|the|our) (?:paper|document|submission|manuscript|draft|report)\b`).Having(" paper", " document", " submission", " manuscript", " draft", " report")
	secret   = pattern.New(`(?i)\b(?:confidential|proprietary|non-?\s?disclosure|nda)\b`).Having("confidential", "proprietary", "disclosure", "nda")
)

const (
	// shortNoticeWords is the most words that a line with a short notice has.
	shortNoticeWords = 16
	// toSecret is the most characters from the paper to what is said of it.
	toSecret = 80
)

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
	return selfNotice(text.String())
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

// selfNotice returns the first claim in a text that the paper itself is confidential, ""
// for none. One regular expression for all of it would have to count the characters up to
// the secret, and take as long to compile as a page to read.
func selfNotice(text string) string {
	plain := plainNotice.FindStringIndex(text)
	if secrets := secret.FindAllStringIndex(text, -1); secrets != nil {
		for _, paper := range thePaper.FindAllStringIndex(text, -1) {
			if plain != nil && plain[0] < paper[0] {
				break
			}
			if end := lastSecret(text, paper[1], secrets); end > 0 {
				return text[paper[0]:end]
			}
		}
	}
	if plain != nil {
		return text[plain[0]:plain[1]]
	}
	return ""
}

// lastSecret returns where the last of the secrets ends that the sentence speaks of soon
// after it has named the paper, 0 for none.
func lastSecret(text string, after int, secrets [][]int) (end int) {
	last := after
	for n := 0; n < toSecret && last < len(text) && text[last] != '.'; n++ {
		_, size := utf8.DecodeRuneInString(text[last:])
		last += size
	}
	first, _ := slices.BinarySearchFunc(secrets, after, func(s []int, at int) int { return s[0] - at })
	for _, s := range secrets[first:] {
		if s[0] > last {
			break
		}
		end = s[1]
	}
	return end
}
