package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
)

func newProfilesInit(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a commented start for a profile of your own",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				_, err := fmt.Fprint(streams.Out, profile.Start())
				return err
			}
			file, err := os.OpenFile(args[0], os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			switch {
			case errors.Is(err, fs.ErrExist):
				return fmt.Errorf("%s is there already; name another file", args[0])
			case err != nil:
				return fmt.Errorf("%s cannot be written: %w", args[0], batch.Reason(err))
			}
			_, err = file.WriteString(profile.Start())
			return errors.Join(err, file.Close())
		},
	}
}

func newProfilesValidate(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE",
		Short: "Tell whether a file is a profile, and where it is not",
		Args:  oneArg("name the file of a profile"),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := parseProfile(args[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(streams.Out, "%s is a profile: %s, %d rules%s\n", args[0], p.Title, len(p.Rules), categoryWords(p))
			if p.Source == "" {
				fmt.Fprintln(streams.Out, "It names no source: add the address of the page that it was read from.")
			}
			return nil
		},
	}
}

// parseProfile reads a profile's file, whatever its name.
func parseProfile(name string) (*profile.Profile, error) {
	data, err := batch.ReadFile(name, maxProfileBytes)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	return profile.Parse(name, data)
}

func newProfilesExport(streams Streams) *cobra.Command {
	var category string
	var hotcrp bool
	cmd := &cobra.Command{
		Use:   "export --hotcrp NAME",
		Short: "Write a profile as HotCRP's specification of a format",
		Long: `Write a profile as HotCRP's specification of a format, which a chair pastes into
the settings of a submission site. What it cannot express is told on standard
error.`,
		Args: oneArg("name a profile"),
		RunE: func(_ *cobra.Command, args []string) error {
			if !hotcrp {
				return errors.New("say what to export to: --hotcrp")
			}
			p, err := loadVariant(args[0], category)
			if err != nil {
				return err
			}
			text, lost := p.HotCRP()
			fmt.Fprintln(streams.Out, text)
			for _, sentence := range lost {
				fmt.Fprintf(streams.Err, "not expressed: %s\n", sentence)
			}
			return nil
		},
		ValidArgsFunction: profileArgs,
	}
	cmd.Flags().BoolVar(&hotcrp, "hotcrp", false, "for HotCRP's settings")
	categoryFlag(cmd, &category)
	return cmd
}

func newProfilesSchema(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Write the JSON Schema of profiles, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := streams.Out.Write(profile.Schema())
			return err
		},
	}
}

// loadVariant loads a profile's variant for a category of papers, "" for the
// usual ones.
func loadVariant(name, category string) (*profile.Profile, error) {
	p, err := loadProfile(name)
	if err != nil {
		return nil, err
	}
	return p.Variant(category)
}
