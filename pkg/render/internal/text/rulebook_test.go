package text

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

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
