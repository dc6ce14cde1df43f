package html

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestPageNames(t *testing.T) {
	for path, want := range map[string]string{
		"draft.pdf":                        "draft-7.html",
		"papers/OpML 20 (final).PDF":       "OpML-20-final-7.html",
		`C:\papers\a.pdf`:                  "a-7.html",
		"all.zip/12/paper.pdf":             "paper-7.html",
		"-":                                "standard-input-7.html",
		"../../..":                         "file-7.html",
		".pdf":                             "pdf-7.html",
		"/":                                "file-7.html",
		"":                                 "file-7.html",
		"\xff\x00\u202e?*:|.pdf":           "file-7.html",
		"index.html":                       "index.html-7.html",
		"con.pdf":                          "con-7.html",
		"übung.pdf":                        "bung-7.html",
		strings.Repeat("long", 100):        strings.Repeat("long", 15) + "-7.html",
		`a"><script>alert(1)</script>.pdf`: "script-7.html",
		"%2e%2e%2fpaper#x?y.pdf":           "2e-2e-2fpaper-x-y-7.html",
	} {
		if got := pageName(path, 7); got != want || !IsFolderName(got) {
			t.Errorf("the page of %q is %q, want %q; a name of ours: %v", path, got, want, IsFolderName(got))
		}
	}
	for name, want := range map[string]bool{
		"index.html": true, "INDEX.HTML": true, "a-1.html": true, "A-1.HTML": true,
		"a.html": false, "a-1.pdf": false, "-1.html": false, "a-x.html": false, "table.csv": false, "": false,
	} {
		if IsFolderName(name) != want {
			t.Errorf("%q can be a name of ours: %v, want %v", name, !want, want)
		}
	}
}

// Pages of a folder are known as such, whatever their titles; others are not, nor
// are single pages of ours.
func TestIsFolderPage(t *testing.T) {
	files, _ := folderOf(t, several())
	for name, data := range files {
		if !IsFolderPage(data[:400]) {
			t.Errorf("%s is not known", name)
		}
	}
	var single bytes.Buffer
	if err := HTML(&single, sample(passing())); err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"", "<!DOCTYPE html>", "%PDF-1.5", `<!DOCTYPE html><title>paperfit</title><meta name="generator" content="Hugo">`, single.String()[:400]} {
		if IsFolderPage([]byte(other)) {
			t.Errorf("%q is taken for ours", other)
		}
	}
}

// TestFolderDrawingsAreLimited: where pages took too much, those that follow have none.
func TestFolderDrawingsAreLimited(t *testing.T) {
	written := map[string]string{}
	w := &folder{overview: newOverview(Options{}), write: func(name string, data []byte) error {
		written[name] = string(data)
		return nil
	}}
	paper := drawn()
	plain := paper.Pages[0]
	plain.Page = 99 // which has no findings
	paper.Pages = append(paper.Pages, plain)
	for _, w.bytes = range []int{0, maxFolderDrawings/2 + 1, maxFolderDrawings + 1} {
		if err := w.File(paper); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.End(report.Summary{}); err != nil {
		t.Fatal(err)
	}
	var drawings []int
	for _, name := range slices.Sorted(maps.Keys(written)) {
		drawings = append(drawings, strings.Count(written[name], "<figure"))
	}
	if all := drawings[0]; all < 2 || drawings[1] == 0 || drawings[1] >= all || drawings[2] > 0 {
		t.Errorf("%d pages are drawn of the papers", drawings)
	}
	if !strings.Contains(written[OverviewName], "limit maxFolderDrawings") {
		t.Error("the overview does not tell of it")
	}
}

// What cannot be written ends the report.
func TestFolderReturnsWriteErrors(t *testing.T) {
	full := errors.New("full")
	w := Format().OpenFolder(func(string, []byte) error { return full }, Options{})
	if err := w.File(failing()); !errors.Is(err, full) {
		t.Errorf("a page: %v", err)
	}
	if err := w.End(report.Summary{}); !errors.Is(err, full) {
		t.Errorf("the overview: %v", err)
	}
}
