// Package judging loads the rules by which papers are judged: the venue's profile,
// the categories of papers, and the waivers of the chair.
package judging

import (
	"fmt"
	"io"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Options name the rules by which papers are judged. All commands that judge papers
// have them.
type Options struct {
	Profile       string // a built-in one, a file that ends in .yaml, or HotCRP's specification
	Category      string // the profile's category of papers, "" for the usual ones
	Categories    string // the file of categories, "" for none
	Waivers       string // the file of waivers, "" for none
	Metadata      string // the file of what the submission system knows, "" for none
	FailOnWarning bool   // a violated rule of severity warning fails a paper too
}

// Criteria are the rules by which papers are judged.
type Criteria struct {
	Profile       *profile.Profile // of papers without a category of their own
	FailOnWarning bool

	categories *categories // nil: all papers are of one
	waivers    *waivers    // nil: none

	submissions *submissions // nil: nothing is known
}

// Load reads what the options name. Its errors are sentences for people that name
// the file and the line.
func (o Options) Load() (*Criteria, error) {
	usual, err := LoadProfile(o.Profile)
	if err != nil {
		return nil, err
	}
	c := &Criteria{FailOnWarning: o.FailOnWarning}
	if c.submissions, err = loadSubmissions(o.Metadata); err != nil {
		return nil, err
	}
	if c.submissions != nil {
		usual = usual.WithSubmissions()
	}
	if c.Profile, err = usual.Variant(o.Category); err != nil {
		return nil, err
	}
	if c.categories, err = loadCategories(o.Categories, usual); err != nil {
		return nil, err
	}
	if c.waivers, err = loadWaivers(o.Waivers, c.FailOnWarning); err != nil {
		return nil, err
	}
	return c, nil
}

// CategoryOf returns the category of a paper by its path or name, "" when the file
// of categories names none.
func (c *Criteria) CategoryOf(path string) string { return c.categories.of(path) }

// ProfileOf returns the profile of a paper's category.
func (c *Criteria) ProfileOf(path string) *profile.Profile {
	if category := c.categories.of(path); category != "" {
		return c.categories.variants[category]
	}
	return c.Profile
}

// Submission returns what the submission system knows of a paper by its path or name,
// nil for nothing.
func (c *Criteria) Submission(path string) *report.Submission { return c.submissions.of(path) }

// Variants returns the profile of each category that the file of categories names.
func (c *Criteria) Variants() map[string]*profile.Profile {
	out := map[string]*profile.Profile{}
	if c.categories == nil {
		return out
	}
	for category, p := range c.categories.variants {
		if category != "" {
			out[category] = p
		}
	}
	return out
}

// Waive applies the waivers for the file.
func (c *Criteria) Waive(file *report.File) { c.waivers.apply(file) }

// ReportUnused reports waivers and categories that match no paper: names in them may
// be misspelled.
func (c *Criteria) ReportUnused(w io.Writer) {
	c.categories.reportUnused(w)
	c.waivers.reportUnused(w)
}

// maxUnused is how many unused waivers or categories are named.
const maxUnused = 5

// maxProfileBytes caps a profile's file: a long one has some hundred lines.
const maxProfileBytes = 1 << 20

// LoadProfile loads a built-in profile by its name, one of the user's by the
// name of its file, or HotCRP's specification.
func LoadProfile(name string) (*profile.Profile, error) {
	if profile.IsHotCRP(name) || !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") {
		return profile.Named(name)
	}
	return ReadProfile(name)
}

// LoadVariant loads a profile's variant for a category of papers, "" for the
// usual ones.
func LoadVariant(name, category string) (*profile.Profile, error) {
	p, err := LoadProfile(name)
	if err != nil {
		return nil, err
	}
	return p.Variant(category)
}

// ReadProfile reads a profile's file, whatever its name.
func ReadProfile(name string) (*profile.Profile, error) {
	data, err := batch.ReadFile(name, maxProfileBytes)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	return profile.Parse(name, data)
}

// ReadProfileFrom reads a profile from a stream, which its errors call by a name.
func ReadProfileFrom(r io.Reader, name string) (*profile.Profile, error) {
	data, err := batch.ReadAll(r, maxProfileBytes)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	return profile.Parse(name, data)
}
