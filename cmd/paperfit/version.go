package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
)

// newVersion returns the command that prints the version.
func newVersion(streams system.Streams) *cobra.Command {
	var verbose bool
	cmd := &cobra.Command{
		Use:   "version [flags]",
		Short: "Print the version and how the program was built",
		Long: `Print the version and how the program was built.

With --verbose, also report how processes that read papers are confined on this
system (Landlock, a system call filter, resource limits) and what that denies. To
find out, paperfit confines a process that tries to break out.`,
		Example: `  paperfit version --verbose`,
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text := fmt.Sprintf("paperfit version %s\n", version.Text())
			if verbose {
				text += app.ConfinementText(cmd.Context())
			}
			_, err := io.WriteString(streams.Out, text)
			return err
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also report how processes that read papers are confined")
	return cmd
}
