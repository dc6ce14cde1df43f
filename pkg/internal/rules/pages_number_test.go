package rules

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

func TestNumbersOfLongFeetAreQuoted(t *testing.T) {
	const venue = "11th USENIX Symposium on Operating Systems Design and Implementation (OSDI ’14)"
	for _, foot := range []string{"383", "Page 3 of 9", venue + " 383", "384 " + venue} {
		f := good()
		f.Numbered = []measure.Place{{Page: 1, Text: foot}}
		_, findings := judge(t, f, "page-numbers")
		if len(findings) != 1 {
			t.Fatalf("%q: %d findings, want 1", foot, len(findings))
		}
		number := strings.TrimSpace(strings.ReplaceAll(foot, venue, ""))
		if m := findings[0].Message; !strings.Contains(m, number) || len([]rune(m)) > 100 {
			t.Errorf("%q: the message %q does not quote %q in short", foot, m, number)
		}
	}
}
