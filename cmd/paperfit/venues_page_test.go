package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// TestVenuesPageHoldsTheProfiles: docs/venues.md holds a line for each built-in profile:
// how its source was read, and for current editions what its papers are set with and
// which rules are broken in them one at a time (-update writes them).
func TestVenuesPageHoldsTheProfiles(t *testing.T) {
	linesOf := map[string][]string{}
	for _, name := range profile.Names() {
		p := profileOf(t, name)
		linesOf[p.Community] = append(linesOf[p.Community], venueLine(p))
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
	holdPart(t, filepath.Join(root, "docs", "venues.md"), "venues", table.String())
}

// venueLine returns a profile's line of the table.
func venueLine(p *profile.Profile) string {
	with, broken := "", ""
	if isOfToday(p.Name) {
		fit := kitPaper{p: p, kit: kitOf(p)}
		with, broken = fit.kit.name, codes(fit.breakable())
		if with == "" {
			with = "its numbers"
		}
	}
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
