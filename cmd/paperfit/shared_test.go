package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// shared returns a folder of papers that is beside the repository, where it
// does. None of them may be committed.
func shared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(root, "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("there are no shared %s: %v", name, err)
	}
	return path
}

// thorough tells that nothing is sampled: the long run of continuous integration.
var thorough = os.Getenv("PAPERFIT_ORACLE") == "all"

// sample returns one file of so many, all of them in a thorough run.
func sample[T any](files []T, every int) []T {
	if thorough {
		return files
	}
	var some []T
	for i := 0; i < len(files); i += every {
		some = append(some, files[i])
	}
	return some
}

// How many of the shared odd files, and papers, there are to one that is tried,
// unless the run is thorough.
const (
	everyOdd   = 17
	everyPaper = 5
)

// oddFiles returns the shared odd files that are tried.
func oddFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared(t, "odd"), "*.pdf"))
	if err != nil || len(files) < 300 {
		t.Fatalf("%d odd files, %v", len(files), err)
	}
	return sample(files, everyOdd)
}

// sharedPapers returns the lines of the table of those shared papers that are
// tried, each with its path.
func sharedPapers(t *testing.T) map[string]map[string]string {
	t.Helper()
	dir := shared(t, "papers")
	out := map[string]map[string]string{}
	for _, row := range sample(table(t, filepath.Join(dir, "truth.tsv")), everyPaper) {
		path := filepath.Join(dir, row["name"]+".pdf")
		if _, err := os.Stat(path); err == nil {
			out[path] = row
		}
	}
	return out
}

// reportOf checks a file by the command line and returns its entry, as a program
// that reads the report sees it, and the exit status.
func reportOf(t *testing.T, path string) (map[string]any, int) {
	t.Helper()
	var s testStreams
	status := run([]string{"check", "--format", "json", path}, s.streams())
	var r struct{ Files []map[string]any }
	if err := json.Unmarshal(s.out.Bytes(), &r); err != nil || len(r.Files) != 1 {
		t.Fatalf("%d files, %v: %s", len(r.Files), err, &s.err)
	}
	return r.Files[0], status
}

// lookup follows a path such as "text_block_in.0" into a report.
func lookup(v any, path string) (float64, bool) {
	for part := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(x) {
				return 0, false
			}
			v = x[i]
		}
	}
	f, ok := v.(float64)
	return f, ok
}

// sharedCase is a paper that was set with known format.
type sharedCase struct {
	ID, File string
	Expect   map[string]string
	Measure  map[string][2]float64 // what and how near
}

// TestSharedCases: every case is right in every status, verdict, exit status and
// measure, as score.py --strict counts.
func TestSharedCases(t *testing.T) {
	dir := shared(t, "cases")
	data, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []sharedCase
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) < 60 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, c := range cases {
		t.Run(c.ID, func(t *testing.T) {
			file, exit := reportOf(t, filepath.Join(dir, c.File))
			status := map[string]string{}
			for _, x := range file["checks"].([]any) {
				check := x.(map[string]any)
				status[check["rule"].(string)] = check["status"].(string)
			}
			for rule, want := range c.Expect {
				if !fulfils(status[rule], want) {
					t.Errorf("%s is %q, want %s", rule, status[rule], want)
				}
			}
			for what, want := range c.Measure {
				if got, ok := lookup(file["measured"], what); !ok || math.Abs(got-want[0]) > want[1]+1e-9 {
					t.Errorf("%s is %v, want %.3f±%.2f", what, got, want[0], want[1])
				}
			}
			verdict := file["verdict"].(string)
			if want := verdicts(c); want != nil {
				if code, ok := want[verdict]; !ok || code != exit {
					t.Errorf("verdict %s with exit status %d, want %v", verdict, exit, want)
				}
			}
		})
	}
}

// fulfils reports whether a status is what a case expects of a rule.
func fulfils(got, want string) bool {
	switch want {
	case "flag":
		return got == "warn" || got == "fail"
	case "unknown": // anything but a pass of what cannot be measured
		return got != "" && got != "pass" && got != "warn"
	}
	return got == want
}

// errorRules are the rules of severity error that cases name.
var errorRules = []string{"readable", "page-size", "page-limit", "text-block", "figure-block", "body-font-size", "leading", "columns"}

// verdicts returns the verdicts that a case allows, with their exit status; nil
// if it does not say.
func verdicts(c sharedCase) map[string]int {
	known, fails := 0, false
	for _, rule := range errorRules {
		if c.Expect[rule] != "" {
			known++
		}
		fails = fails || c.Expect[rule] == "fail"
	}
	switch {
	case strings.HasPrefix(c.ID, "un-"):
		return map[string]int{"unknown": 3, "error": 3, "fail": 1}
	case fails:
		return map[string]int{"fail": 1}
	case known == len(errorRules):
		return map[string]int{"pass": 0}
	}
	return nil
}

// sharedField is a measure of real papers: where the table and the report hold
// it, how near they must be, and the least share of papers that must agree.
type sharedField struct {
	name, column, path string
	within, share      float64
}

var sharedFields = []sharedField{
	{"pages", "pages", "pages", 0, 1},
	{"page width", "page_in", "page_size_in.0", .02, 1},
	{"page height", "page_in", "page_size_in.1", .02, 1},
	{"columns", "columns", "columns", 0, 1},
	{"font", "font_measured_pdfpt", "body_font_pt", .08, 1},
	{"leading", "leading_pdfpt", "leading_pt", .1, 1},
	{"block width", "text_w_in", "text_block_in.0", .08, .95},
	{"block height", "text_h_in", "text_block_in.1", .10, .95},
	{"references", "refs_start_page", "references_page", 0, .97},
	{"content pages", "body_pages", "content_pages", 0, .97},
}

// sharedDifferences are the papers on which we differ from the table, as "name
// measure", and why. A difference that is not listed fails the test.
var sharedDifferences = map[string]string{}

// truth returns what the table says; ok is false for an empty cell.
func (f sharedField) truth(row map[string]string) (want float64, ok bool) {
	cell := row[f.column]
	if width, height, both := strings.Cut(cell, "x"); both {
		cell = width
		if strings.HasSuffix(f.path, ".1") {
			cell = height
		}
	}
	want, err := strconv.ParseFloat(cell, 64)
	return want, err == nil
}

// TestSharedPapers: the measures of real papers agree with those taken by hand,
// as compare.py counts.
func TestSharedPapers(t *testing.T) {
	papers := sharedPapers(t)
	right, all := map[string]int{}, map[string]int{}
	for path, row := range papers {
		file, _ := reportOf(t, path)
		for _, f := range sharedFields {
			want, known := f.truth(row)
			if !known {
				continue
			}
			all[f.name]++
			got, known := lookup(file["measured"], f.path)
			agrees := known && math.Abs(got-want) <= f.within+1e-9 || !known && f.name == "references" && want == 0
			key := row["name"] + " " + f.name
			switch {
			case agrees:
				right[f.name]++
				if why := sharedDifferences[key]; why != "" {
					t.Errorf("%s agrees now: take it out of the list (%s)", key, why)
				}
			case sharedDifferences[key] == "":
				t.Errorf("%s is %.3f, want %g; explain it in sharedDifferences or mend it", key, got, want)
			}
		}
	}
	for _, f := range sharedFields {
		if 4*all[f.name] < 3*len(papers) || float64(right[f.name]) < f.share*float64(all[f.name]) {
			t.Errorf("%s: %d of %d agree, want %.0f %%", f.name, right[f.name], all[f.name], 100*f.share)
		}
	}
}

// oddPatience bounds the check of one odd file.
const oddPatience = 10 * time.Second

// TestSharedOddFiles: whatever a file is, it gets a verdict, and a fault of the
// file is never one of ours.
func TestSharedOddFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of odd files take a while")
	}
	files := oddFiles(t)
	p, err := profile.Load(profile.Default)
	if err != nil {
		t.Fatal(err)
	}
	checker := &check.Checker{Profile: p}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), oddPatience)
		file := checker.Check(ctx, filepath.Base(path), data)
		cancel()
		if problem := oddReport(file); problem != "" {
			t.Errorf("%s: %s", filepath.Base(path), problem)
		}
	}
}

// oddReport describes what is wrong with the report of an odd file.
func oddReport(f report.File) string {
	if want := report.VerdictOf(f.Checks, false); f.Verdict != want {
		return fmt.Sprintf("the verdict is %q, the checks say %s", f.Verdict, want)
	}
	for _, c := range f.Checks {
		switch {
		case c.Kind == "internal-error":
			return c.Message
		case c.Status == report.StatusUnknown && c.Message == "":
			return "nothing is said of why " + c.Rule + " is unknown"
		case f.Verdict == report.Error && c.Rule == report.RuleReadable && (c.Message == "" || strings.Contains(c.Message, "\n")):
			return fmt.Sprintf("the reason is no sentence: %q", c.Message)
		}
	}
	if _, err := json.Marshal(f); err != nil {
		return err.Error()
	}
	return ""
}
