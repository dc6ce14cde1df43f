package app

import (
	"context"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
)

// InspectOptions set which papers are measured, and what is written.
type InspectOptions struct {
	Papers  Papers
	Judging judging.Options // for the forms that are check's own
	Output  output.Options
	Layout  bool // every line of each page is shown with its role
	Why     bool // and why it has it
}

// Inspect measures papers and writes the measurements. The status has no verdict.
func Inspect(ctx context.Context, streams system.Streams, o InspectOptions) (Status, error) {
	by, err := o.Judging.Load()
	if err != nil {
		return ExitUsage, err
	}
	skips := new(batch.Skips)
	inputs, chosen, err := o.Papers.inputs(streams, skips)
	if err != nil {
		return ExitUsage, err
	}
	o.Output.AllPages = true // there are no verdicts
	out, err := o.Output.Open(streams, o.Papers.Names, render.Options{FailOnWarning: by.FailOnWarning, Text: render.TextOptions{Why: o.Why}})
	if err != nil {
		return ExitUsage, err
	}
	out.Sketches = o.Layout || o.Why
	j := newJob(streams, o.Papers.Limits, by, out.NeedSketches(), false)
	j.listed, j.skips, j.opensLate = o.Papers.listed(), skips, out.OpenLate()
	summary, err := j.run(ctx, inputs, out)
	if err != nil {
		return ExitBroke, err
	}
	if summary.Interrupted {
		return ExitInterrupted, nil // the papers that would have followed are not known
	}
	if err := chosen.err(); err != nil {
		return ExitUsage, err
	}
	by.ReportUnused(streams.Err)
	if summary.Error > 0 {
		return ExitError, nil
	}
	return ExitPass, nil
}
