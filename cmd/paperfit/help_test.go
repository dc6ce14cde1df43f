package main

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/app/system"
)

// allCommands returns the program's command and all below it that help lists.
func allCommands() []*cobra.Command {
	root := newRoot(system.Streams{Getenv: func(string) string { return "" }})
	var out []*cobra.Command
	var add func(*cobra.Command)
	add = func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		out = append(out, cmd)
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				add(sub)
			}
		}
	}
	add(root)
	return out
}

// TestHelpFitsTheWidth: no line of a help is wider than the terminal, except for words
// that cannot be broken, commands in examples and the names of flags.
func TestHelpFitsTheWidth(t *testing.T) {
	t.Parallel()
	for _, cmd := range allCommands() {
		for _, width := range []int{40, 60, 80, 100} {
			for line := range strings.Lines(helpText(cmd, width)) {
				line = strings.TrimSuffix(line, "\n")
				if utf8.RuneCountInString(line) <= width || isUnbreakable(cmd, line) {
					continue
				}
				t.Errorf("%s: %d characters of %d: %q", cmd.CommandPath(), utf8.RuneCountInString(line), width, line)
			}
		}
	}
}

// isUnbreakable reports whether a line is a single word or flag, or a command that a
// reader copies.
func isUnbreakable(cmd *cobra.Command, line string) bool {
	text := strings.TrimSpace(line)
	return !strings.Contains(text, " ") || strings.HasPrefix(text, "--") && strings.Count(text, " ") == 1 ||
		strings.Contains(cmd.Example, text) || strings.Contains(cmd.Long, "\t"+text)
}

// TestHelpKeepsItsWords: help has the same words at any width.
func TestHelpKeepsItsWords(t *testing.T) {
	t.Parallel()
	for _, cmd := range allCommands() {
		want := strings.Fields(helpText(cmd, plainHelp))
		for _, width := range []int{40, 60, 100} {
			if got := strings.Fields(helpText(cmd, width)); strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s: other words at a width of %d", cmd.CommandPath(), width)
			}
		}
	}
}

// TestHelpFillsTheWidth: wider terminals have longer lines.
func TestHelpFillsTheWidth(t *testing.T) {
	t.Parallel()
	for _, cmd := range allCommands() {
		longest := 0
		for part := range strings.SplitSeq(cmd.Long, "\n\n") {
			longest = max(longest, len(part))
		}
		if longest < 2*widestHelp {
			continue
		}
		for _, width := range []int{40, 60, 80, 100} {
			widest := 0
			for line := range strings.Lines(flow(parseHelp(cmd.Long), width)) {
				widest = max(widest, utf8.RuneCountInString(line)-1)
			}
			if widest < width-12 {
				t.Errorf("%s: the longest line has %d characters of %d", cmd.CommandPath(), widest, width)
			}
		}
	}
}

func find(t *testing.T, name string) *cobra.Command {
	t.Helper()
	for _, cmd := range allCommands() {
		if cmd.Name() == name {
			return cmd
		}
	}
	t.Fatalf("no command %s", name)
	return nil
}

// TestHelpWidth: help has the width of the terminal within bounds, and 80 elsewhere.
func TestHelpWidth(t *testing.T) {
	for _, c := range []struct {
		terminal    bool
		width, want int
	}{{false, 200, 80}, {true, 0, 80}, {true, 20, 40}, {true, 60, 60}, {true, 200, 100}} {
		s := testStreams{}
		streams := s.streams()
		streams.Terminal, streams.Width = c.terminal, func() int { return c.width }
		if got := helpWidth(streams); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
		if status := run([]string{"check", "--help"}, streams); status != 0 {
			t.Errorf("status %d", status)
		}
		widest := 0
		for line := range strings.Lines(s.out.String()) {
			widest = max(widest, utf8.RuneCountInString(line)-1)
		}
		if wide := s.out.String(); !strings.Contains(wide, helpText(find(t, "check"), c.want)) {
			t.Errorf("%+v: the help is %d wide:\n%s", c, widest, wide)
		}
	}
}

// TestFlowOfLists: the text of an item continues in its column, or below a term that
// leaves too little room.
func TestFlowOfLists(t *testing.T) {
	const text = `Exit status:
  0    all files pass
  130  interrupted; the report covers
       the files checked so far

Next one.`
	for width, want := range map[int]string{
		40: "Exit status:\n  0    all files pass\n  130  interrupted; the report covers\n       the files checked so far\n\nNext one.\n",
		30: "Exit status:\n  0\n        all files pass\n  130\n        interrupted; the\n        report covers the\n        files checked so far\n\nNext one.\n",
	} {
		if got := flow(parseHelp(text), width); got != want {
			t.Errorf("%d:\n%s", width, got)
		}
	}
	const examples = "  paperfit draft.pdf    check a draft\n  latexmk -pdf draft && paperfit draft.pdf\n"
	want := "  paperfit draft.pdf    check a draft\n  latexmk -pdf draft && paperfit draft.pdf\n"
	if got := flow(parseExamples(examples), 60); got != want {
		t.Errorf("%s", got)
	}
}

// TestHelpTopics: the command "help" shows the help of a command, and refuses a name
// that is none.
func TestHelpTopics(t *testing.T) {
	for args, want := range map[string]string{"help": "Usage:\n  paperfit [flags]", "help check": "Usage:\n  paperfit check", "help profiles diff": "Usage:\n  paperfit profiles diff"} {
		var s testStreams
		if status := run(strings.Fields(args), s.streams()); status != 0 || !strings.Contains(s.out.String(), want) {
			t.Errorf("%s: status %d\n%s", args, status, &s.out)
		}
	}
	var s testStreams
	if status := run([]string{"help", "nonsense"}, s.streams()); status != 2 || s.err.String() != fmt.Sprintln(`paperfit: unknown help topic "nonsense"; see "paperfit --help"`) {
		t.Errorf("status %d: %s", status, &s.err)
	}
}

// TestCommandAloneIsTheSame: a command that is made without the others is called by its
// name and has the same help.
func TestCommandAloneIsTheSame(t *testing.T) {
	t.Parallel()
	streams := system.Streams{Getenv: func(string) string { return "" }}
	all := newRoot(streams)
	for _, c := range commands {
		among, _, err := all.Find([]string{c.name})
		if err != nil || among == all {
			t.Errorf("%s names no command: %v", c.name, err)
			continue
		}
		alone, _, err := newProgram(streams, []string{c.name}).Find([]string{c.name})
		if err != nil || helpText(alone, plainHelp) != helpText(among, plainHelp) {
			t.Errorf("%s has another help alone than among all commands (%v)", c.name, err)
		}
	}
}
