package browser

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Venue is what the page shows of a profile.
type Venue struct {
	Name       string   `json:"name"`
	Title      string   `json:"title"`
	Community  string   `json:"community,omitempty"`
	Source     string   `json:"source,omitempty"`
	Caution    string   `json:"caution,omitempty"`
	Rules      int      `json:"rules"`            // without notes, which no verdict depends on
	Newest     []string `json:"newest,omitempty"` // the series of which it is the newest
	Categories []string `json:"categories,omitempty"`
}

// Venues are the built-in profiles, by community.
type Venues struct {
	Default     string   `json:"default"`
	Communities []string `json:"communities"`
	Venues      []Venue  `json:"venues"`
}

// BuiltIn returns the built-in profiles.
func BuiltIn() (Venues, error) {
	v := Venues{Default: profile.Default, Communities: profile.Communities()}
	all, err := profile.BuiltIn()
	if err != nil {
		return Venues{}, err
	}
	newest := profile.NewestOf(all)
	for _, p := range all {
		venue := venueOf(p)
		venue.Newest = slices.DeleteFunc(slices.Clone(p.Series), func(series string) bool { return newest[series] != p })
		v.Venues = append(v.Venues, venue)
	}
	return v, nil
}

func venueOf(p *profile.Profile) Venue {
	v := Venue{Name: p.Name, Title: p.Title, Community: p.Community, Source: p.Source, Caution: p.Head().Caution()}
	for _, rule := range p.Rules {
		if rule.Severity != report.SeverityNote {
			v.Rules++
		}
	}
	for _, c := range p.Categories {
		v.Categories = append(v.Categories, c.Category)
	}
	return v
}
