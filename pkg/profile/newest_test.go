package profile

import (
	"slices"
	"strings"
	"testing"
)

// A conference without a year is its newest profile for submissions.
func TestBareNamesAreTheNewest(t *testing.T) {
	for bare, want := range map[string]string{
		"neurips": "neurips26", "acl": "acl26", "emnlp": "acl26", "cvpr": "cvpr26", "security": "security27",
		"iclr": "iclr27", "aaai": "aaai27", "osdi": "osdi26", "fast": "fast27", "foci": "foci20-final", "opml": "opml20",
	} {
		p, err := Load(bare)
		if err != nil || p.Name != want || p.Head().Name != want {
			t.Errorf("%s: %v, %v, want %s", bare, p, err, want)
		}
	}
	if Newest("") != "" || Newest("nowhere") != "" || Newest("neurip") != "" {
		t.Error("a name of no series has a newest profile")
	}
}

// Every built-in profile is dated data: how it was read, its community, and, where it
// is of a year, its series. No series has the name of a profile, and no profile that
// was read through another's notes is the default.
func TestEditionsAreData(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.SourceKind == "" || p.Community == "" || p.Community != "formats" && (p.Year == 0 || len(p.Series) == 0 && name != "opml20-talk") {
			t.Errorf("%s: source kind %q, community %q, year %d, series %v", name, p.SourceKind, p.Community, p.Year, p.Series)
		}
		for _, series := range p.Series {
			if slices.Contains(Names(), series) {
				t.Errorf("%s: the series %s has the name of a profile", name, series)
			}
		}
		if caution := p.Head().Caution(); strings.Contains(caution, "second source") != (p.SourceKind == SourceSecondary) {
			t.Errorf("%s, %s: caution %q", name, p.SourceKind, caution)
		}
		if p.SourceKind == SourceSecondary && name == Default {
			t.Error("the default was read through another's notes")
		}
	}
}
