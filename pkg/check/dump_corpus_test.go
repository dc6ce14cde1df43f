package check_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// sampled is how many papers of a shared folder there are to one that is tried;
// all are when PAPERFIT_ORACLE is "all".
var sampled = map[string]int{"cases": 5, "faults": 5, "papers": 5, "odd": 16}

// tried reports whether a test reads the paper at a place in its folder.
func tried(folder string, i int) bool {
	every := sampled[folder]
	return every == 0 || i%every == 0 || os.Getenv("PAPERFIT_ORACLE") == "all"
}

// eachPaper calls do with every paper of testdata and a sample of the shared
// folders that are there, in several goroutines.
func eachPaper(t *testing.T, do func(t *testing.T, data []byte)) {
	const beside = "../../../shared/*/*.pdf"
	for _, pattern := range []string{"../../testdata/*/*.pdf", beside} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for i, path := range paths {
			folder := filepath.Base(filepath.Dir(path))
			if pattern == beside && !tried(folder, i) {
				continue
			}
			t.Run(folder+"/"+filepath.Base(path), func(t *testing.T) {
				t.Parallel()
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				do(t, data)
			})
		}
	}
}

// told is what a dump must tell of a paper like the paper itself: all but what
// quotes it.
func told(f report.File) report.File {
	f.Path, f.ElapsedMS = "", nil
	r := report.Report{Files: []report.File{f}}
	f = r.ForWriting().Files[0]
	for i := range f.Checks {
		c := &f.Checks[i]
		c.Sentence, c.Message = wording.English().WithoutQuotes(c.Sentence), ""
	}
	// A dump names nobody: whether a paper names its authors cannot be told.
	names := func(rule string) bool { return rule == "anonymity" }
	f.Checks = slices.DeleteFunc(f.Checks, func(c report.Check) bool { return names(c.Rule) })
	f.Findings = slices.DeleteFunc(f.Findings, func(x report.Finding) bool { return names(x.Rule) })
	f.Verdict = report.VerdictOf(f.Checks, false)
	for i := range f.Findings {
		x := &f.Findings[i]
		x.Sentence, x.Message = wording.English().WithoutQuotes(x.Sentence), ""
	}
	return f
}

// The dump of a paper gives its verdict, checks, measures and findings.
func TestDumpEqualsPaper(t *testing.T) {
	checkers := someVenues(t)
	var papers, bytesOut, packed atomic.Int64
	t.Cleanup(func() {
		if n := papers.Load(); n > 0 {
			t.Logf("%d dumps of %d kB in the mean, %d kB packed", n, bytesOut.Load()/n>>10, packed.Load()/n>>10)
		}
	})
	eachPaper(t, func(t *testing.T, data []byte) {
		checker := checkers[0]
		want := checker.Check(context.Background(), "", data)
		text, differs, err := checker.Dump(context.Background(), data)
		if err != nil {
			if want.Verdict != report.Error {
				t.Error(err)
			}
			return
		}
		if len(differs) > 0 {
			t.Errorf("the dump differs in %v", differs)
			return
		}
		papers.Add(1)
		bytesOut.Add(int64(len(text)))
		packed.Add(int64(len(pack(t, text))))
		for i, checker := range checkers {
			if i > 0 {
				want = checker.Check(context.Background(), "", data)
			}
			got := checker.Check(context.Background(), "", text)
			if diff := cmp.Diff(told(want), told(got), cmpopts.EquateApprox(0, 0.00015)); diff != "" {
				t.Errorf("by the rules of %s: %s", checker.Profile.Name, diff)
			}
		}
	})
}

// someVenues returns a checker for some built-in profiles, OpML's first.
func someVenues(t *testing.T) []*check.Checker {
	out := []*check.Checker{opml(t)}
	for _, name := range []string{"soups20-final"} {
		p, err := profile.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, &check.Checker{Profile: p})
	}
	return out
}

func pack(t testing.TB, text []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
