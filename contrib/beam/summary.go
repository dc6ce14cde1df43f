package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/report"
)

func init() {
	register.DoFn3x1[context.Context, int, func(*[]byte) bool, error](&summarizeFn{})
}

// summarySchema names the contract of summary.json.
const summarySchema = "paperfit.summary/1"

// tally counts papers.
type tally struct {
	Schema  string                           `json:"schema,omitempty"`
	Tool    *report.Tool                     `json:"tool,omitempty"`
	Profile *report.Profile                  `json:"profile,omitempty"`
	Summary report.Summary                   `json:"summary"`
	Rules   map[string]map[report.Status]int `json:"rules"`
	Unread  []unread                         `json:"unread,omitempty"`
}

// unread is a paper that could not be read, and why.
type unread struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

func newTally() *tally { return &tally{Rules: map[string]map[report.Status]int{}} }

// add counts a paper, or what was passed over in an archive.
func (t *tally) add(e *entry) {
	if e.Skipped != nil {
		t.skip(e.Skipped)
		return
	}
	t.Summary.Add(&report.File{Verdict: e.Verdict, Notes: make([]report.Finding, e.Notes)})
	for _, c := range e.Checks {
		t.count(c.Rule, c.Status, 1)
	}
	if e.Verdict == report.Error {
		t.Unread = append(t.Unread, unread{e.Path, e.Unread})
	}
}

func (t *tally) count(rule string, status report.Status, n int) {
	if t.Rules[rule] == nil {
		t.Rules[rule] = map[report.Status]int{}
	}
	t.Rules[rule][status] += n
}

func (t *tally) skip(kinds report.Skipped) {
	if t.Summary.Skipped == nil {
		t.Summary.Skipped = report.Skipped{}
	}
	for kind, n := range kinds {
		t.Summary.Skipped[kind] += n
	}
}

// join adds the counts of another.
func (t *tally) join(other *tally) {
	s := &t.Summary
	s.Files += other.Summary.Files
	s.Pass += other.Summary.Pass
	s.Fail += other.Summary.Fail
	s.Unknown += other.Summary.Unknown
	s.Error += other.Summary.Error
	s.Notes += other.Summary.Notes
	if other.Summary.Skipped != nil {
		t.skip(other.Summary.Skipped)
	}
	for rule, statuses := range other.Rules {
		for status, n := range statuses {
			t.count(rule, status, n)
		}
	}
}

// summarizeFn writes the list of what could not be read, and then the summary: where
// that is, the report is complete.
type summarizeFn struct {
	Settings string
}

// ProcessElement joins the counts of all files of the report.
func (f *summarizeFn) ProcessElement(ctx context.Context, _ int, tallies func(*[]byte) bool) error {
	s, err := decode(f.Settings)
	if err != nil {
		return err
	}
	all := newTally()
	err = writeFile(ctx, s.Output+"/unread.jsonl", func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		var data []byte
		for tallies(&data) {
			part := newTally()
			if err := json.Unmarshal(data, part); err != nil {
				return fmt.Errorf("reading counts: %w", err)
			}
			all.join(part)
			for _, u := range part.Unread {
				if err := out.Encode(u); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	all.Schema, all.Tool, all.Profile = summarySchema, &version.Tool, &s.Head
	return writeFile(ctx, s.Output+"/summary.json", func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetIndent("", "  ")
		return out.Encode(all)
	})
}
