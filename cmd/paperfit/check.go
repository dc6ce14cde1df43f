package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
)

// checkOptions are the flags of check.
type checkOptions struct {
	outputOptions
	profile    string
	failOn     choice
	crossCheck bool
}

// newCheck returns the command that checks papers.
func newCheck(streams Streams) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check [flags] FILE|DIR|-…",
		Short: "Check papers against a venue's rules",
		Long: `Check papers against a venue's rules.

FILE is a PDF; DIR stands for all PDFs in a folder and the folders in it, known
by their content, not by their name; - reads a PDF from standard input. What is
wrong with one file never stops the others.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit check draft.pdf
  paperfit check --profile our-venue.yaml draft.pdf
  paperfit check --format json --output report.json submissions/
  paperfit check --report json=report.json draft.pdf
  latexmk -pdf draft && paperfit check --fail-on warning draft.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runCheck(cmd.Context(), streams, opts, args)
		},
		ValidArgsFunction: completePDF,
	}
	opts.register(cmd)
	return cmd
}

// register adds the flags to a command.
func (o *checkOptions) register(cmd *cobra.Command) {
	o.outputOptions.register(cmd, render.Formats())
	registerProfile(cmd, &o.profile)
	o.failOn.register(cmd, "fail-on", "what fails a paper: a broken rule of this severity or above", "error", "warning")
	cmd.Flags().BoolVar(&o.crossCheck, "cross-check", false, "tell whether a second, independent reader finds the same text; changes no verdict")
}

// registerProfile adds the flag that names the venue's rules.
func registerProfile(cmd *cobra.Command, into *string) {
	cmd.Flags().StringVar(into, "profile", profile.Default, "the venue's rules: a built-in `NAME` ("+strings.Join(profile.Names(), ", ")+") or a file that ends in .yaml")
	complete(cmd, "profile", profile.Names)
}

// runCheck checks the named files and writes the report.
func runCheck(ctx context.Context, streams Streams, opts checkOptions, args []string) error {
	if len(args) == 0 {
		return errors.New("no file is named; name at least one PDF, a folder, or - for standard input")
	}
	p, err := loadProfile(opts.profile)
	if err != nil {
		return err
	}
	failOnWarning := opts.failOn.value == "warning"
	out, err := opts.open(streams, args, render.Options{FailOnWarning: failOnWarning})
	if err != nil {
		return err
	}
	j := job{streams: streams, checker: &check.Checker{Profile: p, FailOnWarning: failOnWarning, Sketch: out.sketch()}}
	if opts.crossCheck {
		j.second = secondReader()
	}
	r := j.report(ctx, args)
	if err := out.write(r); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return exitInterrupted
	}
	return statusOf(r.Summary).asError()
}

// maxProfileBytes caps a profile's file: a long one has some hundred lines.
const maxProfileBytes = 1 << 20

// loadProfile loads a built-in profile by its name, or one of the user's by the
// name of its file.
func loadProfile(name string) (*profile.Profile, error) {
	if !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") {
		return profile.Load(name)
	}
	data, err := readFile(name, maxProfileBytes)
	if err != nil {
		return nil, fmt.Errorf("profile %s: %w", name, err)
	}
	return profile.Parse(name, data)
}

// readFile reads a file that may have so many bytes at most.
func readFile(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer file.Close()
	return readAll(file, most)
}
