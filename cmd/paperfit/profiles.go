package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
)

// newProfiles returns the commands for venue profiles.
func newProfiles(streams system.Streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "profiles",
		Short: "List, show, create, validate and compare venue profiles",
		Long: `A profile is what a venue requires of a paper: a built-in profile, a .yaml file,
or a HotCRP specification such as "letter;12;2;7inx9in;10;12;1".`,
		Example: `  paperfit profiles list                       list the built-in profiles
  paperfit profiles list security              list those about security
  paperfit profiles init > our-venue.yaml      start a profile of your own
  paperfit profiles validate our-venue.yaml    check it for errors
  paperfit profiles diff usenix our-venue.yaml`,
		Annotations: map[string]string{helpEnd: profilesExitHelp},

		Args: subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newProfilesList(streams), newProfilesShow(streams), newProfilesInit(streams),
		newProfilesValidate(streams), newProfilesDiff(streams), newProfilesExport(streams), newProfilesSchema(streams))
	return cmd
}

func newProfilesList(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "list [WORD…]",
		Short: "List the built-in profiles with their titles, categories and sources",
		Long: `List the built-in profiles by community, with their titles, categories and sources;
with words, those that have each of them in their name, title, series or community.
The newest profile of a conference can be named without its year: "neurips".`,
		Example: `  paperfit profiles list security
  paperfit profiles list usenix final`,
		RunE: func(_ *cobra.Command, args []string) error { return app.ListProfiles(streams.Out, args) },
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
		Short: "Print everything that a profile requires, as a self-contained YAML file",
		Example: `  paperfit profiles show osdi22
  paperfit profiles show 'letter;12;2;7inx9in;10;12;1' > our-venue.yaml`,
		Args: oneArg("profile"),
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
		Short:   "Compare the requirements of two profiles (- for A, + for B)",
		Example: `  paperfit profiles diff osdi21 osdi24-final`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return errors.New("two profiles are required; see \"paperfit profiles diff --help\"")
			}
			return atMost(2, cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return app.DiffProfiles(streams.Out, args[0], args[1])
		},
		ValidArgsFunction: profileArgs,
	}
}
