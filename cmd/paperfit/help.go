package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/system"
)

// helpEnd is the annotation of a command that ends its help.
const helpEnd = "help-end"

// The width of help in characters: that of the terminal within these bounds, and
// plainHelp elsewhere.
const (
	narrowestHelp = 40
	widestHelp    = 100
	plainHelp     = 80
)

func helpWidth(streams system.Streams) int {
	if !streams.Terminal || streams.Width == nil {
		return plainHelp
	}
	width := streams.Width()
	if width == 0 {
		return plainHelp
	}
	return min(max(width, narrowestHelp), widestHelp)
}

// setHelp gives the program its help: a function that writes it and the command
// "help".
func setHelp(root *cobra.Command, streams system.Streams) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		fmt.Fprint(cmd.OutOrStdout(), helpText(cmd, helpWidth(streams)))
	})
	root.InitDefaultHelpCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" {
			cmd.Short, cmd.Long = "Show the help of a command", "Show the help of a command."
			cmd.Run, cmd.RunE = nil, helpTopic
		}
	}
}

// helpTopic writes the help of the command that the arguments name.
func helpTopic(cmd *cobra.Command, args []string) error {
	topic, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return fmt.Errorf("unknown help topic %q; see \"paperfit --help\"", strings.Join(args, " "))
	}
	topic.InitDefaultHelpFlag()
	topic.InitDefaultVersionFlag()
	return topic.Help()
}

// helpText returns the help of a command: what it does, how it is used, and its
// exit statuses.
func helpText(cmd *cobra.Command, width int) string {
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	parts := []string{
		flow(parseHelp(about), width),
		"Usage:\n" + flow(usageBlocks(cmd), width),
	}
	if cmd.Example != "" {
		parts = append(parts, "Examples:\n"+flow(parseExamples(cmd.Example), width))
	}
	if cmd.HasAvailableSubCommands() {
		parts = append(parts, "Commands:\n"+flow(commandBlocks(cmd), width))
	}
	if flags := cmd.LocalFlags(); flags.HasAvailableFlags() {
		parts = append(parts, "Flags:\n"+flags.FlagUsagesWrapped(width))
	}
	if end := cmd.Annotations[helpEnd]; end != "" {
		parts = append(parts, flow(parseHelp(end), width))
	}
	if cmd.HasAvailableSubCommands() {
		more := fmt.Sprintf("Use \"%s COMMAND --help\" for more about a command.", cmd.CommandPath())
		parts = append(parts, flow(parseHelp(more), width))
	}
	return strings.Join(parts, "\n")
}

// usageIndent sets in what follows the first line of a usage.
const usageIndent = 6

// usageBlocks returns how a command is called.
func usageBlocks(cmd *cobra.Command) []helpBlock {
	var out []helpBlock
	if cmd.Runnable() {
		out = append(out, helpBlock{indent: 2, text: cmd.UseLine(), hanging: usageIndent})
	}
	if cmd.HasAvailableSubCommands() {
		out = append(out, helpBlock{indent: 2, text: cmd.CommandPath() + " COMMAND", hanging: usageIndent})
	}
	return out
}

// commandBlocks lists the commands below one.
func commandBlocks(cmd *cobra.Command) []helpBlock {
	const gap = 3
	var out []helpBlock
	column := 0
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			out = append(out, helpBlock{indent: 2, term: sub.Name(), text: sub.Short})
			column = max(column, 2+len(sub.Name())+gap)
		}
	}
	for i := range out {
		out[i].hanging = column
	}
	return out
}
