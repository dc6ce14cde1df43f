package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// newRules returns the command that lists the rules.
func newRules(streams system.Streams) *cobra.Command {
	var opts bookFlags
	cmd := &cobra.Command{
		Use:   "rules [flags]",
		Short: "List the rules and what a profile requires",
		Example: `  paperfit rules
  paperfit rules --profile our-venue.yaml
  paperfit rules --format markdown > rules.md`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := setDefaults(cmd, streams, nil); err != nil {
				return err
			}
			return opts.write(streams, nil, render.Rules)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	opts.register(cmd)
	return cmd
}

// bookFlags are the flags of the commands that document rules.
type bookFlags struct {
	profile  string
	category string
	format   choice
	color    choice
}

// register adds the flags to a command.
func (o *bookFlags) register(cmd *cobra.Command) {
	registerProfile(cmd, &o.profile)
	categoryFlag(cmd, &o.category)
	o.format.register(cmd, "format", "output format", "text", "markdown", "json")
	registerColor(cmd, &o.color)
}

// bookFunc renders the documentation of rules for a terminal.
type bookFunc func(io.Writer, *report.RuleBook, render.TextOptions) error

// write writes the documentation of the given rules, of all for nil, with the limits
// of the profile.
func (o *bookFlags) write(streams system.Streams, named []string, text bookFunc) error {
	book, err := app.RuleBook(app.BookOptions{Rules: named, Profile: o.profile, Category: o.category})
	if err != nil {
		return err
	}
	switch o.format.value {
	case "json":
		return render.RuleBookJSON(streams.Out, book)
	case "markdown":
		return render.RuleBookMarkdown(streams.Out, book)
	}
	return text(streams.Out, book, streams.Text(system.Color(o.color.value), streams.Terminal))
}
