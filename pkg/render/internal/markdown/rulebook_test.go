package markdown

import (
	"bytes"
	"strings"
	"testing"
)

// TestMarkdownEscapes: text shows as it is meant, code stays as it is.
func TestMarkdownEscapes(t *testing.T) {
	var out bytes.Buffer
	if err := RuleBook(&out, sampleBook()); err != nil {
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
