package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// TestReadmeProfileIsOne: what the README gives as a start can be copied.
func TestReadmeProfileIsOne(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```yaml\n")
	text, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("the README shows no profile")
	}
	if _, err := profile.Parse("README.md", []byte(text)); err != nil {
		t.Error(err)
	}
}

// What docs/profiles.md gives as an example is a profile, and is accepted with
// its category.
func TestProfilesPageShowsProfiles(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "profiles.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	text, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("the page shows no profile")
	}
	p, err := profile.Parse("profiles.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if short, err := p.Variant("short"); err != nil || short.Pages[0].Most != 4 {
		t.Errorf("%+v, %v", short, err)
	}
	for _, id := range profile.RuleIDs() {
		if !strings.Contains(string(page), "`"+id+"`") {
			t.Errorf("the page does not tell of the rule %s", id)
		}
	}
}
