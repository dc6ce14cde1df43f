package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/paperfit/paperfit/pkg/batch"
)

// dumpHelp tells what a dump gives away.
const dumpHelp = `A dump (--dump) holds what was seen of one paper without its words, so that a
wrong verdict can be reported without the paper: "paperfit check" reads it and
gives the same verdict. Readable stay the words that paperfit looks for
("References", "Figure", "confidential"), the numbers of headings, captions and
pages, and the names of fonts; all other letters and digits are replaced by
others. Places, sizes and the lengths of words stay.`

// dumpNotice is what is said of every dump that is written.
const dumpNotice = "paperfit: the dump holds no words of the paper but those that paperfit looks for, such as headings of reference lists; look through it before you share it"

var errOnePaper = errors.New("--dump takes one paper; name its PDF, or - for standard input")

// runDump writes a dump of the named paper.
func runDump(ctx context.Context, streams Streams, opts inspectOptions, args []string) error {
	if len(args) != 1 {
		return errOnePaper
	}
	if err := opts.limitOptions.validate(); err != nil {
		return err
	}
	path, output := args[0], opts.file
	if err := keepsPapers(output); err != nil {
		return err
	}
	by, err := opts.load()
	if err != nil {
		return err
	}
	var named []batch.Input
	for in := range batch.Named(args, streams.In, nil) {
		if named = append(named, in); len(named) > 1 {
			return errOnePaper
		}
	}
	if len(named) == 0 {
		return errOnePaper
	}
	j := newJob(streams, opts.limitOptions, by, false, false)
	data, err := named[0].ReadWithin(ctx, j.checker.Limits)
	if err == nil {
		j.checker.Profile = by.profileOf(named[0].Path)
		made := opts.dump(ctx, streams, j, cmp.Or(by.categories.of(named[0].Path), opts.category), data)
		if made.Why == "" {
			return deliver(streams, output, made.Text, made.Differs)
		}
		err = errors.New(made.Why)
	}
	if ctx.Err() != nil {
		return exitInterrupted
	}
	fmt.Fprintf(streams.Err, "paperfit: no dump of %s was made: %v\n", batch.Shown(path), err)
	return exitError
}

// keepsPapers refuses an output that is a paper.
func keepsPapers(output string) error {
	if output == "" || output == batch.Stdin {
		return nil
	}
	info, err := os.Stat(output)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; name a file for the dump with --output", batch.Shown(output))
	case batch.IsPaper(output):
		return fmt.Errorf("the dump would overwrite the paper %s; name another file with --output", batch.Shown(output))
	}
	return canWrite("the dump", output, "--output")
}

// deliver writes a dump where it belongs and tells what it gives away, and which
// checks come out differently from it.
func deliver(streams Streams, output string, text []byte, differs []string) error {
	if output == "" || output == batch.Stdin {
		if _, err := streams.Out.Write(text); err != nil {
			return fmt.Errorf("the dump could not be written: %w; check where it goes", err)
		}
	} else if err := writeWhole(output, text, "--output"); err != nil {
		return broke(err)
	}
	fmt.Fprintln(streams.Err, dumpNotice)
	if len(differs) > 0 {
		fmt.Fprintf(streams.Err, "paperfit: checked from the dump, these come out differently: %s; please say so when you share it\n", strings.Join(differs, ", "))
	}
	return nil
}
