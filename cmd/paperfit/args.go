package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/profile"
)

// noArgs refuses arguments.
func noArgs(cmd *cobra.Command, args []string) error { return atMost(0, cmd, args) }

// optionalArg accepts one argument at most.
func optionalArg(cmd *cobra.Command, args []string) error { return atMost(1, cmd, args) }

// oneArg requires one argument, which the error names.
func oneArg(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("no %s given; see \"%s --help\"", what, cmd.CommandPath())
		}
		return atMost(1, cmd, args)
	}
}

func atMost(most int, cmd *cobra.Command, args []string) error {
	if len(args) > most {
		return fmt.Errorf("unexpected argument %q; see \"%s --help\"", args[most], cmd.CommandPath())
	}
	return nil
}

// subcommand refuses the arguments of a command that only groups others.
func subcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	remedy := fmt.Sprintf("see \"%s --help\"", cmd.CommandPath())
	if near := profile.Nearest(args[0], commandNames(cmd)); near != "" {
		remedy = fmt.Sprintf("did you mean \"%s %s\"?", cmd.CommandPath(), near)
	}
	return fmt.Errorf("unknown command \"%s %s\"; %s", cmd.CommandPath(), args[0], remedy)
}

// commandNames returns the names of the commands below one.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// exclude refuses a flag together with others.
func exclude(cmd *cobra.Command, flag string, others ...string) error {
	if !cmd.Flags().Changed(flag) {
		return nil
	}
	for _, other := range others {
		if cmd.Flags().Changed(other) {
			return fmt.Errorf("--%s cannot be used with --%s", flag, other)
		}
	}
	return nil
}
