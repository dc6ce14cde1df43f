package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
)

// dumped is a dump of a paper, or why there is none.
type dumped struct {
	Text    []byte   `json:"text,omitempty"`
	Differs []string `json:"differs,omitempty"` // checks that come out differently from it
	Why     string   `json:"why,omitempty"`
}

// DumpWorker makes the dump of the paper on standard input, confined, and writes it
// with what belongs to it as JSON.
func DumpWorker(ctx context.Context, streams system.Streams, limits Limits, criteria judging.Options) error {
	by, err := criteria.Load()
	if err != nil {
		return err
	}
	j := newJob(streams, limits, by, false, false)
	batch.Confine(j.checker.Limits)
	data, err := batch.Paper(batch.Stdin, streams.In).Read(ctx)
	if err != nil {
		return err
	}
	return json.NewEncoder(streams.Out).Encode(dumpOf(ctx, &j.checker, data))
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
func (o DumpOptions) dump(ctx context.Context, streams system.Streams, j *job, category string, data []byte) dumped {
	if o.toStdout() {
		streams.GiveUp()
		return dumpOf(ctx, &j.checker, data)
	}
	args := slices.Concat([]string{DumpWorkerName}, o.Given, []string{"--", category})
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
func (o DumpOptions) toStdout() bool { return o.File == "" || o.File == batch.Stdin }
