package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
)

// hiddenCommands returns the commands with which this program runs itself.
func hiddenCommands(streams system.Streams) []*cobra.Command {
	return []*cobra.Command{
		{
			Use:    app.WorkerName,
			Short:  "Check the files that another paperfit sends",
			Hidden: true,
			Args:   noArgs,
			RunE:   func(*cobra.Command, []string) error { return app.Worker(streams) },
		},
		{
			Use:    app.SecondReaderName + " PAGE…",
			Short:  "Read a PDF from standard input for a cross-check",
			Hidden: true,
			RunE:   func(_ *cobra.Command, args []string) error { return app.SecondReader(streams, args) },
		},
		{
			Use:    app.ConfinementName,
			Short:  "Report what confines a process that reads papers",
			Hidden: true,
			RunE:   func(_ *cobra.Command, args []string) error { return app.ReportConfinement(streams, args) },
		},
		{
			Use:                app.BanalWorkerName,
			Short:              "Answer for a file that another paperfit has opened",
			Hidden:             true,
			DisableFlagParsing: true,
			RunE: func(cmd *cobra.Command, args []string) error {
				opts, err := parseBanal(args)
				if err != nil {
					return err
				}
				return app.BanalWorker(cmd.Context(), streams, opts.BanalOptions)
			},
		},
		newDumpWorker(streams),
	}
}

// isWorker reports whether the arguments start a worker, which no interrupt is meant for.
func isWorker(args []string) bool { return len(args) > 0 && args[0] == app.WorkerName }

// newDumpWorker returns the hidden command that makes the dump of the paper on
// standard input, by the rules of the category in its argument.
func newDumpWorker(streams system.Streams) *cobra.Command {
	var limits limitFlags
	var judge judgeFlags
	cmd := &cobra.Command{
		Use:    app.DumpWorkerName + " CATEGORY",
		Short:  "Make the dump of a paper that another paperfit has opened",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			judge.category = args[0]
			return app.DumpWorker(cmd.Context(), streams, limits.limits(), judge.criteria())
		},
	}
	limits.register(cmd)
	judge.register(cmd)
	return cmd
}
