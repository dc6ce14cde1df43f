package pdftest

import (
	"os"
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
