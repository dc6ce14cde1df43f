package markdown

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func markdownOf(t *testing.T, files ...report.File) string {
	t.Helper()
	var out bytes.Buffer
	if err := Format().Write(&out, sample(files...), Options{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMarkdown(t *testing.T) {
	for name, files := range map[string][]report.File{
		"failing.md": {failing()}, "passing.md": {passing()}, "unreadable.md": {unreadable()}, "unknown.md": {scanned()},
		"several.md": {failing(), passing(), scanned(), unreadable()}, "nothing.md": nil,
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, func(w io.Writer) error { return Format().Write(w, sample(files...), Options{}) })
		})
	}
}

// bars are the bars of a row of a table that are not escaped.
var bars = regexp.MustCompile(`(?:^|[^\\])\|`)

// TestMarkdownShowsWordsAsTheyAre: names and words of a paper cannot end a cell,
// a list or a line, become markup or HTML, or call anyone.
func TestMarkdownShowsWordsAsTheyAre(t *testing.T) {
	bad := hostile()
	bad.Checks = append(bad.Checks, report.Check{Rule: "font-family", Status: report.StatusFail,
		Got: "a | b ![x](http://y) <b>*c*</b>\n# head\n- item", Want: "`times` | @all"})
	for name, text := range map[string]string{"one": markdownOf(t, bad), "several": markdownOf(t, bad, passing())} {
		for _, markup := range []string{"<script", "<b>", "@all", "![", " *c*", "\n# head", "\n- item", "\x1b", "\u009b", "\u202e", "\x00", "\r"} {
			if strings.Contains(text, markup) {
				t.Errorf("%s: %q becomes markup in\n%s", name, markup, text)
			}
		}
		for line := range strings.Lines(text) {
			if n := len(bars.FindAllString(line, -1)); strings.HasPrefix(line, "|") && n != 5 {
				t.Errorf("%s: %d bars in %q, want 5", name, n, line)
			}
		}
	}
}

// TestProse: words are escaped where Markdown would take them for markup, and
// nowhere else.
func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"page 3: 7 × 9 in (+0.05)": "page 3: 7 × 9 in (+0.05)",
		"- item":                   `\- item`,
		"+ item":                   `\+ item`,
		"  = x":                    `\= x`,
		"12. item":                 `12\. item`,
		"1) item":                  `1\) item`,
		"9.96 pt on page 3.":       "9.96 pt on page 3.",
		"# head #12":               `\# head \#12`,
		"a|b":                      `a\|b`,
		"https://x.example/":       `https\://x.example/`,
		"www.x.example :smile:":    `www\.x.example \:smile:`,
		"![x](y)":                  `!\[x\](y)`,
		"`a` *b* _c_ ~d~ $e$ \\":   "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$ \\\\",
		"<b> &amp; @all":           `&lt;b\> \&amp; &#64;all`,
		"a\nb":                     "a b",
	} {
		if got := prose(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

// TestMarkdownIsBounded: a comment takes 65,536 characters, however many files,
// places and words there are.
func TestMarkdownIsBounded(t *testing.T) {
	const most = 65_536
	var files []report.File
	for range 3000 {
		files = append(files, passing())
	}
	files = append(files, failing())
	text := markdownOf(t, files...)
	if len(text) > most || !strings.Contains(text, "draft.pdf") || !strings.Contains(text, " files more.") {
		t.Errorf("%d bytes for many files, the failing one among them: %v", len(text), strings.Contains(text, "draft.pdf"))
	}
	long := failing()
	long.Path = strings.Repeat("long/", 2000) + "draft.pdf"
	for i := range 60 {
		rule := fmt.Sprintf("rule-%d", i)
		long.Checks = append(long.Checks, check(rule, report.SeverityError, report.StatusFail))
		for page := range 40 {
			long.Findings = append(long.Findings, report.Finding{Rule: rule, Page: page + 1, Message: strings.Repeat(fmt.Sprintf("<%c|", 'a'+page), 2000)})
		}
	}
	text = markdownOf(t, long)
	if len(text) > most || !strings.Contains(text, "All rules") || !strings.Contains(text, "entries more") || !strings.Contains(text, "  - 30 more\n") {
		t.Errorf("%d bytes for many places: %.2000s", len(text), text)
	}
}
