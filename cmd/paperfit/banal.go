package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
)

// banalName is the name of the command that replaces banal, and of a link to this
// program that does so too.
const banalName = "banal"

const banalLong = `Replace banal, the program with which HotCRP checks formats.

With $Opt["banalCommand"] = "/usr/local/bin/paperfit banal" in its settings,
HotCRP checks every uploaded PDF with paperfit. Options start with one dash or
two; options of banal that have no meaning here are accepted and ignored. A link
to this program named "banal" behaves like this command. No defaults file is read:
the answer depends only on the PDF and these options.`

const banalUsage = `Options:
  -json              print one JSON object (default)
  -report, -stats    print a report for people, or one line with tabs
  -p, -headings      include the headings and the printed number of each page
  -no-time           leave out the time
  -max-pages=N       report at most N pages
  -C, -colpos        include the edges of the columns
  -no-unsafe         leave out active content in the file
  -figures           include drawings and images in the text block
  -trim              let a tenth of the lines extend beyond the text block
  -compat=banal      use banal's units and trimming, for limits tuned to them
  -timeout=TIME      stop a file that takes longer than TIME (default 20s)
  -max-memory=SIZE   stop a file that needs more memory than SIZE (default 512MB)
  -grep=WHAT         print the names of files with active content ("unsafe"),
                     that cannot be measured ("error"), or either ("problem")
  -version           print the version`

const banalExitHelp = `Exit status:
  0    a file was measured
  1    no file could be measured; the answer of -json says so too
  4    the answer could not be written
  130  interrupted
With -grep: 0 if a file matches, 1 if none does, 2 if a file could not be measured.`

// newBanal returns the command that answers HotCRP.
func newBanal(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:                banalName + " [options] FILE…",
		Short:              "Replace banal, HotCRP's format checker",
		Long:               banalLong + "\n\n" + banalUsage,
		Annotations:        map[string]string{helpEnd: banalExitHelp},
		DisableFlagParsing: true, // options may have one dash

		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBanal(cmd, streams, args)
		},
		ValidArgsFunction: completePDF,
	}
}

// isBanal reports whether the program was called by the name of banal.
func isBanal(program string) bool {
	return strings.TrimSuffix(filepath.Base(program), ".exe") == banalName
}

// runBanal answers for each file, or prints the version or the help.
func runBanal(cmd *cobra.Command, streams system.Streams, args []string) error {
	opts, err := parseBanal(args)
	switch {
	case err != nil && opts.instead != banalAnswer:
		fmt.Fprintf(streams.Err, "paperfit banal: %v\n", err)
		return end(app.ExitFail, nil)
	case err != nil:
		return end(opts.Refuse(streams, err), nil)
	case opts.instead == banalHelp:
		return cmd.Help()
	case opts.instead == banalVersion:
		// The first line is banal's own, which programs look for.
		_, err := fmt.Fprintf(streams.Out, "Banal version 1.2.\npaperfit version %s\n", version.Text())
		return err
	}
	return end(app.Banal(cmd.Context(), streams, opts.BanalOptions))
}
