package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
)

// commands are the program's own commands, by what makes them.
var commands = []struct {
	name string
	make func(system.Streams) *cobra.Command
}{
	{"schema", newSchema}, {"check", newCheck}, {"inspect", newInspect}, {"watch", newWatch}, {"report", newReport}, {"profiles", newProfiles},
	{"rules", newRules}, {"explain", newExplain}, {banalName, newBanal}, {"version", newVersion},
}

// newProgram returns what runs the arguments. Where they begin with the name of a
// command it has no others: to make all takes as long as to open a paper.
func newProgram(streams system.Streams, args []string) *cobra.Command {
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			root := &cobra.Command{Use: "paperfit", SilenceErrors: true, SilenceUsage: true}
			root.CompletionOptions.DisableDefaultCmd = true
			connect(root, streams)
			root.AddCommand(c.make(streams))
			return root
		}
	}
	return newRoot(streams)
}

// connect gives the program its streams, its help and what it says of flags.
func connect(root *cobra.Command, streams system.Streams) {
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	root.SetFlagErrorFunc(flagError)
	setHelp(root, streams)
}

// newRoot returns the program with all commands. Without the name of a command its
// arguments are files to check.
func newRoot(streams system.Streams) *cobra.Command {
	var opts checkFlags
	root := &cobra.Command{
		Use:   "paperfit [flags] FILE…",
		Short: "Check the format of conference papers in PDF",
		Long: `paperfit checks whether a conference paper in PDF meets the format rules of its
venue, and shows what to change. "paperfit FILE" is short for "paperfit check FILE".`,
		Annotations: map[string]string{helpEnd: formatsHelp(render.Formats()) + "\n\n" + exitHelp},
		Example: `  paperfit draft.pdf                           check a draft
  paperfit inspect draft.pdf                   show what was measured on each page
  paperfit check --format json submissions/    check a folder, for a script
  paperfit check --help                        list all flags of check`,
		Version:       version.Text(),
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
	opts.register(root)
	for _, c := range commands {
		root.AddCommand(c.make(streams))
	}
	root.AddCommand(hiddenCommands(streams)...)
	connect(root, streams)
	setCompletion(root)
	return root
}

// setCompletion adds the command "completion". Like any other group of commands it
// shows its help, and refuses a shell that it does not know.
func setCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Short, cmd.Args = "Print the completion script of a shell", subcommand
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
			for _, shell := range cmd.Commands() {
				shell.Args = noArgs
			}
		}
	}
}

// mistyped suggests a command for a word that names no file and resembles a
// command.
func mistyped(root *cobra.Command, word string) error {
	if _, err := os.Lstat(word); err == nil {
		return nil
	}
	near := profile.Nearest(word, commandNames(root))
	if near == "" {
		return nil
	}
	return fmt.Errorf("%q is neither a command nor a file; did you mean \"%s %s\"?", word, root.Name(), near)
}

// flagError adds a remedy to an error of a flag.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		err = invalidValue(invalid)
	}
	if strings.HasSuffix(err.Error(), "?") { // it suggests a word already
		return err
	}
	remedy := fmt.Sprintf("see \"%s --help\"", cmd.CommandPath())
	if flag, unknown := strings.CutPrefix(err.Error(), "unknown flag: --"); unknown {
		if near := nearestFlag(cmd.Flags(), flag); near != "" {
			remedy = fmt.Sprintf("did you mean --%s?", near)
		}
	}
	return fmt.Errorf("%w; %s", err, remedy)
}

// invalidValue replaces what the parsers of numbers and times say of a value by
// what the flag takes.
func invalidValue(err *pflag.InvalidValueError) error {
	must := ""
	switch err.GetFlag().Value.Type() {
	case "int":
		must = "must be an integer, such as 4"
	case "duration":
		must = "must be a duration, such as 30s or 2m"
	case "bool":
		must = "must be true or false"
	default:
		must = err.Unwrap().Error()
	}
	return fmt.Errorf("invalid value %q for --%s: %s", err.GetValue(), err.GetFlag().Name, must)
}

// nearestFlag returns the flag whose name is nearest to what was written, "" if none is near.
func nearestFlag(flags *pflag.FlagSet, written string) string {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return profile.Nearest(written, names)
}

// completePDF completes arguments to PDF files and folders.
func completePDF(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
}
