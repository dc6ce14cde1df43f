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

// dumpNotice is what is said of every dump that is written.
const dumpNotice = "paperfit: the dump holds no words of the paper but those that paperfit looks for, such as headings of reference lists; look through it before you share it"

var errOnePaper = errors.New("--dump takes one paper; name its PDF, or - for standard input")

// DumpOptions say of which paper a dump is made, and where it goes.
type DumpOptions struct {
	Papers  []string // one
	Limits  Limits
	Judging judging.Options // by which it is seen whether check gives the same verdict
	File    string          // "" or "-" is standard output

	// Given are the flags that ask for these limits and criteria but for the
	// category. The process that makes the dump is started with them.
	Given []string
}

// Dump writes a dump of a paper: what was seen of it without its words.
func Dump(ctx context.Context, streams system.Streams, o DumpOptions) (Status, error) {
	if len(o.Papers) != 1 {
		return ExitUsage, errOnePaper
	}
	if err := o.Limits.validate(); err != nil {
		return ExitUsage, err
	}
	if err := keepsPapers(o.File); err != nil {
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
	fmt.Fprintf(streams.Err, "paperfit: no dump of %s was made: %v\n", batch.Shown(o.Papers[0]), err)
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

// keepsPapers refuses a file for the dump that is a paper.
func keepsPapers(file string) error {
	if file == "" || file == batch.Stdin {
		return nil
	}
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; name a file for the dump with --output", batch.Shown(file))
	case batch.IsPaper(file):
		return fmt.Errorf("the dump would overwrite the paper %s; name another file with --output", batch.Shown(file))
	}
	return output.CanWrite("the dump", file, "--output")
}

// deliver writes a dump where it belongs and tells what it gives away, and which
// checks come out differently from it.
func deliver(streams system.Streams, file string, text []byte, differs []string) (Status, error) {
	if file == "" || file == batch.Stdin {
		if _, err := streams.Out.Write(text); err != nil {
			return ExitBroke, fmt.Errorf("the dump could not be written: %w; check where it goes", err)
		}
	} else if err := output.WriteWhole(file, text, "--output"); err != nil {
		return ExitBroke, err
	}
	fmt.Fprintln(streams.Err, dumpNotice)
	if len(differs) > 0 {
		fmt.Fprintf(streams.Err, "paperfit: checked from the dump, these come out differently: %s; please say so when you share it\n", strings.Join(differs, ", "))
	}
	return ExitPass, nil
}
