// Package watch polls files and checks those that changed, once they are complete. It
// reads no files itself: its functions for that are passed in.
package watch

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// Watch watches a file or a folder.
type Watch struct {
	Name   string // what is watched
	Folder bool
	Now    func() time.Time
	Ticks  <-chan time.Time // when to look again
	Look   func() iter.Seq[batch.Input]
	Check  func(context.Context, []batch.Input) iter.Seq[report.File]

	// Size returns the columns and rows of the screen; where they change, it is drawn
	// again. Nil: they do not.
	Size func() [2]int

	// Show shows the last reports, what is new in them, and notes about those that are
	// not of the current files.
	Show func(files []report.File, news, notes []string) error

	watched []*watchedFile // in the order of the last look
	last    round
	size    [2]int
	shown   []string // the notes that are shown
	looks   int
}

// watchedFile is one file and its last verdict.
type watchedFile struct {
	in      batch.Input
	last    batch.Stamp // at the last look
	checked batch.Stamp // when it was last checked
	file    report.File // its last report that was not an error, if there was one
	at      time.Time   // of file
	tried   bool        // it was checked at least once
	missed  int         // looks since the file last existed
	problem string      // why file is not the report of checked
	changes string      // from the report before file to file
}

// goneLooks is after how many looks a file in a folder counts as gone. A file that is
// being replaced is away for a moment.
const goneLooks = 8

// Run watches until the context ends, and returns its error, or why nothing could be
// shown.
func (w *Watch) Run(ctx context.Context) error {
	for {
		if err := w.step(ctx); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.Ticks:
		}
	}
}

// step looks at the files, checks what changed and shows what is new.
func (w *Watch) step(ctx context.Context) error {
	changed, gone := w.update()
	if len(changed) > 0 {
		w.recheck(ctx, changed)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	notes, resized := w.notes(), w.isResized()
	if len(changed) == 0 && !gone && !resized && w.looks > 1 && slices.Equal(notes, w.shown) {
		return nil
	}
	w.shown = notes
	if err := w.Show(w.files(), w.news(), notes); err != nil {
		return fmt.Errorf("cannot write the report: %w", err)
	}
	return nil
}

// isResized reports whether the screen has another size than at the last look.
func (w *Watch) isResized() bool {
	if w.Size == nil {
		return false
	}
	size := w.Size()
	resized := size != w.size
	w.size = size
	return resized
}

// update examines the files. It returns those to be checked, and whether one is gone.
func (w *Watch) update() (changed []*watchedFile, gone bool) {
	w.looks++
	known := map[string]*watchedFile{}
	for _, f := range w.watched {
		known[f.in.Path] = f
		f.missed++
	}
	var watched []*watchedFile
	for in := range w.Look() {
		f := known[in.Path]
		stamp, there := in.Stamp()
		if f == nil && !there && (in.Err == nil || in.Path == w.Name) {
			continue // it does not exist yet, or the folder is empty
		}
		if f == nil {
			f = &watchedFile{}
		}
		if !slices.Contains(watched, f) {
			watched = append(watched, f)
		}
		if there || in.Path != w.Name {
			f.in, f.missed = in, 0
			if f.isChanged(stamp, w.looks == 1) {
				changed = append(changed, f)
			}
		}
	}
	for _, f := range w.watched {
		switch {
		case slices.Contains(watched, f):
		case w.Folder && f.missed >= goneLooks:
			gone = true
		default:
			watched = append(watched, f)
		}
	}
	w.watched = watched
	return changed, gone
}

// isChanged reports whether the file has a new state that is complete and did not
// change since the last look; at the first look this is assumed.
func (f *watchedFile) isChanged(stamp batch.Stamp, first bool) bool {
	settled := stamp == f.last || first
	f.last = stamp
	if f.in.Err != nil {
		return !f.tried
	}
	return settled && stamp.Whole && !(f.tried && stamp == f.checked)
}

// recheck checks files. One that cannot be read retains its last report.
func (w *Watch) recheck(ctx context.Context, changed []*watchedFile) {
	latest := round{at: w.Now()}
	byPath := map[string]*watchedFile{}
	var inputs []batch.Input
	for _, f := range changed {
		byPath[f.in.Path] = f
		inputs = append(inputs, f.in)
	}
	for file := range w.Check(ctx, inputs) {
		f := byPath[file.Path]
		f.checked, f.problem, f.changes = f.last, "", ""
		if f.tried && f.file.Verdict != report.Error && file.Verdict == report.Error {
			f.problem = file.Findings[0].Message
			continue
		}
		if f.tried {
			f.changes = changes(&f.file, &file)
		}
		f.file, f.at, f.tried = file, w.Now(), true
		latest.files = append(latest.files, f)
	}
	if len(latest.files) > 0 {
		w.last = latest
	}
}

// files returns the last reports.
func (w *Watch) files() []report.File {
	var out []report.File
	for _, f := range w.watched {
		if f.tried {
			out = append(out, f.file)
		}
	}
	return out
}

// notes describes the reports that are not of the current files.
func (w *Watch) notes() []string {
	var out []string
	for _, f := range w.watched {
		if note := f.note(); note != "" {
			out = append(out, f.in.Path+" "+note)
		}
	}
	if len(w.watched) == 0 {
		out = append(out, "Waiting for "+w.Name+".")
	}
	return out
}

// note describes the state of the file, "" if its report is current.
func (f *watchedFile) note() string {
	var state string
	switch {
	case f.in.Err != nil:
		return ""
	case f.missed > 0:
		state = "does not exist at the moment"
	case f.last != f.checked || !f.tried:
		state = "is being written"
	case f.problem != "":
		state = "cannot be read at the moment: " + f.problem
	default:
		return ""
	}
	if !f.tried {
		return state + "."
	}
	return fmt.Sprintf("%s. The verdict shown is from %s.", state, f.at.Format(time.TimeOnly))
}
