package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
)

// newVersion returns the command that tells the version.
func newVersion(streams system.Streams) *cobra.Command {
	var verbose bool
	cmd := &cobra.Command{
		Use:   "version [flags]",
		Short: "Tell the version of the program and what it was built from",
		Long: `Tell the version of the program and what it was built from.

With --verbose it also reports what confines the processes that read papers on
this system: Landlock, a filter of system calls, limits on resources, and what
each of them refuses. A process is confined for it and tries to get around that.`,
		Example: `  paperfit version --verbose`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text := fmt.Sprintf("paperfit version %s\n", app.VersionText())
			if verbose {
				text += app.ConfinementText(cmd.Context())
			}
			_, err := io.WriteString(streams.Out, text)
			return err
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "report what confines the processes that read papers on this system")
	return cmd
}
