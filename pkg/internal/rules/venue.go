package rules

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var fileSize = Rule{
	ID:     "file-size",
	Title:  "the file's size",
	Why:    `Submission sites refuse files that are too large, often at the last minute.`,
	By:     byFileSize,
	Doc:    `The bytes of the file. A megabyte is a million of them.`,
	Guides: &fileSizeGuides,
	limit: func(p *profile.Profile) Limit {
		if p.FileSize == 0 {
			return Limit{}
		}
		return Limit{Want: "at most " + p.FileSize.String()}
	},
	judge: judgeFileSize,
}

func judgeFileSize(f *measure.Facts, p *profile.Profile) Outcome {
	size := profile.Bytes(f.Bytes)
	if p.FileSize == 0 {
		return Outcome{}
	}
	got := size.String()
	if size > p.FileSize && got == p.FileSize.String() { // rounding would hide the difference
		got = count(int(size), "byte")
	}
	out := Outcome{Got: got, Want: "at most " + p.FileSize.String()}
	if size > p.FileSize {
		out.result = violated
		out.Findings = []report.Finding{{Sentence: report.Say(wording.FileBeyond, report.Args{"size": got, "most": p.FileSize.String()})}}
	}
	return out
}

var abstractLength = Rule{
	ID:    "abstract-length",
	Title: "the length of the abstract",
	Why:   `Abstracts are printed in lists and programs, and sites refuse longer ones.`,
	By:    byAbstract,
	Doc: `Counted are the words of the abstract, separated by spaces, or its characters with
the spaces between words. Its heading is not counted; a word that is hyphenated at the
end of a line counts once.`,
	Guides: &abstractGuides,
	limit:  limitAbstract,
	judge:  judgeAbstract,
}

// abstractLimits are the two limits of an abstract with their measures.
func abstractLimits(f *measure.Facts, p *profile.Profile) []abstractLimit {
	return []abstractLimit{
		{"words", "word", p.Abstract, f.Abstract.Words},
		{"characters", "character", p.AbstractCharacters, f.Abstract.Characters},
	}
}

type abstractLimit struct {
	unit, one string
	limit     profile.Count
	length    measure.Number
}

func limitAbstract(p *profile.Profile) Limit {
	var words []string
	for _, l := range abstractLimits(&measure.Facts{}, p) {
		if l.limit != (profile.Count{}) {
			words = append(words, limitWords(l.limit, l.one)+warnWords(l.limit))
		}
	}
	if len(words) == 0 {
		return Limit{}
	}
	return Limit{Want: strings.Join(words, ", ")}
}

func judgeAbstract(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitAbstract(p)
	if required.Want == nil {
		return Outcome{}
	}
	if !f.Abstract.Words.Known || len(f.Unmeasured) > 0 {
		out, unseen := wordsUnseen(f)
		if !unseen {
			out = cannot(f, report.Say(wording.AbstractMissing, nil))
		}
		out.Want = required.Want
		return out
	}
	out := Outcome{Want: required.Want}
	var got []string
	for _, l := range abstractLimits(f, p) {
		if l.limit == (profile.Count{}) {
			continue
		}
		n := int(l.length.Value)
		got = append(got, count(n, l.one))
		why, found := lengthSentence(n, l)
		if !found {
			continue
		}
		if out.result != violated {
			out.result = why.result
		}
		out.Findings = append(out.Findings, report.Finding{Page: f.Abstract.Place.Page, Box: box(f.Abstract.Place.Box), Got: n, Sentence: why.Sentence})
	}
	out.Got = strings.Join(got, ", ")
	return out
}

// lengthSentence says how the length of an abstract misses its limit.
func lengthSentence(n int, l abstractLimit) (Outcome, bool) {
	args := report.Args{"length": n, "unit": l.unit}
	switch {
	case l.limit.Most > 0 && n > l.limit.Most:
		args["most"] = l.limit.Most
		return Outcome{result: violated, Sentence: report.Say(wording.AbstractTooLong, args)}, true
	case n < l.limit.Least:
		args["least"] = l.limit.Least
		return Outcome{result: violated, Sentence: report.Say(wording.AbstractTooShort, args)}, true
	case l.limit.Warn > 0 && n > l.limit.Warn:
		args["most"] = l.limit.Warn
		return Outcome{result: minor, Sentence: report.Say(wording.AbstractTooLong, args)}, true
	}
	return Outcome{}, false
}

var recommendedSections = Rule{
	ID:    "recommended-sections",
	Title: "recommended sections",
	Why:   `Some statements are encouraged and not required of each paper.`,
	By:    bySections,
	Doc: `As for required-sections: a heading must name each of the recommended sections, in
the venue's own words or the usual ones.`,
	Guides: &requiredSectionsGuides,
	limit:  func(p *profile.Profile) Limit { return sectionLimit(p.Recommend) },
	judge: func(f *measure.Facts, p *profile.Profile) Outcome {
		return judgeSections(f, p, p.Recommend)
	},
}

var sectionOrder = Rule{
	ID:    "section-order",
	Title: "the order of the parts",
	Why:   `Reviewers look for appendices and checklists where the call puts them, and programs do too.`,
	By:    byOrder,
	Doc: `The parts that the paper has must begin in the order of the call, and after a part
that must come last no other part begins. Parts are recognized by their headings;
a part that the paper does not have is in no order.`,
	Guides: &sectionOrderGuides,
	limit:  limitOrder,
	judge:  judgeOrder,
}

func limitOrder(p *profile.Profile) Limit {
	var words []string
	if len(p.Order) > 0 {
		words = append(words, strings.Join(partNames(p.Order), ", then "))
	}
	if len(p.Last) > 0 {
		words = append(words, partWords(p.Last)+" last")
	}
	if len(words) == 0 {
		return Limit{}
	}
	return Limit{Want: strings.Join(words, "; ")}
}

func judgeOrder(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitOrder(p)
	if required.Want == nil {
		return Outcome{}
	}
	out, seen := required.ofText(f)
	if !seen {
		return out
	}
	if len(f.Sections) == 0 {
		return noHeadings(f, out.Want)
	}
	parts := partsOf(f, p)
	out.misplaced(f, p.Order, parts)
	out.afterLast(f, p.Last, parts)
	if unread, ok := headingsUnseen(f); ok && out.result == met {
		unread.Want = out.Want
		return unread
	}
	if out.Got = "in this order"; out.result != met {
		out.Got = count(len(out.Findings), "section") + " elsewhere"
	}
	return out
}

// misplaced reports the parts that begin before one that must precede them.
func (o *Outcome) misplaced(f *measure.Facts, order []profile.Part, parts []part) {
	furthest, latest := -1, profile.Part{} // where the latest of the parts so far begins
	for _, part := range order {
		at := beginning(f, parts, part)
		switch {
		case at < 0:
		case at < furthest:
			o.moved(f, at, report.Say(wording.SectionMisplaced, report.Args{"text": clip(f.Sections[at].Text), "before": strings.ReplaceAll(latest.String(), "-", " ")}))
		default:
			furthest, latest = at, part
		}
	}
}

// afterLast reports the parts that begin after the last one.
func (o *Outcome) afterLast(f *measure.Facts, last []profile.Part, parts []part) {
	end := -1
	for i := range parts {
		if parts[i].isIn(last, f.Sections[i].AfterReferences) {
			end = i
		}
	}
	for i := end + 1; end >= 0 && i < len(parts); i++ {
		if i == end+1 || parts[i] != parts[i-1] {
			o.moved(f, i, report.Say(wording.SectionAfterLast, report.Args{"text": clip(f.Sections[i].Text), "last": partNames(last)}))
		}
	}
}

// moved adds a finding at a section's heading.
func (o *Outcome) moved(f *measure.Facts, section int, why report.Sentence) {
	s := &f.Sections[section]
	o.result = violated
	o.Findings = append(o.Findings, report.Finding{Page: s.Page, Box: box(s.Box), Sentence: why})
}

// beginning returns the section that begins a part, -1 where the paper has none.
func beginning(f *measure.Facts, parts []part, wanted profile.Part) int {
	for i := range parts {
		if parts[i].isIn([]profile.Part{wanted}, f.Sections[i].AfterReferences) {
			return i
		}
	}
	return -1
}

// judgeLineNumbers reports line numbers, or their lack where the profile requires them.
func judgeLineNumbers(f *measure.Facts, p *profile.Profile) Outcome {
	numbered := len(f.Numbering) > 0
	if unseen, ok := textUnseen(f); ok && !numbered {
		return unseen
	}
	if p.LineNumbers == profile.Required {
		out := Outcome{Got: "in the margin", Want: "in the margin"}
		if !numbered {
			out.result, out.Got = violated, "none"
			out.Findings = []report.Finding{{Sentence: report.Say(wording.LinesUnnumbered, nil)}}
		}
		return out
	}
	var out Outcome
	for _, page := range slices.Clone(f.Numbering) {
		out.Findings = append(out.Findings, report.Finding{Page: page, Sentence: report.Say(wording.LinesNumbered, nil)})
	}
	return out.found("page")
}
