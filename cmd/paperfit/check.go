package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// checkFlags are the flags of check.
type checkFlags struct {
	outputFlags
	paperFlags
	judgeFlags
	crossCheck bool
	annotate   string
}

// newCheck returns the command that checks papers.
func newCheck(streams system.Streams) *cobra.Command {
	var opts checkFlags
	cmd := &cobra.Command{
		Use:   "check [flags] FILE|DIR|ZIP|-…",
		Short: "Check papers against a venue's rules",
		Long: `Check papers against a venue's rules.

FILE is a PDF; DIR stands for all PDFs in a folder and the folders in it: files
named *.pdf, whatever they hold, and other files that are PDFs; ZIP for those in
an archive, as submission systems give it; - reads a PDF from standard input.
Hidden files, unfinished downloads and other files are skipped and counted.

What is wrong with one file never stops the others: several files are checked by
processes that can do nothing else, each within --timeout and --max-memory, and
reported in the order in which they were named.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit check draft.pdf
  paperfit check --profile our-venue.yaml draft.pdf
  paperfit check --format json --output report.json submissions/
  paperfit check --report json=report.json draft.pdf
  paperfit check --annotate annotated.pdf draft.pdf
  find . -name '*.pdf' -mtime -1 -print0 | paperfit check --files-from - --null
  latexmk -pdf draft && paperfit check --fail-on warning draft.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			return runCheck(cmd, streams, opts, args)
		},
		ValidArgsFunction: completePDF,
	}
	opts.register(cmd)
	return cmd
}

// register adds the flags to a command.
func (o *checkFlags) register(cmd *cobra.Command) {
	o.outputFlags.register(cmd, render.Formats())
	o.paperFlags.register(cmd)
	o.judgeFlags.register(cmd)
	cmd.Flags().BoolVar(&o.crossCheck, "cross-check", false, "tell whether a second, independent reader finds the same text; changes no verdict")
	cmd.Flags().StringVar(&o.annotate, "annotate", "", "write a copy of the paper that shows the findings at their places to `OUT`, for several papers a folder")
	cobra.CheckErr(cmd.MarkFlagFilename("annotate", "pdf"))
}

// runCheck checks the named files and writes the report.
func runCheck(cmd *cobra.Command, streams system.Streams, opts checkFlags, args []string) error {
	status, err := app.Check(cmd.Context(), streams, app.CheckOptions{
		Papers:     opts.papers(args),
		Judging:    opts.criteria(),
		Output:     opts.outputs(),
		CrossCheck: opts.crossCheck,
		Annotate:   opts.annotate,
	})
	if err == nil && status != app.ExitInterrupted {
		tellDefault(cmd, streams)
	}
	return end(status, err)
}
