package judging

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// written writes a file and returns its path.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// kinds is a profile with a category.
const kinds = "title: Kinds\npages: 3\ncategories: {short: {pages: 2}}\nrules: {page-limit: error}\n"

// TestPapersAreOfTheirCategory: by path or name, whatever parts the fields.
func TestPapersAreOfTheirCategory(t *testing.T) {
	venue := written(t, "kinds.yaml", kinds)
	for _, text := range []string{
		"file,category\na.pdf,short\nb.pdf,\n",
		"\ufeffa.pdf;short\nb.pdf;\n",
		"in\\a.pdf\tshort\n",
	} {
		c, err := Options{Profile: venue, Categories: written(t, "kinds.csv", text)}.Load()
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for path, want := range map[string]string{"in/a.pdf": "short", "b.pdf": "", "c.pdf": ""} {
			if got := c.CategoryOf(path); got != want {
				t.Errorf("%q: %s is of %q, want %q", text, path, got, want)
			}
		}
		if short := c.Variants()["short"]; short == nil || c.ProfileOf("in/a.pdf") != short || c.ProfileOf("b.pdf") != c.Profile {
			t.Errorf("%q: the profiles are mixed up", text)
		}
	}
	for text, want := range map[string]string{
		"a.pdf,long\n":                    "line 1",
		"a.pdf,short\nb.pdf,long\n":       "line 2",
		"a.pdf,short\n\na.pdf,\n":         "line 3: a.pdf is already in category",
		"a.pdf,short\nb.pdf\n":            "line 2: expected a paper and its category",
		"file,category\n,short\n":         "line 2: expected a paper and its category",
		"a.pdf,short\nother,category\n\n": "line 2",
	} {
		if _, err := (Options{Profile: venue, Categories: written(t, "kinds.csv", text)}).Load(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: said is %v, want %q", text, err, want)
		}
	}
}

// TestWhatWasOfNoUseIsNamed: five of each, and how many more.
func TestWhatWasOfNoUseIsNamed(t *testing.T) {
	var lines, waivers strings.Builder
	for _, name := range []string{"used", "b", "c", "d", "e", "f", "g", "h"} {
		lines.WriteString(name + ".pdf,short\n")
		waivers.WriteString("- {file: " + name + ".pdf, rule: page-limit, reason: merged papers, by: Ada Chair}\n")
	}
	c, err := Options{Profile: written(t, "kinds.yaml", kinds), Categories: written(t, "kinds.csv", lines.String()), Waivers: written(t, "waivers.yaml", waivers.String())}.Load()
	if err != nil {
		t.Fatal(err)
	}
	file := report.File{Path: "used.pdf", Verdict: report.Fail, Checks: []report.Check{{Rule: "page-limit", Severity: report.SeverityError, Status: report.StatusFail}}}
	c.CategoryOf(file.Path)
	if c.Waive(&file); file.Verdict != report.Pass {
		t.Errorf("waived is %+v", file)
	}
	var said strings.Builder
	c.ReportUnused(&said)
	for _, want := range []string{"b.pdf on line 2", "f.pdf on line 6 and 2 more\n", "waiver on line 2", "waiver on line 6", "paperfit: 2 more waivers"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not in\n%s", want, &said)
		}
	}
	if strings.Contains(said.String(), "used.pdf") || strings.Contains(said.String(), "g.pdf") {
		t.Errorf("said is\n%s", &said)
	}
}
