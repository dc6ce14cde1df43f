package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
)

// judgeFlags are the flags that say by what papers are judged. All commands
// that judge papers have the same.
type judgeFlags struct {
	profile    string
	category   string
	categories string
	waivers    string
	failOn     choice
}

// register adds the flags to a command.
func (o *judgeFlags) register(cmd *cobra.Command) {
	registerProfile(cmd, &o.profile)
	categoryFlag(cmd, &o.category)
	cmd.Flags().StringVar(&o.categories, "categories", "", "a CSV `FILE` whose lines are a paper's name and its category")
	cobra.CheckErr(cmd.MarkFlagFilename("categories", "csv"))
	cmd.Flags().StringVar(&o.waivers, "waivers", "", "a `FILE` of rules that the chair waived for papers")
	cobra.CheckErr(cmd.MarkFlagFilename("waivers", "yaml", "yml"))
	o.failOn.register(cmd, "fail-on", "what fails a paper: a broken rule of this severity or above", "error", "warning")
}

// registerProfile adds the flag that names the venue's rules.
func registerProfile(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "profile", profile.Default, "the venue's rules: a built-in `NAME` (see \"paperfit profiles list\"), a file that ends in .yaml, or HotCRP's specification")
	complete(cmd, "profile", profile.Names)
}

// categoryFlag adds the flag that picks a profile's variant.
func categoryFlag(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "category", "", "the `NAME` of the profile's category of papers, such as short")
}

// tellDefault tells people at a terminal by whose rules papers were judged where
// nobody named a profile: they may be of another venue.
func tellDefault(cmd *cobra.Command, streams system.Streams) {
	if streams.ErrTerminal && !cmd.Flags().Changed("profile") {
		fmt.Fprintf(streams.Err, "paperfit: these are the rules of %s, since no --profile is named; \"paperfit profiles list\" names other venues\n", profile.Default)
	}
}

// criteria returns what the flags name.
func (o *judgeFlags) criteria() judging.Options {
	return judging.Options{Profile: o.profile, Category: o.category, Categories: o.categories, Waivers: o.waivers,
		FailOnWarning: o.failOn.value == "warning"}
}
