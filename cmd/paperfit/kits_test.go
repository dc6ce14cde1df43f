package main

import (
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// TestKits sets a paper with the class of each current profile, or with its numbers,
// that ends on the last page allowed: it passes. With one thing broken at a time it
// fails by that rule alone. -update keeps the results for docs/venues.md.
func TestKits(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil || !thorough {
		t.Skip("this takes pdflatex, and minutes: PAPERFIT_ORACLE=all")
	}
	results := kitResults(t)
	var mu sync.Mutex
	for _, name := range kitProfiles() {
		p := profileOf(t, name)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := kitPaper{p: p, kit: kitOf(p), pages: lastPage(p)}.result(t)
			mu.Lock()
			defer mu.Unlock()
			results[name] = r
		})
	}
	if *update {
		t.Cleanup(func() { writeKitResults(t, results) })
	}
}

// result sets the paper and those that break it, and reports what differs.
func (k kitPaper) result(t *testing.T) kitResult {
	t.Helper()
	r := kitResult{with: k.setWith(), fails: strings.Join(failedRules(t, k), ","), broken: k.breakable(), other: map[string]string{}}
	if r.fails != "" {
		t.Errorf("the paper that the profile allows fails %s", r.fails)
	}
	for _, rule := range r.broken {
		if failed := strings.Join(failedRules(t, k.breaking(rule)), ","); failed != rule {
			r.other[rule] = failed
			t.Errorf("a paper that violates %s fails %s", rule, orNothing(failed))
		}
	}
	return r
}

// setWith returns the class, or that the profile's numbers take its place.
func (k kitPaper) setWith() string {
	if k.kit.name == "" {
		return "its numbers"
	}
	return k.kit.name
}

// kitProfiles returns the profiles of current editions, each once.
func kitProfiles() []string {
	var out []string
	for _, v := range venuesOfToday {
		if !slices.Contains(out, v.profile) {
			out = append(out, v.profile)
		}
	}
	return out
}

// lastPage returns the last page that the text may reach.
func lastPage(p *profile.Profile) int {
	if len(p.Pages) == 0 {
		return 4
	}
	return p.Pages[0].Most
}

// breaks are the ways to break a paper, by the rule that says so.
var breaks = []struct {
	rule   string
	change func(*kitPaper)
}{
	{"page-limit", func(k *kitPaper) { k.pages++ }},
	{"page-size", func(k *kitPaper) { k.paper = true }},
	{"body-font-size", func(k *kitPaper) { k.smaller = true }},
	{"leading", func(k *kitPaper) { k.tighter = true }},
	{"anonymity", func(k *kitPaper) { k.named = true }},
	{"required-sections", func(k *kitPaper) { k.without = true }},
	{"line-numbers", func(k *kitPaper) { k.bare = true }},
	{"paper-id", func(k *kitPaper) { k.unnamed = true }},
	{"pdf-version", func(k *kitPaper) { k.old = true }},
	{"links", func(k *kitPaper) { k.linked = true }},
}

// breakable returns the rules of the profile that a paper can be made to break.
func (k kitPaper) breakable() []string {
	var out []string
	for _, b := range breaks {
		if b.rule == "leading" && k.kit.leading < k.kit.size+1.1 {
			continue // lines would overlap
		}
		if slices.ContainsFunc(k.p.Rules, func(r profile.Rule) bool { return r.ID == b.rule && r.Severity != report.SeverityNote }) {
			out = append(out, b.rule)
		}
	}
	return out
}

// breaking returns the paper with one thing broken.
func (k kitPaper) breaking(rule string) kitPaper {
	for _, b := range breaks {
		if b.rule == rule {
			b.change(&k)
		}
	}
	return k
}

// failedRules returns the rules that a paper does not pass. The space around headings
// is a class's own: papers set with a profile's numbers say nothing of it.
func failedRules(t *testing.T, k kitPaper) []string {
	t.Helper()
	var out []string
	runs := 1
	if k.kit.acm || k.lineNumbers() != "" { // they read what the last run wrote
		runs = 2
	}
	for _, c := range checkFor(t, typesetTimes(t, k.source(), runs), k.p).Checks {
		if c.Status != report.StatusPass && c.Status != report.StatusNote && (k.kit.name != "" || c.Rule != "heading-space") {
			out = append(out, c.Rule)
		}
	}
	return out
}
