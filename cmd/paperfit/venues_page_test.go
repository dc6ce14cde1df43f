package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// TestVenuesPageHoldsTheProfiles: docs/venues.md holds a line for each built-in profile:
// how its source was read, and for current editions what TestKits found (-update
// writes them).
func TestVenuesPageHoldsTheProfiles(t *testing.T) {
	results := kitResults(t)
	linesOf := map[string][]string{}
	for _, name := range profile.Names() {
		p := profileOf(t, name)
		linesOf[p.Community] = append(linesOf[p.Community], venueLine(p, results[name]))
	}
	var table strings.Builder
	for _, community := range profile.Communities() {
		lines := linesOf[community]
		if len(lines) == 0 {
			continue
		}
		fmt.Fprintf(&table, "\n## %s\n\n| profile | for | read from | papers set with | broken one at a time |\n|---|---|---|---|---|\n%s",
			strings.ToUpper(community[:1])+strings.ReplaceAll(community[1:], "-", " "), strings.Join(lines, ""))
	}
	page := filepath.Join(root, "docs", "venues.md")
	holdPart(t, page, "kits", kitSummary(results))
	holdPart(t, page, "venues", table.String())
}

// TestKitResultsAreOfTheProfiles: the results are those of the papers that the profiles
// of today have.
func TestKitResultsAreOfTheProfiles(t *testing.T) {
	results := kitResults(t)
	for _, name := range kitProfiles() {
		p := profileOf(t, name)
		fit := kitPaper{p: p, kit: kitOf(p)}
		if r := results[name]; r.with != fit.setWith() || !slices.Equal(r.broken, fit.breakable()) {
			t.Errorf("%s has other results; PAPERFIT_ORACLE=all go test ./cmd/paperfit -run 'Kits/%s$' -update", name, name)
		}
	}
	if n := len(kitProfiles()); len(results) != n {
		t.Errorf("%d results of %d profiles", len(results), n)
	}
}

// venueLine returns a profile's line of the table.
func venueLine(p *profile.Profile, r kitResult) string {
	with, broken := r.cells()
	source := fmt.Sprintf("[%s](%s)", p.SourceKind, p.Source)
	if caution := p.Head().Caution(); caution != "" {
		source += ", " + caution
	}
	title := strings.ReplaceAll(p.Title, "*", "\\*")
	if p.Remark != "" {
		title += "; " + p.Remark
	}
	return fmt.Sprintf("| `%s` | %s | %s | %s | %s |\n", p.Name, title, source, with, broken)
}
