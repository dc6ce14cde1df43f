package main

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/profile"
)

// venuesOfToday are the lines of the table of current editions, each with its profile
// and category.
var venuesOfToday = []struct{ venue, year, stage, profile, category string }{
	{"NeurIPS", "2026", "submission", "neurips26", ""},
	{"ICML", "2026", "submission", "icml26", ""},
	{"ICML", "2026", "final", "icml26", "final"},
	{"ICLR", "2027", "submission", "iclr27", ""},
	{"ICLR", "2026", "submission", "iclr26", ""},
	{"ICLR", "2026", "final", "iclr26", "final"},
	{"AAAI", "2027", "submission", "aaai27", ""},
	{"AAAI", "2026", "submission", "aaai26", ""},
	{"AAAI", "2026", "final", "aaai26", "final"},
	{"IJCAI / IJCAI-ECAI", "2025-26", "submission", "ijcai25", ""},
	{"IJCAI / IJCAI-ECAI", "2025-26", "submission", "ijcai26", ""},
	{"ECAI", "2024", "submission", "ecai24", ""},
	{"COLM", "2025-26", "submission", "colm25", ""},
	{"COLM", "2025-26", "submission", "colm26", ""},
	{"MLSys", "2025-26", "submission", "mlsys25", ""},
	{"MLSys", "2025-26", "submission", "mlsys26", ""},
	{"AISTATS", "2026", "submission", "aistats26", ""},
	{"UAI", "2026", "submission", "uai26", ""},
	{"COLT", "2026", "submission", "colt26", ""},
	{"CoRL", "2026", "submission", "corl26", ""},
	{"ACL Rolling Review (ACL, EMNLP, NAACL, EACL, AACL)", "2026", "submission long", "acl26", ""},
	{"ACL Rolling Review (ACL, EMNLP, NAACL, EACL, AACL)", "2026", "submission short", "acl26", "short"},
	{"ACL Rolling Review (ACL, EMNLP, NAACL, EACL, AACL)", "2026", "final", "acl26", "final"},
	{"CVPR", "2026", "submission", "cvpr26", ""},
	{"CVPR", "2026", "final", "cvpr26", "final"},
	{"CVPR", "2026", "rebuttal", "cvpr26", "rebuttal"},
	{"ICCV / WACV", "2025-26", "submission", "iccv25", ""},
	{"ICCV / WACV", "2025-26", "submission", "wacv26", ""},
	{"ECCV", "2026", "submission", "eccv26", ""},
	{"USENIX Security", "2027", "submission", "security27", ""},
	{"USENIX Security", "2026", "submission", "security26", ""},
	{"OSDI", "2026", "submission", "osdi26", ""},
	{"OSDI", "2026", "final", "osdi26-final", ""},
	{"NSDI", "2027", "submission and final", "nsdi27", ""},
	{"FAST", "2027", "submission", "fast27", ""},
	{"ATC (ACM SIGOPS)", "2026", "submission", "atc26", ""},
	{"SOSP", "2026", "submission", "sosp26", ""},
	{"EuroSys", "2027", "submission", "eurosys27", ""},
	{"ASPLOS", "2027", "submission", "asplos27", ""},
	{"SIGCOMM", "2026", "submission", "sigcomm26", ""},
	{"IMC", "2026", "submission", "imc26", ""},
	{"CoNEXT (PACMNET)", "2025-26", "submission", "conext26", ""},
	{"INFOCOM", "2026", "submission", "infocom26", ""},
	{"SIGMETRICS", "2026", "submission", "sigmetrics26", ""},
	{"SoCC", "2026", "submission", "socc26", ""},
	{"ISCA", "2026", "submission", "isca26", ""},
	{"MICRO", "2026", "submission", "micro26", ""},
	{"HPCA", "2025", "submission", "hpca25", ""},
	{"DAC", "2026", "submission", "dac26", ""},
	{"ACM CCS", "2026", "submission", "ccs26", ""},
	{"IEEE S&P", "2027", "submission", "sp27", ""},
	{"NDSS", "2027", "submission", "ndss27", ""},
	{"AsiaCCS", "2027", "submission", "asiaccs27", ""},
	{"PoPETs", "2025-", "submission", "popets25", ""},
	{"CHI", "2027", "submission", "chi27", ""},
	{"UIST", "2026", "submission", "uist26", ""},
	{"KDD", "2026", "submission", "kdd26", ""},
	{"WWW (The Web Conference)", "2026", "submission", "www26", ""},
	{"SIGIR", "2026", "submission", "sigir26", ""},
	{"WSDM", "2026", "submission", "wsdm26", ""},
	{"CIKM", "2026", "submission", "cikm26", ""},
	{"FAccT", "2026", "submission", "facct26", ""},
	{"SIGMOD (PACMMOD)", "2027", "submission", "sigmod27", ""},
	{"PVLDB", "Vol 19-20", "submission", "vldb26", ""},
	{"ICDE", "2027", "submission", "icde27", ""},
	{"ICSE", "2027", "submission", "icse27", ""},
	{"FSE (PACMSE)", "2027", "submission", "fse27", ""},
	{"ASE", "2026", "submission", "ase26", ""},
	{"ISSTA (PACMSE)", "2026", "submission", "issta26", ""},
	{"PLDI (PACMPL)", "2026", "submission", "pldi26", ""},
	{"POPL (PACMPL)", "2027", "submission", "popl27", ""},
	{"OOPSLA (PACMPL)", "2026", "submission", "oopsla26", ""},
	{"PPoPP", "2026", "submission", "ppopp26", ""},
	{"CAV", "2026", "submission", "cav26", ""},
	{"TACAS (ETAPS)", "2026", "submission", "tacas26", ""},
	{"Interspeech", "2025", "submission", "interspeech25", ""},
	{"ICASSP", "2026", "submission", "icassp26", ""},
	{"ICRA", "2026", "submission", "icra26", ""},
	{"IROS", "2025-26", "submission", "iros26", ""},
	{"RSS", "2026", "submission", "rss26", ""},
	{"ACM SIGGRAPH (conference track)", "2026", "submission", "siggraph26", ""},
	{"IEEE VIS", "2026", "submission", "vis26", ""},
	{"STOC / FOCS", "2026", "submission", "stoc26", ""},
	{"STOC / FOCS", "2026", "submission", "focs26", ""},
}

// isOfToday reports whether the profile is of a current edition.
func isOfToday(name string) bool {
	for _, v := range venuesOfToday {
		if v.profile == name {
			return true
		}
	}
	return false
}

// TestVenuesOfToday compares the profiles of current editions with their table: each
// line that has limits has its profile, which requires what the line says and reports
// how it was read.
func TestVenuesOfToday(t *testing.T) {
	compared := 0
	for _, line := range table(t, shared(t, "VENUES2.tsv")) {
		row := venueRow(line)
		found := false
		for _, v := range venuesOfToday {
			if v.venue != row["venue"] || v.year != row["year"] || v.stage != row["stage"] {
				continue
			}
			found = true
			compared++
			t.Run(v.profile+v.category, func(t *testing.T) { row.holdToday(t, v.profile, v.category) })
		}
		if !found && row["page_limit"] != "-" {
			t.Errorf("%s %s %s has no profile", row["venue"], row["year"], row["stage"])
		}
	}
	if compared < 80 {
		t.Errorf("%d profiles compared", compared)
	}
}

// firstNumber matches the first number of a cell.
var firstNumber = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// number returns the first number of a cell, 0 where it has none.
func (r venueRow) number(column string) float64 {
	v, _ := strconv.ParseFloat(firstNumber.FindString(r[column]), 64)
	return v
}

// holdToday compares a profile with its line. What was measured in the official style
// must meet the profile, and the profile must not allow much less.
func (r venueRow) holdToday(t *testing.T, name, category string) {
	t.Helper()
	base, err := profile.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := base.Variant(category)
	if err != nil {
		t.Fatal(err)
	}
	second := strings.HasPrefix(r["source_kind"], "secondary") || strings.Contains(r["source_kind"], "limit secondary") || strings.Contains(r["source_kind"], "numbers secondary")
	split := strings.Contains(r["source_kind"], "2026 secondary") // one line for two years
	if got := p.SourceKind == profile.SourceSecondary; got != second && !split || p.SourceKind == "" {
		t.Errorf("source kind %q, the table says %q", p.SourceKind, r["source_kind"])
	}
	r.atLeast(t, "size_pt", p.BodySize.Min, p.Tolerance.BodySize, 1)
	r.atLeast(t, "gutter_in", p.Gutter.Min, p.Tolerance.Gutter, 72)
	r.atMost(t, "block_w_in", p.Block.Width, p.Tolerance.Block)
	if name != "ecai24" { // the table has the height of the first page
		r.atMost(t, "block_h_in", p.Block.Height, p.Tolerance.Block)
	}
	if p.Columns != 0 && float64(p.Columns) != r.number("columns") {
		t.Errorf("%d columns, the table says %s", p.Columns, r["columns"])
	}
	r.holdNumber(t, p)
	blind := slices.ContainsFunc(p.Rules, func(rule profile.Rule) bool { return rule.ID == "anonymity" })
	if blind != strings.HasPrefix(r["anonymous"], "yes") && r["anonymous"] != "by category (tool and industrial: no)" && !strings.HasPrefix(r["anonymous"], "research yes") {
		t.Errorf("anonymity %v, the table says %q", blind, r["anonymous"])
	}
}

// holdNumber compares the page limit, and that of words where there is no other.
func (r venueRow) holdNumber(t *testing.T, p *profile.Profile) {
	t.Helper()
	want := r.number("page_limit")
	switch {
	case r["page_limit"] == "-", strings.HasPrefix(r["page_limit"], "none; first"):
	case len(p.Pages) == 0 && p.Words.Most != 12000:
		t.Errorf("no limit, the table says %q", r["page_limit"])
	case len(p.Pages) > 0 && float64(p.Pages[0].Most) != want && p.Name != "siggraph26":
		t.Errorf("%d pages, the table says %q", p.Pages[0].Most, r["page_limit"])
	}
}

// atLeast compares a minimum of the profile with what papers set with the style have.
func (r venueRow) atLeast(t *testing.T, column string, least, tolerance, unit float64) {
	t.Helper()
	if v := r.number(column); v > 0 && least > 0 && (v*unit < least-tolerance-.001 || v*unit > least+.12*v*unit) {
		t.Errorf("%s: at least %.3f, the table says %q", column, least/unit, r[column])
	}
}

// atMost compares a side of the block, in points, with what the style lays.
func (r venueRow) atMost(t *testing.T, column string, most, tolerance float64) {
	t.Helper()
	if v := r.number(column) * 72; v > 0 && most > 0 && math.Abs(v-most) > tolerance+.02*72 {
		t.Errorf("%s: at most %.3f, the table says %q", column, most/72, r[column])
	}
}
