package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
)

// watchFlags are the flags of watch.
type watchFlags struct {
	limitFlags
	judgeFlags
	color choice
}

// newWatch returns the command that checks papers whenever they are saved.
func newWatch(streams system.Streams) *cobra.Command {
	var opts watchFlags
	cmd := &cobra.Command{
		Use:   "watch [flags] FILE|DIR",
		Short: "Check papers again each time they are saved",
		Long: `Check papers again each time they are saved, and show the verdict until Ctrl-C.

The screen shows when a paper was checked, how long that took, what changed since
the last save, and as much of the report as it has room for.

While a file is being written or cannot be read, its last verdict stays. FILE need
not exist yet; DIR is a folder of papers. Profile, categories and waivers are read
once, at the start.`,
		Annotations: map[string]string{helpEnd: watchExitHelp},
		Example: `  paperfit watch draft.pdf
  paperfit watch --profile osdi22 draft.pdf
  latexmk -pvc -pdf draft & paperfit watch draft.pdf`,
		Args: oneArg("file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			return end(app.Watch(cmd.Context(), streams, app.WatchOptions{
				Name: args[0], Limits: opts.limits(), Judging: opts.criteria(), Color: system.Color(opts.color.value)}))
		},
		ValidArgsFunction: completePDF,
	}
	opts.limitFlags.register(cmd)
	opts.judgeFlags.register(cmd)
	registerColor(cmd, &opts.color)
	return cmd
}
