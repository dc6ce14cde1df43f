package judging

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// Caps on a file of metadata.
const (
	maxMetadataBytes = 64 << 20
	maxSubmissions   = 200_000
)

// submissions are what the submission system knows of its papers.
type submissions struct {
	list   []*report.Submission
	byID   map[string]*report.Submission
	byPath map[string]*report.Submission
}

// loadSubmissions reads a file of metadata, "" for none: CSV, or JSON where it begins
// with a bracket.
func loadSubmissions(name string) (*submissions, error) {
	if name == "" {
		return nil, nil
	}
	data, err := batch.ReadFile(name, maxMetadataBytes)
	if err == nil {
		var s *submissions
		if s, err = parseSubmissions(data); err == nil {
			return s, nil
		}
	}
	return nil, fmt.Errorf("metadata %s: %w", batch.Shown(name), err)
}

func parseSubmissions(data []byte) (*submissions, error) {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	s := &submissions{byID: map[string]*report.Submission{}, byPath: map[string]*report.Submission{}}
	read := s.readCSV
	if len(data) > 0 && (data[0] == '[' || data[0] == '{') {
		read = s.readJSON
	}
	if err := read(data); err != nil {
		return nil, err
	}
	if len(s.list) == 0 {
		return nil, errors.New("no papers in it")
	}
	return s, nil
}

// row is what a row, or an object, says of a paper.
type row struct {
	id, path, title string
	authors         []string
}

// add adds a row. A paper may have several, one for each author.
func (s *submissions) add(r row) error {
	id, file := plainID(r.id), ""
	if r.path != "" {
		file = slashed(r.path)
	}
	old := s.byID[id]
	if id == "" {
		old = s.byPath[file]
	}
	switch {
	case id == "" && file == "":
		return errors.New("neither an ID nor a path")
	case old == nil && len(s.list) == maxSubmissions:
		return fmt.Errorf("more than %d papers", maxSubmissions)
	case old == nil:
		old = &report.Submission{ID: strings.TrimSpace(r.id), Title: r.title}
		s.list = append(s.list, old)
	case r.title != "" && old.Title != "" && r.title != old.Title:
		return fmt.Errorf("paper %s has another title in an earlier row", batch.Shown(r.id+r.path))
	}
	if old.Title == "" {
		old.Title = r.title
	}
	if old.Authors = append(old.Authors, r.authors...); id != "" {
		s.byID[id] = old
	}
	if file != "" {
		s.byPath[file] = old
	}
	return nil
}

// plainID returns an ID as it is compared: "#012" is "12".
func plainID(id string) string {
	id = strings.ToLower(strings.TrimLeft(strings.TrimSpace(id), "#№ "))
	if bare := strings.TrimLeft(id, "0"); bare != "" && strings.Trim(bare, "0123456789") == "" {
		return bare
	}
	return id
}

// of returns what is known of a paper, nil for nothing: by its path, its name, the ID
// that is all of the name, or the number in the name.
func (s *submissions) of(name string) *report.Submission {
	if s == nil {
		return nil
	}
	name = slashed(name)
	base := path.Base(name)
	for _, file := range []string{name, base} {
		if found := s.byPath[file]; found != nil {
			return found
		}
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	for _, id := range []string{stem, base, name} { // the column of IDs may have files
		if found := s.byID[plainID(id)]; found != nil {
			return found
		}
	}
	if number := numberIn(stem); number != "" {
		return s.byID[plainID(number)]
	}
	return nil
}

// The numbers of papers in the names of files: after a word for papers, or at the end
// behind a sign: "conf24-paper12-final", "conf24_12". That of "conf24" is a year's.
var (
	numberAfterWord = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^|[^a-z])(?:paper|submission|sub|final|manuscript|article|pap|id|no|nr)[ _#.-]*0*(\d+)(?:[^\d]|$)`)
	})
	numberAtEnd = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[ _#.-])0*(\d+)$`) })
)

func numberIn(stem string) string {
	for _, pattern := range []*regexp.Regexp{numberAfterWord(), numberAtEnd()} {
		if m := pattern.FindStringSubmatch(stem); m != nil {
			return m[1]
		}
	}
	return ""
}

// splitAuthors returns the names in a list: they are separated by semicolons, lines or
// “and”, or else by commas. What is in brackets is an affiliation or an address.
func splitAuthors(list string) []string {
	list = bracketed().ReplaceAllString(list, "")
	list = strings.ReplaceAll(strings.ReplaceAll(list, " and ", ";"), "\n", ";")
	separator := ";"
	if commas := strings.Count(list, ","); commas > 0 && !strings.Contains(list, ";") && !isTurned(list) {
		separator = ","
	} else if commas > 0 && strings.Contains(list, ";") && !allTurned(list) {
		list = strings.ReplaceAll(list, ",", ";")
	}
	var out []string
	for name := range strings.SplitSeq(list, separator) {
		if name = strings.TrimSpace(name); strings.ContainsFunc(name, unicode.IsLetter) {
			out = append(out, name)
		}
	}
	return out
}

var bracketed = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\([^()]*\)|<[^<>]*>|\[[^][]*\]`) })

// isTurned reports whether one name has its family name first: "Lovelace, Ada".
func isTurned(name string) bool {
	family, given, ok := strings.Cut(strings.TrimSpace(name), ",")
	return ok && !strings.Contains(given, ",") && len(strings.Fields(family)) == 1 && len(strings.Fields(given)) <= 2
}

// allTurned reports whether each name of a list has its family name first.
func allTurned(list string) bool {
	for name := range strings.SplitSeq(list, ";") {
		if _, given, ok := strings.Cut(name, ","); strings.TrimSpace(name) != "" && (!ok || strings.Contains(given, ",")) {
			return false
		}
	}
	return true
}
