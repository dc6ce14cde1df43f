package watch

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// spilled is a paper with so many lines on each page after the limit, and other rules
// that it violates.
func spilled(lines []int, violated ...string) *report.File {
	f := &report.File{}
	for _, rule := range []string{"page-limit", "leading", "text-block"} {
		c := report.Check{Rule: rule, Status: report.StatusPass}
		for _, v := range violated {
			if v == rule {
				c.Status = report.StatusFail
			}
		}
		f.Checks = append(f.Checks, c)
	}
	for _, n := range lines {
		f.Checks[0].Status = report.StatusFail
		f.Findings = append(f.Findings, report.Finding{Rule: "page-limit", Sentence: report.Say("lines-before-references", report.Args{"lines": n})})
	}
	return f
}

func TestChanges(t *testing.T) {
	tighter := spilled(nil, "leading")
	tighter.Checks[1].Got, tighter.Checks[1].Unit = 11.36, "pt"
	looser := spilled(nil, "leading")
	looser.Checks[1].Got, looser.Checks[1].Unit = 11.8, "pt"
	stray := spilled(nil, "text-block")
	stray.Findings = []report.Finding{{Rule: "text-block"}, {Rule: "text-block"}}
	one := spilled(nil, "text-block")
	one.Findings = stray.Findings[:1]
	pages := spilled([]int{0}) // a page without a number of lines
	pages.Checks[0].Got = 4.0
	fewer := spilled([]int{0})
	fewer.Checks[0].Got, fewer.Checks[0].Unit = 3.0, "pages"
	for name, test := range map[string]struct {
		before, after *report.File
		want          string
	}{
		"nothing":         {spilled([]int{18}), spilled([]int{18}), ""},
		"fewer lines":     {spilled([]int{18}), spilled([]int{12}), "12 lines over the limit, was 18"},
		"a line":          {spilled([]int{50, 2}), spilled([]int{1}), "1 line over the limit, was 52"},
		"fits":            {spilled([]int{18}), spilled(nil), "now met: page-limit"},
		"shrunk to fit":   {spilled([]int{18}), spilled(nil, "leading", "text-block"), "now met: page-limit; now violated: leading, text-block"},
		"shrunk in vain":  {spilled([]int{18}), spilled([]int{3}, "leading"), "3 lines over the limit, was 18; now violated: leading"},
		"measured":        {tighter, looser, "leading: 11.8 pt, was 11.36"},
		"places":          {stray, one, "text-block: 1 place, was 2"},
		"pages":           {pages, fewer, "page-limit: 3 pages, was 4"},
		"another profile": {&report.File{}, spilled([]int{18}), ""},
	} {
		if got := changes(test.before, test.after); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// The text is cut, what is below it is not.
func TestFit(t *testing.T) {
	text, below := "one\ntwo\nthree\nfour\nfive\n", "\nnote\n"
	for _, test := range []struct {
		name          string
		text, below   string
		columns, rows int
		want          string
	}{
		{"unknown", text, below, 0, 0, text + below},
		{"room", text, below, 80, 8, text + below},
		{"one row short", text, below, 80, 7, "one\ntwo\nthree\n(2 lines more)\n" + below},
		{"long lines", text, "", 3, 6, "one\ntwo\nthree\n(2 lines more)\n"},
		{"colour takes no room", "\x1b[31mone\x1b[0m\ntwo\n", "", 3, 3, "\x1b[31mone\x1b[0m\ntwo\n"},
		{"colour ends", "\x1b[31mone\ntwo\x1b[0m\nthree\n", "", 80, 3, "\x1b[31mone\n\x1b[0m(2 lines more)\n"},
		{"no room", text, below, 80, 2, "(5 lines more)\n" + below},
	} {
		if got := Fit(test.text, test.below, test.columns, test.rows); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// News says when the paper was checked, how long it took and what the save changed; the
// screen is drawn again where its size changes.
func TestNews(t *testing.T) {
	d := newDesk(t, "draft.pdf")
	size := [2]int{80, 24}
	d.Size = func() [2]int { return size }
	d.write("draft.pdf", "fail\n%%EOF\n")
	d.sees("draft.pdf fail\n")
	if got := strings.Join(d.latest, "|"); got != "Checked at 15:04:06." {
		t.Errorf("news %q", got)
	}
	d.sees("")
	size[1] = 30
	d.sees("draft.pdf fail\n")
	if d.checks != 1 {
		t.Errorf("checked %d times", d.checks)
	}
	d.sees("")
}
