package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
)

// newProfiles returns the command about venues' profiles.
func newProfiles(streams system.Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profiles",
		Short: "List, show, start, validate and compare venues' profiles",
		Long: `A profile is what a venue asks of a paper: a built-in one, a file that ends in
.yaml, or HotCRP's specification such as "letter;12;2;7inx9in;10;12;1".`,
		Example: `  paperfit profiles list                       the built-in ones
  paperfit profiles init > our-venue.yaml      a start for one of your own
  paperfit profiles validate our-venue.yaml    is it one?
  paperfit profiles diff usenix our-venue.yaml`,
		Annotations: map[string]string{helpEnd: profilesExitHelp},

		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newProfilesList(streams), newProfilesShow(streams), newProfilesInit(streams),
		newProfilesValidate(streams), newProfilesDiff(streams), newProfilesExport(streams), newProfilesSchema(streams))
	return cmd
}

func newProfilesList(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in profiles with their titles, categories and sources",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return app.ListProfiles(streams.Out) },
	}
}

// profileArgs completes arguments to profiles.
func profileArgs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return profile.Names(), cobra.ShellCompDirectiveDefault
}

func newProfilesShow(streams system.Streams) *cobra.Command {
	var category string
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show all that a profile asks, as the YAML of one that stands alone",
		Example: `  paperfit profiles show osdi22
  paperfit profiles show 'letter;12;2;7inx9in;10;12;1' > our-venue.yaml`,
		Args: oneArg("name a profile: a built-in one, a file that ends in .yaml, or HotCRP's specification"),
		RunE: func(_ *cobra.Command, args []string) error {
			return app.ShowProfile(streams.Out, args[0], category)
		},
		ValidArgsFunction: profileArgs,
	}
	categoryFlag(cmd, &category)
	return cmd
}

func newProfilesDiff(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:     "diff A B",
		Short:   "Compare what two profiles ask: \"-\" stands before what A asks, \"+\" before what B asks",
		Example: `  paperfit profiles diff osdi21 osdi24-final`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("name two profiles; see \"paperfit profiles diff --help\"")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return app.DiffProfiles(streams.Out, args[0], args[1])
		},
		ValidArgsFunction: profileArgs,
	}
}

// oneArg asks for one argument.
func oneArg(remedy string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("%d arguments are given; %s", len(args), remedy)
		}
		return nil
	}
}
