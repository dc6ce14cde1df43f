package profile

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Default is the profile that is used if none is given.
const Default = "opml20"

//go:embed venues/*.yaml
var venues embed.FS

// venueExt ends the name of a venue's file.
const venueExt = ".yaml"

// Names returns the names of the built-in profiles, sorted.
func Names() []string {
	entries, err := venues.ReadDir("venues")
	if err != nil {
		panic("the venues are embedded: " + err.Error())
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), venueExt)
	}
	return names
}

// BuiltIn returns the built-in profiles, in the order of their names.
func BuiltIn() ([]*Profile, error) {
	var out []*Profile
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// Named returns what a name stands for that is not of a file: HotCRP's specification, or
// what Load returns.
func Named(name string) (*Profile, error) {
	if IsHotCRP(name) {
		return ParseHotCRP(name)
	}
	return Load(name)
}

//go:generate go test -tags from_yaml -run BuiltInProfilesAreCompiled -count=1 . -update

// Load returns the built-in profile of that name, or the newest one of that series,
// which has its own name then. The error names the nearest one.
func Load(name string) (*Profile, error) {
	data, err := venueFile(name)
	if err != nil {
		if newest := Newest(name); newest != "" {
			name = newest
			data, err = venueFile(name)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%w (a profile of your own is a .yaml file)", err)
	}
	if p := venue(name); p != nil {
		return p, nil
	}
	return Parse(name, data)
}

// venueFile returns the text of a built-in profile.
func venueFile(name string) ([]byte, error) {
	data, err := venues.ReadFile(path.Join("venues", name+venueExt))
	if err == nil && !strings.Contains(name, "/") {
		return data, nil
	}
	remedy := suggest(strings.ToLower(name), Names())
	if remedy == "" {
		remedy = "; \"paperfit profiles list\" lists the built-in ones"
	}
	return nil, fmt.Errorf("unknown profile %q%s", name, remedy)
}

func unknownCategory(profile, category string, known []string) error {
	if len(known) == 0 {
		return fmt.Errorf("profile %s has no categories; remove --category", profile)
	}
	return fmt.Errorf("profile %s has no category %q; its categories are %s", profile, category, strings.Join(known, ", "))
}

// Head returns the description of the profile in reports.
func (p *Profile) Head() report.Profile {
	return report.Profile{Name: p.Name, Title: p.Title, Source: p.Source, Digest: p.Digest, Category: p.Category, SourceKind: p.SourceKind}
}

// digest returns the hash of what the profile requires. Its name is left out: a file
// that is renamed requires the same.
func (p Profile) digest() string {
	p.Name, p.Digest = "", ""
	categories := p.Categories
	p.Categories = nil
	for _, c := range categories {
		p.Categories = append(p.Categories, &Profile{Category: c.Category, Digest: c.Digest})
	}
	canonical, err := json.Marshal(p)
	if err != nil {
		panic("a profile is plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return "sha256:" + hex.EncodeToString(sum[:])
}
