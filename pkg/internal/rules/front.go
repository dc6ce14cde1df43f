package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var authorNames = Rule{
	ID:    "author-names",
	Title: "names and affiliations on the first page",
	Why: `The review is not blind: reviewers look for conflicts of interest and expect to
know who wrote the paper.`,
	By: byOpMLCall,
	Doc: `Authors are named between the title and the text of the first page. “Anonymous”, a
paper number alone, or nothing there violates the rule.`,
	Guides: &authorNamesGuides,
	judge:  judgeAuthors,
}

var anonymous = pattern.New(`(?i)\banonymous\b|\banonymi[sz]ed\b|\bauthors? (?:names? )?(?:removed|withheld|omitted|hidden)\b|\bdouble-?\s?blind\b|\bblind (?:review|submission)\b|\bblinded\b|\bredacted\b|\bwithheld\b|匿名|盲审|익명`).Having("anonym", "author", "blind", "redacted", "withheld", "匿名", "盲审", "익명")

func judgeAuthors(f *measure.Facts, _ *profile.Profile) Outcome {
	if f.Front.Title == "" {
		return cannot(f, report.Say(wording.TitleNotFound, nil))
	}
	named, blind := false, ""
	for _, line := range f.Front.Authors {
		switch {
		case !anonymous.MatchString(line):
			named = named || looksLikeName(line)
		case beginsWithPerson(line):
			named = true
		case blind == "":
			blind = line
		}
	}
	if blind != "" && !slices.ContainsFunc(f.Front.Authors, namesPerson) {
		return frontFinding(f, report.Say(wording.AuthorsAnonymous, report.Args{"text": clip(blind)}))
	}
	named = named || isMononym(f.Front.Authors)
	if unseen, ok := headingsUnseen(f); ok && !named {
		return unseen
	}
	if !named {
		return frontFinding(f, report.Say(wording.AuthorsMissing, report.Args{"title": clip(f.Front.Title)}))
	}
	return Outcome{}
}

// namesPerson reports whether a part of a line names somebody, whatever another line says of
// anonymity: "Anonymous" may be part of an affiliation, or of a title.
func namesPerson(line string) bool {
	return slices.ContainsFunc(strings.Split(line, ","), isNamed)
}

// beginsWithPerson reports whether the first part of a line names somebody, who stands
// before an affiliation that is called anonymous; behind one stand cities.
func beginsWithPerson(line string) bool {
	first, _, _ := strings.Cut(line, ",")
	return isNamed(first)
}

// isNamed reports whether a part of a line names somebody.
func isNamed(piece string) bool {
	return !anonymous.MatchString(piece) && !affiliation().MatchString(piece) && persons(piece) > 0
}

func frontFinding(f *measure.Facts, why report.Sentence) Outcome {
	return Outcome{result: violated, Findings: []report.Finding{{Page: f.Front.Place.Page, Box: box(f.Front.Place.Box), Sentence: why}}}
}

// noName matches single words that stand below titles and name nobody.
var noName = pattern.New(`(?i)^(?:draft|preprint|manuscript|abstract|poster|demo|keynote|confidential|proprietary|submitted|unpublished|authors?)\b`)

// isMononym reports whether the author's only name, one word with a capital,
// stands above an affiliation.
func isMononym(lines []string) bool {
	if len(lines) < 2 || standsInForAuthors(lines[0]) || standsInForAuthors(lines[1]) || noName.MatchString(lines[0]) {
		return false
	}
	for i, r := range lines[0] {
		if i == 0 && !unicode.IsUpper(r) || !unicode.IsLetter(r) && r != '-' {
			return false
		}
	}
	return utf8.RuneCountInString(lines[0]) > 1
}

// looksLikeName reports whether the line holds two words in a row that begin
// with capitals, or text in a script without capitals.
func looksLikeName(line string) bool {
	if standsInForAuthors(line) {
		return false
	}
	capitals := 0
	for _, word := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		r := []rune(word)[0]
		switch {
		case unicode.IsUpper(r), unicode.Is(unicode.Lo, r):
			if capitals++; capitals >= 2 || unicode.Is(unicode.Lo, r) && len([]rune(word)) > 1 {
				return true
			}
		case unicode.IsLetter(r):
		default:
			capitals = 0
		}
	}
	return false
}

var confidentiality = Rule{
	ID:    "confidentiality",
	Title: "no nondisclosure or confidentiality notice",
	Why: `Reviewers cannot sign agreements; submissions that require nondisclosure are
returned unread.`,
	By: byNondisclosure,
	Doc: `Judged are notices: short lines in heads, feet and title blocks, and sentences
that call the paper itself confidential or speak of a nondisclosure agreement.`,
	Guides: &confidentialityGuides,
	judge: func(f *measure.Facts, _ *profile.Profile) Outcome {
		if unseen, ok := wordsUnseen(f); ok && len(f.Notices) == 0 {
			return unseen
		}
		var out Outcome
		for _, n := range f.Notices {
			out.result = violated
			out.Findings = append(out.Findings, report.Finding{Page: n.Page, Box: box(n.Box), Sentence: report.Say(wording.Confidential, report.Args{"text": clip(n.Text)})})
		}
		return out
	},
}
