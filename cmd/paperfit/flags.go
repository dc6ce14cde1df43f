package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is a flag whose value is one of a few words.
type choice struct {
	value string
	words []string
}

// String returns the chosen word.
func (c *choice) String() string { return c.value }

// Set chooses a word.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		return noSuchWord(word, c.words)
	}
	c.value = word
	return nil
}

// Type returns the words, as the help shows them.
func (c *choice) Type() string { return strings.Join(c.words, "|") }

// register adds the flag, with the first word as its default.
func (c *choice) register(cmd *cobra.Command, name, usage string, words ...string) {
	c.value, c.words = words[0], words
	cmd.Flags().Var(c, name, usage)
	complete(cmd, name, func() []string { return words })
}

// complete lets the shell complete the words that a flag takes.
func complete(cmd *cobra.Command, flag string, words func() []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic("a completion names no flag: " + err.Error())
	}
}
