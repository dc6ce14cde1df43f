package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// outputOptions are the flags that say where a report goes and how it looks.
type outputOptions struct {
	format   choice
	color    choice
	file     string
	noTiming bool
}

// register adds the flags to a command.
func (o *outputOptions) register(cmd *cobra.Command) {
	o.format.register(cmd, "format", "form of the report", "text", "json")
	o.color.register(cmd, "color", "colours in text: auto means on a terminal, unless NO_COLOR is set", "auto", "always", "never")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write the report to `FILE` instead of the terminal")
	cmd.Flags().BoolVar(&o.noTiming, "no-timing", false, "leave out elapsed_ms: the same papers give the same bytes")
}

// textFunc is a text renderer.
type textFunc func(io.Writer, *report.Report, render.TextOptions) error

// destination is where a report goes.
type destination struct {
	streams Streams
	opts    outputOptions
	file    *os.File // nil for the streams' own output
}

// open opens the destination before any work is done for it. A paper that is to
// be checked is never overwritten.
func (o outputOptions) open(streams Streams, papers []string) (*destination, error) {
	d := &destination{streams: streams, opts: o}
	if o.file == "" || o.file == "-" {
		return d, nil
	}
	file, err := os.OpenFile(o.file, os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("the report cannot be written to %s: %w; name another file with --output", o.file, reason(err))
	}
	for _, paper := range papers {
		if sameFile(file, paper) {
			return nil, fmt.Errorf("the report would overwrite the paper %s; name another file with --output", paper)
		}
	}
	d.file = file
	return d, nil
}

// sameFile reports whether an open file is the one at path.
func sameFile(file *os.File, path string) bool {
	a, err := file.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

// write writes the report in its form, text by the given renderer. It is
// complete in memory before the first byte is written.
func (d *destination) write(r *report.Report, text textFunc) error {
	if d.opts.noTiming {
		for i := range r.Files {
			r.Files[i].ElapsedMS = nil
		}
	}
	var buf bytes.Buffer
	if err := d.render(&buf, r, text); err != nil {
		return err
	}
	if err := d.flush(buf.Bytes()); err != nil {
		return fmt.Errorf("the report could not be written: %w; check where it goes", err)
	}
	return nil
}

func (d *destination) render(w io.Writer, r *report.Report, text textFunc) error {
	if d.opts.format.value == "json" {
		return render.JSON(w, r)
	}
	opt := render.TextOptions{Color: d.colored()}
	if d.streams.Terminal && d.file == nil {
		opt.Width = d.streams.Width()
	}
	return text(w, r, opt)
}

// colored reports whether the text report has colours.
func (d *destination) colored() bool {
	switch d.opts.color.value {
	case "always":
		return true
	case "never":
		return false
	}
	getenv := d.streams.Getenv
	return d.streams.Terminal && d.file == nil && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// flush writes the bytes of the report and closes its file.
func (d *destination) flush(data []byte) error {
	if d.file == nil {
		_, err := d.streams.Out.Write(data)
		return err
	}
	// A device, such as /dev/null, cannot be truncated and need not be.
	truncated := d.file.Truncate(0)
	if info, err := d.file.Stat(); err == nil && !info.Mode().IsRegular() {
		truncated = nil
	}
	_, written := d.file.Write(data)
	return errors.Join(truncated, written, d.file.Close())
}
