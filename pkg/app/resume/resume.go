// Package resume lets a run check only what is new: it takes the entries of papers that
// an earlier run checked from its report, by the bytes of each file.
//
// An entry is reused where the file has the same SHA-256, and the report was made by
// the same version of the program with the same profile and category. A log beside the
// report keeps what is checked until the report is complete, so that a run that is
// killed loses only the papers in work.
package resume

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/paperfit/paperfit/pkg/app/jsonlines"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// LogEnding follows the report's name in that of its log.
const LogEnding = ".part"

// Options say what an entry must hold to be reused.
type Options struct {
	Tool          report.Tool
	Profile       report.Profile
	Sketches      bool // reports draw the pages
	CrossCheck    bool
	FailOnWarning bool
}

// Run is a run that resumes a report; nil resumes none.
type Run struct {
	options Options
	name    string // of the report, as it can be printed
	sources []*jsonlines.Report
	bySum   map[string]jsonlines.Entry
	before  map[string]string // the hash of each path of the report

	mutex  sync.Mutex
	log    *os.File
	format render.Format
	writer render.Writer
	lost   error // why the log is not kept
	news   news
}

// Open reads a report and the log beside it, where there are any, and begins to log. Its
// errors are sentences for people.
func Open(name string, o Options) (*Run, error) {
	r := &Run{options: o, name: batch.Shown(name), bySum: map[string]jsonlines.Entry{}, before: map[string]string{}, news: newNews()}
	for _, file := range []string{name, name + LogEnding} {
		if err := r.read(file); err != nil {
			return nil, fmt.Errorf("cannot resume %s: %w; use another file with --resume", batch.Shown(file), err)
		}
	}
	if len(r.sources) == 0 {
		r.news.remark("%s does not exist yet; all papers are checked", r.name)
	}
	format, err := lineFormat()
	if err != nil {
		return nil, err
	}
	r.format = format
	if r.log, err = os.OpenFile(name+LogEnding, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w; use another file with --resume", batch.Shown(name+LogEnding), batch.Reason(err))
	}
	r.writer = r.format.Open(r.log, render.Options{})
	if err := r.begin(); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Format returns the format of the report.
func (r *Run) Format() render.Format { return r.format }

// begin ends a line that an earlier run did not, and begins to log.
func (r *Run) begin() error {
	if info, err := r.log.Stat(); err == nil && info.Size() > 0 {
		if _, err := r.log.WriteString("\n"); err != nil {
			return batch.Reason(err)
		}
	}
	return r.writer.Begin(r.options.Tool, r.options.Profile)
}

// lineFormat returns the format of reports that can be resumed.
func lineFormat() (render.Format, error) {
	formats := render.Formats()
	i := slices.IndexFunc(formats, func(f render.Format) bool { return f.Name == "jsonl" })
	if i < 0 {
		return render.Format{}, errors.New("this build writes no JSON Lines")
	}
	return formats[i], nil
}

// read takes what can be reused from a report, or nothing where it does not exist.
// Nothing but a report is replaced.
func (r *Run) read(name string) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return batch.Reason(err)
	case !info.Mode().IsRegular():
		return errors.New("it is not a file")
	}
	source, err := jsonlines.Open(name)
	if err != nil {
		return batch.Reason(err)
	}
	if source.IsForeign() {
		return errors.New("it is not a report in JSON Lines")
	}
	r.sources = append(r.sources, source)
	r.take(source, !strings.HasSuffix(name, LogEnding))
	return nil
}

// take takes the entries of a source. In a report each path stands once; a log may
// repeat them.
func (r *Run) take(source *jsonlines.Report, once bool) {
	seen := map[string]int{}
	for i := range source.Entries {
		seen[source.Entries[i].Path]++
	}
	twice, others := 0, 0
	for i := range source.Entries {
		e := source.Entries[i]
		r.before[e.Path] = e.SHA256
		switch {
		case e.Schema != report.Schema || e.Tool != r.options.Tool || e.Profile.Digest != r.options.Profile.Digest:
			others++
		case once && seen[e.Path] > 1:
			twice++
		case e.SHA256 != "" && e.Verdict != report.Error:
			r.bySum[e.SHA256] = e
		}
	}
	r.news.remarkIf(others, "of %s made with another profile or version; not reused", batch.Shown(source.Name))
	r.news.remarkIf(twice, "of %s for files that are in it twice; not reused", batch.Shown(source.Name))
	r.news.remarkIf(source.Foreign, "of %s that cannot be read; not reused", batch.Shown(source.Name))
	if source.Torn {
		r.news.remark("the last line of %s is not whole; not reused", batch.Shown(source.Name))
	}
}

// Wanted is a file as it is named and judged now.
type Wanted struct {
	Path, Category string
	Submission     *report.SubmissionRef
	Anew           bool // it is counted, and checked again
}

// Find returns the entry of a file by the SHA-256 of its bytes, in hex, for the path and
// category that it has now, if it was compared with the same submission.
func (r *Run) Find(w Wanted, hash string) (report.File, bool) {
	entry, known := r.count(w.Path, hash)
	if w.Anew || !known || entry.Category != w.Category || w.Submission != nil && w.Path != entry.Path {
		return report.File{}, false
	}
	file, err := entry.Read()
	if err != nil || !isSame(file.Submission, w.Submission) || !r.serves(&file) {
		return report.File{}, false
	}
	file.Path = w.Path
	file.Verdict = report.VerdictOf(file.Checks, r.options.FailOnWarning)
	if !r.options.CrossCheck {
		file.CrossCheck = nil
	}
	r.mutex.Lock()
	r.news.reused++
	r.mutex.Unlock()
	return file, true
}

// count counts a file, and returns the entry that has its bytes.
func (r *Run) count(path, hash string) (jsonlines.Entry, bool) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	entry, known := r.bySum[hash]
	before, there := r.before[path]
	r.news.count(path, there, before == hash)
	if !there && known {
		r.news.renamed[path] = entry.Path
	}
	return entry, known
}

// isSame reports whether two references are to the same submission, or none.
func isSame(a, b *report.SubmissionRef) bool { return a == b || a != nil && b != nil && *a == *b }

// serves reports whether an entry holds what this run reports. What a waiver replaced,
// and lines of the source, are found anew.
func (r *Run) serves(f *report.File) bool {
	if r.options.CrossCheck && f.CrossCheck == nil {
		return false
	}
	for i := range f.Pages {
		if r.options.Sketches && f.Pages[i].Sketch == nil {
			return false
		}
		if !r.options.Sketches {
			f.Pages[i].Sketch = nil
		}
	}
	waived := slices.ContainsFunc(f.Checks, func(c report.Check) bool { return c.Waiver != nil })
	return !waived && !slices.ContainsFunc(f.Reported(), func(x report.Finding) bool { return x.Source != nil })
}

// Unread counts a file that could not be read.
func (r *Run) Unread(path string) {
	if r == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	before, there := r.before[path]
	r.news.count(path, there, before == "")
}

// Keep logs the entry of a file of a category that was checked, before its waivers.
func (r *Run) Keep(f report.File, category string) {
	if r == nil || f.Verdict == report.Error {
		return
	}
	f.Category = category
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.lost == nil {
		r.lost = r.writer.File(f)
	}
}

// Close closes the log. One that is empty is removed.
func (r *Run) Close() error {
	if r == nil {
		return nil
	}
	info, err := r.log.Stat()
	err = errors.Join(err, r.log.Close())
	if err == nil && info.Size() == 0 {
		err = os.Remove(r.log.Name())
	}
	return err
}

// Complete removes the log of a run whose report is complete.
func (r *Run) Complete() error {
	err := os.Remove(r.log.Name())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
