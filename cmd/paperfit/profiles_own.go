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
	var call, sample string
	cmd := &cobra.Command{
		Use:   "init [flags] [FILE]",
		Short: "Write a template or a draft for a profile of your own",
		Long: `Write a commented template for a profile of your own. With --from-call, write a draft of
what the text of a call says instead: each line has the words that it was read from, and
a question mark where they may mean something else. With --from-sample, write what was
measured in a PDF that is set with the venue's template.`,
		Example: `  paperfit profiles init our-venue.yaml
  pdftotext call.pdf - | paperfit profiles init --from-call -
  paperfit profiles init --from-sample template.pdf our-venue.yaml`,
		Args: optionalArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			if call != "" && sample != "" {
				return errors.New("--from-call and --from-sample exclude each other")
			}
			text, err := app.DraftProfile(cmd.Context(), streams, call, sample)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				_, err := fmt.Fprint(streams.Out, text)
				return err
			}
			return end(app.StartProfile(streams, args[0], text))
		},
	}
	cmd.Flags().StringVar(&call, "from-call", "", "draft from the plain text of a call in `FILE`, - for standard input")
	cmd.Flags().StringVar(&sample, "from-sample", "", "draft from what is measured in `FILE`, a PDF set with the venue's template")
	cobra.CheckErr(cmd.MarkFlagFilename("from-sample", "pdf"))
	return cmd
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
