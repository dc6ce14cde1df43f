package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
)

// reportFlags are the flags of report.
type reportFlags struct {
	outputFlags
	profile  string
	failOn   choice
	exitZero bool
}

// newReport returns the command that joins reports.
func newReport(streams system.Streams) *cobra.Command {
	var opts reportFlags
	cmd := &cobra.Command{
		Use:   "report [flags] REPORT.jsonl…",
		Short: "Join reports of shards, or write a report in other formats",
		Long: `Join reports in JSON Lines, such as those of "paperfit check --shard", to one, and
write it in any format. No paper is read or checked again.

The papers are in the order of a run over the folder; those of a single report, in its
own. All reports must be of one version and one profile. Shards that are missing,
runs that did not end and papers that are there twice are reported; an incomplete
report says so, in every format, and ends with status 130.

HTML draws the pages only if the reports hold their sketches: write them with
--resume and --report html=DIR.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit report shards/*.jsonl
  paperfit report shards/*.jsonl --report html=overview/ --format csv --output all.csv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("no report given; name files in JSON Lines, as \"paperfit check --format jsonl\" writes them")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return end(app.Report(cmd.Context(), streams, app.ReportOptions{
				Files: args, Profile: opts.profile, Output: opts.outputs(),
				FailOnWarning: opts.failOn.value == "warning", ExitZero: opts.exitZero,
			}))
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"jsonl"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	opts.register(cmd)
	return cmd
}

// register adds the flags to the command.
func (o *reportFlags) register(cmd *cobra.Command) {
	o.outputFlags.register(cmd, render.Formats())
	registerReading(cmd, &o.outputFlags)
	cmd.Flags().StringVar(&o.profile, "profile", "", "the `FILE` of the profile that the reports were made with, for the documentation of its rules; not needed for a built-in one")
	complete(cmd, "profile", profile.Names)
	registerFailOn(cmd, &o.failOn)
	registerExitZero(cmd, &o.exitZero)
}
