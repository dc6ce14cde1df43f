package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
)

// dumped is a dump of a paper, or why there is none.
type dumped struct {
	Text    []byte   `json:"text,omitempty"`
	Differs []string `json:"differs,omitempty"` // checks with other results than for the paper
	Why     string   `json:"why,omitempty"`
}

// DumpWorker makes the dump of the paper on standard input, confined, and writes the
// answer as JSON.
func DumpWorker(ctx context.Context, streams system.Streams, limits Limits, criteria judging.Options) error {
	by, err := criteria.Load()
	if err != nil {
		return err
	}
	j := newJob(streams, limits, by, false, false)
	heap.ExpectPapers()
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

// dump makes the dump of a paper of a category: in this process, confined, if the
// dump goes to standard output, or in another if its file has yet to be opened.
func (o DumpOptions) dump(ctx context.Context, streams system.Streams, j *job, category string, data []byte) dumped {
	if o.toStdout() {
		streams.ConfineProcess()
		return dumpOf(ctx, &j.checker, data)
	}
	args := slices.Concat([]string{DumpWorkerName}, o.Given, []string{"--", category})
	out, err := batch.Apart{Program: ourselves(), Args: args, Limits: j.checker.Limits}.Run(ctx, batch.Stdin, bytes.NewReader(data))
	if errors.Is(err, batch.ErrNotStarted) { // the system may allow no second process
		fmt.Fprintln(streams.Err, "paperfit: not confined, since no second process can be started; write the dump to standard output")
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
