package main

import (
	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
)

// workerName is the command by which this program runs itself as a worker.
// Nobody else has a use for it.
const workerName = "worker"

// newWorker returns the hidden command of a worker.
func newWorker(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:    workerName,
		Short:  "Check the files that come in from another paperfit",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return batch.Serve(streams.In, streams.Out, version)
		},
	}
}
