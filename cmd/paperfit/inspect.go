package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
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
func newInspect(streams system.Streams) *cobra.Command {
	var opts inspectFlags
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
				return end(app.Dump(cmd.Context(), streams, opts.dump(args)))
			}
			return end(app.Inspect(cmd.Context(), streams, opts.inspect(args)))
		},
		ValidArgsFunction: completePDF,
	}
	opts.outputFlags.register(cmd, render.InspectFormats())
	opts.paperFlags.register(cmd)
	opts.judgeFlags.register(cmd)
	cmd.Flags().BoolVar(&opts.layout, "layout", false, "show every line of each page with the role it was given")
	cmd.Flags().BoolVar(&opts.dumps, "dump", false, "write what was seen of one paper without its words, to report a wrong verdict")
	for _, other := range []string{"layout", "format", "report", "color", "no-timing", "waivers", "jobs", "files-from", "null"} {
		cmd.MarkFlagsMutuallyExclusive("dump", other)
	}
	return cmd
}

// inspectFlags are the flags of inspect.
type inspectFlags struct {
	outputFlags
	paperFlags
	judgeFlags
	layout bool
	dumps  bool
}

// inspect returns what the flags say of the named files.
func (o *inspectFlags) inspect(args []string) app.InspectOptions {
	return app.InspectOptions{Papers: o.papers(args), Judging: o.criteria(), Output: o.outputs(), Layout: o.layout}
}

// dump returns what the flags say of the dump of the named file.
func (o *inspectFlags) dump(args []string) app.DumpOptions {
	return app.DumpOptions{Papers: args, Limits: o.limits(), Judging: o.criteria(), File: o.file,
		Given: []string{"--profile", o.profile, "--fail-on", o.failOn.value, "--timeout", o.timeout.String(), "--max-memory", o.maxMemory.String()}}
}

// dumpHelp tells what a dump gives away.
const dumpHelp = `A dump (--dump) holds what was seen of one paper without its words, so that a
wrong verdict can be reported without the paper: "paperfit check" reads it and
gives the same verdict. Readable stay the words that paperfit looks for
("References", "Figure", "confidential"), the numbers of headings, captions and
pages, and the names of fonts; all other letters and digits are replaced by
others. Places, sizes and the lengths of words stay.`
