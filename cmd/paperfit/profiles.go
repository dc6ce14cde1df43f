package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/profile"
)

// newProfiles returns the command about venues' profiles.
func newProfiles(streams Streams) *cobra.Command {
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

func newProfilesList(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the built-in profiles with their titles, categories and sources",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			names := profile.Names()
			widest := 0
			for _, name := range names {
				widest = max(widest, len(name))
			}
			for _, name := range names {
				p, err := profile.Load(name)
				if err != nil {
					return err
				}
				mark := ""
				if name == profile.Default {
					mark = " (default)"
				}
				fmt.Fprintf(streams.Out, "%-*s  %s%s%s\n%-*s  %s\n", widest, name, p.Title, mark, categoryWords(p), widest, "", p.Source)
			}
			return nil
		},
	}
}

// categoryWords names the categories of a profile.
func categoryWords(p *profile.Profile) string {
	if len(p.Categories) == 0 {
		return ""
	}
	var names []string
	for _, c := range p.Categories {
		names = append(names, c.Category)
	}
	return "; --category " + strings.Join(names, ", ")
}

// profileArgs completes arguments to profiles.
func profileArgs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return profile.Names(), cobra.ShellCompDirectiveDefault
}

// categoryFlag adds the flag that picks a profile's variant.
func categoryFlag(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "category", "", "the `NAME` of the profile's category of papers, such as short")
}

func newProfilesShow(streams Streams) *cobra.Command {
	var category string
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show all that a profile asks, as the YAML of one that stands alone",
		Example: `  paperfit profiles show osdi22
  paperfit profiles show 'letter;12;2;7inx9in;10;12;1' > our-venue.yaml`,
		Args: oneArg("name a profile: a built-in one, a file that ends in .yaml, or HotCRP's specification"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := loadVariant(args[0], category)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(streams.Out, p.YAML())
			return err
		},
		ValidArgsFunction: profileArgs,
	}
	categoryFlag(cmd, &category)
	return cmd
}

func newProfilesDiff(streams Streams) *cobra.Command {
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
			a, err := loadProfile(args[0])
			if err != nil {
				return err
			}
			b, err := loadProfile(args[1])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(streams.Out, diffOf(a, b))
			return err
		},
		ValidArgsFunction: profileArgs,
	}
}

// diffOf tells in lines where two profiles differ; their titles, sources and
// years are what they are called, not what they ask.
func diffOf(a, b *profile.Profile) string {
	theirs := map[string]string{}
	var keys []string
	for _, e := range b.Entries() {
		theirs[e.Key] = e.Value
		keys = append(keys, e.Key)
	}
	var out strings.Builder
	seen := map[string]bool{}
	for _, e := range a.Entries() {
		seen[e.Key] = true
		if value := theirs[e.Key]; value != e.Value && asks(e.Key) {
			fmt.Fprintf(&out, "- %s: %s\n", e.Key, e.Value)
			if value != "" {
				fmt.Fprintf(&out, "+ %s: %s\n", e.Key, value)
			}
		}
	}
	for _, key := range keys {
		if !seen[key] && asks(key) {
			fmt.Fprintf(&out, "+ %s: %s\n", key, theirs[key])
		}
	}
	if out.Len() == 0 {
		return "They ask the same.\n"
	}
	return out.String()
}

// asks reports whether a key says what is asked.
func asks(key string) bool {
	return !slices.Contains([]string{"title", "source", "year", "stage"}, key)
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
