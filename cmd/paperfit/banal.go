package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/hotcrp"
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
func newBanal(streams Streams) *cobra.Command {
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

// runBanal answers for each file.
func runBanal(cmd *cobra.Command, streams Streams, args []string) error {
	opts, err := parseBanal(args)
	switch {
	case err != nil:
	case opts.form == banalHelp:
		return cmd.Help()
	case opts.form == banalVersion:
		// The first line is banal's own, which programs look for.
		_, err := fmt.Fprintf(streams.Out, "Banal version 1.2.\npaperfit version %s\n", versionText())
		return err
	case len(opts.files) == 0:
		err = errors.New("no file is named; name a PDF")
	}
	if err != nil {
		fmt.Fprintf(streams.Err, "paperfit banal: %v\n", err)
		if opts.form == banalJSON {
			_ = opts.failed(err).JSON(streams.Out)
		}
		return exitFail
	}
	return opts.answerAll(cmd.Context(), streams)
}

func (o banalOptions) failed(err error) *hotcrp.Answer {
	return hotcrp.Failed(err.Error(), o.now())
}

// now returns the options with the time of the answer and what made it.
func (o banalOptions) now() hotcrp.Options {
	out := o.Options
	out.Version = version
	if o.timed {
		out.At = time.Now().Unix()
	}
	return out
}

func (o banalOptions) answerAll(ctx context.Context, streams Streams) error {
	measured, found, failed := false, false, false
	for i, file := range o.files {
		if ctx.Err() != nil {
			break
		}
		shown := batch.Paper(file, nil).Path
		answer, err := o.answerApart(ctx, streams, file, shown, i == len(o.files)-1)
		if err == nil {
			_, err = io.WriteString(streams.Out, answer.Text)
		}
		if err != nil {
			return fmt.Errorf("the answer could not be written: %w", err)
		}
		if answer.Why != "" {
			failed = true
			fmt.Fprintf(streams.Err, "paperfit banal: %s: %s\n", shown, answer.Why)
		} else {
			measured = true
		}
		found = found || answer.Found
	}
	if ctx.Err() != nil {
		return exitInterrupted
	}
	return o.status(measured, found, failed).asError()
}

// status returns the exit status that banal, or grep, would have.
func (o banalOptions) status(measured, found, failed bool) exitStatus {
	switch {
	case o.form == banalGrep && found:
		return 0
	case o.form == banalGrep && failed:
		return 2
	case o.form != banalGrep && measured:
		return 0
	}
	return 1
}

// write writes the answer for one file. It reports whether grep found in it what
// it looks for.
func (o banalOptions) write(w io.Writer, file string, a *hotcrp.Answer) (found bool, err error) {
	switch o.form {
	case banalReport:
		return false, a.Report(w, file)
	case banalStats:
		return false, a.Stats(w, file)
	case banalGrep:
		found = o.grep != "error" && len(a.Unsafe) > 0 || o.grep != "unsafe" && a.Error
		if found {
			_, err = fmt.Fprintln(w, file)
		}
		return found, err
	}
	return false, a.JSON(w)
}
