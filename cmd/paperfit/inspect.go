package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// inspectExitHelp is the part of inspect's help that lists the exit statuses.
const inspectExitHelp = `Exit status:
  0    all files were measured
  2    usage error; nothing was measured
  3    a file could not be read, or no dump of it could be written
  4    the run itself failed: a report could not be written, or no worker process
       could be started
  130  interrupted; the report covers the files measured so far and says so`

// newInspect returns the command that shows what was measured.
func newInspect(streams system.Streams) *cobra.Command {
	var opts inspectFlags
	cmd := &cobra.Command{
		Use:   "inspect [flags] FILE|DIR|ZIP|-…",
		Short: "Show what was measured on each page, without a verdict",
		Long: `Show what was measured on each page, without a verdict. Lengths are in inches,
type sizes in PDF points (1/72 in); "?" stands for what could not be measured.

Measurements do not depend on the rules. The formats html, json, jsonl and csv are
the report of "paperfit check", with the verdict by the rules of --profile. By the
same rules --dump compares the verdict on the dump with that on the paper.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.InspectFormats()) + "\n\n" + dumpHelp + "\n\n" + inspectExitHelp},
		Example: `  paperfit inspect draft.pdf
  paperfit inspect --layout draft.pdf
  paperfit inspect --layout --why draft.pdf
  paperfit inspect --format json draft.pdf
  paperfit inspect --dump --output draft.dump draft.pdf`,
		PreRunE: func(cmd *cobra.Command, _ []string) error {
			return exclude(cmd, "dump", "layout", "why", "format", "report", "color", "no-timing", "waivers", "jobs", "files-from", "null")
		},
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
	cmd.Flags().BoolVar(&opts.layout, "layout", false, "show every line of each page with its role")
	cmd.Flags().BoolVar(&opts.why, "why", false, "with --layout, show why each block has its role")
	cmd.Flags().BoolVar(&opts.dumps, "dump", false, "write what was measured of one paper without its words, to report a wrong verdict")
	return cmd
}

// inspectFlags are the flags of inspect.
type inspectFlags struct {
	outputFlags
	paperFlags
	judgeFlags
	layout bool
	why    bool
	dumps  bool
}

// inspect returns the options that the flags set.
func (o *inspectFlags) inspect(args []string) app.InspectOptions {
	return app.InspectOptions{Papers: o.papers(args), Judging: o.criteria(), Output: o.outputs(), Layout: o.layout, Why: o.why}
}

// dump returns the options that the flags set for the dump of a file.
func (o *inspectFlags) dump(args []string) app.DumpOptions {
	return app.DumpOptions{Papers: args, Limits: o.limits(), Judging: o.criteria(), File: o.file,
		Given: []string{"--profile", o.profile, "--fail-on", o.failOn.value, "--timeout", o.timeout.String(), "--max-memory", o.maxMemory.String()}}
}

// dumpHelp describes what a dump reveals of a paper.
const dumpHelp = `Dumps:
  --dump writes what was measured of one paper without its words, so that a wrong
  verdict can be reported without sharing the paper. "paperfit check" reads a dump
  and gives the same verdict. Still readable are the words that paperfit looks for
  ("References", "the", "Proceedings"), the numbers of headings, captions, entries and
  pages, and font names; all other letters and digits are replaced. Positions,
  sizes and word lengths do not change.`
