package pdftest

import (
	"os"
	"path/filepath"
	"testing"
)

// Thorough reports that nothing is sampled: the long run of continuous integration,
// with PAPERFIT_ORACLE=all.
var Thorough = os.Getenv("PAPERFIT_ORACLE") == "all"

// Sample returns one file of so many, all of them in a thorough run.
func Sample(t testing.TB, files []string, every int) []string {
	if Thorough {
		return files
	}
	var some []string
	for i := 0; i < len(files); i += every {
		some = append(some, files[i])
	}
	t.Logf("a sample of %d of %d files", len(some), len(files))
	return some
}

// Corpus returns the papers of testdata, and of these folders of ../shared where that is
// beside the repository: one file of so many.
func Corpus(t testing.TB, every int, folders ...string) []string {
	t.Helper()
	root, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for !exists(filepath.Join(root, "go.mod")) {
		if root == filepath.Dir(root) {
			t.Fatal("no folder above this one holds go.mod")
		}
		root = filepath.Dir(root)
	}
	files, _ := filepath.Glob(filepath.Join(root, "testdata", "papers", "*.pdf"))
	if len(files) == 0 {
		t.Fatal("testdata holds no papers")
	}
	files = Sample(t, files, every)
	for _, folder := range folders {
		more, _ := filepath.Glob(filepath.Join(filepath.Dir(root), "shared", folder, "*.pdf"))
		files = append(files, Sample(t, more, every)...)
	}
	return files
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
