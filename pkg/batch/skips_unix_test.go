//go:build unix

package batch

import (
	"context"
	"maps"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// Attack: a pipe that no one writes to is never opened in a folder, under
// whatever name.
func TestPipesInFolders(t *testing.T) {
	folder(t, map[string]string{"in/a.pdf": pdfFile})
	for _, name := range []string{"in/pipe.pdf", "in/pipe.txt"} {
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Skip("no pipe can be made here: ", err)
		}
	}
	if err := os.Symlink("pipe.pdf", "in/link.pdf"); err != nil {
		t.Fatal(err)
	}
	var skips Skips
	got := told(Named([]string{"in"}, nil, &skips))
	want := []string{"in/a.pdf", "in/link.pdf: " + errSpecial.Error(), "in/pipe.pdf: " + errSpecial.Error()}
	if !slices.Equal(got, want) || !maps.Equal(skips.Counts(), report.Skipped{kindSpecial: 1}) {
		t.Errorf("%q, want %q; skipped are %v", got, want, skips.Counts())
	}
}

// TestUnreadablePapers: they are entries that say so.
func TestUnreadablePapers(t *testing.T) {
	folder(t, map[string]string{"in/a.pdf": pdfFile})
	if err := os.Chmod("in/a.pdf", 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile("in/a.pdf"); err == nil {
		t.Skip("this user may read everything")
	}
	for in := range Named([]string{"in"}, nil, nil) {
		if _, err := in.Read(context.Background()); err == nil || !strings.Contains(err.Error(), "check its permissions") {
			t.Errorf("%s: %v", in.Path, err)
		}
	}
}
