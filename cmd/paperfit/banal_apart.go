package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/hotcrp"
	"github.com/paperfit/paperfit/pkg/measure"
)

// banalWorkerName is the command by which banal runs itself for one file.
// Nobody else has a use for it.
const banalWorkerName = "banal-worker"

// banalAnswer is what a process of its own answers for one file.
type banalAnswer struct {
	Text  string `json:"text"`            // in the form that was asked for
	Why   string `json:"why,omitempty"`   // the file could not be measured
	Found bool   `json:"found,omitempty"` // grep found what it looks for
}

// newBanalWorker returns the hidden command that answers for the file that is
// its standard input, by the name that is its argument. It ends well with every
// answer.
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
			if len(opts.files) != 1 {
				return errors.New("it takes the name of one file")
			}
			batch.Confine(opts.limits)
			facts, err := batch.Measure(cmd.Context(), opts.limits, batch.Paper(batch.Stdin, streams.In), func() {})
			answer, err := opts.answer(opts.files[0], opts.judged(facts, err))
			if err != nil {
				return err
			}
			return json.NewEncoder(streams.Out).Encode(answer)
		},
	}
}

// judged returns the answer to measures, or to why there are none.
func (o banalOptions) judged(facts *measure.Facts, err error) *hotcrp.Answer {
	if err != nil {
		return o.failed(err)
	}
	return hotcrp.New(facts, o.now())
}

// answer puts an answer into the form that was asked for, for a file by the name
// that terminals may show.
func (o banalOptions) answer(shown string, a *hotcrp.Answer) (out banalAnswer, err error) {
	var text bytes.Buffer
	if a.Error {
		out.Why = a.Own.Error
	}
	out.Found, err = o.write(&text, shown, a)
	out.Text = text.String()
	return out, err
}

// answerApart answers for one file. A process of its own measures it, so that
// there is an answer even if that process dies.
func (o banalOptions) answerApart(ctx context.Context, streams Streams, file, shown string, last bool) (answer banalAnswer, err error) {
	apart := batch.Apart{Program: ourselves(), Args: append(append([]string{banalWorkerName}, o.given...), "--", shown), Limits: o.limits}
	out, err := apart.Run(ctx, file, streams.In)
	if errors.Is(err, batch.ErrNotStarted) { // the system may allow no second process
		return o.answerHere(ctx, streams, file, shown, last)
	}
	if err == nil {
		err = json.Unmarshal(out, &answer)
	}
	if err != nil {
		return o.answer(shown, o.failed(err))
	}
	return answer, nil
}

// answerHere answers for one file in this process, which is confined before it
// parses the last one. Before that it has yet to open the others.
func (o banalOptions) answerHere(ctx context.Context, streams Streams, file, shown string, last bool) (banalAnswer, error) {
	read := streams.confine
	if !last {
		fmt.Fprintf(streams.Err, "paperfit banal: %s: read without confinement, since no second process can be started; name one file at a time\n", shown)
		read = func() {}
	}
	facts, err := batch.Measure(ctx, o.limits, batch.Paper(file, streams.In), read)
	return o.answer(shown, o.judged(facts, err))
}
