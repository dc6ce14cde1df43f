package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
)

// banalName is the command by which this program answers HotCRP, and the name
// of a link by which it does so too.
const banalName = "banal"

const banalLong = `Answer HotCRP in place of banal, the program it checks formats with.

HotCRP's setting $Opt["banalCommand"] = "/usr/local/bin/paperfit banal" makes
every uploaded PDF pass here. Options may have one dash or two; those of banal
that have no meaning here are accepted. A link to this program that is named
"banal" behaves like this command. No file of defaults is read: the answer hangs
on the PDF and these options alone.`

const banalUsage = `Options:
  -json              one JSON object, which is the default
  -report, -stats    the answer for people, or as one line with tabs
  -p, -headings      tell the headings and printed number of each page
  -no-time           leave out the time
  -max-pages=N       tell N pages at most
  -C, -colpos        tell the edges of the columns
  -no-unsafe         leave out what is dangerous in the file
  -figures           drawings and images belong to the text block
  -free-end          a page that references share with an appendix is the
                     appendix's; else it counts as body
  -trim              a tenth of the rows may stick out of the text block
  -compat=banal      banal's units and trimming, for limits tuned to them
  -timeout=TIME      how long a file may take (20s)
  -max-memory=SIZE   how much memory a file may take (512MB)
  -grep=WHAT         print the names of files that are "unsafe", that end in an
                     "error", or that have either "problem"
  -version           tell the version`

const banalExitHelp = `Exit status:
  0    a file was measured
  1    no file could be measured; with -json the answer says so too
  4    the answer could not be written
  130  interrupted
With -grep: 0 something was found, 1 nothing, 2 a file could not be measured.`

// newBanal returns the command that answers HotCRP.
func newBanal(streams system.Streams) *cobra.Command {
	return &cobra.Command{
		Use:                banalName + " [options] FILE…",
		Short:              "Answer HotCRP in place of banal",
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

// runBanal answers for each file, or tells what is asked for in place of that.
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
		_, err := fmt.Fprintf(streams.Out, "Banal version 1.2.\npaperfit version %s\n", app.VersionText())
		return err
	}
	return end(app.Banal(cmd.Context(), streams, opts.BanalOptions))
}
