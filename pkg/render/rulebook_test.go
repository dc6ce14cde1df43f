package render

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/report"
)

// sampleBook documents one rule, with what is hard to show.
func sampleBook() *report.RuleBook {
	return &report.RuleBook{
		Schema:  report.RulesSchema,
		Profile: report.Profile{Name: "test", Title: "Test '27", Source: "https://example.org/a-long-address-that-cannot-be-broken"},
		Rules: []report.RuleDoc{{
			Rule: "text-block", Title: "all text inside the text block", Severity: report.SeverityError,
			Want: [2]float64{7, 9}, Tolerance: 0.05, Unit: "in",
			Why:      "Because <margins> keep [room] for *notes*, and | for\tthe binding.",
			By:       []report.Source{{Name: "Somebody", URL: "https://example.org"}},
			Measured: strings.Repeat("The ink of all text is measured. ", 6),
			Fix: report.Guides{
				LaTeX: report.Guide{Text: `Say \textwidth=7in_.`, Code: `\setlength{\textwidth}{7in} % a line of code that is longer than a narrow terminal`},
				Word:  report.Guide{Text: "Layout → Margins."},
			},
		}},
	}
}

// TestExplainKeepsItsWidth: text is wrapped, code and addresses are not.
func TestExplainKeepsItsWidth(t *testing.T) {
	book := sampleBook()
	for _, width := range []int{40, 60, 100} {
		for name, write := range map[string]func(*bytes.Buffer) error{
			"Explain": func(b *bytes.Buffer) error { return Explain(b, book, TextOptions{Width: width}) },
			"Rules":   func(b *bytes.Buffer) error { return Rules(b, book, TextOptions{Width: width}) },
		} {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(out.String(), "\n") {
				if utf8.RuneCountInString(line) > width && !strings.Contains(line, `\setlength`) && !strings.Contains(line, "https://") {
					t.Errorf("%s at %d: %q", name, width, line)
				}
			}
			if name == "Explain" && !strings.Contains(out.String(), book.Rules[0].Fix.LaTeX.Code+"\n") {
				t.Errorf("the code is broken at width %d:\n%s", width, out.String())
			}
		}
	}
}

// TestMarkdownEscapes: text shows as it is meant, code stays as it is.
func TestMarkdownEscapes(t *testing.T) {
	var out bytes.Buffer
	if err := RuleBookMarkdown(&out, sampleBook()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`Because \<margins> keep \[room\] for \*notes\*, and \| for`, // CommonMark 2.4
		`Say \\textwidth=7in\_.`,
		"```latex\n" + `\setlength{\textwidth}{7in} %`,
		"at most 7 × 9 in (+0.05); severity error.",
		"[Somebody](https://example.org)",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is missing in:\n%s", want, out.String())
		}
	}
}
