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

// outputFlags are the flags that say which reports are written and where.
type outputFlags struct {
	formats  []render.Format // that can be asked for
	format   choice
	color    choice
	file     string
	reports  []output.Wanted
	noTiming bool
}

// register adds the flags to a command that writes reports in these formats.
func (o *outputFlags) register(cmd *cobra.Command, formats []render.Format) {
	o.formats = formats
	o.format.register(cmd, "format", "form of the report: `FORMAT` is one of those below", formatNames(formats)...)
	registerColor(cmd, &o.color)
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "write the report to `FILE` instead of the terminal")
	cmd.Flags().Var((*reportFlag)(o), "report", "write one more report to a file: `FORMAT=FILE`, as often as you like; html=DIR writes an overview with a page for each paper")
	completeReports(cmd, formats)
	cmd.Flags().BoolVar(&o.noTiming, "no-timing", false, "leave out elapsed_ms: the same papers give the same bytes")
}

// registerColor adds the flag that says when text has colours.
func registerColor(cmd *cobra.Command, into *choice) {
	into.register(cmd, "color", "colours in text: auto means on a terminal, unless NO_COLOR is set", string(system.ColorAuto), string(system.ColorAlways), string(system.ColorNever))
}

// outputs returns what is asked for, the main report first.
func (o *outputFlags) outputs() output.Options {
	main, _ := findFormat(o.formats, o.format.value)
	reports := append([]output.Wanted{{Format: main, File: o.file, Flag: "--output"}}, o.reports...)
	return output.Options{Reports: reports, Color: system.Color(o.color.value), NoTiming: o.noTiming}
}

// reportFlag is the flag --report.
type reportFlag outputFlags

// String returns what was asked for.
func (r *reportFlag) String() string {
	var out []string
	for _, w := range r.reports {
		out = append(out, w.Format.Name+"="+w.File)
	}
	return strings.Join(out, " ")
}

// Set asks for one more report.
func (r *reportFlag) Set(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok || file == "" {
		return fmt.Errorf("it takes FORMAT=FILE, such as %s", r.example(value))
	}
	format, ok := findFormat(r.formats, name)
	if !ok {
		return noSuchWord(name, formatNames(r.formats))
	}
	r.reports = append(r.reports, output.Wanted{Format: format, File: file, Flag: "--report"})
	return nil
}

// example returns what may have been meant by a value that is no FORMAT=FILE.
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

// completeReports tells the shell the formats, and after "=" any file.
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

// findFormat returns the format of a name.
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

// folderHelp is the part of the help that tells of folders of pages.
const folderHelp = `Overview:
  --report html=DIR writes a folder: index.html, a table of all papers to sort
  and filter, and a page for each paper. DIR is a folder, or a name that ends in a
  slash or has no ending, such as .html; the folder is made where there is none,
  and pages of an older overview in it go away. Nothing else in it is touched. Any
  other name is of one page with all papers.`

// noSuchWord says that a word is none of those that a flag takes.
func noSuchWord(word string, words []string) error {
	if near := profile.Nearest(word, words); near != "" {
		return fmt.Errorf("did you mean %q?", near)
	}
	return fmt.Errorf("it takes %s", strings.Join(words, ", "))
}
