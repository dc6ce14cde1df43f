package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// checkFlags are the flags of check.
type checkFlags struct {
	outputFlags
	paperFlags
	judgeFlags
	skipFigures bool
	crossCheck  bool
	annotate    string
	synctex     string
	resume      string
	exitZero    bool
}

// newCheck returns the command that checks papers.
func newCheck(streams system.Streams) *cobra.Command {
	var opts checkFlags
	cmd := &cobra.Command{
		Use:   "check [flags] FILE|DIR|ZIP|-…",
		Short: "Check papers against a venue's format rules",
		Long: `Check papers against a venue's format rules.

FILE is a PDF. DIR is a folder, which is searched with its subfolders for files
named *.pdf, whatever their content, and for other files that are PDFs. ZIP is an
archive of papers, as submission systems export it. "-" reads a PDF from standard
input. Hidden files, unfinished downloads and other files are skipped and counted.

A problem with one file never stops the others. Several files are checked by
confined worker processes, each file within --timeout and --max-memory, and
reported in the order given.`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit check draft.pdf
  paperfit check --profile our-venue.yaml draft.pdf
  paperfit check --format json --output report.json submissions/
  paperfit check --report json=report.json draft.pdf
  paperfit check --annotate annotated.pdf draft.pdf
  find . -name '*.pdf' -mtime -1 -print0 | paperfit check --files-from - --null
  latexmk -pdf draft && paperfit check --fail-on warning draft.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			return runCheck(cmd, streams, opts, args)
		},
		ValidArgsFunction: completePDF,
	}
	opts.register(cmd)
	return cmd
}

// register adds the flags to a command.
func (o *checkFlags) register(cmd *cobra.Command) {
	o.outputFlags.register(cmd, render.Formats())
	o.paperFlags.register(cmd)
	o.judgeFlags.register(cmd)
	registerReading(cmd, &o.outputFlags)
	cmd.Flags().BoolVar(&o.skipFigures, "skip-figures", false, "leave out and count PDFs of figures: all pages are smaller than A5 and have no running text")
	cmd.Flags().BoolVar(&o.crossCheck, "cross-check", false, "compare the text with that of a second, independent reader; never changes a verdict")
	cmd.Flags().StringVar(&o.annotate, "annotate", "", "write a copy of the paper with the findings as annotations to `OUT`, a folder if there are several papers")
	cobra.CheckErr(cmd.MarkFlagFilename("annotate", "pdf"))
	cmd.Flags().StringVar(&o.synctex, "synctex", "", "name lines of the source by this SyncTeX `FILE`, or off; the default is the file beside each PDF that is named, as LaTeX writes it with -synctex=1")
	cobra.CheckErr(cmd.MarkFlagFilename("synctex", "synctex.gz", "synctex"))
	cmd.Flags().StringVar(&o.resume, "resume", "", "check only what is new since the report `REPORT.jsonl`, and replace it by the complete one")
	cobra.CheckErr(cmd.MarkFlagFilename("resume", "jsonl"))
	o.registerShard(cmd)
	registerExitZero(cmd, &o.exitZero)
}

// registerReading adds the flags that set what people read of a report on papers that
// were judged.
func registerReading(cmd *cobra.Command, o *outputFlags) {
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "list in text also the rules that are met, with what was measured")
	cmd.Flags().BoolVar(&o.noNotes, "no-notes", false, "leave notes out of text; other formats always have them")
	cmd.Flags().BoolVar(&o.allFixes, "all-fixes", false, "fixes for LaTeX, Word, LibreOffice and Typst, not only for the program that made the paper")
	cmd.Flags().BoolVar(&o.allPages, "all-pages", false, "with --report html=DIR, write a page also for each paper that passes")
}

// registerExitZero adds the flag for jobs that must not fail for their papers.
func registerExitZero(cmd *cobra.Command, into *bool) {
	cmd.Flags().BoolVar(into, "exit-zero", false, "exit with 0 where papers fail or cannot be measured, for arrays of jobs")
}

// runCheck checks the named files and writes the report.
func runCheck(cmd *cobra.Command, streams system.Streams, opts checkFlags, args []string) error {
	status, err := app.Check(cmd.Context(), streams, app.CheckOptions{
		SkipFigures: opts.skipFigures,
		Papers:      opts.papers(args),
		Judging:     opts.criteria(),
		Output:      opts.outputs(),
		CrossCheck:  opts.crossCheck,
		Annotate:    opts.annotate,
		SyncTeX:     opts.synctex,
		Resume:      opts.resume,
		ExitZero:    opts.exitZero,
	})
	if err == nil && status != app.ExitInterrupted {
		noteDefault(cmd, streams)
	}
	return end(status, err)
}
