package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// inspectExitHelp is the part of inspect's help that lists the exit statuses.
const inspectExitHelp = `Exit status:
  0    every file was measured
  2    wrong usage; nothing was measured
  3    some file could not be read, or no dump could be made of it
  4    the run itself failed: a report could not be written, or no worker process
       could be started
  130  interrupted; the report holds the files measured so far and says so`

// newInspect returns the command that shows what was measured.
func newInspect(streams Streams) *cobra.Command {
	var opts inspectOptions
	cmd := &cobra.Command{
		Use:   "inspect [flags] FILE|DIR|ZIP|-…",
		Short: "Show what was measured, page by page, without judging",
		Long: `Show what was measured, page by page, without judging: lengths in inches, type
in PDF points (1/72 in). What could not be measured is shown as "?".

Measures are the same under all rules. In the forms html, json, jsonl and csv the
report is check's own, with the verdict by the rules that --profile names; of a
dump it tells whether check gives the same verdict by them.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.InspectFormats()) + "\n\n" + dumpHelp + "\n\n" + inspectExitHelp},
		Example: `  paperfit inspect draft.pdf
  paperfit inspect --layout draft.pdf
  paperfit inspect --format json draft.pdf
  paperfit inspect --dump --output draft.dump draft.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			if opts.dumps {
				return runDump(cmd.Context(), streams, opts, args)
			}
			return runInspect(cmd.Context(), streams, opts, args)
		},
		ValidArgsFunction: completePDF,
	}
	opts.outputOptions.register(cmd, render.InspectFormats())
	opts.batchOptions.register(cmd)
	opts.judgeOptions.register(cmd)
	cmd.Flags().BoolVar(&opts.layout, "layout", false, "show every line of each page with the role it was given")
	cmd.Flags().BoolVar(&opts.dumps, "dump", false, "write what was seen of one paper without its words, to report a wrong verdict")
	for _, other := range []string{"layout", "format", "report", "color", "no-timing", "waivers", "jobs", "files-from", "null"} {
		cmd.MarkFlagsMutuallyExclusive("dump", other)
	}
	return cmd
}

// inspectOptions are the flags of inspect.
type inspectOptions struct {
	outputOptions
	batchOptions
	judgeOptions
	layout bool
	dumps  bool
}

// runInspect measures the named files and writes what was found.
func runInspect(ctx context.Context, streams Streams, opts inspectOptions, args []string) error {
	by, err := opts.load()
	if err != nil {
		return err
	}
	skips := new(batch.Skips)
	inputs, err := opts.inputs(streams, args, skips)
	if err != nil {
		return err
	}
	out, err := opts.open(streams, args, render.Options{FailOnWarning: by.failOnWarning})
	if err != nil {
		return err
	}
	out.sketches = opts.layout
	j := newJob(streams, opts.limitOptions, by, out.sketch(), false)
	j.listed, j.skips, j.opensLate = opts.filesFrom != "", skips, out.opensLate()
	summary, err := j.run(ctx, inputs, out)
	if err != nil {
		return err
	}
	if summary.Interrupted {
		return exitInterrupted // nobody knows which papers would have followed
	}
	by.tellUnused(streams)
	if summary.Error > 0 {
		return exitError
	}
	return nil
}
