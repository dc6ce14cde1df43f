package app

import (
	"errors"
	"testing"

	"github.com/paperfit/paperfit/pkg/batch"
)

// TestGlobs: a pattern without a slash is for names, any other for the end of a path;
// ** is any number of folders.
func TestGlobs(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"*.pdf", "a.pdf", true},
		{"*.pdf", "in/b/a.pdf", true},
		{"*.pdf", "/in/b/a.pdf", true},
		{"*.pdf", "a.PDF", false},
		{"*-supp.pdf", "in.zip/paper12-supp.pdf", true},
		{"*-supp.pdf", "in/paper12.pdf", false},
		{"final/*.pdf", "in/final/a.pdf", true},
		{"final/*.pdf", "in/final/b/a.pdf", false},
		{"final/**/*.pdf", "in/final/a.pdf", true},
		{"final/**/*.pdf", "in/final/b/c/a.pdf", true},
		{"**/final/*.pdf", "final/a.pdf", true},
		{"./in/*.pdf", "in/a.pdf", true},
		{"paper{1,2}.pdf", "in/paper2.pdf", true},
		{"paper[0-9].pdf", "in/paper12.pdf", false},
		{"in", "in/a.pdf", false},
		{"in/**", "in/a.pdf", true},
	} {
		if got := matches([]string{"none", c.pattern}, c.path); got != c.want {
			t.Errorf("%s matches %s: %v", c.pattern, c.path, got)
		}
	}
	for _, pattern := range []string{"", "[", "{a"} {
		if (Globs{Exclude: []string{pattern}}).validate() == nil {
			t.Errorf("%q is valid", pattern)
		}
	}
}

// TestGlobsKeepFaults: what is wrong with a folder is reported, unless it is excluded.
func TestGlobsKeepFaults(t *testing.T) {
	fault := batch.Input{Path: "in", Err: errors.New("no papers")}
	if !(Globs{Include: []string{"*.pdf"}}).takes(fault) || (Globs{Exclude: []string{"in"}}).takes(fault) {
		t.Error("faults are not those of the files that are left")
	}
}
