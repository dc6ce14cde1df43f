package join

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestPathsAreComparedAsWalked: a folder's walk is sorted in this order.
func TestPathsAreComparedAsWalked(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.pdf", "a/b.pdf", "a/b/c.pdf", "a-b/a.pdf", "a-b.pdf", "a b/z.pdf", "B.pdf", "é/a.pdf", "a/b.c.pdf", "ab/x.pdf"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var walked []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			walked = append(walked, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sorted := slices.Clone(walked)
	slices.Reverse(sorted)
	slices.SortFunc(sorted, compareAsWalked)
	if !slices.Equal(sorted, walked) {
		t.Errorf("sorted is %q, walked %q", sorted, walked)
	}
}
