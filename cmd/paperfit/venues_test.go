package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// venueRow is a line of the table of what calls for papers ask.
type venueRow map[string]string

// primary reports whether the line was read from the venue's own page.
func (r venueRow) primary() bool { return strings.HasPrefix(r["source_kind"], "primary") }

// TestVenues compares the built-in profiles with the table: each line that was
// read from a venue's own page has its profile, and each profile requires what its
// line says and nothing else of it.
func TestVenues(t *testing.T) {
	dir := shared(t, "VENUES.tsv")
	rows := 0
	used := map[string]bool{}
	for _, line := range table(t, dir) {
		row := venueRow(line)
		if !row.primary() {
			continue
		}
		rows++
		t.Run(row["venue"]+" "+row["year"]+" "+row["stage"], func(t *testing.T) {
			names := profilesOf(t, row)
			if len(names) == 0 {
				t.Fatalf("no built-in profile was read from %s", row["url"])
			}
			for _, name := range names {
				used[name] = true
				if isOfToday(name) {
					continue // the newer table says more of it
				}
				p, err := profile.Load(name)
				if err != nil {
					t.Fatal(err)
				}
				row.hold(t, p)
			}
		})
	}
	if rows < 40 {
		t.Errorf("%d lines of primary sources", rows)
	}
	for _, row := range venuesOfToday {
		used[row.profile] = true
	}
	for _, name := range profile.Names() {
		p, err := profile.Load(name)
		if err == nil && !used[name] && p.Community != "formats" && name != "opml20-talk" {
			t.Errorf("%s belongs to no line of the tables", name)
		}
	}
}

// builtIn returns all built-in profiles, read once.
var builtIn = sync.OnceValues(func() (out []*profile.Profile, err error) {
	for _, name := range profile.Names() {
		p, err := profile.Load(name)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
})

// profilesOf returns the profiles that were read from a line's page, of its year
// and stage where they say so.
func profilesOf(t *testing.T, row venueRow) []string {
	t.Helper()
	profiles, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range profiles {
		staged := p.Stage == "" || row["stage"] == "both" || p.Stage == row["stage"]
		if p.Source == row["url"] && staged && (p.Year == 0 || strings.HasPrefix(row["year"], strconv.Itoa(p.Year))) {
			out = append(out, p.Name)
		}
	}
	return out
}

// hold compares a profile with its line, column by column.
func (r venueRow) hold(t *testing.T, p *profile.Profile) {
	t.Helper()
	on := func(id string) bool {
		return slices.ContainsFunc(p.Rules, func(rule profile.Rule) bool { return rule.ID == id })
	}
	r.same(t, p, "size_pt", p.BodySize.Min, 1)
	r.same(t, p, "leading_pt", p.Leading.Min, 1)
	r.same(t, p, "block_w_in", p.Block.Width, 72)
	r.same(t, p, "block_h_in", p.Block.Height, 72)
	r.same(t, p, "gutter_in", p.Gutter.Min, 72)
	r.same(t, p, "columns", float64(p.Columns), 1)
	r.holdPages(t, p)
	papers := map[string]int{"letter": 1, "A4": 1, "letter or A4": 2, "-": 0}
	if len(p.Paper) != papers[r["paper"]] || r["paper"] == "A4" && p.Paper[0].Height < 800 {
		t.Errorf("%s: paper %v, the table says %s", p.Name, p.Paper, r["paper"])
	}
	numbers := map[string]profile.Presence{"required": profile.Required, "forbidden": profile.Forbidden, "required at review, forbidden in final": profile.Required}
	if on("page-numbers") && p.Name != profile.Default && p.Numbering != numbers[r["page_numbers"]] || on("page-numbers") != (numbers[r["page_numbers"]] != "") {
		t.Errorf("%s: numbering %q, the table says %s", p.Name, p.Numbering, r["page_numbers"])
	}
	blind := strings.HasPrefix(r["anonymous"], "yes")
	if p.Name != "usenix" && on("anonymity") != blind { // the format alone, without the review
		t.Errorf("%s: anonymity %v, the table says %s", p.Name, on("anonymity"), r["anonymous"])
	}
	if on("forbidden-sections") != (r["appendix_rule"] == "not allowed" || r["appendix_rule"] == "separate 2-page file") {
		t.Errorf("%s: forbids %v, the table says of appendices: %s", p.Name, p.Forbid, r["appendix_rule"])
	}
	times := on("font-family") && slices.Contains(p.Families, "times")
	if times != strings.Contains(r["body_font"], "Times") {
		t.Errorf("%s: families %v, the table says %s", p.Name, p.Families, r["body_font"])
	}
}

// same compares a measure, in points, with a cell; "-" is no requirement.
func (r venueRow) same(t *testing.T, p *profile.Profile, column string, got, unit float64) {
	t.Helper()
	want, err := strconv.ParseFloat(r[column], 64)
	if err != nil {
		want = 0
	}
	if math.Abs(got-want*unit) > .01*unit {
		t.Errorf("%s: %s is %g, the table says %q", p.Name, column, got/unit, r[column])
	}
}

// holdPages compares the page limits with a line's: its numbers are limits of the
// profile or of one of its categories.
func (r venueRow) holdPages(t *testing.T, p *profile.Profile) {
	t.Helper()
	if p.Name == "usenix" {
		return // the format alone
	}
	limits := map[string]bool{}
	for _, v := range append([]*profile.Profile{p}, p.Categories...) {
		for _, l := range v.Pages {
			limits[fmt.Sprint(l.Most)] = true
			limits[fmt.Sprint(l.Least)] = true
		}
		limits[fmt.Sprint(v.Words.Most)] = true
	}
	numbers := strings.FieldsFunc(r["page_limit"], func(r rune) bool { return r < '0' || r > '9' })
	for _, n := range numbers {
		switch {
		case strings.Contains(r["page_limit"], "12 (+2") && n == "2":
			n = "14"
		case strings.Contains(r["page_limit"], "8 long / 4 short (final +1") && n == "1":
			n = "9"
		}
		if !limits[n] {
			t.Errorf("%s: no limit is %s, the table says %s", p.Name, n, r["page_limit"])
		}
	}
	if (len(p.Pages) == 0) != (len(numbers) == 0) {
		t.Errorf("%s: page limits %v, the table says %s", p.Name, p.Pages, r["page_limit"])
	}
	if len(p.Pages) == 0 {
		return
	}
	left := p.Pages[0].Except
	for word, part := range map[string]string{"ppendi": "appendices", "cknowledg": "acknowledgments", "thic": "ethics", "imitation": "limitations", "topic": "discussion-topics", "eferences": "references", "ibliography": "references"} {
		said, _, _ := strings.Cut(r["limit_excludes"], "(appendices count")
		said, _, _ = strings.Cut(said, "(footnotes, app")
		has := slices.ContainsFunc(left, func(l profile.Part) bool { return l.Section == part })
		if strings.Contains(said, word) && !has {
			t.Errorf("%s: the limit leaves out %v, the table says %s", p.Name, left, r["limit_excludes"])
		}
	}
	if r["limit_excludes"] == "nothing" && len(left) > 0 {
		t.Errorf("%s: the limit leaves out %v, the table says nothing", p.Name, left)
	}
}

// TestProfilesNameTheirSource: every built-in profile reports the page and, where
// it is of one year, the year it was read for.
func TestProfilesNameTheirSource(t *testing.T) {
	for _, name := range profile.Names() {
		p, err := profile.Load(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(p.Source, "://") || p.Year == 0 && p.Community != "formats" {
			t.Errorf("%s: source %q, year %d", name, p.Source, p.Year)
		}
		text, err := os.ReadFile(filepath.Join(root, "pkg", "profile", "venues", name+".yaml"))
		if err != nil || !strings.Contains(string(text), "source: ") {
			t.Errorf("%s does not name its own source: %v", name, err)
		}
	}
}
