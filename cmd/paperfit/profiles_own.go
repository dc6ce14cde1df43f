package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
)

func newProfilesInit(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a commented start for a profile of your own",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := fmt.Fprint(streams.Out, profile.Start())
				return err
			}
			return app.StartProfile(args[0])
		},
	}
}

func newProfilesValidate(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE",
		Short: "Tell whether a file is a profile, and where it is not",
		Args:  oneArg("name the file of a profile"),
		RunE: func(_ *cobra.Command, args []string) error {
			return app.ValidateProfile(streams.Out, args[0])
		},
	}
}

func newProfilesExport(streams system.Streams) *cobra.Command {
	var category string
	var hotcrp bool
	cmd := &cobra.Command{
		Use:   "export --hotcrp NAME",
		Short: "Write a profile as HotCRP's specification of a format",
		Long: `Write a profile as HotCRP's specification of a format, which a chair pastes into
the settings of a submission site. What it cannot express is told on standard
error.`,
		Args: oneArg("name a profile"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !hotcrp {
				return errors.New("say what to export to: --hotcrp")
			}
			return app.ExportProfile(streams, args[0], category)
		},
		ValidArgsFunction: profileArgs,
	}
	cmd.Flags().BoolVar(&hotcrp, "hotcrp", false, "for HotCRP's settings")
	categoryFlag(cmd, &category)
	return cmd
}

func newProfilesSchema(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of profiles, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := streams.Out.Write(profile.Schema())
			return err
		},
	}
}
