package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/crosscheck"
)

// secondReaderName is the command by which this program runs itself as the
// second reader. Nobody else has a use for it.
const secondReaderName = "crosscheck-reader"

// secondReader returns this program as the second reader.
func secondReader() *crosscheck.Reader {
	return &crosscheck.Reader{Program: ourselves(), Args: []string{secondReaderName}}
}

// newSecondReader returns the hidden command of the second reader.
func newSecondReader(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:    secondReaderName + " PAGE…",
		Short:  "Read a PDF from standard input for a cross-check",
		Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			return crosscheck.Serve(streams.In, streams.Out, args)
		},
	}
}
