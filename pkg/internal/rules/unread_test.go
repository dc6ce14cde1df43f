package rules

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// illegible is a good paper whose words cannot be read.
func illegible() *measure.Facts {
	f := good()
	f.Unread = measure.Unread{Text: report.Say(wording.WordsUnreadable, report.Args{"percent": 80}), Headings: report.Say(wording.WordsUnreadable, report.Args{"percent": 80})}
	f.References = measure.References{Seen: report.Say(wording.ReferencesWords, f.Unread.Text.Args)}
	f.Pages[2].Content = measure.ContentBody
	f.Sections, f.Front = nil, measure.Front{Title: "\uFFFD\uFFFD", Authors: []string{"\uFFFD\uFFFD \uFFFD"}}
	return f
}

// What words decide is unknown where they cannot be read; what geometry decides
// is judged.
func TestUnreadWords(t *testing.T) {
	for rule, keys := range map[string]string{
		"page-limit": "pages: 2", "page-numbers": "numbering: forbidden", "author-names": "", "confidentiality": "", "anonymity": "",
		"word-limit": "words: 3000", "required-sections": "require: [ethics]", "forbidden-sections": "forbid: [appendices]",
		"unresolved-references": "", "draft-marks": "", "talk-outline": "", "talk-takeaways": "",
	} {
		if c, _ := asked(t, illegible(), rule, keys); c.Status != report.StatusUnknown || !strings.Contains(c.Message, "ToUnicode") {
			t.Errorf("%s: %s %q", rule, c.Status, c.Message)
		}
	}
	for _, rule := range []string{"page-size", "text-block", "body-font-size", "leading", "columns", "font-family"} {
		if c, _ := judge(t, illegible(), rule); c.Status != report.StatusPass {
			t.Errorf("%s: %s %q", rule, c.Status, c.Message)
		}
	}
	f := illegible()
	f.BodySize.Value, f.Leading.Value = 8, 9
	for _, rule := range []string{"body-font-size", "leading"} {
		if c, _ := judge(t, f, rule); c.Status != report.StatusFail {
			t.Errorf("%s of the whole paper: %s %q", rule, c.Status, c.Message)
		}
	}
}

// Smaller type on one page may be that of references where words cannot be read.
func TestUnreadSmallPage(t *testing.T) {
	f := illegible()
	f.Pages[2].BodySize, f.Pages[2].Leading = known(8.966), known(10.959)
	for _, rule := range []string{"body-font-size", "leading"} {
		if c, findings := judge(t, f, rule); c.Status != report.StatusUnknown || len(findings) > 0 || !strings.Contains(c.Message, "page 3") {
			t.Errorf("%s: %s %q", rule, c.Status, c.Message)
		}
	}
}

// Headings that cannot be read hide the reference list and sections, not the
// rest.
func TestUnreadHeadings(t *testing.T) {
	f := good()
	f.Unread.Headings = report.Say(wording.HeadingsUnreadable, nil)
	f.References = measure.References{Seen: report.Say(wording.ReferencesHeadings, nil)}
	for rule, keys := range map[string]string{
		"page-limit": "pages: 2", "required-sections": "require: [ethics]", "forbidden-sections": "forbid: [appendices]", "talk-outline": "",
	} {
		if c, _ := asked(t, f, rule, keys); c.Status != report.StatusUnknown || !strings.Contains(c.Message, "headings") {
			t.Errorf("%s: %s %q", rule, c.Status, c.Message)
		}
	}
	for _, rule := range []string{"confidentiality", "author-names", "body-font-size"} {
		if c, _ := judge(t, f, rule); c.Status != report.StatusPass {
			t.Errorf("%s: %s %q", rule, c.Status, c.Message)
		}
	}
}

// A turned page may hold references; one before the list does not, and more pages
// than the limit without it are too many.
func TestTurnedPageOfLimit(t *testing.T) {
	for name, c := range map[string]struct {
		turned, content int // the page, the pages of content with it
		references      int
		want            report.Status
	}{
		"after the heading":       {3, 3, 2, report.StatusUnknown},
		"before the list":         {2, 3, 3, report.StatusFail},
		"too many without":        {4, 4, 1, report.StatusFail},
		"few enough with it":      {2, 2, 1, report.StatusPass},
		"page of its own heading": {3, 3, 3, report.StatusUnknown},
	} {
		f := good()
		f.References.Page = c.references
		f.Pages = nil
		for n := 1; n <= c.content; n++ {
			f.Pages = append(f.Pages, goodPage(n))
		}
		f.Unmeasured = []measure.Unmeasured{{Page: c.turned, Why: report.Say(wording.PageTurned, report.Args{"page": c.turned}), Turned: true}}
		if check, _ := judge(t, f, "page-limit"); check.Status != c.want {
			t.Errorf("%s: %s %q, want %s", name, check.Status, check.Message, c.want)
		}
	}
}

// Nothing on a turned page is held against the text block.
func TestTurnedPageOfBlock(t *testing.T) {
	f := good()
	stick(f, 5, 30)
	if c, _ := judge(t, f, "text-block"); c.Status != report.StatusFail {
		t.Fatalf("upright: %s", c.Status)
	}
	for i := range f.Pages {
		f.Unmeasured = append(f.Unmeasured, measure.Unmeasured{Page: f.Pages[i].Number, Why: report.Say(wording.PageTurned, report.Args{"page": f.Pages[i].Number}), Turned: true})
	}
	if c, findings := judge(t, f, "text-block"); c.Status != report.StatusUnknown || len(findings) > 0 {
		t.Errorf("turned: %s %q", c.Status, c.Message)
	}
}
