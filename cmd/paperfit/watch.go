package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// lookEvery is how often files are looked at. They are looked at, and no system
// asked to tell of changes, because editors put new files in the place of old
// ones and network drives tell nothing.
const lookEvery = 250 * time.Millisecond

// watchOptions are the flags of watch.
type watchOptions struct {
	limitOptions
	judgeOptions
	color choice
}

// newWatch returns the command that checks papers whenever they are saved.
func newWatch(streams Streams) *cobra.Command {
	var opts watchOptions
	cmd := &cobra.Command{
		Use:   "watch [flags] FILE|DIR",
		Short: "Check papers again whenever they are saved",
		Long: `Check papers again whenever they are saved, and show the verdict until Ctrl-C.

A file that is still being written, or is broken at the moment, keeps its last
verdict. FILE need not be there yet; DIR stands for all papers in a folder. The
profile, categories and waivers are those at the start.`,
		Annotations: map[string]string{helpEnd: watchExitHelp},
		Example: `  paperfit watch draft.pdf
  paperfit watch --profile osdi22 draft.pdf
  latexmk -pvc -pdf draft & paperfit watch draft.pdf`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			return runWatch(cmd.Context(), streams, opts, args[0])
		},
		ValidArgsFunction: completePDF,
	}
	opts.limitOptions.register(cmd)
	opts.judgeOptions.register(cmd)
	registerColor(cmd, &opts.color)
	return cmd
}

// runWatch watches a file or a folder until the context ends.
func runWatch(ctx context.Context, streams Streams, opts watchOptions, name string) error {
	if err := opts.limitOptions.validate(); err != nil {
		return err
	}
	if name == batch.Stdin {
		return errors.New("standard input cannot be watched; name a file or a folder")
	}
	by, err := opts.load()
	if err != nil {
		return err
	}
	j := newJob(streams, opts.limitOptions, by, false, false)
	defer j.workers.close()
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	info, err := os.Stat(name)
	w := watch{
		name: name, folder: err == nil && info.IsDir(), now: streams.now(), ticks: ticker.C,
		look: func() iter.Seq[batch.Input] { return batch.Named([]string{name}, nil, nil) },
		check: func(ctx context.Context, inputs []batch.Input) iter.Seq[report.File] {
			return batch.Run(ctx, slices.Values(inputs), opts.jobs, func(ctx context.Context, in batch.Input) (report.File, error) {
				file, err := j.check(ctx, in, j.workers.by)
				if errors.Is(err, batch.ErrNoWorker) {
					stop(err)
				}
				return file, err
			})
		},
		show: func(files []report.File, notes []string) error {
			text := textOptions(streams, opts.color.value, streams.Terminal)
			return showWatched(streams, j.report(files), notes, render.Options{Text: text, FailOnWarning: j.checker.FailOnWarning})
		},
	}
	err = w.run(ctx)
	if cause := context.Cause(ctx); errors.Is(cause, batch.ErrNoWorker) {
		return broke(cause)
	}
	return err
}

// clearScreen clears a terminal with what was scrolled away, and goes to its top
// (ECMA-48, xterm).
const clearScreen = "\x1b[H\x1b[2J\x1b[3J"

// showWatched draws the verdicts anew.
func showWatched(streams Streams, r *report.Report, notes []string, opt render.Options) error {
	if streams.Terminal && streams.Getenv("TERM") != "dumb" {
		if _, err := io.WriteString(streams.Out, clearScreen); err != nil {
			return err
		}
	}
	if len(r.Files) > 0 {
		if err := render.Formats()[0].Write(streams.Out, r, opt); err != nil {
			return err
		}
	}
	for _, note := range notes {
		if _, err := fmt.Fprintf(streams.Out, "\n%s\n", note); err != nil {
			return err
		}
	}
	return nil
}
