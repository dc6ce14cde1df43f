package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// maxCategoryBytes caps a file of categories.
const maxCategoryBytes = 16 << 20

// categories tells which papers belong to which category of the profile.
type categories struct {
	byName   map[string]string           // path or name of a file → category
	variants map[string]*profile.Profile // by category; "" is the usual one
}

// loadCategories reads a CSV file whose lines are a file and its category, "" for
// none. A first line "file,category" is its head. Every category must be one of
// the profile's.
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
	c := &categories{map[string]string{}, map[string]*profile.Profile{}}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	reader.FieldsPerRecord, reader.TrimLeadingSpace = -1, true
	for first := true; ; first = false {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := reader.FieldPos(0)
		if len(row) < 2 || strings.TrimSpace(row[0]) == "" {
			return nil, fmt.Errorf("line %d: a file and its category belong here, parted by a comma", line)
		}
		file, category := slashed(strings.TrimSpace(row[0])), strings.TrimSpace(row[1])
		if first && strings.EqualFold(file, "file") && strings.EqualFold(category, "category") {
			continue
		}
		v, err := p.Variant(category)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if old, twice := c.byName[file]; twice && old != category {
			return nil, fmt.Errorf("line %d: %s has the category %q already", line, file, old)
		}
		c.byName[file], c.variants[category] = category, v
	}
}

// of returns the category of a file, by its path or by its name.
func (c *categories) of(name string) string {
	if c == nil {
		return ""
	}
	name = slashed(name)
	if category, ok := c.byName[name]; ok {
		return category
	}
	return c.byName[path.Base(name)]
}

func slashed(name string) string { return path.Clean(strings.ReplaceAll(name, "\\", "/")) }

// checkerOf returns the checker for a category of papers.
func (j *job) checkerOf(category string) *batch.Checker {
	if c := j.byCategory[category]; category != "" && c != nil {
		return c
	}
	return &j.checker
}

// checkers returns the checkers of all categories; each is made once.
func (j *job) checkers() []*batch.Checker {
	out := []*batch.Checker{&j.checker}
	for _, c := range j.byCategory {
		out = append(out, c)
	}
	return out
}

// categorize gives the job a checker for each category of papers.
func (j *job) categorize() {
	j.byCategory = map[string]*batch.Checker{}
	if j.judging.categories == nil {
		return
	}
	for category, p := range j.judging.categories.variants {
		if category == "" {
			continue
		}
		checker := j.checker
		checker.Profile = p
		j.byCategory[category] = &checker
	}
}
