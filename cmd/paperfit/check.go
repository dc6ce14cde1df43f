package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
	"github.com/paperfit/paperfit/pkg/rules"
)

// checkOptions are the flags of check.
type checkOptions struct {
	outputOptions
	batchOptions
	judgeOptions
	crossCheck bool
	annotate   string
}

// newCheck returns the command that checks papers.
func newCheck(streams Streams) *cobra.Command {
	var opts checkOptions
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
func (o *checkOptions) register(cmd *cobra.Command) {
	o.outputOptions.register(cmd, render.Formats())
	o.batchOptions.register(cmd)
	o.judgeOptions.register(cmd)
	cmd.Flags().BoolVar(&o.crossCheck, "cross-check", false, "tell whether a second, independent reader finds the same text; changes no verdict")
	cmd.Flags().StringVar(&o.annotate, "annotate", "", "write a copy of the paper that shows the findings at their places to `OUT`, for several papers a folder")
	cobra.CheckErr(cmd.MarkFlagFilename("annotate", "pdf"))
}

// runCheck checks the named files and writes the report.
func runCheck(cmd *cobra.Command, streams Streams, opts checkOptions, args []string) error {
	ctx := cmd.Context()
	by, err := opts.load()
	if err != nil {
		return err
	}
	annotated, err := openCopies(opts.annotate, &streams, args, opts.filesFrom != "")
	if err != nil {
		return err
	}
	skips := new(batch.Skips)
	inputs, err := opts.inputs(streams, args, skips)
	if err != nil {
		annotated.discard()
		return err
	}
	out, err := opts.open(streams, args, render.Options{FailOnWarning: by.failOnWarning, Rules: func() []report.RuleDoc { return documents(by.profile) }, Many: opts.filesFrom != ""})
	if err == nil {
		err = annotated.spare(out.list)
	}
	if err != nil {
		out.discard()
		annotated.discard()
		return err
	}
	whole := true
	if annotated != nil {
		inputs = annotated.from(inputs)
		out.each = func(f report.File) { whole = annotated.write(ctx, f, streams.Err) && whole }
	}
	j := newJob(streams, opts.limitOptions, by, out.sketch(), opts.crossCheck)
	if annotated != nil {
		annotated.make = j.annotate
	}
	j.listed, j.skips = opts.filesFrom != "", skips
	j.opensLate = annotated != nil || opts.crossCheck || out.opensLate()
	summary, err := j.run(ctx, inputs, out)
	if err != nil {
		return err
	}
	if summary.Interrupted || ctx.Err() != nil && !whole {
		return exitInterrupted // nobody knows which papers would have followed
	}
	by.tellUnused(streams)
	tellDefault(cmd, streams)
	status := statusOf(summary)
	if status == exitPass && !whole {
		status = exitError
	}
	return status.asError()
}

// documents returns the documentation of all rules as they hold in a profile.
func documents(p *profile.Profile) []report.RuleDoc {
	var out []report.RuleDoc
	for _, rule := range rules.All() {
		out = append(out, rule.Document(p))
	}
	return out
}
