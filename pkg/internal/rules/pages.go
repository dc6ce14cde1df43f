package rules

import (
	"slices"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

var pageLimit = Rule{
	ID:    "page-limit",
	Title: "pages of content, references not counted",
	Why:   `Every paper gets the same room, and reviewers the same amount to read.`,
	By:    byOpML,
	Doc: `Counted are the pages that have anything visible other than references and
furniture (page numbers, running heads): text that spilled over, an appendix or
acknowledgments after the references, a figure among them. References begin at
their heading and end at the next heading that is not one of theirs.`,
	Guides: &pageLimitGuides,
	otherwise: func(p *profile.Profile) (title, why string) {
		if slices.ContainsFunc(p.Pages, func(l profile.PageLimit) bool { return !isUsual(&l) }) {
			title = "pages of content"
		}
		return title, ""
	},
	limit: limitPages,
	judge: judgePageLimit,
}

// contentBeyond reports what is on the pages after the limit.
func contentBeyond(f *measure.Facts, limit int) []report.Finding {
	var out []report.Finding
	seen := 0
	for i := range f.Pages {
		page := &f.Pages[i]
		if !page.HasContent() {
			continue
		}
		if seen++; seen <= limit {
			continue
		}
		out = append(out, report.Finding{
			Page: page.Number, Got: seen, Want: limit, Unit: "pages",
			Box: box(beyondBox(page)), Sentence: beyondSentence(f, page, seen, limit),
		})
	}
	return out
}

// beyondSentence says what content is on a page after the limit.
func beyondSentence(f *measure.Facts, page *measure.Page, seen, limit int) report.Sentence {
	args := report.Args{"page": page.Number, "most": limit}
	if seen != page.Number {
		args["content_page"] = seen
	}
	if page.Content != measure.ContentMixed {
		if f.References.Known && f.References.Page > 0 && page.Number > f.References.Page {
			return report.Say(wording.ContentAfter, args)
		}
		return report.Say(wording.ContentBeyond, args)
	}
	lines, figures, before := beyondCounts(f, page)
	if lines > 0 {
		args["lines"] = lines
	}
	if figures > 0 {
		args["figures"] = figures
	}
	switch {
	case lines == 0 && figures == 0:
		return report.Say(wording.ContentBeyond, args)
	case lines > 0 && figures > 0:
		return report.Say(wording.FiguresAndLines, args)
	case lines == 0:
		return report.Say(wording.FiguresAmong, args)
	case before == lines:
		return report.Say(wording.LinesBefore, args)
	case before == 0:
		args["text"] = clip(firstText(page))
		return report.Say(wording.LinesAfter, args)
	}
	return report.Say(wording.LinesAmong, args)
}

// beyondCounts counts the lines and figures on a page that are not references, and
// of the lines those before them.
func beyondCounts(f *measure.Facts, page *measure.Page) (lines, figures, before int) {
	for _, b := range page.Beyond {
		switch {
		case b.Text == "":
			figures++
			continue
		case !hasWord(b.Text): // a mark in a plot
			continue
		}
		lines++
		if f.References.Page == page.Number && precedes(b.Box.Y1, f.References.Place.Box.Y0, page, b, f.References.Place) {
			before++
		}
	}
	return lines, figures, before
}

// hasWord reports whether a line holds two letters or digits.
func hasWord(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 2
}

// precedes reports whether b is read before the heading: it stands in an earlier
// column, or above it in the same one.
func precedes(bottom, headingTop float64, page *measure.Page, b, heading measure.Place) bool {
	bc, hc := columnOf(page, b), columnOf(page, heading)
	return bc < hc || bc == hc && bottom <= headingTop+1
}

func columnOf(page *measure.Page, p measure.Place) int {
	for i := range page.Lines {
		if page.Lines[i].Box == p.Box {
			return page.Lines[i].Column
		}
	}
	return -1
}

func firstText(page *measure.Page) string {
	for _, b := range page.Beyond {
		if hasWord(b.Text) {
			return b.Text
		}
	}
	return ""
}

// beyondBox returns the box of what is on the page besides references.
func beyondBox(page *measure.Page) geom.Rect {
	if len(page.Beyond) == 0 {
		return page.Block
	}
	r := geom.Empty()
	for _, b := range page.Beyond {
		r = r.Union(b.Box)
	}
	return r
}

var columns = Rule{
	ID:    "columns",
	Title: "text columns",
	Why: `Narrow columns keep small type readable, and all papers of the proceedings
alike.`,
	By: byOpML,
	Doc: `The running text must be set in the required number of columns, over the paper and
on each page with enough running text to measure them. Title, full-width figures and
tables do not count.`,
	Guides: &columnsGuides,
	limit:  limitColumns,
	judge:  judgeColumns,
	miss:   missesColumns,
}

// minColumnLines is how many full lines of running text show a page's columns.
const minColumnLines = 12

func judgeColumns(f *measure.Facts, p *profile.Profile) Outcome {
	if p.Columns == 0 {
		return Outcome{}
	}
	if !f.Columns.Known {
		out := cannot(f, report.Say(wording.NoBodyText, nil))
		out.Want = p.Columns
		return out
	}
	out := Outcome{Got: int(f.Columns.Value), Want: p.Columns}
	if fewOtherColumns(f, p) {
		return out
	}
	for i := range f.Pages {
		page := &f.Pages[i]
		if page.Columns == p.Columns || fullLines(page) < minColumnLines {
			continue
		}
		if out.result == met {
			out.Got = page.Columns
		}
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{
			Page: page.Number, Box: box(page.Block), Got: page.Columns, Want: p.Columns,
			Sentence: columnsSentence(page.Columns, p),
		})
	}
	if out.result == met && int(f.Columns.Value) != p.Columns {
		out.result = violated
		out.Findings = append(out.Findings, report.Finding{Got: out.Got, Want: p.Columns,
			Sentence: columnsSentence(int(f.Columns.Value), p)})
	}
	return out
}

func columnsSentence(columns int, p *profile.Profile) report.Sentence {
	return report.Say(wording.ColumnsOther, report.Args{"columns": columns, "required": p.Columns})
}

func fullLines(page *measure.Page) int {
	n := 0
	for i := range page.Lines {
		if page.Lines[i].Running && page.Lines[i].Full {
			n++
		}
	}
	return n
}

func runningLines(page *measure.Page) int {
	n := 0
	for i := range page.Lines {
		if page.Lines[i].Running {
			n++
		}
	}
	return n
}

var pageNumbers = Rule{
	ID:    "page-numbers",
	Title: "pages are not numbered",
	Why:   `The proceedings add their own page numbers.`,
	By:    byOpML,
	Doc: `A number in the head or foot of a page is one; line numbers in the margin of
review copies are none.`,
	Guides: &pageNumbersGuides,
	otherwise: func(p *profile.Profile) (title, why string) {
		return ifRequired(p.Numbering, "pages are numbered", "Reviewers refer to passages by their page.")
	},
	judge: judgeNumbers,
}

// ifRequired returns title and reason of a rule about something that the profile
// requires, "" where it does not.
func ifRequired(p profile.Presence, title, why string) (string, string) {
	if p == profile.Required {
		return title, why
	}
	return "", ""
}

func judgeNumbers(f *measure.Facts, p *profile.Profile) Outcome {
	if unseen, ok := wordsUnseen(f); ok && (len(f.Numbered) == 0 || p.Numbering == profile.Required) {
		return unseen
	}
	if p.Numbering == profile.Required {
		return judgeNumbered(f)
	}
	out := Outcome{Got: "none", Want: "none"}
	for _, n := range f.Numbered {
		out.result, out.Got = violated, "numbered"
		out.Findings = append(out.Findings, report.Finding{
			Page: n.Page, Box: box(n.Box), Sentence: report.Say(wording.PageNumbered, report.Args{"text": clipNumbered(n.Text)}),
		})
	}
	return out
}

// judgeNumbered requires a number on every page. A page without one, where
// others are numbered, is no reason to reject: title pages often have none.
func judgeNumbered(f *measure.Facts) Outcome {
	out := Outcome{Got: "on every page", Want: "on every page"}
	numbered := map[int]bool{}
	for _, n := range f.Numbered {
		numbered[n.Page] = true
	}
	if len(numbered) == 0 {
		return Outcome{result: violated, Got: "none", Want: out.Want, Findings: []report.Finding{{
			Sentence: report.Say(wording.PagesUnnumbered, nil),
		}}}
	}
	for i := range f.Pages {
		if n := f.Pages[i].Number; !numbered[n] && f.Pages[i].Content != measure.ContentBlank {
			out.result, out.Got = minor, "not on every page"
			out.Findings = append(out.Findings, report.Finding{Page: n, Sentence: report.Say(wording.PageUnnumbered, nil)})
		}
	}
	return out
}
