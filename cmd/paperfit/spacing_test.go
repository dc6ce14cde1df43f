package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// backticked matches a word that the page sets as code.
var backticked = regexp.MustCompile("`([^`]+)`")

// TestSpacingIsDocumented: the page on profiles names the template of each profile
// that requires space around headings, and the lengths that were measured in it.
func TestSpacingIsDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "profiles.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rows, found := strings.Cut(string(page), "| profiles | template |")
	if !found {
		t.Fatal("the page has no table of templates")
	}
	rows, _, _ = strings.Cut(rows, "\n\n")
	published := map[string][]float64{}
	for line := range strings.SplitSeq(rows, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 8 || !strings.Contains(cells[1], "`") {
			continue
		}
		var lengths []float64
		for _, cell := range cells[3:7] {
			v, err := strconv.ParseFloat(strings.TrimSpace(cell), 64)
			if err != nil && strings.TrimSpace(cell) != "" {
				t.Errorf("%q is no length", cell)
			}
			lengths = append(lengths, v) // 0 where nothing is required
		}
		for _, name := range backticked.FindAllStringSubmatch(cells[1], -1) {
			published[name[1]] = lengths
		}
	}
	for _, name := range profile.Names() {
		p, err := profile.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.Spacing == (profile.Spacing{}) {
			continue
		}
		required := []float64{p.Spacing.BelowTitle, p.Spacing.AboveHeading, p.Spacing.BelowHeading, p.Tolerance.Spacing}
		want := published[name]
		for base := p; want == nil; {
			if base, err = baseOf(base); err != nil {
				t.Fatalf("%s: no line of the page tells its template", name)
			}
			want = published[base.Name]
		}
		if !slices.Equal(required, want) {
			t.Errorf("%s requires %v, the page says %v", name, required, want)
		}
	}
}

// extended matches the line of a profile that names its base.
var extended = regexp.MustCompile(`(?m)^extends: (\S+)`)

// baseOf returns the built-in profile that another extends.
func baseOf(p *profile.Profile) (*profile.Profile, error) {
	text, err := os.ReadFile(filepath.Join(root, "pkg", "profile", "venues", p.Name+".yaml"))
	if err != nil {
		return nil, err
	}
	name := extended.FindSubmatch(text)
	if name == nil {
		return nil, os.ErrNotExist
	}
	return profile.Load(string(name[1]))
}
