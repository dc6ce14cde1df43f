package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
)

// outputFlags are the flags that set which reports are written and where.
type outputFlags struct {
	formats  []render.Format // that the command can write
	format   choice
	color    choice
	file     string
	reports  []output.Wanted
	noTiming bool
	verbose  bool
	noNotes  bool
	allFixes bool
	allPages bool
}

// register adds the flags to a command that writes reports in these formats.
func (o *outputFlags) register(cmd *cobra.Command, formats []render.Format) {
	o.formats = formats
	o.format.register(cmd, "format", "report format: `FORMAT` is one of those listed below", formatNames(formats)...)
	registerColor(cmd, &o.color)
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write the report to `FILE` instead of standard output")
	cmd.Flags().Var((*reportFlag)(o), "report", "write another report, as `FORMAT=FILE`; can be repeated; html=DIR writes an overview and pages of papers")
	completeReports(cmd, formats)
	cmd.Flags().BoolVar(&o.noTiming, "no-timing", false, "leave out elapsed_ms, so that the same papers give the same bytes")
}

// registerColor adds the flag that sets when text has colours.
func registerColor(cmd *cobra.Command, into *choice) {
	into.register(cmd, "color", "colour text; auto: on a terminal, unless NO_COLOR is set", string(system.ColorAuto), string(system.ColorAlways), string(system.ColorNever))
}

// outputs returns the options that the flags set, the main report first.
func (o *outputFlags) outputs() output.Options {
	main, _ := findFormat(o.formats, o.format.value)
	reports := append([]output.Wanted{{Format: main, File: o.file, Flag: "--output"}}, o.reports...)
	return output.Options{Reports: reports, Color: system.Color(o.color.value), NoTiming: o.noTiming, Verbose: o.verbose, NoNotes: o.noNotes, AllFixes: o.allFixes, AllPages: o.allPages}
}

// reportFlag is the flag --report.
type reportFlag outputFlags

// String returns the reports as they were written on the command line.
func (r *reportFlag) String() string {
	var out []string
	for _, w := range r.reports {
		out = append(out, w.Format.Name+"="+w.File)
	}
	return strings.Join(out, " ")
}

// Set adds a report.
func (r *reportFlag) Set(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok || file == "" {
		return fmt.Errorf("must be FORMAT=FILE, such as %s", r.example(value))
	}
	format, ok := findFormat(r.formats, name)
	if !ok {
		return noSuchWord(name, formatNames(r.formats))
	}
	r.reports = append(r.reports, output.Wanted{Format: format, File: file, Flag: "--report"})
	return nil
}

// example suggests a FORMAT=FILE for a value that is none.
func (r *reportFlag) example(value string) string {
	for _, f := range r.formats {
		switch value {
		case f.Name, f.Name + "=":
			return f.Name + "=report" + f.Ending
		}
		if strings.HasSuffix(value, f.Ending) {
			return f.Name + "=" + value
		}
	}
	return "json=report.json"
}

// Type names the flag's value.
func (r *reportFlag) Type() string { return "FORMAT=FILE" }

// completeReports lets the shell complete the formats, and after "=" any file.
func completeReports(cmd *cobra.Command, formats []render.Format) {
	err := cmd.RegisterFlagCompletionFunc("report", func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		if strings.Contains(begun, "=") {
			return nil, cobra.ShellCompDirectiveDefault
		}
		var words []string
		for _, f := range formats {
			words = append(words, f.Name+"=\t"+f.About)
		}
		return words, cobra.ShellCompDirectiveNoSpace
	})
	if err != nil {
		panic("a completion names no flag: " + err.Error())
	}
}

// findFormat returns the format with a name.
func findFormat(formats []render.Format, name string) (render.Format, bool) {
	i := slices.IndexFunc(formats, func(f render.Format) bool { return f.Name == name })
	if i < 0 {
		return render.Format{}, false
	}
	return formats[i], true
}

func formatNames(formats []render.Format) []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

// formatsHelp is the part of the help that lists the formats.
func formatsHelp(formats []render.Format) string {
	widest := 0
	for _, f := range formats {
		widest = max(widest, len(f.Name))
	}
	lines := []string{"Formats:"}
	for _, f := range formats {
		lines = append(lines, fmt.Sprintf("  %-*s  %s", widest, f.Name, f.About))
	}
	if slices.ContainsFunc(formats, render.Format.HasFolder) {
		lines = append(lines, "", folderHelp)
	}
	return strings.Join(lines, "\n")
}

// folderHelp is the part of the help that describes folders of pages.
const folderHelp = `Overview:
  --report html=DIR writes a folder: index.html, with a table of all papers to sort
  and filter, and a page for each paper that does not pass, or with --all-pages for
  each paper. DIR is a folder, or a name that ends in a slash or has no extension; the
  folder is created if it does not exist. Pages of an earlier overview in it are
  removed, nothing else is touched. With any other name, --report html=FILE writes one
  page with all papers.`

// noSuchWord describes what a flag takes instead of a word.
func noSuchWord(word string, words []string) error {
	if near := profile.Nearest(word, words); near != "" {
		return fmt.Errorf("did you mean %q?", near)
	}
	return fmt.Errorf("must be one of %s", strings.Join(words, ", "))
}
