package judging

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// columnNames are the headers by which HotCRP, EasyChair and others name columns; case,
// spaces and signs do not matter.
var columnNames = map[string][]string{
	"id":      {"id", "paper", "paperid", "pid", "number", "papernumber", "submission", "submissionid", "submissionnumber", ""},
	"path":    {"path", "file", "filename", "pdf"},
	"title":   {"title", "papertitle"},
	"authors": {"authors", "authorlist", "authornames"},
	"name":    {"name", "author", "authorname"},
	"given":   {"given", "first", "firstname", "givenname"},
	"family":  {"family", "last", "lastname", "familyname", "surname"},
}

// columnOf returns what a header's column holds, "" for what is not needed.
func columnOf(header string) string {
	header = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(header))
	for column, names := range columnNames {
		if slices.Contains(names, header) {
			return column
		}
	}
	return ""
}

// readCSV reads a table with a header: a row for each paper, or for each of its authors.
func (s *submissions) readCSV(data []byte) error {
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord, reader.TrimLeadingSpace, reader.Comma = -1, true, separator(data)
	header, err := reader.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	columns := map[string]int{}
	for i, name := range header {
		column := columnOf(name)
		if _, taken := columns[column]; column != "" && !taken {
			columns[column] = i
		}
	}
	_, hasID := columns["id"]
	if _, hasPath := columns["path"]; !hasID && !hasPath {
		return errors.New("line 1: no column named ID or path")
	}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := reader.FieldPos(0)
		if err := s.add(rowOf(columns, cells)); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

func rowOf(columns map[string]int, cells []string) row {
	cell := func(column string) string {
		if i, ok := columns[column]; ok && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	r := row{id: cell("id"), path: cell("path"), title: cell("title"), authors: splitAuthors(cell("authors"))}
	if name := nameOf(cell("name"), cell("given"), cell("family")); name != "" {
		r.authors = append(r.authors, name)
	}
	return r
}

// nameOf returns a name that comes whole or in two parts.
func nameOf(whole, given, family string) string {
	if family == "" {
		return strings.TrimSpace(whole + " " + given)
	}
	if given == "" {
		return family
	}
	return family + ", " + given
}

// readJSON reads an array of objects, as HotCRP exports them, or one with such an array
// as its papers.
func (s *submissions) readJSON(data []byte) error {
	var list []map[string]any
	if err := json.Unmarshal(data, &list); err != nil {
		var all struct {
			Papers      []map[string]any `json:"papers"`
			Submissions []map[string]any `json:"submissions"`
		}
		if json.Unmarshal(data, &all) != nil || all.Papers == nil && all.Submissions == nil {
			return fmt.Errorf("expected an array of objects: %w", err)
		}
		list = slices.Concat(all.Papers, all.Submissions)
	}
	for i, object := range list {
		r := row{}
		fields := fieldsOf(object)
		r.id, r.path, r.title = textOf(fields["id"]), textOf(fields["path"]), textOf(fields["title"])
		r.authors = authorsOf(fields["authors"])
		if err := s.add(r); err != nil {
			return fmt.Errorf("object %d: %w", i+1, err)
		}
	}
	return nil
}

// fieldsOf returns the fields of an object by what they hold. “id” comes before other
// names of the same.
func fieldsOf(object map[string]any) map[string]any {
	out := map[string]any{}
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		column := columnOf(name)
		if _, taken := out[column]; column != "" && (!taken || strings.EqualFold(name, column)) {
			out[column] = object[name]
		}
	}
	return out
}

// textOf returns a string or a number as text, "" for anything else.
func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return fmt.Sprintf("%.0f", v)
	}
	return ""
}

// authorsOf reads a list of names, of objects with names, or one text with all of them.
func authorsOf(value any) []string {
	list, ok := value.([]any)
	if !ok {
		return splitAuthors(textOf(value))
	}
	var out []string
	for _, item := range list {
		name := textOf(item)
		if object, ok := item.(map[string]any); ok {
			fields := fieldsOf(object)
			name = nameOf(textOf(fields["name"]), textOf(fields["given"]), textOf(fields["family"]))
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}
