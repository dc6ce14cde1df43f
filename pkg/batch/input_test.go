package batch

import (
	"testing"
	"unicode/utf8"
)

func TestShown(t *testing.T) {
	for path, want := range map[string]string{
		"a/paper.pdf":       "a/paper.pdf",
		"grün \u202f1é.pdf": "grün \u202f1é.pdf",
		"a\x1b[2Jb":         `a\x1b[2Jb`,
		"two\nlines":        `two\nlines`,
		"\u202etxt.pdf":     `\u202etxt.pdf`,
		"bad\xff\xc3.pdf":   `bad\xff\xc3.pdf`,
		`back\x1b`:          `back\\x1b`,
		"\ufffd":            "\ufffd",
	} {
		if got := Shown(path); got != want {
			t.Errorf("%q is shown as %q, want %q", path, got, want)
		}
	}
}

// Whatever a name holds, it is printed on one line, and no other name looks the
// same.
func FuzzShown(f *testing.F) {
	f.Add("a", "b\\")
	f.Add("\x1b", `\x1b`)
	f.Fuzz(func(t *testing.T, a, b string) {
		if got := Shown(a); !utf8.ValidString(got) || got != Shown(got) && got == a {
			t.Errorf("%q is shown as %q", a, got)
		}
		if a != b && Shown(a) == Shown(b) {
			t.Errorf("%q and %q are both shown as %q", a, b, Shown(a))
		}
	})
}
