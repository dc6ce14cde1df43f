package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
)

// newRoot returns the program's commands. Without the name of a command its
// arguments are files to check.
func newRoot(streams system.Streams) *cobra.Command {
	var opts checkFlags
	root := &cobra.Command{
		Use:   "paperfit [flags] FILE…",
		Short: "Tells whether a conference paper in PDF keeps its venue's format",
		Long: `paperfit tells whether a conference paper in PDF keeps its venue's format,
and shows where it does not. "paperfit FILE" is short for "paperfit check FILE".`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit draft.pdf                           is the draft in format?
  paperfit inspect draft.pdf                   what was measured, page by page
  paperfit check --format json submissions/    a folder, for a script
  paperfit check --help                        all that check can do`,
		Version:       app.VersionText(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			if err := mistyped(cmd, args[0]); err != nil {
				return err
			}
			if err := setDefaults(cmd, streams, args); err != nil {
				return err
			}
			return runCheck(cmd, streams, opts, args)
		},
		ValidArgsFunction: completePDF,
	}
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	root.AddCommand(newSchema(streams))
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(help)
	opts.register(root)
	root.AddCommand(newCheck(streams), newInspect(streams), newWatch(streams), newProfiles(streams), newRules(streams), newExplain(streams), newBanal(streams), newVersion(streams))
	root.AddCommand(hiddenCommands(streams)...)
	return root
}

// mistyped asks what was meant by a word that names no file and is near the name
// of a command.
func mistyped(root *cobra.Command, word string) error {
	if _, err := os.Lstat(word); err == nil {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	near := profile.Nearest(word, names)
	if near == "" {
		return nil
	}
	return fmt.Errorf("%q is neither a command nor a file; did you mean \"%s %s\"?", word, root.Name(), near)
}

// helpEnd is the annotation of a command that ends its help.
const helpEnd = "help-end"

// help writes the help of a command: what it does, how it is used, and how it
// ends.
func help(cmd *cobra.Command, _ []string) {
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	text := about + "\n\n" + cmd.UsageString()
	if end := cmd.Annotations[helpEnd]; end != "" {
		text += "\n" + end + "\n"
	}
	fmt.Fprint(cmd.OutOrStdout(), text)
}

// flagError adds to an error of a flag what helps.
func flagError(cmd *cobra.Command, err error) error {
	if strings.HasSuffix(err.Error(), "?") { // it asks what was meant
		return err
	}
	remedy := fmt.Sprintf("see \"%s --help\"", cmd.CommandPath())
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		err = invalidValue(invalid)
	}
	if flag, unknown := strings.CutPrefix(err.Error(), "unknown flag: --"); unknown {
		if near := nearestFlag(cmd.Flags(), flag); near != "" {
			remedy = fmt.Sprintf("did you mean --%s?", near)
		}
	}
	return fmt.Errorf("%w; %s", err, remedy)
}

// invalidValue says what a flag takes instead of a value, in the place of what
// the functions say that read numbers and times.
func invalidValue(err *pflag.InvalidValueError) error {
	takes := ""
	switch err.GetFlag().Value.Type() {
	case "int":
		takes = "it takes a whole number, such as 4"
	case "duration":
		takes = "it takes a time, such as 30s or 2m"
	case "bool":
		takes = "it takes true or false"
	default:
		return err
	}
	return fmt.Errorf("invalid argument %q for \"--%s\" flag: %s", err.GetValue(), err.GetFlag().Name, takes)
}

// nearestFlag returns the name of the flag that was meant, "" when none is near.
func nearestFlag(flags *pflag.FlagSet, written string) string {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return profile.Nearest(written, names)
}

// completePDF completes arguments to PDF files and folders.
func completePDF(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
}
