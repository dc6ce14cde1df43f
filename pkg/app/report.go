package app

import (
	"context"
	"fmt"
	"sync"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/join"
	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// ReportOptions set which reports are joined, and what is written.
type ReportOptions struct {
	Files         []string // in JSON Lines
	Profile       string   // that the reports were made with; "" for the built-in one of their name
	Output        output.Options
	FailOnWarning bool
	ExitZero      bool
}

// Report joins reports in JSON Lines to one, without checking papers again. The status
// is that of the verdicts; where files are missing, that of an interrupted run.
func Report(ctx context.Context, streams system.Streams, o ReportOptions) (Status, error) {
	heap.StayQuiet()
	joined, err := join.Open(o.Files)
	if err != nil {
		return ExitUsage, err
	}
	rules, err := o.documents(joined.Profile, streams)
	if err != nil {
		return ExitUsage, err
	}
	out, err := o.Output.Open(streams, o.Files, render.Options{FailOnWarning: o.FailOnWarning, Rules: rules})
	if err != nil {
		return ExitUsage, err
	}
	summary := o.write(ctx, joined, out)
	err = out.End(summary)
	for _, remark := range joined.Remarks {
		fmt.Fprintf(streams.Err, "paperfit: %s\n", batch.Line(remark))
	}
	if !out.ReadBesideErrors(streams) {
		reportUnchecked(streams, summary)
	}
	switch {
	case err != nil:
		return ExitBroke, err
	case summary.Interrupted:
		return ExitInterrupted, nil
	case o.ExitZero:
		return ExitPass, nil
	}
	return statusOf(summary), nil
}

// write writes the files to the reports, and returns their summary.
func (o ReportOptions) write(ctx context.Context, joined *join.Joined, out *output.Reports) report.Summary {
	out.Begin(joined.Tool, joined.Profile)
	var summary report.Summary
	sketches := out.NeedSketches()
	rejudged := 0
	for i := range joined.Entries {
		if ctx.Err() != nil {
			joined.Incomplete = true
			break
		}
		file, err := joined.Entries[i].Read()
		if err != nil {
			joined.Incomplete = true
			joined.Remarks = append(joined.Remarks, fmt.Sprintf("cannot read the entry of %s in %s: %v", joined.Entries[i].Path, joined.Entries[i].From(), err))
			continue
		}
		if !sketches {
			file = file.WithoutSketches()
		}
		before := file.Verdict
		if before != report.Error {
			file.Verdict = report.VerdictOf(file.Checks, o.FailOnWarning)
		}
		if file.Verdict != before {
			rejudged++
		}
		out.File(file)
		summary.Add(&file)
	}
	if rejudged > 0 {
		joined.Remarks = append(joined.Remarks, fmt.Sprintf("verdicts that are not those of the reports, which had another --fail-on: %d", rejudged))
	}
	summary.Skipped = joined.Skipped
	if summary.Interrupted = joined.Incomplete; summary.Interrupted && joined.Expected >= summary.Files {
		summary.Expected = joined.Expected
	}
	return summary
}

// documents returns the documentation of the rules that the reports were made with.
func (o ReportOptions) documents(made report.Profile, streams system.Streams) (func() []report.RuleDoc, error) {
	p, err := o.loadProfile(made)
	switch {
	case err == nil && p.Digest == made.Digest:
		return func() []report.RuleDoc { return Documents(p) }, nil
	case err != nil && o.Profile != "":
		return nil, err
	case o.Profile != "":
		return nil, fmt.Errorf("the reports were not made with %s; use the profile that they were made with, or none", batch.Line(o.Profile))
	}
	return sync.OnceValue(func() []report.RuleDoc {
		fmt.Fprintf(streams.Err, "paperfit: no documentation of the rules: %s is not a built-in profile; name its file with --profile\n", batch.Line(made.Name))
		return nil
	}), nil
}

// loadProfile loads the profile that the reports were made with. A file is read only if
// the user names it: reports may come from others.
func (o ReportOptions) loadProfile(made report.Profile) (*profile.Profile, error) {
	if o.Profile != "" {
		return judging.LoadVariant(o.Profile, made.Category)
	}
	p, err := profile.Named(made.Name)
	if err != nil {
		return nil, err
	}
	return p.Variant(made.Category)
}
