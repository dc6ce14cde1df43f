package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// kitResult is what the papers of a profile came to.
type kitResult struct {
	with   string            // what they are set with
	fails  string            // rules that the paper fails that the profile allows; "" when it passes
	broken []string          // rules that were broken one at a time
	other  map[string]string // rules that such a paper fails, where they are not the broken one alone
}

// kitResultsHead is the first line of the results' file.
const kitResultsHead = "profile\tset with\tfails\tbroken one at a time (=what it fails instead)\n"

// kitResultsPath is the file of the results, a line for each profile.
func kitResultsPath() string { return filepath.Join(root, "testdata", "kits.tsv") }

// kitResults reads the results, by profile.
func kitResults(t *testing.T) map[string]kitResult {
	t.Helper()
	data, err := os.ReadFile(kitResultsPath())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]kitResult{}
	for line := range strings.Lines(strings.TrimPrefix(string(data), kitResultsHead)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 4 {
			t.Fatalf("%q has not four cells", line)
		}
		r := kitResult{with: cells[1], fails: cells[2], other: map[string]string{}}
		for cell := range strings.FieldsSeq(cells[3]) {
			rule, other, differs := strings.Cut(cell, "=")
			r.broken = append(r.broken, rule)
			if differs {
				r.other[rule] = other
			}
		}
		out[cells[0]] = r
	}
	return out
}

// writeKitResults writes the results of profiles that are current.
func writeKitResults(t *testing.T, results map[string]kitResult) {
	t.Helper()
	var out strings.Builder
	out.WriteString(kitResultsHead)
	for _, name := range slices.Sorted(maps.Keys(results)) {
		r := results[name]
		var broken []string
		for _, rule := range r.broken {
			if other, differs := r.other[rule]; differs {
				rule += "=" + other
			}
			broken = append(broken, rule)
		}
		if isOfToday(name) {
			fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", name, r.with, r.fails, strings.Join(broken, " "))
		}
	}
	if err := os.WriteFile(kitResultsPath(), []byte(out.String()), 0o644); err != nil {
		t.Error(err)
	}
}

// kitSummary says how many of the papers came to what they should.
func kitSummary(results map[string]kitResult) string {
	passed, broken, told := 0, 0, 0
	for _, r := range results {
		if r.fails == "" {
			passed++
		}
		broken += len(r.broken)
		told += len(r.broken) - len(r.other)
	}
	return fmt.Sprintf("\n%d of %d papers that end on the last page pass; %d of %d with one thing broken fail by that rule alone.\n\n", passed, len(results), told, broken)
}

// cells returns a line's cells of the table: what the papers are set with, whether the
// allowed one passes, and what was broken.
func (r kitResult) cells() (with, broken string) {
	with = r.with
	if r.fails != "" {
		with += " (fails " + codes(strings.Split(r.fails, ",")) + ")"
	}
	for i, rule := range r.broken {
		if i > 0 {
			broken += ", "
		}
		broken += "`" + rule + "`"
		if other, differs := r.other[rule]; differs {
			broken += " (fails " + orNothing(codes(strings.FieldsFunc(other, isComma))) + ")"
		}
	}
	return with, broken
}

func isComma(r rune) bool { return r == ',' }

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}
