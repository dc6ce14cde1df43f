package judging

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// maxCategoryBytes caps a file of categories.
const maxCategoryBytes = 16 << 20

// categories maps papers to categories of the profile.
type categories struct {
	byName   map[string]*categoryLine    // by path or name of a file
	byID     map[string]*categoryLine    // by the paper's number
	variants map[string]*profile.Profile // by category; "" is the usual one
	twice    []string                    // papers that were named before, and their lines
}

// categoryLine is a line of the file.
type categoryLine struct {
	name     string
	category string
	number   int
	used     atomic.Bool // some paper has its name
}

// loadCategories reads a CSV file with a paper and its category, "" for none, on each
// line; fields may also be separated by semicolons or tabs, as spreadsheets do in some
// countries. A first line may name the columns; others are ignored. Every category must
// be one of the profile's.
func loadCategories(name string, p *profile.Profile) (*categories, error) {
	if name == "" {
		return nil, nil
	}
	data, err := batch.ReadFile(name, maxCategoryBytes)
	if err != nil {
		return nil, fmt.Errorf("categories %s: %w", name, err)
	}
	c, err := parseCategories(data, p)
	if err != nil {
		return nil, fmt.Errorf("categories %s: %w", name, err)
	}
	return c, nil
}

// reportUnused names papers that have a category and were not checked, and those that
// are there twice.
func (c *categories) reportUnused(w io.Writer) {
	if c == nil {
		return
	}
	if len(c.twice) > 0 {
		fmt.Fprintf(w, "paperfit: the file of categories names papers twice: %s\n", batch.Some(c.twice, maxUnused))
	}
	var unused []*categoryLine
	for _, lines := range []map[string]*categoryLine{c.byName, c.byID} {
		for _, line := range lines {
			if !line.used.Load() {
				unused = append(unused, line)
			}
		}
	}
	if len(unused) == 0 {
		return
	}
	slices.SortFunc(unused, func(a, b *categoryLine) int { return a.number - b.number })
	var named []string
	for _, line := range unused {
		named = append(named, fmt.Sprintf("%s on line %d", batch.Shown(line.name), line.number))
	}
	fmt.Fprintf(w, "paperfit: the file of categories names papers that were not checked: %s\n", batch.Some(named, maxUnused))
}

// of returns the category of a file: by its path, its name or the number of its paper,
// the first that is known.
func (c *categories) of(name string) string {
	if c == nil {
		return ""
	}
	name = slashed(name)
	line := c.byName[name]
	if line == nil {
		line = c.byName[path.Base(name)]
	}
	if line == nil && len(c.byID) > 0 {
		line = c.byID[profile.PaperID(name)]
	}
	if line == nil {
		return ""
	}
	line.used.Store(true)
	return line.category
}

func slashed(name string) string { return path.Clean(strings.ReplaceAll(name, "\\", "/")) }
