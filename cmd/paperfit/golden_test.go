package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// How far a measure of our own papers may be from TeX's settings. The ink of a
// block is less high than the block by what is white above the title and below
// the last baseline (Ghostscript's bbox device sees the same ink).
const (
	typeWithin = 0.06 // points
	wideWithin = 0.03 // inches, as all below
	highWithin = 0.09
	pageWithin = 0.02
)

// otherwise are measures that differ from the table, and why.
var otherwise = map[string]string{
	"bad-equal-columns block_h_in": "its columns are cut at 7.2 in",
	"ok-equal-columns gutter_in":   "set ragged right: most lines end before the gutter",
}

// table reads a table of tab-separated values whose first line names the
// columns.
func table(t *testing.T, path string) []map[string]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comma, reader.LazyQuotes = '\t', true
	rows, err := reader.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d lines, %v", path, len(rows), err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		line := map[string]string{}
		for i, column := range rows[0] {
			line[column] = row[i]
		}
		out = append(out, line)
	}
	return out
}

// folder returns a folder of the repository's testdata.
func folder(name string) string { return filepath.Join(root, "testdata", name) }

// profileOf returns the profile that a paper is made for: one of testdata's or a
// built-in one.
func profileOf(t *testing.T, name string) *profile.Profile {
	t.Helper()
	path := filepath.Join(folder("profiles"), name+".yaml")
	if data, err := os.ReadFile(path); err == nil {
		p, err := profile.Parse(name, data)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p, err := profile.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checkFile checks a file as the default venue does.
func checkFile(t *testing.T, path string) report.File {
	t.Helper()
	return checkFor(t, path, profileOf(t, profile.Default))
}

// checkedFor holds the reports of testdata's papers, each checked once for all
// tests, by path and profile.
var checkedFor sync.Map

// checkFor checks a file against a profile, under its bare name and without the
// time it took.
func checkFor(t *testing.T, path string, p *profile.Profile) report.File {
	t.Helper()
	once, _ := checkedFor.LoadOrStore([2]string{path, p.Name}, sync.OnceValues(func() (report.File, error) { return checkNow(path, p) }))
	file, err := once.(func() (report.File, error))()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func checkNow(path string, p *profile.Profile) (report.File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return report.File{}, err
	}
	file := (&check.Checker{Profile: p}).Check(context.Background(), filepath.Base(path), data)
	file.ElapsedMS = nil
	return file, nil
}

// expectations reads "rule=status;rule=status|status".
func expectations(s string) map[string][]string {
	out := map[string][]string{}
	for part := range strings.SplitSeq(s, ";") {
		if rule, status, ok := strings.Cut(part, "="); ok {
			out[rule] = strings.Split(status, "|")
		}
	}
	return out
}

// isOneOf reports whether a word is among those that "|" parts.
func isOneOf[T ~string](got T, want string) bool {
	return slices.Contains(strings.Split(want, "|"), string(got))
}

// TestPapers compares the reports of our own papers with what they were set with.
func TestPapers(t *testing.T) {
	t.Parallel()
	for _, row := range table(t, filepath.Join(folder("papers"), "truth.tsv")) {
		t.Run(strings.TrimSuffix(row["file"], ".pdf"), func(t *testing.T) {
			p := profileOf(t, row["profile"])
			file := checkFor(t, filepath.Join(folder("papers"), row["file"]), p)
			if !isOneOf(file.Verdict, row["verdict"]) {
				t.Errorf("verdict %s, want %s", file.Verdict, row["verdict"])
			}
			wantStatuses(t, file, expectations(row["breaks"]), report.StatusPass)
			if p.Block != (profile.Size{}) { // a talk's page is not full: its text is not a block
				wantMeasures(t, file, row)
			}
		})
	}
}

// wantStatuses checks the status of each rule; what is not named has the other
// status, where there is one.
func wantStatuses(t *testing.T, file report.File, want map[string][]string, other report.Status) {
	t.Helper()
	for _, c := range file.Checks {
		allowed, named := want[c.Rule]
		if !named && other != "" {
			allowed = []string{string(other)}
		}
		if len(allowed) > 0 && !slices.Contains(allowed, string(c.Status)) {
			t.Errorf("%s is %s (%s), want %s", c.Rule, c.Status, c.Message, strings.Join(allowed, " or "))
		}
		delete(want, c.Rule)
	}
	for rule := range want {
		t.Errorf("%s was not checked", rule)
	}
}

// wantMeasures compares the measures with a line of truth.
func wantMeasures(t *testing.T, file report.File, row map[string]string) {
	t.Helper()
	m := file.Measured
	near := func(name string, got *float64, within float64) {
		t.Helper()
		want, err := strconv.ParseFloat(row[name], 64)
		reason := otherwise[strings.TrimSuffix(row["file"], ".pdf")+" "+name]
		switch {
		case reason != "":
			if got != nil && math.Abs(*got-want) <= within {
				t.Errorf("%s agrees now: take it out of the list (%s)", name, reason)
			}
		case err != nil:
			if row[name] != "-" || got != nil {
				t.Errorf("%s is %s in the table; measured %s", name, row[name], shown(got))
			}
		case got == nil || math.Abs(*got-want) > within:
			t.Errorf("%s is %s, want %g", name, shown(got), want)
		}
	}
	near("pages", number(m.Pages), 0)
	near("columns", number(m.Columns), 0)
	near("gutter_in", m.GutterIn, pageWithin)
	near("type_pt", m.BodyFontPt, typeWithin)
	near("leading_pt", m.LeadingPt, typeWithin)
	near("block_w_in", first(m.TextBlockIn), wideWithin)
	near("block_h_in", second(m.TextBlockIn), highWithin)
	near("page_w_in", first(m.PageSizeIn), pageWithin)
	near("page_h_in", second(m.PageSizeIn), pageWithin)
	if row["verdict"] == string(report.Unknown) { // the table has their place
		if m.ReferencesPage != nil || m.ContentPages != nil {
			t.Errorf("references on page %s and %s pages of content, want neither known", shown(number(m.ReferencesPage)), shown(number(m.ContentPages)))
		}
		return
	}
	near("references_page", number(m.ReferencesPage), 0)
	near("content_pages", number(m.ContentPages), 0)
}

func number(n *int) *float64 {
	if n == nil {
		return nil
	}
	f := float64(*n)
	return &f
}

func first(pair *[2]float64) *float64 {
	if pair == nil {
		return nil
	}
	return &pair[0]
}

func second(pair *[2]float64) *float64 {
	if pair == nil {
		return nil
	}
	return &pair[1]
}

func shown(f *float64) string {
	if f == nil {
		return "not known"
	}
	return fmt.Sprintf("%.4f", *f)
}

// TestBadFiles compares the reports of what is no proper paper with their table.
func TestBadFiles(t *testing.T) {
	for _, row := range table(t, filepath.Join(folder("bad"), "truth.tsv")) {
		t.Run(row["file"], func(t *testing.T) {
			file := checkFile(t, filepath.Join(folder("bad"), row["file"]))
			if !isOneOf(file.Verdict, row["verdict"]) {
				t.Errorf("verdict %s, want %s", file.Verdict, row["verdict"])
			}
			wantStatuses(t, file, expectations(row["checks"]), "")
			for _, c := range file.Checks {
				if c.Status == report.StatusUnknown && c.Message == "" {
					t.Errorf("nothing is said of why %s is unknown", c.Rule)
				}
			}
		})
	}
}

// TestGoldenReports compares the whole reports of our papers with those that
// are beside them (-update rewrites them; review git diff).
func TestGoldenReports(t *testing.T) {
	t.Parallel()
	papers, err := filepath.Glob(filepath.Join(folder("papers"), "*.pdf"))
	if err != nil || len(papers) == 0 {
		t.Fatalf("%d papers, %v", len(papers), err)
	}
	madeFor := map[string]string{}
	for _, row := range table(t, filepath.Join(folder("papers"), "truth.tsv")) {
		madeFor[row["file"]] = row["profile"]
	}
	for _, paper := range papers {
		t.Run(filepath.Base(paper), func(t *testing.T) {
			p := profileOf(t, madeFor[filepath.Base(paper)])
			head := p.Head()
			head.Digest = "left out of golden reports"
			var got bytes.Buffer
			if err := render.JSON(&got, report.New(report.Tool{Name: "paperfit", Version: "golden"}, head, []report.File{checkFor(t, paper, p)})); err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(paper, ".pdf") + ".json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v (go test ./cmd/paperfit -run Golden -update writes it)", err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("the report changed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPapersAndTruthBelongTogether: a paper without truth is checked against
// nothing, a rule without papers by no one.
func TestPapersAndTruthBelongTogether(t *testing.T) {
	violated := map[string]bool{}
	for _, name := range []string{"papers", "bad"} {
		listed := map[string]bool{}
		for _, row := range table(t, filepath.Join(folder(name), "truth.tsv")) {
			listed[row["file"]] = true
			for rule := range expectations(row["breaks"] + ";" + row["checks"]) {
				violated[rule] = true
			}
		}
		found, err := filepath.Glob(filepath.Join(folder(name), "*.pdf"))
		if err != nil || len(found) != len(listed) {
			t.Errorf("%s: %d papers, %d in the table, %v", name, len(found), len(listed), err)
		}
		for _, path := range found {
			if !listed[filepath.Base(path)] {
				t.Errorf("%s is not in the table", path)
			}
		}
	}
	reports, err := filepath.Glob(filepath.Join(folder("papers"), "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range reports {
		if _, err := os.Stat(strings.TrimSuffix(path, ".json") + ".pdf"); err != nil {
			t.Errorf("%s belongs to no paper", path)
		}
	}
	for _, rule := range profile.RuleIDs() {
		compares := strings.HasPrefix(rule, "submitted-") // with what the submission system knows: script/metadata.txtar
		if !violated[rule] && !compares {
			t.Errorf("no paper breaks %s", rule)
		}
	}
}
