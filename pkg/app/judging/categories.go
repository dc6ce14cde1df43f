package judging

import (
	"bytes"
	"encoding/csv"
	"errors"
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
	variants map[string]*profile.Profile // by category; "" is the usual one
}

// categoryLine is a line of the file.
type categoryLine struct {
	category string
	number   int
	used     atomic.Bool // some paper has its name
}

// loadCategories reads a CSV file with a file and its category, "" for none, on each
// line; the two may also be separated by a semicolon or a tab, as spreadsheets do in
// some countries. A first line whose second field is "category" is a header. Every
// category must be one of the profile's.
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

func parseCategories(data []byte, p *profile.Profile) (*categories, error) {
	c := &categories{map[string]*categoryLine{}, map[string]*profile.Profile{}}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord, reader.TrimLeadingSpace, reader.Comma = -1, true, separator(data)
	for first := true; ; first = false {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return nil, err
		}
		number, _ := reader.FieldPos(0)
		if len(row) < 2 || strings.TrimSpace(row[0]) == "" {
			return nil, fmt.Errorf("line %d: expected a file and its category, separated by a comma", number)
		}
		file, category := slashed(strings.TrimSpace(row[0])), strings.TrimSpace(row[1])
		v, err := p.Variant(category)
		switch {
		case err != nil && first && strings.EqualFold(category, "category"):
			continue
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if old := c.byName[file]; old != nil && old.category != category {
			return nil, fmt.Errorf("line %d: %s is already in category %q", number, batch.Shown(file), old.category)
		}
		c.byName[file], c.variants[category] = &categoryLine{category: category, number: number}, v
	}
}

// separator returns the separator of the fields in the first line.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	for _, r := range ",;\t" {
		if bytes.ContainsRune(line, r) {
			return r
		}
	}
	return ','
}

// reportUnused names files that have a category and are not among the papers.
func (c *categories) reportUnused(w io.Writer) {
	if c == nil {
		return
	}
	var unused []string
	for file, line := range c.byName {
		if !line.used.Load() {
			unused = append(unused, file)
		}
	}
	slices.SortFunc(unused, func(a, b string) int { return c.byName[a].number - c.byName[b].number })
	if len(unused) == 0 {
		return
	}
	var named []string
	for _, file := range unused[:min(len(unused), maxUnused)] {
		named = append(named, fmt.Sprintf("%s on line %d", batch.Shown(file), c.byName[file].number))
	}
	more := ""
	if n := len(unused) - len(named); n > 0 {
		more = fmt.Sprintf(" and %d more", n)
	}
	fmt.Fprintf(w, "paperfit: the file of categories names papers that were not checked: %s%s\n", strings.Join(named, ", "), more)
}

// of returns the category of a file, by its path or by its name.
func (c *categories) of(name string) string {
	if c == nil {
		return ""
	}
	name = slashed(name)
	line := c.byName[name]
	if line == nil {
		line = c.byName[path.Base(name)]
	}
	if line == nil {
		return ""
	}
	line.used.Store(true)
	return line.category
}

func slashed(name string) string { return path.Clean(strings.ReplaceAll(name, "\\", "/")) }
