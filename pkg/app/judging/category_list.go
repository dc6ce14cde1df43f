package judging

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

// The names of the columns that are read, in small letters: systems name the paper's
// number differently. Of several the first counts.
var (
	paperColumns    = []string{"paper", "file", "paper id", "paper_id", "paperid", "submission", "submission id", "number", "id", "#"}
	categoryColumns = []string{"category", "track"}
)

// columns are the places of the fields in a row.
type columns struct{ paper, category int }

// findColumns finds the fields by a header; ok is false if the row is none.
func findColumns(row []string) (c columns, ok bool) {
	var names []string
	for _, field := range row {
		names = append(names, strings.ToLower(strings.TrimSpace(field)))
	}
	first := func(words []string) int {
		for _, word := range words {
			if i := slices.Index(names, word); i >= 0 {
				return i
			}
		}
		return -1
	}
	c = columns{first(paperColumns), first(categoryColumns)}
	return c, c.paper >= 0 && c.category >= 0
}

// fields returns the paper and the category of a row.
func (c columns) fields(row []string) (paper, category string, err error) {
	if len(row) <= max(c.paper, c.category) || strings.TrimSpace(row[c.paper]) == "" {
		return "", "", errors.New("expected a paper and its category, separated by a comma")
	}
	return strings.TrimSpace(row[c.paper]), strings.TrimSpace(row[c.category]), nil
}

// parseCategories reads rows of a paper and its category. A paper is named by its
// number or by its file.
func parseCategories(data []byte, p *profile.Profile) (*categories, error) {
	c := &categories{byName: map[string]*categoryLine{}, byID: map[string]*categoryLine{}, variants: map[string]*profile.Profile{}}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord, reader.TrimLeadingSpace, reader.Comma = -1, true, separator(data)
	at := columns{paper: 0, category: 1}
	for first := true; ; first = false {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return nil, err
		}
		if named, ok := findColumns(row); first && ok {
			at = named
			continue
		}
		number, _ := reader.FieldPos(0)
		paper, category, err := at.fields(row)
		if err == nil {
			err = c.add(paper, category, number, p)
		}
		switch {
		case err != nil && first && strings.EqualFold(category, "category"):
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// add adds a row.
func (c *categories) add(paper, category string, number int, p *profile.Profile) error {
	v, err := p.Variant(category)
	if err != nil {
		return err
	}
	lines, name := c.byName, slashed(paper)
	if id := profile.ParseID(paper); id != "" {
		lines, name = c.byID, id
	}
	if old := lines[name]; old != nil {
		if old.category != category {
			return fmt.Errorf("%s is already in category %q", batch.Shown(name), old.category)
		}
		c.twice = append(c.twice, fmt.Sprintf("%s on line %d", batch.Shown(name), number))
		return nil
	}
	lines[name], c.variants[category] = &categoryLine{name: name, category: category, number: number}, v
	return nil
}

// separator returns the most frequent separator of fields in the first line.
func separator(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best, most := ',', 0
	for _, r := range ",;\t" {
		if n := bytes.Count(line, []byte(string(r))); n > most {
			best, most = r, n
		}
	}
	return best
}
