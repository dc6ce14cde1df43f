// Package resume lets a run check only what is new: it takes the entries of papers that
// an earlier run checked from its report, by the bytes of each file.
//
// An entry is reused where the file has the same SHA-256, and the report was made by
// the same version of the program with the same profile and category. A log beside the
// report keeps what is checked until the report is complete, so that a run that is
// killed loses only the papers in work.
package resume

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
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
			r.Close()
			return nil, fmt.Errorf("cannot resume %s: %w; use another file with --resume", batch.Shown(file), err)
		}
	}
	if len(r.sources) == 0 {
		r.news.remark("%s does not exist yet; all papers are checked", r.name)
	}
	log, err := os.OpenFile(name+LogEnding, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		r.Close()
		return nil, fmt.Errorf("cannot write %s: %w; use another file with --resume", batch.Shown(name+LogEnding), batch.Reason(err))
	}
	r.log = log
	if r.format, err = lineFormat(); err == nil {
		r.writer = r.format.Open(log, render.Options{})
		err = r.begin()
	}
	if err != nil {
		r.Close()
		return nil, err
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
func (r *Run) read(name string) error {
	source, err := jsonlines.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return batch.Reason(err)
	}
	r.sources = append(r.sources, source)
	if len(source.Entries) == 0 && source.Foreign > 0 {
		return errors.New("it is no report in JSON Lines")
	}
	r.take(source, len(r.sources) == 1)
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
	r.news.remarkIf(others, "of %s made with another profile or version; not reused", source.Name)
	r.news.remarkIf(twice, "of %s for files that stand in it twice; not reused", source.Name)
	r.news.remarkIf(source.Foreign, "of %s that cannot be read; not reused", source.Name)
	if source.Torn {
		r.news.remark("the last line of %s is not whole; not reused", source.Name)
	}
}

// Find returns the entry of a file by its bytes, for the path and category that it has
// now, if it was compared with the same submission.
func (r *Run) Find(path, category string, submission *report.SubmissionRef, data []byte) (report.File, bool) {
	if r == nil {
		return report.File{}, false
	}
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	r.mutex.Lock()
	entry, known := r.bySum[hash]
	before, there := r.before[path]
	r.news.count(path, there, before == hash)
	r.mutex.Unlock()
	if !known || entry.Category != category || !isSame(entry.Submission, submission) || submission != nil && path != entry.Path {
		return report.File{}, false
	}
	file, err := entry.Read()
	if err != nil || !r.serves(&file) {
		return report.File{}, false
	}
	file.Path = path
	file.Verdict = report.VerdictOf(file.Checks, r.options.FailOnWarning)
	if !r.options.CrossCheck {
		file.CrossCheck = nil
	}
	r.mutex.Lock()
	r.news.reused++
	r.mutex.Unlock()
	return file, true
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
	_, there := r.before[path]
	r.news.count(path, there, false)
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

// Close closes the report and the log. After a complete run, whose report replaced the
// earlier one, the log is removed.
func (r *Run) Close() error {
	if r == nil {
		return nil
	}
	var errs []error
	for _, s := range r.sources {
		errs = append(errs, s.Close())
	}
	if r.log != nil {
		errs = append(errs, r.log.Close())
	}
	return errors.Join(errs...)
}

// Complete removes the log of a run whose report is complete.
func (r *Run) Complete() error {
	if r == nil {
		return nil
	}
	return os.Remove(r.log.Name())
}
