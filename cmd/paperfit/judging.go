package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/profile"
)

// judgeOptions are the flags that say by what papers are judged. All commands
// that judge papers have the same.
type judgeOptions struct {
	profile    string
	category   string
	categories string
	waivers    string
	failOn     choice
}

// register adds the flags to a command.
func (o *judgeOptions) register(cmd *cobra.Command) {
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

// tellDefault tells people at a terminal by whose rules papers were judged where
// nobody named a profile: they may be of another venue.
func tellDefault(cmd *cobra.Command, streams Streams) {
	if streams.ErrTerminal && !cmd.Flags().Changed("profile") {
		fmt.Fprintf(streams.Err, "paperfit: these are the rules of %s, since no --profile is named; \"paperfit profiles list\" names other venues\n", profile.Default)
	}
}

// judging is what papers are judged by.
type judging struct {
	profile       *profile.Profile
	failOnWarning bool
	categories    *categories // nil: all papers are of one
	waivers       *waivers    // nil: nothing was waived
}

// load reads what the flags name.
func (o *judgeOptions) load() (*judging, error) {
	usual, err := loadProfile(o.profile)
	if err != nil {
		return nil, err
	}
	g := &judging{failOnWarning: o.failOn.value == "warning"}
	if g.profile, err = usual.Variant(o.category); err != nil {
		return nil, err
	}
	if g.categories, err = loadCategories(o.categories, usual); err != nil {
		return nil, err
	}
	if g.waivers, err = loadWaivers(o.waivers, g.failOnWarning); err != nil {
		return nil, err
	}
	return g, nil
}

// tellUnused tells on errors what of the flags' files was of no use: names in them
// may be misspelled.
func (g *judging) tellUnused(streams Streams) {
	g.categories.tellUnused(streams)
	g.waivers.tellUnused(streams)
}

// maxUnused is how many waivers or categories are named that were of no use.
const maxUnused = 5

// profileOf returns the profile of a paper's category.
func (g *judging) profileOf(path string) *profile.Profile {
	if category := g.categories.of(path); category != "" {
		return g.categories.variants[category]
	}
	return g.profile
}

// maxProfileBytes caps a profile's file: a long one has some hundred lines.
const maxProfileBytes = 1 << 20

// loadProfile loads a built-in profile by its name, one of the user's by the
// name of its file, or HotCRP's specification.
func loadProfile(name string) (*profile.Profile, error) {
	if profile.IsHotCRP(name) {
		return profile.ParseHotCRP(name)
	}
	if !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") {
		return profile.Load(name)
	}
	return parseProfile(name)
}
