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

// Default is the profile that holds when none is named.
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

// Load returns the built-in profile of that name. The error names the nearest
// one, or all of them.
func Load(name string) (*Profile, error) {
	data, err := venues.ReadFile(path.Join("venues", name+venueExt))
	if err != nil {
		return nil, unknownProfile(name)
	}
	return Parse(name, data)
}

func unknownProfile(name string) error {
	remedy := suggest(name, Names())
	if remedy == "" {
		remedy = "; the built-in profiles are " + strings.Join(Names(), ", ")
	}
	return fmt.Errorf("there is no profile %q%s (a profile of your own is a file that ends in .yaml)", name, remedy)
}

// Head returns what a report says of the profile.
func (p *Profile) Head() report.Profile {
	return report.Profile{Name: p.Name, Title: p.Title, Source: p.Source, Digest: p.Digest}
}

// digest returns the hash of what the profile asks. Its name is left out: a
// file that is renamed asks the same.
func (p Profile) digest() string {
	p.Name, p.Digest = "", ""
	canonical, err := json.Marshal(p)
	if err != nil {
		panic("a profile is plain data: " + err.Error())
	}
	sum := sha256.Sum256(canonical)
	return "sha256:" + hex.EncodeToString(sum[:])
}
