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
