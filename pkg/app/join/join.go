// Package join makes one report of several in JSON Lines, such as those of shards: it
// knows what belongs to it and what is missing, and leaves the entries in their files
// until they are needed.
package join

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/jsonlines"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// Joined are several reports as one.
type Joined struct {
	jsonlines.Origin                   // of all entries
	Entries          []jsonlines.Entry // each file once
	Skipped          report.Skipped    // of all reports
	Expected         int               // files, 0 if it is not known
	Incomplete       bool              // some files are missing
	Remarks          []string          // what is missing or double, in sentences

	sources []*jsonlines.Report
}

// Open joins the named reports. Its errors are sentences that name a file, and say why
// the reports do not belong together.
func Open(names []string) (*Joined, error) {
	j := &Joined{}
	for _, name := range names {
		source, err := jsonlines.Open(name)
		switch {
		case err != nil:
			return nil, fmt.Errorf("cannot read %s: %w", batch.Shown(name), batch.Reason(err))
		case source.IsForeign():
			return nil, fmt.Errorf("cannot read %s: it is not a report in JSON Lines", batch.Shown(name))
		}
		j.sources = append(j.sources, source)
	}
	if err := j.oneOrigin(); err != nil {
		return nil, err
	}
	shards := j.findShards()
	for _, source := range j.sources {
		j.Entries = append(j.Entries, source.Entries...)
		j.remarkOn(source, len(shards.last) > 0)
	}
	j.sum(shards)
	if len(j.sources) > 1 || len(shards.last) > 1 {
		slices.SortStableFunc(j.Entries, func(a, b jsonlines.Entry) int { return compareAsWalked(a.Path, b.Path) })
	}
	return j, j.once()
}

// oneOrigin finds what all lines were made with.
func (j *Joined) oneOrigin() error {
	from := ""
	check := func(o *jsonlines.Origin, name string) error {
		if from == "" {
			j.Origin, from = *o, name
		}
		if *o == j.Origin && o.Schema == report.Schema {
			return nil
		}
		return differ(&j.Origin, o, batch.Shown(from), batch.Shown(name))
	}
	for _, source := range j.sources {
		for i := range source.Entries {
			if err := check(source.Entries[i].Origin, source.Name); err != nil {
				return err
			}
		}
		for i := range source.Last {
			if err := check(source.Last[i].Origin, source.Name); err != nil {
				return err
			}
		}
	}
	if from == "" {
		return errors.New("the reports hold no line; check papers with --format jsonl")
	}
	return nil
}

// differ says how the origins of two lines differ.
func differ(a, b *jsonlines.Origin, nameA, nameB string) error {
	switch {
	case b.Schema != report.Schema:
		return fmt.Errorf("%s has the schema %s; this version reads %s", nameB, batch.Line(b.Schema), report.Schema)
	case a.Tool != b.Tool:
		return fmt.Errorf("%s was made by version %s and %s by version %s; join reports of one version", nameA, batch.Line(a.Tool.Version), nameB, batch.Line(b.Tool.Version))
	case a.Profile.Name != b.Profile.Name || a.Profile.Category != b.Profile.Category:
		return fmt.Errorf("%s was made with profile %s and %s with profile %s; join reports of one profile", nameA, profileName(a.Profile), nameB, profileName(b.Profile))
	}
	return fmt.Errorf("%s and %s were made with different versions of profile %s; join reports of one profile", nameA, nameB, profileName(a.Profile))
}

func profileName(p report.Profile) string {
	if p.Category == "" {
		return batch.Line(p.Name)
	}
	return batch.Line(p.Name + " (" + p.Category + ")")
}

// remark keeps a sentence.
func (j *Joined) remark(format string, args ...any) {
	j.Remarks = append(j.Remarks, fmt.Sprintf(format, args...))
}

// lacks keeps a sentence on files that are missing.
func (j *Joined) lacks(format string, args ...any) {
	j.Incomplete = true
	j.remark(format, args...)
}

// remarkOn remarks on what is wrong with one report.
func (j *Joined) remarkOn(source *jsonlines.Report, sharded bool) {
	name := batch.Shown(source.Name)
	if source.Torn {
		j.lacks("the last line of %s is not whole", name)
	}
	if source.Foreign > 0 {
		j.lacks("%s has lines that cannot be read: %d", name, source.Foreign)
	}
	files := 0
	for _, last := range source.Last {
		files += last.Summary.Files
	}
	switch {
	case len(source.Entries) < files:
		j.lacks("%s has %d lines for %d files", name, len(source.Entries), files)
	case sharded && len(source.Last) == 0:
		j.lacks("%s has no last line: its run did not end", name)
	}
}

// once leaves each file once. An entry for other bytes of the same file is refused.
func (j *Joined) once() error {
	at := make(map[string]int, len(j.Entries))
	double := 0
	entries := j.Entries[:0]
	for _, e := range j.Entries {
		i, there := at[e.Path]
		switch {
		case !there:
			at[e.Path] = len(entries)
			entries = append(entries, e)
		case entries[i].SHA256 != e.SHA256 || entries[i].Category != e.Category:
			return fmt.Errorf("%s and %s have different files as %s; join reports of one run", batch.Shown(entries[i].From()), batch.Shown(e.From()), batch.Line(e.Path))
		default:
			double++
		}
	}
	j.Entries = entries
	if double > 0 {
		j.remark("entries for a file that has one already, left out: %d", double)
	}
	return nil
}

// compareAsWalked compares two paths as a walk through their folder meets them: name by
// name.
func compareAsWalked(a, b string) int {
	a, b = filepath.ToSlash(a), filepath.ToSlash(b)
	for a != b {
		nameA, restA, _ := strings.Cut(a, "/")
		nameB, restB, _ := strings.Cut(b, "/")
		if c := cmp.Compare(nameA, nameB); c != 0 {
			return c
		}
		if restA == "" || restB == "" {
			return cmp.Compare(len(a), len(b))
		}
		a, b = restA, restB
	}
	return 0
}
