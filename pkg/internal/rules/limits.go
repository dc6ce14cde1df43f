package rules

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// judgePageLimit checks the paper against each of the page limits.
func judgePageLimit(f *measure.Facts, p *profile.Profile) Outcome {
	required := limitPages(p)
	out := Outcome{Want: required.Want, Unit: required.Unit}
	var got []string
	for i := range p.Pages {
		one, n := judgeLimit(f, &p.Pages[i], p)
		out.Findings = append(out.Findings, one.Findings...)
		if one.result == violated || out.result == met || one.result == unknown && out.result == minor {
			out.result, out.Sentence, out.dependsOn = one.result, one.Sentence, one.dependsOn
		}
		switch {
		case n < 0:
			got = append(got, "unknown"+counted(&p.Pages[i]))
		case required.Unit != "":
			out.Got = n
		default:
			got = append(got, count(n, "page")+counted(&p.Pages[i]))
		}
	}
	if required.Unit == "" && len(got) > 0 {
		out.Got = strings.Join(got, ", ")
	}
	return out
}

// judgeLimit checks the paper against one page limit and returns how many pages
// it counts, -1 when that is unknown.
func judgeLimit(f *measure.Facts, limit *profile.PageLimit, p *profile.Profile) (Outcome, int) {
	pages, known := countedPages(f, p, limit)
	n, unsure := len(pages), doubtful(f, limit, pages)
	more := doubtfulBesides(f, limit, pages)
	switch {
	case !known && limit.Least == 0 && len(f.Pages) <= limit.Most: // whatever the references are, the paper is short enough
		return Outcome{}, len(f.Pages)
	case !known:
		return hanging(cannot(f, cannotCount(f)), f.References.Hang), -1
	case limit.Most > 0 && n > limit.Most && n-unsure <= limit.Most, n >= limit.Least && n-unsure < limit.Least,
		limit.Most > 0 && n <= limit.Most && n+more > limit.Most, n < limit.Least && n+more >= limit.Least:
		return contentInDoubt(f), -1
	case limit.Most > 0 && n > limit.Most:
		return Outcome{result: violated, Findings: pagesBeyond(f, pages, limit)}, n
	case n < limit.Least:
		return Outcome{result: tooShort(p), Findings: []report.Finding{{Got: n, Want: limit.Least, Unit: "pages",
			Sentence: report.Say(wording.TooFewPages, countedArgs(limit, report.Args{"pages": n, "least": limit.Least}))}}}, n
	case limit.Warn > 0 && n > limit.Warn:
		return Outcome{result: minor, Findings: []report.Finding{{Got: n, Want: limit.Warn, Unit: "pages",
			Sentence: report.Say(wording.PagesMany, countedArgs(limit, report.Args{"pages": n, "warn": limit.Warn}))}}}, n
	}
	return Outcome{}, n
}

// cannotCount returns why pages cannot be counted.
func cannotCount(f *measure.Facts) report.Sentence {
	switch {
	case f.References.Known:
		return f.Unread.Headings
	case f.References.Seen.Kind == "":
		return report.Say(wording.ReferencesUnknown, nil)
	}
	return f.References.Seen
}

// tooShort returns what a paper with too few pages comes to: a venue that is
// lenient only warns.
func tooShort(p *profile.Profile) result {
	if p.Lenience.Share > 0 {
		return minor
	}
	return violated
}

// isUsual reports whether a limit leaves out references and nothing else.
func isUsual(l *profile.PageLimit) bool {
	return len(l.Only) == 0 && len(l.Except) == 1 && l.Except[0] == profile.Part{Section: profile.References}
}

// countedPages returns the indexes of the pages that a limit counts; known is
// false where the references are unknown and matter.
func countedPages(f *measure.Facts, p *profile.Profile, limit *profile.PageLimit) (pages []int, known bool) {
	all := len(limit.Except)+len(limit.Only) == 0
	if !all && (!f.References.Known || !isUsual(limit) && f.Unread.Headings.Kind != "") {
		return nil, false
	}
	var parts []part
	if !all && !isUsual(limit) {
		parts = partsOf(f, p)
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if all || parts == nil && page.HasContent() || parts != nil && counts(f, parts, i, limit) {
			pages = append(pages, i)
		}
	}
	if len(limit.Only) > 0 && endsFitOnePage(f, parts, pages, limit.Only) {
		pages = pages[1:]
	}
	return pages, true
}

// endsFitOnePage reports whether parts that alone are counted begin below others on
// their first page and end on a later one, with no more lines on both than a page
// holds: a page of them that runs over a page's end is no second page.
func endsFitOnePage(f *measure.Facts, parts []part, pages []int, only []profile.Part) bool {
	if len(pages) < 2 {
		return false
	}
	lines := func(page int, of []profile.Part) (n int) {
		for _, s := range f.Pages[page].Shares {
			if of == nil || s.Section >= 0 && parts[s.Section].isIn(of, f.Sections[s.Section].AfterReferences) {
				n += s.Lines
			}
		}
		return n
	}
	room := 0
	for i := range f.Pages {
		room = max(room, lines(i, nil))
	}
	first, last := pages[0], pages[len(pages)-1]
	begun, ended := lines(first, only), lines(last, only)
	return begun < lines(first, nil) && ended > 0 && begun+ended <= room
}

// counts reports whether a limit counts page i: something on it belongs to no
// part that is left out, or to one of those that alone are counted. Floats belong
// to an appendix that shows on the page; else they count.
func counts(f *measure.Facts, parts []part, i int, limit *profile.PageLimit) bool {
	page := &f.Pages[i]
	listed := limit.Except
	if len(limit.Only) > 0 {
		listed = limit.Only
	}
	if isFigurePage(page) && listsFigures(listed, f.References.Page > 0 && page.Number > f.References.Page) {
		return len(limit.Only) > 0
	}
	some, all, floats := false, true, false // of the listed parts stands here, stand here alone, take the floats
	for _, s := range page.Shares {
		if s.Section < 0 {
			all = false
			continue
		}
		in := parts[s.Section].isIn(listed, f.Sections[s.Section].AfterReferences)
		some = some || in
		all = all && in && s.Loose == 0
		begun := f.Sections[s.Section].Page < page.Number && parts[s.Section].name != profile.References
		floats = floats || in && (begun || parts[s.Section].appendix)
	}
	if len(page.Shares) == 0 && page.Floats > 0 {
		all, floats = true, floatsOf(f, parts, i, listed)
		some = floats
	}
	if len(limit.Only) > 0 {
		return some
	}
	return page.Content != measure.ContentBlank && (!all || page.Floats > 0 && !floats)
}

// isFigurePage reports whether a page holds figures and tables with their captions, and
// no other text.
func isFigurePage(page *measure.Page) bool {
	return page.Content == measure.ContentFigure || len(page.Shares) == 0 && page.Floats > 0
}

// listsFigures reports whether pages of figures alone are listed, those after the
// reference list or before it.
func listsFigures(listed []profile.Part, after bool) bool {
	return part{name: profile.FigurePages}.isIn(listed, after)
}

// floatsOf reports whether a page without text belongs to an appendix: the part
// that was begun before it does, and is listed.
func floatsOf(f *measure.Facts, parts []part, i int, listed []profile.Part) bool {
	for i--; i >= 0; i-- {
		if n := len(f.Pages[i].Shares); n > 0 {
			s := f.Pages[i].Shares[n-1].Section
			return s >= 0 && parts[s].name != profile.References && parts[s].isIn(listed, f.Sections[s].AfterReferences)
		}
	}
	return false
}

// pagesBeyond reports what is on the counted pages after the limit.
func pagesBeyond(f *measure.Facts, pages []int, limit *profile.PageLimit) []report.Finding {
	if isUsual(limit) {
		return contentBeyond(f, limit.Most)
	}
	var out []report.Finding
	for n := limit.Most; n < len(pages); n++ {
		page := &f.Pages[pages[n]]
		args := report.Args{"nth": n + 1, "most": limit.Most}
		if len(page.Shares) > 0 {
			args["text"] = clip(page.Shares[0].Text)
		}
		out = append(out, report.Finding{Page: page.Number, Got: n + 1, Want: limit.Most, Unit: "pages",
			Box: box(allInk(page)), Sentence: report.Say(wording.PageBeyond, countedArgs(limit, args))})
	}
	return out
}

// allInk returns the box of the text and the figures of a page.
func allInk(page *measure.Page) geom.Rect {
	r := page.Block
	for _, f := range page.Figures {
		r = r.Union(f)
	}
	return r
}

// counted describes what a limit counts; it begins with a space.
func counted(l *profile.PageLimit) string {
	switch {
	case len(l.Only) > 0:
		return " of " + partWords(l.Only)
	case len(l.Except) == 0:
		return " in all"
	}
	return " without " + partWords(l.Except)
}

// countedArgs adds to a sentence's values what a limit counts.
func countedArgs(l *profile.PageLimit, args report.Args) report.Args {
	if len(l.Only) > 0 {
		args["only"] = partNames(l.Only)
	} else {
		args["without"] = partNames(l.Except)
	}
	return args
}

func partNames(parts []profile.Part) []string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.String()
	}
	return names
}

func partWords(parts []profile.Part) string {
	words := partNames(parts)
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// limitWords describes a limit of what a noun names in words.
func limitWords(l profile.Count, noun string) string {
	words := "at most " + count(l.Most, noun)
	switch {
	case l.Most == 0 && l.Warn > 0 && l.Least > 0:
		words = fmt.Sprintf("%d to about %s", l.Least, count(l.Warn, noun))
	case l.Most == 0 && l.Warn > 0:
		words = "at most about " + count(l.Warn, noun)
	case l.Most == 0:
		words = "at least " + count(l.Least, noun)
	case l.Least > 0:
		words = fmt.Sprintf("%d to %s", l.Least, count(l.Most, noun))
	}
	return words
}

// warnWords says from where on a limit that is not reached gives a warning, "" for none.
func warnWords(l profile.Count) string {
	if l.Most == 0 || l.Warn == 0 {
		return ""
	}
	return fmt.Sprintf(" (a warning above %d)", l.Warn)
}
