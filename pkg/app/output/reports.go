// Package output writes the output of the commands: reports in each format, to the
// terminal, to files and into folders, the step summary of GitHub Actions, and
// annotated copies. Nothing overwrites a paper, no report overwrites another, and
// files are written completely or not at all.
package output

import (
	"errors"
	"io"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// Options set which reports are written, where they go and how they look.
type Options struct {
	Reports  []Wanted
	Color    system.Color // of text
	Verbose  bool         // text lists also the rules that are met
	NoNotes  bool         // text leaves out what rules of severity note found
	AllFixes bool         // fixes are for all programs, not only for the one that a paper was made with
	AllPages bool         // a folder has a page for each paper, not only for those that do not pass
	NoTiming bool         // reports leave out the time for each file
}

// Wanted is a report to be written.
type Wanted struct {
	Format render.Format
	File   string // or folder; "" or "-" is standard output
	Flag   string // that names the file
}

// Reports are the reports of one run and where they go.
type Reports struct {
	Sketches bool              // every report shows the sketches of pages, not only those that draw
	Each     func(report.File) // receives each file, with its sketches; may be nil

	noTiming bool
	list     []*destination
}

// Open opens the destinations of the reports before anything is checked. A paper is
// never overwritten, nor a report by another. Its errors are sentences for people.
func (o Options) Open(streams system.Streams, papers []string, opt render.Options) (*Reports, error) {
	out := &Reports{noTiming: o.NoTiming}
	if err := oneStdout(o.Reports); err != nil {
		return nil, err
	}
	opt.AllFixes, opt.AllPages = o.AllFixes, o.AllPages
	for _, w := range o.Reports {
		why := opt.Text.Why
		opt.Text = streams.Text(o.Color, streams.Terminal && w.toStdout())
		opt.Text.Why, opt.Text.Verbose, opt.Text.NoNotes = why, o.Verbose, o.NoNotes
		if w.toStdout() {
			out.add(w, streams.Out, opt)
			continue
		}
		streams.ListenToInterrupts()
		d, err := w.open(papers, out.list, opt)
		if err != nil {
			out.Discard()
			return nil, err
		}
		out.list = append(out.list, d)
	}
	summary, err := stepSummary(streams, o.Reports, opt)
	if err != nil {
		out.Discard()
		return nil, err
	}
	if summary != nil {
		out.list = append(out.list, summary)
	}
	return out, nil
}

// Without returns the options without the report in a format that goes to a file, which
// is written by other means.
func (o Options) Without(format, file string) Options {
	o.Reports = slices.DeleteFunc(slices.Clone(o.Reports), func(w Wanted) bool {
		return !w.toStdout() && w.Format.Name == format && isSamePath(w.File, file)
	})
	return o
}

// isSamePath reports whether two paths name the same file, which may not exist yet.
func isSamePath(a, b string) bool {
	a, errA := resolved(a)
	b, errB := resolved(b)
	return errA == nil && errB == nil && a == b
}

// Add adds a report that goes to a writer.
func (r *Reports) Add(format render.Format, to io.Writer, opt render.Options) {
	r.add(Wanted{Format: format}, to, opt)
}

func (r *Reports) add(w Wanted, to io.Writer, opt render.Options) {
	d := &destination{Wanted: w, out: to}
	d.writer = w.Format.Open(d, opt)
	r.list = append(r.list, d)
}

// open opens the file or folder that one report goes to.
func (w Wanted) open(papers []string, others []*destination, opt render.Options) (*destination, error) {
	if w.toFolder() {
		return createFolder(w, others, opt)
	}
	d, err := create(w, papers, others)
	if err != nil {
		return nil, err
	}
	d.writer = w.Format.Open(d, opt)
	return d, nil
}

// Discard closes the destinations without writing a report.
func (r *Reports) Discard() {
	if r == nil {
		return
	}
	for _, d := range r.list {
		d.discard()
	}
}

// NeedSketches reports whether the sketches of pages are needed.
func (r *Reports) NeedSketches() bool {
	for _, d := range r.list {
		if d.Format.Sketch {
			return true
		}
	}
	return r.Sketches || r.Each != nil
}

// OpenLate reports whether a report opens files after papers were read.
func (r *Reports) OpenLate() bool { return slices.ContainsFunc(r.list, (*destination).folder) }

// Begin begins every report.
func (r *Reports) Begin(tool report.Tool, profile report.Profile) {
	for _, d := range r.list {
		d.write(func(w render.Writer) error { return w.Begin(tool, profile) })
	}
}

// File adds a file to every report. All of them tell the numbers of the JSON form, so
// that a report made from that is the same.
func (r *Reports) File(f report.File) {
	f = f.ForWriting()
	if r.noTiming {
		f.ElapsedMS = nil
	}
	if r.Each != nil {
		r.Each(f)
	}
	bare := f
	if !r.Sketches && r.NeedSketches() {
		bare = f.WithoutSketches()
	}
	for _, d := range r.list {
		shown := bare
		if d.Format.Sketch || d.replaces != "" {
			shown = f
		}
		d.write(func(w render.Writer) error { return w.File(shown) })
	}
}

// ReadBesideErrors reports whether a text report goes to the terminal that shows
// standard error too, so that nothing needs to be said twice.
func (r *Reports) ReadBesideErrors(streams system.Streams) bool {
	return streams.Terminal && streams.ErrTerminal && slices.ContainsFunc(r.list, func(d *destination) bool {
		return d.toStdout() && d.Format.Name == "text"
	})
}

// End ends every report. The loss of one does not affect the others.
func (r *Reports) End(s report.Summary) error {
	var errs []error
	for _, d := range r.list {
		d.write(func(w render.Writer) error { return w.End(s) })
		if d.replaces != "" {
			errs = append(errs, d.replace(s.Interrupted))
			continue
		}
		errs = append(errs, d.close())
	}
	return errors.Join(errs...)
}
