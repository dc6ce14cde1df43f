package main

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
)

// banalWorkerName is the command by which banal runs itself for one file.
// Nobody else has a use for it.
const banalWorkerName = "banal-worker"

// newBanalWorker returns the hidden command that answers for the file that is
// its standard input. It ends well with every answer.
func newBanalWorker(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:                banalWorkerName,
		Short:              "Answer for a file that another paperfit has opened",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := parseBanal(args)
			if err != nil {
				return err
			}
			batch.Confine(opts.limits)
			return opts.answer(cmd.Context(), streams, batch.Stdin).JSON(streams.Out)
		},
	}
}

// answerApart writes the answer for one file as JSON. A process of its own
// measures it, so that there is an answer even if that process dies. It returns
// why the file could not be measured, "" where it was.
func (o banalOptions) answerApart(ctx context.Context, streams Streams, file string) (why string, err error) {
	apart := batch.Apart{Program: ourselves(), Args: append([]string{banalWorkerName}, o.given...), Limits: o.limits}
	out, err := apart.Run(ctx, file, streams.In)
	switch {
	case errors.Is(err, batch.ErrNotStarted): // the system may allow no second process
		answer := o.answer(ctx, streams, file)
		if answer.Error {
			why = answer.Own.Error
		}
		return why, answer.JSON(streams.Out)
	case err == nil:
		var answer struct {
			Own struct{ Error string } `json:"x-paperfit"`
		}
		if err = json.Unmarshal(out, &answer); err == nil {
			_, err = streams.Out.Write(out)
			return answer.Own.Error, err
		}
	}
	return err.Error(), o.failed(err).JSON(streams.Out)
}
