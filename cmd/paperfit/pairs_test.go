package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// keepers are the papers that keep the rules of the default profile and of talks.
// Every other rule has one of its own, named after it.
var keepers = map[string][]string{
	"ok-plain": {"readable", "page-size", "page-limit", "text-block", "figure-block", "body-font-size", "leading", "columns", "font-family",
		"page-numbers", "legible-figures", "author-names", "confidentiality", "fonts-embedded", "type3-fonts", "squeezed-text", "hidden-text", "faithful-text", "active-content"},
	"talk-ok": {"talk-outline", "talk-takeaways"},
}

// silent are the rules of the default profile that report no measurement where they
// are kept: they look for what must not be there.
var silent = []string{"readable", "figure-block", "legible-figures", "author-names", "confidentiality",
	"fonts-embedded", "type3-fonts", "squeezed-text", "hidden-text", "faithful-text", "active-content"}

// ofSites are the rules that need to know what was submitted; testdata/script/metadata.txtar
// has their papers.
var ofSites = []string{"submitted-title", "submitted-authors"}

// TestEveryRuleHasItsPapers: one paper violates the rule, and one keeps it because it
// was measured, not because nothing was required or seen. TestGoldenReports holds the
// reports that are read here.
func TestEveryRuleHasItsPapers(t *testing.T) {
	breakers := map[string][]string{}
	for _, row := range table(t, filepath.Join(folder("papers"), "truth.tsv")) {
		for rule, statuses := range expectations(row["breaks"]) {
			if !slices.Contains(statuses, string(report.StatusUnknown)) {
				breakers[rule] = append(breakers[rule], strings.TrimSuffix(row["file"], ".pdf"))
			}
		}
	}
	for _, rule := range profile.RuleIDs() {
		if slices.Contains(ofSites, rule) {
			continue
		}
		keeper, own := "ok-"+rule, true
		for paper, rules := range keepers {
			if slices.Contains(rules, rule) {
				keeper, own = paper, false
			}
		}
		if c := goldenCheck(t, keeper, rule); c.Status != report.StatusPass || c.Got == nil && !slices.Contains(silent, rule) {
			t.Errorf("%s: %s ends %q and was measured as %v", rule, keeper, c.Status, c.Got)
		}
		named := func(paper string) bool { return strings.Contains(paper, "-"+rule) }
		if len(breakers[rule]) == 0 || own && !slices.ContainsFunc(breakers[rule], named) {
			t.Errorf("%s: the papers that break it are %q", rule, breakers[rule])
		}
		for _, breaker := range breakers[rule] {
			if c := goldenCheck(t, breaker, rule); c.Status != report.StatusFail && c.Status != report.StatusWarn && c.Status != report.StatusNote {
				t.Errorf("%s: %s ends %q", rule, breaker, c.Status)
			}
		}
	}
}

// goldenCheck returns the check of a rule from the report that is beside a paper.
func goldenCheck(t *testing.T, paper, rule string) report.Check {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder("papers"), paper+".json"))
	if err != nil {
		t.Error(err)
		return report.Check{}
	}
	var golden report.Report
	if err := json.Unmarshal(data, &golden); err != nil || len(golden.Files) != 1 {
		t.Fatal(paper, err)
	}
	for _, c := range golden.Files[0].Checks {
		if c.Rule == rule {
			return c
		}
	}
	return report.Check{}
}
