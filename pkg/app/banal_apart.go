package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/hotcrp"
)

// banalAnswer is what a process of its own answers for one file.
type banalAnswer struct {
	Text  string `json:"text"`            // in the form of the options
	Why   string `json:"why,omitempty"`   // the file could not be measured
	Found bool   `json:"found,omitempty"` // grep found what it looks for
}

// BanalWorker answers, confined, for the file on standard input by the one name in
// the options, and writes the answer and what belongs to it as JSON. It ends well
// with every answer.
func BanalWorker(ctx context.Context, streams system.Streams, o BanalOptions) error {
	if len(o.Files) != 1 {
		return errors.New("exactly one file name is required")
	}
	heap.ExpectPapers()
	batch.Confine(o.Limits)
	facts, err := batch.Measure(ctx, o.Limits, batch.Paper(batch.Stdin, streams.In), func() {})
	answer, err := o.answer(o.Files[0], o.judged(facts, err))
	if err != nil {
		return err
	}
	return json.NewEncoder(streams.Out).Encode(answer)
}

// judged returns the answer to measures, or to why there are none.
func (o BanalOptions) judged(facts *check.Facts, err error) *hotcrp.Answer {
	if err != nil {
		return o.failed(err)
	}
	return hotcrp.New(facts.All(), o.now())
}

// answer puts an answer into the form of the options, for a file by the name that
// terminals may show.
func (o BanalOptions) answer(shown string, a *hotcrp.Answer) (out banalAnswer, err error) {
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
func (o BanalOptions) answerApart(ctx context.Context, streams system.Streams, file, shown string, last bool) (answer banalAnswer, err error) {
	streams.ListenToInterrupts() // an interrupt would leave that process behind
	apart := batch.Apart{Program: ourselves(), Args: append(append([]string{BanalWorkerName}, o.Given...), "--", shown), Limits: o.Limits}
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
func (o BanalOptions) answerHere(ctx context.Context, streams system.Streams, file, shown string, last bool) (banalAnswer, error) {
	read := streams.ConfineProcess
	if !last {
		fmt.Fprintf(streams.Err, "paperfit banal: %s: not confined, since no second process can be started; name one file at a time\n", shown)
		read = func() {}
	}
	facts, err := batch.Measure(ctx, o.Limits, batch.Paper(file, streams.In), read)
	return o.answer(shown, o.judged(facts, err))
}
