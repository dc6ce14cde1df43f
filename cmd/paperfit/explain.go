package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// newExplain returns the command that documents single rules.
func newExplain(streams system.Streams) *cobra.Command {
	var opts bookFlags
	cmd := &cobra.Command{
		Use:   "explain [flags] RULE…",
		Short: "Explain rules: what they require, how they are measured, how to fix a paper",
		Example: `  paperfit explain page-limit
  paperfit explain --profile our-venue.yaml text-block leading`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, nil); err != nil {
				return err
			}
			if len(args) == 0 {
				return errors.New(`no rule given; "paperfit rules" lists them`)
			}
			return opts.write(streams, args, render.Explain)
		},
		ValidArgsFunction: completeRules,
	}
	opts.register(cmd)
	return cmd
}

// completeRules completes arguments to the names of rules.
func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, rule := range app.RuleNames() {
		out = append(out, rule.ID+"\t"+rule.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
