package main

import (
	"errors"
	"slices"

	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// outputs are the reports of one run and where they go.
type outputs struct {
	noTiming bool
	sketches bool              // every report shows the sketches of pages, not only those that draw
	each     func(report.File) // what else is made of each file, with its sketches; nil: nothing
	list     []*destination
}

// open opens what the reports go to before any work is done for them. A paper is
// never overwritten, and no report by another.
func (o *outputOptions) open(streams Streams, papers []string, opt render.Options) (*outputs, error) {
	out := &outputs{noTiming: o.noTiming}
	all := o.all()
	if err := oneStdout(all); err != nil {
		return nil, err
	}
	for _, w := range all {
		opt.Text = textOptions(streams, o.color.value, streams.Terminal && w.toStdout())
		d, err := w.open(streams, papers, out.list, opt)
		if err != nil {
			out.discard()
			return nil, err
		}
		out.list = append(out.list, d)
	}
	summary, err := stepSummary(streams, all, opt)
	if err != nil {
		out.discard()
		return nil, err
	}
	if summary != nil {
		out.list = append(out.list, summary)
	}
	return out, nil
}

// open opens what one report goes to.
func (w wanted) open(streams Streams, papers []string, others []*destination, opt render.Options) (*destination, error) {
	if w.toFolder() {
		return createFolder(w, others, opt)
	}
	d := &destination{wanted: w, out: streams.Out}
	if !w.toStdout() {
		var err error
		if d, err = create(w, papers, others); err != nil {
			return nil, err
		}
	}
	d.writer = w.format.Open(&d.buf, opt)
	return d, nil
}

// textOptions says how text looks, with the word of the flag --color, on the
// terminal or elsewhere.
func textOptions(streams Streams, color string, terminal bool) render.TextOptions {
	opt := render.TextOptions{Color: color == "always"}
	if terminal {
		opt.Width, opt.ASCII = streams.Width(), asciiOnly(streams.Getenv)
		if color == "auto" {
			opt.Color = streams.Getenv("NO_COLOR") == "" && streams.Getenv("TERM") != "dumb"
		}
	}
	return opt
}

// discard gives up reports of which nothing was written.
func (o *outputs) discard() {
	if o == nil {
		return
	}
	for _, d := range o.list {
		d.discard()
	}
}

// sketch reports whether the sketches of pages are needed.
func (o *outputs) sketch() bool {
	for _, d := range o.list {
		if d.format.Sketch {
			return true
		}
	}
	return o.sketches || o.each != nil
}

// opensLate reports whether a report opens files when papers were read.
func (o *outputs) opensLate() bool { return slices.ContainsFunc(o.list, (*destination).folder) }

// begin begins every report.
func (o *outputs) begin(tool report.Tool, profile report.Profile) {
	for _, d := range o.list {
		d.write(func(w render.Writer) error { return w.Begin(tool, profile) })
	}
}

// file adds a file to every report.
func (o *outputs) file(f report.File) {
	if o.noTiming {
		f.ElapsedMS = nil
	}
	if o.each != nil {
		o.each(f)
	}
	bare := f
	if !o.sketches && o.sketch() {
		bare.Pages = withoutSketches(f.Pages)
	}
	for _, d := range o.list {
		shown := bare
		if d.format.Sketch {
			shown = f
		}
		d.write(func(w render.Writer) error { return w.File(shown) })
	}
}

// withoutSketches returns the pages with their measures alone.
func withoutSketches(pages []report.Page) []report.Page {
	out := make([]report.Page, len(pages))
	for i, p := range pages {
		p.Sketch = nil
		out[i] = p
	}
	return out
}

// readBesideErrors reports whether a text report goes to the terminal that shows
// errors too: what it says need not be said there again.
func (o *outputs) readBesideErrors(streams Streams) bool {
	return streams.Terminal && streams.ErrTerminal && slices.ContainsFunc(o.list, func(d *destination) bool {
		return d.toStdout() && d.format.Name == "text"
	})
}

// end ends every report. One that is lost does not take the others with it.
func (o *outputs) end(s report.Summary) error {
	var errs []error
	for _, d := range o.list {
		d.write(func(w render.Writer) error { return w.End(s) })
		errs = append(errs, d.close())
	}
	return errors.Join(errs...)
}
