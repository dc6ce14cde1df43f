package text

import (
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// InspectFormat is what was measured, for a terminal.
func InspectFormat() form.Format {
	return form.New(form.Format{
		Name: "text", Ending: ".txt", Stream: true,
		About: "for people: what was measured on each page",
	}, openInspect)
}

// Inspect writes what was measured, without judging: a table of the whole
// paper's measures and one of its pages. opt is that of Text.
func Inspect(w io.Writer, r *report.Report, opt form.TextOptions) error {
	return InspectFormat().Write(w, r, form.Options{Text: opt})
}

// inspectWriter writes what was measured.
type inspectWriter struct {
	w     io.Writer
	opt   form.Options
	files int // written so far
}

func openInspect(w io.Writer, opt form.Options) form.Writer {
	return &inspectWriter{w: w, opt: opt}
}

// Begin writes nothing.
func (i *inspectWriter) Begin(report.Tool, report.Profile) error { return nil }

// File writes a file's part.
func (i *inspectWriter) File(f report.File) error {
	t := newWrapper(i.opt.Text)
	if i.files++; i.files > 1 {
		t.blank()
	}
	inspectFile(t, i.opt, f)
	return t.writeTo(i.w)
}

// End writes what was not inspected.
func (i *inspectWriter) End(s report.Summary) error {
	t := newWrapper(i.opt.Text)
	textUnchecked(t, s, i.files > 0)
	return t.writeTo(i.w)
}

func inspectFile(t *wrapper, opt form.Options, f report.File) {
	t.line(0, span{words.DisplayPath(f.Path), styleBold})
	if f.Verdict == report.Error {
		textFindings(t, words.Violations(opt, f))
		return
	}
	inspectPaper(t, f.Measured)
	t.blank()
	inspectPages(t, f.Pages)
	textDamage(t, f)
	for _, p := range f.Pages {
		inspectLayout(t, p)
	}
}

// inspectPaper writes the measures of the whole paper.
func inspectPaper(t *wrapper, m report.Measured) {
	for _, fact := range []struct{ name, value string }{
		{"pages", intFact(m.Pages)},
		{"content pages", intFact(m.ContentPages)},
		{"references page", referencesPage(m.ReferencesPage)},
		{"page size", pairFact(m.PageSizeIn, " in")},
		{"text block", pairFact(m.TextBlockIn, " in")},
		{"columns", intFact(m.Columns)},
		{"gutter", numberFact(m.GutterIn, " in")},
		{"body font", stringFact(m.BodyFont)},
		{"body size", numberFact(m.BodyFontPt, " pt")},
		{"leading", numberFact(m.LeadingPt, " pt")},
	} {
		t.line(2, span{padded(fact.name, 17), styleDim}, plain(fact.value))
	}
}

// pageColumns are the heads of the table of pages.
var pageColumns = []string{"page", "size", "text block", "cols", "body", "leading", "content"}

// inspectPages writes one line a page: sizes in inches, type in points.
func inspectPages(t *wrapper, pages []report.Page) {
	lines := [][]string{pageColumns}
	for _, p := range pages {
		lines = append(lines, []string{
			strconv.Itoa(p.Page), words.Quantity(p.SizeIn, ""), words.BlockFact(p.TextBlock), intFact(p.Columns),
			numberFact(p.BodyFontPt, ""), numberFact(p.LeadingPt, ""), words.OrElse(p.Content, words.Unknown),
		})
	}
	widths := make([]int, len(pageColumns))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for i, line := range lines {
		t.line(2, tableLine(line, widths, i == 0)...)
	}
}

func tableLine(line []string, widths []int, head bool) []span {
	style := styleNone
	if head {
		style = styleDim
	}
	out := make([]span, len(line))
	for i, cell := range line {
		out[i] = span{padded(cell, widths[i]+columnGap), style}
	}
	return out
}

// digits is how many decimals a measure is shown with.
const digits = 3

func numberFact(x *float64, unit string) string {
	if x == nil {
		return words.Unknown
	}
	return words.Shortest(*x, digits) + unit
}

func pairFact(p *[2]float64, unit string) string {
	if p == nil {
		return words.Unknown
	}
	return fmt.Sprintf("%s × %s%s", words.Shortest(p[0], digits), words.Shortest(p[1], digits), unit)
}

func intFact(n *int) string {
	if n == nil {
		return words.Unknown
	}
	return strconv.Itoa(*n)
}

func stringFact(s *string) string {
	if s == nil {
		return words.Unknown
	}
	return *s
}

// referencesPage tells the page of the references' heading; 0 is "none".
func referencesPage(page *int) string {
	if page != nil && *page == 0 {
		return "none"
	}
	return intFact(page)
}
