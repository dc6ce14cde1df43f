package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
	"github.com/paperfit/paperfit/pkg/rules"
)

// newRules returns the command that lists the rules.
func newRules(streams Streams) *cobra.Command {
	var opts bookOptions
	cmd := &cobra.Command{
		Use:   "rules [flags]",
		Short: "List the rules, and what a profile asks of each",
		Example: `  paperfit rules
  paperfit rules --profile our-venue.yaml
  paperfit rules --format markdown > rules.md`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := setDefaults(cmd, streams, nil); err != nil {
				return err
			}
			return opts.write(streams, rules.All(), render.Rules)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	opts.register(cmd)
	return cmd
}

// newExplain returns the command that documents single rules.
func newExplain(streams Streams) *cobra.Command {
	var opts bookOptions
	cmd := &cobra.Command{
		Use:   "explain [flags] RULE…",
		Short: "Explain a rule: what is asked, how it is measured, how to mend a paper",
		Example: `  paperfit explain page-limit
  paperfit explain --profile our-venue.yaml text-block leading`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, nil); err != nil {
				return err
			}
			named, err := findRules(args)
			if err != nil {
				return err
			}
			return opts.write(streams, named, render.Explain)
		},
		ValidArgsFunction: completeRules,
	}
	opts.register(cmd)
	return cmd
}

// bookOptions are the flags of the commands that document rules.
type bookOptions struct {
	profile  string
	category string
	format   choice
	color    choice
}

// register adds the flags to a command.
func (o *bookOptions) register(cmd *cobra.Command) {
	registerProfile(cmd, &o.profile)
	categoryFlag(cmd, &o.category)
	o.format.register(cmd, "format", "form of the text", "text", "markdown", "json")
	registerColor(cmd, &o.color)
}

// bookFunc renders the documentation of rules for a terminal.
type bookFunc func(io.Writer, *report.RuleBook, render.TextOptions) error

// write writes the documentation of the given rules as they hold in the profile.
func (o *bookOptions) write(streams Streams, named []rules.Rule, text bookFunc) error {
	p, err := loadVariant(o.profile, o.category)
	if err != nil {
		return err
	}
	book := &report.RuleBook{Schema: report.RulesSchema, Tool: report.Tool{Name: "paperfit", Version: version}, Profile: p.Head()}
	for _, rule := range named {
		book.Rules = append(book.Rules, rule.Document(p))
	}
	switch o.format.value {
	case "json":
		return render.RuleBookJSON(streams.Out, book)
	case "markdown":
		return render.RuleBookMarkdown(streams.Out, book)
	}
	return text(streams.Out, book, textOptions(streams, o.color.value, streams.Terminal))
}

// findRules returns the named rules.
func findRules(names []string) ([]rules.Rule, error) {
	if len(names) == 0 {
		return nil, errors.New(`no rule is named; "paperfit rules" lists them`)
	}
	var out []rules.Rule
	for _, name := range names {
		rule, ok := rules.Find(name)
		if !ok {
			remedy := `"paperfit rules" lists them`
			if near := profile.Nearest(name, profile.RuleIDs()); near != "" {
				remedy = fmt.Sprintf("did you mean %q?", near)
			}
			return nil, fmt.Errorf("there is no rule %q; %s", name, remedy)
		}
		out = append(out, rule)
	}
	return out, nil
}

// completeRules completes arguments to the names of rules.
func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, rule := range rules.All() {
		out = append(out, rule.ID+"\t"+rule.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
