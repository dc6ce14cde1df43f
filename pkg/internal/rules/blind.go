package rules

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var anonymity = Rule{
	ID:    "anonymity",
	Title: "nothing that names the authors",
	Why:   `The review is blind: reviewers judge the work, not the people.`,
	By:    byBlind,
	Doc: `Looked at are the lines between title and text (names, affiliations), e-mail
addresses on the first page, acknowledgments and the authors in the file's metadata.
“Anonymous” and other stand-ins (“Blinded”, “Your Name”, “One University”), a paper
number or nothing there is correct. A single line that may be a
name, acknowledgments, and metadata that is not a full name are a warning.
Self-citations are not judged.`,
	Guides: &anonymityGuides,
	limit:  func(*profile.Profile) Limit { return Limit{Want: "no names"} },
	judge:  judgeAnonymity,
}

// The patterns are no pattern.Pattern: a dump keeps the words of those readable,
// and these would tell where the authors work.
var (
	email = lazily(`[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}|\}\s?@\s?[\p{L}\d.-]+\.\p{L}{2,}`)
	// affiliation may have the mark of its authors, a small raised letter or number, before it.
	affiliation = lazily(`\b(?:[a-z]|\d{1,2})?(?:Universit|Universid|Université|Institut[eo]?\b|College\b|Laborator|School of|Department of|Dept\.|Faculty of|Academy|Polyt[eé]ch|Polit[eé]cni[ck]|Research (?:Center|Centre|Lab)|Inc\.|Corp\.|Corporation|GmbH|Ltd\.?|ETH Z|EPFL|MIT\b|INRIA|Inria|KAIST|UC [A-Z]|Google|Microsoft|Facebook|Amazon|IBM\b|Intel\b|Huawei|Alibaba|ByteDance|Tencent|NVIDIA|VMware|Bell Labs)|大学|大學|学院|學院|研究所|研究院|研究室|实验室|實驗室|有限公司|株式会社|대학교|연구소|연구원|(?i:университет|институт|академи)`)
	// placeholder matches e-mail addresses that name no one.
	placeholder = lazily(`(?i)anonym|author|blind|redacted|(?:your|first|last|sur|user)\.?name|permissions?\s?@|example\.|@xyz|submission|@(?:domain|email|institution|university|affiliation)\b`)
)

// lazily compiles a pattern when it is first used.
func lazily(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}

func judgeAnonymity(f *measure.Facts, p *profile.Profile) Outcome {
	out := Outcome{Want: "no names"}
	if unseen, ok := textUnseen(f); ok {
		unseen.Want = out.Want
		return unseen
	}
	if f.Masked {
		return Outcome{result: unknown, Want: out.Want, Sentence: report.Say(wording.MetadataHidden, nil)}
	}
	out.nameFront(f)
	out.nameMail(f)
	out.nameThanks(f, p)
	if p.Metadata != profile.Free {
		out.nameMetadata(f)
	}
	if unseen, ok := headingsUnseen(f); ok && out.result == met {
		unseen.Want = out.Want
		return unseen
	}
	if out.result == met && f.Front.Title == "" {
		return Outcome{result: unknown, Want: out.Want, Sentence: report.Say(wording.TitleNotFound, nil)}
	}
	if out.result == met {
		out.Got = noneFound
	}
	return out
}

// names adds a finding that quotes a text; sure tells whether it names someone
// beyond doubt.
func (o *Outcome) names(page int, where *[4]float64, sure bool, kind report.Kind, text string) {
	if sure {
		o.result = violated
	} else if o.result == met {
		o.result = minor
	}
	o.Findings = append(o.Findings, report.Finding{Page: page, Box: where, Sentence: report.Say(kind, report.Args{"text": clip(text)})})
}

// nameFront looks at what stands between title and text.
func (o *Outcome) nameFront(f *measure.Facts) {
	people, places := "", ""
	several := false // or an author beyond doubt
	for _, line := range f.Front.Authors {
		switch {
		case anonymous.MatchString(line): // the others may name somebody all the same
			if people == "" && beginsWithPerson(line) {
				people = line
			}
		case email().MatchString(line):
			if !several && namesBesideEmail(line) {
				people, several = line, true
			}
		case standsInForAuthors(line), isTemplateLine(line):
		case affiliation().MatchString(line):
			places = line
		case people == "":
			if n := persons(line); n > 0 {
				people, several = line, n > 1
			}
		}
	}
	where := box(f.Front.Place.Box)
	if people != "" {
		o.names(f.Front.Place.Page, where, several, wording.AuthorsNamed, people)
	}
	if places != "" {
		o.names(f.Front.Place.Page, where, true, wording.AffiliationNamed, places)
	}
}

// namesBesideEmail reports whether a line names somebody beside an address: an author for
// certain, though the address may be nobody's.
func namesBesideEmail(line string) bool {
	rest := strings.TrimSpace(email().ReplaceAllString(line, ","))
	return !standsInForAuthors(rest) && !isTemplateLine(rest) && namesPerson(rest)
}

// nameMail looks for e-mail addresses on the first page.
func (o *Outcome) nameMail(f *measure.Facts) {
	if len(f.Pages) == 0 {
		return
	}
	page := &f.Pages[0]
	for i := range page.Lines {
		text := page.Lines[i].Text
		if !strings.Contains(text, "@") || !email().MatchString(text) || placeholder().MatchString(text) {
			continue
		}
		o.names(page.Number, box(page.Lines[i].Box), true, wording.EmailNamed, text)
		return
	}
}

// nameThanks looks for acknowledgments.
func (o *Outcome) nameThanks(f *measure.Facts, p *profile.Profile) {
	headings := p.HeadingsOf("acknowledgments")
	for i := range f.Sections {
		s := &f.Sections[i]
		if profile.HasHeading(headings, s.Title) && !isTopic(s) {
			o.names(s.Page, box(s.Box), false, wording.Acknowledgments, s.Text)
		}
	}
}

// isTopic reports whether a section is numbered and has words of its own, as
// "4 Acknowledgment Packets" has.
func isTopic(s *measure.Section) bool {
	return s.Number != "" && len(strings.Fields(s.Title)) > 1 && !strings.Contains(s.Title, " and ") && !strings.Contains(s.Title, " & ")
}

// nobody are authors that programs write into a file's metadata by themselves.
var nobody = lazily(`(?i)^\W*(?:anonym\w*|authors?|unknown|user|users|admin|administrator|owner|root|latex|tex|none|n/?a|blind\w*|submission|paper|[\d\W]*)(?:\W.*)?$`)

// nameMetadata looks at the authors in the file's metadata.
func (o *Outcome) nameMetadata(f *measure.Facts) {
	for _, name := range f.Authors {
		if anonymous.MatchString(name) || nobody().MatchString(name) || standsInForAuthors(name) || isTemplateLine(name) {
			continue
		}
		o.names(0, nil, persons(name) > 0, wording.MetadataAuthor, name)
	}
}

// noNames are words that stand in title blocks in capitals and in no name.
var noNames = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(`paper papers submission submitted id number anonymous authors under review draft conference
		workshop symposium track pages page double blind version confidential copy abstract extended short long full regular
		experience operational systems system proceedings journal preprint article research industrial demo demonstration
		poster keywords affiliation affiliations address email institution institutions january february march april may june july august september october november december spring summer
		fall winter usenix acm ieee osdi sosp nsdi atc fast security eurosys asplos sigcomm ccs ndss hotos neurips icml iclr
		acl cvpr total body technical report the a an of for in on with to from and using towards via at by`) {
		words[word] = true
	}
	return words
})

// persons counts what may be full names of people in a line: two to four words
// with capitals, separated by commas, "and" and marks of affiliation.
func persons(line string) int {
	n := 0
	for _, piece := range namePieces(line) {
		if eastern := easternNames(piece); eastern > 0 {
			n += eastern
		} else if isPerson(piece) {
			n++
		}
	}
	return n
}

// namePieces returns what is separated in a line of names.
func namePieces(line string) []string {
	line = strings.NewReplacer(" and ", ",", " And ", ",", " AND ", ",", "&", ",", ";", ",", "·", ",", "•", ",").Replace(" " + line + " ")
	var out []string
	for piece := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ',' || strings.ContainsRune(easternMarks, r) }) {
		if piece = strings.TrimSpace(piece); strings.ContainsFunc(piece, unicode.IsLetter) {
			out = append(out, piece)
		}
	}
	return out
}

func isPerson(piece string) bool {
	words, full := 0, 0
	for word := range strings.FieldsSeq(strings.TrimFunc(piece, func(r rune) bool { return !unicode.IsLetter(r) })) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
		runes := []rune(word)
		switch {
		case len(runes) == 0:
			continue
		case noNames()[strings.ToLower(strings.Trim(word, "."))]:
			return false
		case particles[word]:
			continue
		case !unicode.IsUpper(runes[0]) && !unicode.Is(unicode.Lo, runes[0]):
			return false
		case strings.ContainsFunc(word, unicode.IsDigit):
			return false
		}
		words++
		if len(runes) > 2 {
			full++
		}
	}
	return words >= 2 && words <= 4 && full >= 1
}

// particles are words of names in small letters.
var particles = map[string]bool{"van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "da": true, "di": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ter": true, "dos": true}
