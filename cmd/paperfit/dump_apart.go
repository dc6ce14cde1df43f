package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
)

// dumpWorkerName is the command by which inspect runs itself for a dump that
// goes to a file. Nobody else has a use for it.
const dumpWorkerName = "dump-worker"

// dumped is a dump of a paper, or why there is none.
type dumped struct {
	Text    []byte   `json:"text,omitempty"`
	Differs []string `json:"differs,omitempty"` // checks that come out differently from it
	Why     string   `json:"why,omitempty"`
}

// newDumpWorker returns the hidden command that makes the dump of the paper that
// is its standard input.
func newDumpWorker(streams Streams) *cobra.Command {
	var opts inspectOptions
	cmd := &cobra.Command{
		Use:    dumpWorkerName,
		Short:  "Make the dump of a paper that another paperfit has opened",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			by, err := opts.load()
			if err != nil {
				return err
			}
			j := newJob(streams, opts.limitOptions, by, false, false)
			batch.Confine(j.checker.Limits)
			data, err := batch.Paper(batch.Stdin, streams.In).Read(cmd.Context())
			if err != nil {
				return err
			}
			return json.NewEncoder(streams.Out).Encode(dumpOf(cmd.Context(), &j.checker, data))
		},
	}
	opts.limitOptions.register(cmd)
	opts.judgeOptions.register(cmd)
	return cmd
}

// dumpOf makes the dump of a paper in this process.
func dumpOf(ctx context.Context, c *batch.Checker, data []byte) dumped {
	text, differs, err := c.Dump(ctx, data)
	if err != nil {
		return dumped{Why: err.Error()}
	}
	return dumped{Text: text, Differs: differs}
}

// dump makes the dump of a paper of a category. This process does so, confined,
// where the dump goes to standard output; where a file has yet to be opened for
// it, another.
func (o *inspectOptions) dump(ctx context.Context, streams Streams, j *job, category string, data []byte) dumped {
	if o.toStdout() {
		streams.confine()
		return dumpOf(ctx, &j.checker, data)
	}
	args := []string{dumpWorkerName, "--profile", o.profile, "--category", category, "--fail-on", o.failOn.value,
		"--timeout", o.timeout.String(), "--max-memory", o.maxMemory.String()}
	out, err := batch.Apart{Program: ourselves(), Args: args, Limits: j.checker.Limits}.Run(ctx, batch.Stdin, bytes.NewReader(data))
	if errors.Is(err, batch.ErrNotStarted) { // the system may allow no second process
		fmt.Fprintln(streams.Err, "paperfit: the paper is read without confinement, since no second process can be started; write the dump to standard output")
		return dumpOf(ctx, &j.checker, data)
	}
	var answer dumped
	if err == nil {
		err = json.Unmarshal(out, &answer)
	}
	if err != nil {
		return dumped{Why: err.Error()}
	}
	return answer
}

// toStdout reports whether the dump goes to standard output.
func (o *inspectOptions) toStdout() bool { return o.file == "" || o.file == batch.Stdin }
