package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
)

// judgeFlags are the flags that set the rules by which papers are judged. All
// commands that judge papers have them.
type judgeFlags struct {
	profile    string
	category   string
	categories string
	waivers    string
	metadata   string
	failOn     choice
}

// register adds the flags to a command.
func (o *judgeFlags) register(cmd *cobra.Command) {
	registerProfile(cmd, &o.profile)
	categoryFlag(cmd, &o.category)
	cmd.Flags().StringVar(&o.categories, "categories", "", "CSV `FILE` with a paper, its number or file, and its category on each line; a first line may name columns: paper, category or track")
	cobra.CheckErr(cmd.MarkFlagFilename("categories", "csv"))
	cmd.Flags().StringVar(&o.waivers, "waivers", "", "`FILE` of rules that the chair waived for single papers")
	cobra.CheckErr(cmd.MarkFlagFilename("waivers", "yaml", "yml"))
	cmd.Flags().StringVar(&o.metadata, "metadata", "", "CSV or JSON `FILE` with the ID, title and authors of each paper as submitted, to compare papers with")
	cobra.CheckErr(cmd.MarkFlagFilename("metadata", "csv", "json"))
	registerFailOn(cmd, &o.failOn)
}

// registerFailOn adds the flag that sets which violations fail a paper.
func registerFailOn(cmd *cobra.Command, into *choice) {
	into.register(cmd, "fail-on", "lowest severity of a violation that fails a paper", "error", "warning")
}

// registerProfile adds the flag that names the venue's rules.
func registerProfile(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "profile", profile.Default, "format rules of the venue: the `NAME` of a built-in profile (see \"paperfit profiles list\"), a .yaml file, or a HotCRP specification")
	complete(cmd, "profile", profile.Names)
}

// categoryFlag adds the flag that selects a category of a profile.
func categoryFlag(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "category", "", "`NAME` of the papers' category in the profile, such as short")
}

// noteDefault reports on a terminal which profile was used if none was given: the
// papers may be for another venue.
func noteDefault(cmd *cobra.Command, streams system.Streams) {
	if streams.ErrTerminal && !cmd.Flags().Changed("profile") {
		fmt.Fprintf(streams.Err, "paperfit: no --profile given; using %s (\"paperfit profiles list\" lists other venues)\n", profile.Default)
	}
}

// criteria returns the options that the flags set.
func (o *judgeFlags) criteria() judging.Options {
	return judging.Options{Profile: o.profile, Category: o.category, Categories: o.categories, Waivers: o.waivers, Metadata: o.metadata,
		FailOnWarning: o.failOn.value == "warning"}
}
