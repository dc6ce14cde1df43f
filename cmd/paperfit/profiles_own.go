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
		Short: "Write a commented template for a profile of your own",
		Args:  optionalArg,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := fmt.Fprint(streams.Out, profile.Start())
				return err
			}
			return end(app.StartProfile(args[0]))
		},
	}
}

func newProfilesValidate(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE…",
		Short: "Check profile files and point out all errors",
		Long: `Check profile files, - for standard input, and point out all errors with line and column:
what is no YAML, unknown or impossible, and what contradicts itself, such as a block
that the margins leave no room for.`,
		Example: `  paperfit profiles validate our-venue.yaml
  paperfit profiles show osdi22 | paperfit profiles validate -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("no profile file given; see \"paperfit profiles validate --help\"")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return app.ValidateProfiles(streams, args) },
	}
}

func newProfilesExport(streams system.Streams) *cobra.Command {
	var category string
	var hotcrp bool
	cmd := &cobra.Command{
		Use:   "export --hotcrp NAME",
		Short: "Export a profile as a HotCRP specification",
		Long: `Export a profile as a HotCRP specification, for the settings of a submission site.
Requirements that HotCRP cannot express are listed on standard error.`,
		Args: oneArg("profile"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !hotcrp {
				return errors.New("no target given; use --hotcrp")
			}
			return app.ExportProfile(streams, args[0], category)
		},
		ValidArgsFunction: profileArgs,
	}
	cmd.Flags().BoolVar(&hotcrp, "hotcrp", false, "export as a HotCRP specification")
	categoryFlag(cmd, &category)
	return cmd
}

func newProfilesSchema(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of profiles, for editors",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := streams.Out.Write(profile.Schema())
			return err
		},
	}
}
