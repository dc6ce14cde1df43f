package check_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// sampled is how many papers of a folder, of testdata or beside the repository,
// there are to one that is tried, unless the run is thorough.
var sampled = map[string]int{
	"../../testdata/papers": 24, "../../testdata/bad": 1, "../../testdata/accuracy": 10,
	"../../../shared/cases": 20, "../../../shared/faults": 11, "../../../shared/papers": 36, "../../../shared/odd": 60,
}

// eachPaper calls do with a sample of the papers of testdata and of the shared
// folders that are there, in several goroutines.
func eachPaper(t *testing.T, do func(t *testing.T, data []byte)) {
	for folder, every := range sampled {
		paths, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range pdftest.Sample(t, paths, every) {
			t.Run(filepath.Base(folder)+"/"+filepath.Base(path), func(t *testing.T) {
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

// reproduced is what a dump must reproduce of a paper: everything except what
// quotes it.
func reproduced(f report.File) report.File {
	f.Path, f.ElapsedMS = "", nil
	r := report.Report{Files: []report.File{f}}
	f = r.ForWriting().Files[0]
	for i := range f.Checks {
		c := &f.Checks[i]
		c.Sentence, c.Message = wording.English().WithoutQuotes(c.Sentence), ""
	}
	// A dump names no one: whether a paper names its authors is unknown.
	names := func(rule string) bool { return rule == "anonymity" }
	f.Checks = slices.DeleteFunc(f.Checks, func(c report.Check) bool { return names(c.Rule) })
	f.Findings = slices.DeleteFunc(f.Findings, func(x report.Finding) bool { return names(x.Rule) })
	f.Verdict = report.VerdictOf(f.Checks, false)
	for _, findings := range [][]report.Finding{f.Findings, f.Notes} {
		for i := range findings {
			x := &findings[i]
			x.Sentence, x.Message = wording.English().WithoutQuotes(x.Sentence), ""
		}
	}
	return f
}

// wordy are files whose lines at the top and bottom of pages are heads, feet or
// text by their words alone, which a dump masks. Whoever makes such a dump is told
// what differs.
var wordy = map[string]string{
	"accuracy/00059-slides.pdf":      "titles of slides, labels of axes at the pages' ends",
	"odd/qpdf__lin-special.pdf":      "a page is two words and its number",
	"papers/parikshan-sandbox.pdf":   "who may copy it, at the foot of the first page",
	"odd/pdfcpu__TextRotateDemo.pdf": "covered words are shown elsewhere, which masks make differ",
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
		if why := wordy[strings.TrimPrefix(t.Name(), "TestDumpEqualsPaper/")]; why != "" && len(differs) > 0 {
			t.Skip(why)
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
			if diff := cmp.Diff(reproduced(want), reproduced(got), cmpopts.EquateApprox(0, 0.00015)); diff != "" {
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
