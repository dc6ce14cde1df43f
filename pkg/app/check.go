package app

import (
	"context"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// CheckOptions set which papers are checked, by which rules, and what is written.
type CheckOptions struct {
	Papers      Papers
	Judging     judging.Options
	Output      output.Options
	SkipFigures bool   // PDFs of figures are counted and not judged
	CrossCheck  bool   // the text is compared with that of a second reader
	SyncTeX     string // the paper's SyncTeX file; "" for those beside the papers, Without for none
	Annotate    string // where annotated copies go: a file, or a folder for several papers; "" for none
	Resume      string // the report in JSON Lines whose entries are reused, and which is replaced; "" for none
	ExitZero    bool   // papers that fail or cannot be measured do not change the exit status
}

// Check checks papers and writes the reports. The status is that of the verdicts.
func Check(ctx context.Context, streams system.Streams, o CheckOptions) (Status, error) {
	by, err := o.Judging.Load()
	if err != nil {
		return ExitUsage, err
	}
	sources, err := newSources(o.SyncTeX, o.Papers, streams.Err)
	if err != nil {
		return ExitUsage, err
	}
	o.Output = o.Output.Without("jsonl", o.Resume)
	out, annotated, err := o.openOutputs(&streams, by)
	if err != nil {
		return ExitUsage, err
	}
	skips := new(batch.Skips)
	inputs, chosen, err := o.Papers.inputs(streams, skips)
	if err != nil {
		out.Discard()
		annotated.Discard()
		return ExitUsage, err
	}
	whole := true
	if annotated != nil {
		inputs = annotated.From(inputs)
		out.Each = func(f report.File) { whole = annotated.Write(ctx, f, streams.Err) && whole }
	}
	j := o.job(streams, by, out, annotated)
	j.skips, j.sources = skips, sources
	if j.earlier, err = o.resume(j, out); err != nil {
		out.Discard()
		annotated.Discard()
		return ExitUsage, err
	}
	summary, err := j.run(ctx, inputs, out)
	if err = j.endResume(summary, err); err != nil {
		return ExitBroke, err
	}
	if summary.Interrupted || ctx.Err() != nil && !whole {
		return ExitInterrupted, nil // the papers that would have followed are not known
	}
	if err := chosen.err(); err != nil {
		return ExitUsage, err
	}
	if o.Papers.Shard.Of <= 1 { // the papers of the others are not known
		by.ReportUnused(streams.Err)
	}
	return o.status(summary, whole), nil
}

// job returns the job that checks the papers.
func (o CheckOptions) job(streams system.Streams, by *judging.Criteria, out *output.Reports, annotated *output.Copies) *job {
	j := newJob(streams, o.Papers.Limits, by, out.NeedSketches(), o.CrossCheck)
	if annotated != nil {
		annotated.Make = j.annotate
	}
	j.listed, j.shard, j.skipFigures = o.Papers.listed(), o.Papers.Shard, o.SkipFigures
	j.opensLate = annotated != nil || o.CrossCheck || out.OpenLate() || o.Resume != ""
	return j
}

// status returns the status of a run that ended; whole tells that all copies were
// written.
func (o CheckOptions) status(s report.Summary, whole bool) Status {
	status := statusOf(s)
	switch {
	case o.ExitZero:
		return ExitPass
	case status == ExitPass && !whole:
		return ExitError
	}
	return status
}

// openOutputs opens the reports and the annotated copies, nil for none. Where a copy is
// made of standard input, that is read by way of it.
func (o CheckOptions) openOutputs(streams *system.Streams, by *judging.Criteria) (*output.Reports, *output.Copies, error) {
	annotated, err := output.OpenCopies(o.Annotate, streams, o.Papers.Names, o.Papers.listed())
	if err != nil {
		return nil, nil, err
	}
	out, err := o.Output.Open(*streams, o.Papers.Names, render.Options{FailOnWarning: by.FailOnWarning, Rules: func() []report.RuleDoc { return Documents(by.Profile) }, Many: o.Papers.listed()})
	if err == nil {
		err = annotated.Spare(out)
	}
	if err != nil {
		out.Discard()
		annotated.Discard()
		return nil, nil, err
	}
	return out, annotated, nil
}
