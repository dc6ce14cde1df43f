package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
)

// dumpNotice is printed with every dump.
const dumpNotice = "paperfit: the only words of the paper in the dump are those that paperfit looks for, such as headings of reference lists; review it before sharing"

var errOnePaper = errors.New("--dump requires exactly one paper; name its PDF, or - for standard input")

// DumpOptions set of which paper a dump is made, and where it goes.
type DumpOptions struct {
	Papers  []string // one
	Limits  Limits
	Judging judging.Options // by which the verdict on the dump is compared
	File    string          // "" or "-" is standard output

	// Given are the flags that set these limits and criteria, except the category.
	// The process that makes the dump is started with them.
	Given []string
}

// Dump writes a dump of a paper: what was measured of it, without its words.
func Dump(ctx context.Context, streams system.Streams, o DumpOptions) (Status, error) {
	if len(o.Papers) != 1 {
		return ExitUsage, errOnePaper
	}
	if err := o.Limits.validate(); err != nil {
		return ExitUsage, err
	}
	streams.ListenToInterrupts()
	if err := spareFile(o.File); err != nil {
		return ExitUsage, err
	}
	by, err := o.Judging.Load()
	if err != nil {
		return ExitUsage, err
	}
	paper, err := o.paper(streams)
	if err != nil {
		return ExitUsage, err
	}
	j := newJob(streams, o.Limits, by, false, false)
	data, err := paper.ReadWithin(ctx, j.checker.Limits)
	if err == nil {
		j.checker.Profile = by.ProfileOf(paper.Path)
		made := o.dump(ctx, streams, j, cmp.Or(by.CategoryOf(paper.Path), o.Judging.Category), data)
		if made.Why == "" {
			return deliver(streams, o.File, made.Text, made.Differs)
		}
		err = errors.New(made.Why)
	}
	if ctx.Err() != nil {
		return ExitInterrupted, nil
	}
	fmt.Fprintf(streams.Err, "paperfit: no dump of %s: %v\n", batch.Shown(o.Papers[0]), err)
	return ExitError, nil
}

// paper returns the one paper that is named.
func (o DumpOptions) paper(streams system.Streams) (batch.Input, error) {
	var named []batch.Input
	for in := range batch.Named(o.Papers, streams.In, nil) {
		if named = append(named, in); len(named) > 1 {
			return batch.Input{}, errOnePaper
		}
	}
	if len(named) == 0 {
		return batch.Input{}, errOnePaper
	}
	return named[0], nil
}

// spareFile refuses a file for the dump that is a paper.
func spareFile(file string) error {
	if file == "" || file == batch.Stdin {
		return nil
	}
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("cannot write the dump to %s: it is a folder; use a file with --output", batch.Shown(file))
	case batch.IsPaper(file):
		return fmt.Errorf("the dump would overwrite the paper %s; use another file with --output", batch.Shown(file))
	}
	return output.CanWrite("the dump", file, "--output")
}

// deliver writes a dump to its destination, and reports what it reveals and which
// checks have other results with it.
func deliver(streams system.Streams, file string, text []byte, differs []string) (Status, error) {
	if file == "" || file == batch.Stdin {
		if _, err := streams.Out.Write(text); err != nil {
			return ExitBroke, fmt.Errorf("cannot write the dump: %w", batch.Reason(err))
		}
	} else if err := output.WriteWhole(file, text, "--output"); err != nil {
		return ExitBroke, err
	}
	fmt.Fprintln(streams.Err, dumpNotice)
	if len(differs) > 0 {
		fmt.Fprintf(streams.Err, "paperfit: these checks give other results with the dump than with the paper: %s; please mention this when you share it\n", strings.Join(differs, ", "))
	}
	return ExitPass, nil
}
