package app

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/heap"
	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/resume"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/cores"
	"github.com/paperfit/paperfit/pkg/internal/crosscheck"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// job checks the files of one run.
type job struct {
	streams system.Streams
	limits  Limits
	checker batch.Checker
	second  *crosscheck.Reader // nil: no cross-check
	sources *sources           // nil: no lines of the source
	earlier *resume.Run        // nil: everything is checked

	judging     *judging.Criteria
	byCategory  map[string]*batch.Checker
	listed      bool // a list names the files, which may still be written
	shard       report.Shard
	skips       *batch.Skips
	progress    *progress
	skipFigures bool
	opensLate   bool // files are opened, or processes started, when a paper was read
	workers     workers
	held        batch.Held // what is read of files at a time
}

// newJob returns a job, with sketches of the pages and a cross-check if required.
func newJob(streams system.Streams, limits Limits, by *judging.Criteria, sketch, crossCheck bool) *job {
	j := &job{streams: streams, limits: limits, judging: by, checker: batch.Checker{
		Checker: check.Checker{Profile: by.Profile, Options: check.Options{FailOnWarning: by.FailOnWarning, Sketch: sketch, Submitted: by.Submission}},
		Limits:  limits.ofFile(),
		Reading: crossCheck,
	}}
	j.categorize()
	j.workers.make = j.pools
	if crossCheck {
		j.second = secondReader()
	}
	heap.Limit(int64(limits.MaxMemory))
	return j
}

// report returns the report of a run over files.
func (j *job) report(files []report.File) *report.Report {
	return report.New(version.Tool, j.checker.Profile.Head(), files)
}

// run checks files and writes the reports; after an interrupt they cover the files
// checked so far. The error says why the run itself failed.
func (j *job) run(ctx context.Context, inputs batch.Inputs, out *output.Reports) (report.Summary, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	out.Begin(version.Tool, j.checker.Profile.Head())
	j.progress = newProgress(j.streams)
	defer j.workers.close()
	var summary report.Summary
	figures := 0
	for file := range j.files(ctx, stop, inputs) {
		if j.passOver(&file) {
			figures++
			continue
		}
		out.File(file)
		summary.Add(&file)
	}
	if expected, all := j.progress.expected(); ctx.Err() != nil && !(all && summary.Files+figures == expected) {
		summary.Interrupted = true
		if all {
			summary.Expected = expected - figures
		}
	}
	if summary.Skipped = j.skips.Counts(); j.shard.Of > 0 {
		summary.Shard = &j.shard
	}
	err := out.End(summary)
	if !out.ReadBesideErrors(j.streams) {
		reportUnchecked(j.streams, summary)
	}
	if cause := context.Cause(ctx); errors.Is(cause, batch.ErrNoWorker) {
		err = errors.Join(err, cause)
	}
	return summary, err
}

// reportUnchecked prints on standard error what the run left unchecked.
func reportUnchecked(streams system.Streams, s report.Summary) {
	for _, text := range []string{render.SkippedText(s.Skipped), render.Interruption(s)} {
		if text != "" {
			fmt.Fprintf(streams.Err, "paperfit: %s\n", text)
		}
	}
}

// files checks files and yields their entries in the order of the inputs, each as
// soon as it is known. A single file is checked in this process, which is confined
// first, several by worker processes, and so are the files of a list, which may still
// grow. A process that has yet to open files cannot be confined: a worker checks its
// file. Without workers the run stops.
func (j *job) files(ctx context.Context, stop context.CancelCauseFunc, inputs batch.Inputs) iter.Seq[report.File] {
	return func(yield func(report.File) bool) {
		p := j.progress
		all := batch.Collected(ctx, inputs, p.found)
		if !j.listed {
			var first *batch.Input
			first, all = peek(all)
			switch {
			case first == nil:
				return
			case all == nil && !j.opensLate:
				if file, err := j.check(ctx, *first, j.alone); err == nil {
					yield(file)
				}
				return
			case all == nil:
				all = slices.Values([]batch.Input{*first})
			}
		}
		j.streams.ListenToInterrupts()
		cores.All()
		heap.StayQuiet()
		defer p.clear()
		entries := batch.Run(ctx, all, ahead*j.limits.Jobs, func(ctx context.Context, in batch.Input) (report.File, error) {
			file, err := j.check(ctx, in, j.workers.by)
			switch {
			case err == nil:
				p.done(file.Verdict)
			case errors.Is(err, batch.ErrNoWorker):
				stop(err)
			}
			return file, err
		})
		for file := range entries {
			p.clear()
			if !yield(file) {
				return
			}
			p.show()
		}
	}
}

// ahead is the number of files in memory for each worker: while it checks one, the
// next is read and the answer for the last one is parsed.
const ahead = 2

// peek returns the first of the inputs, which go on where they were left; nil when there
// is none, and, when there are several, all of them.
func peek(inputs batch.Inputs) (first *batch.Input, all batch.Inputs) {
	var seen []batch.Input
	for in := range inputs {
		if seen = append(seen, in); len(seen) == 2 {
			break
		}
	}
	switch len(seen) {
	case 0:
		return nil, nil
	case 1:
		return &seen[0], nil
	}
	return &seen[0], func(yield func(batch.Input) bool) {
		if yield(seen[0]) && yield(seen[1]) {
			inputs(yield)
		}
	}
}

// alone returns how a checker checks a file in this process, which opens no files
// afterwards.
func (j *job) alone(c *batch.Checker) checkFunc {
	return func(ctx context.Context, name string, data []byte) (batch.Result, error) {
		j.streams.ConfineProcess()
		heap.ExpectPaper(len(data))
		return c.Alone(ctx, name, data)
	}
}

// checkFunc checks the bytes of a file.
type checkFunc func(ctx context.Context, name string, data []byte) (batch.Result, error)

// check checks one file by the rules of its category, and applies its waivers.
func (j *job) check(ctx context.Context, in batch.Input, by func(*batch.Checker) checkFunc) (report.File, error) {
	category := j.judging.CategoryOf(in.Path)
	file, err := j.checkAs(ctx, in, category, by)
	file.Category, file.Submission = category, j.judging.Submission(in.Path).Ref()
	j.judging.Waive(&file)
	return file, err
}

func (j *job) checkAs(ctx context.Context, in batch.Input, category string, by func(*batch.Checker) checkFunc) (report.File, error) {
	checker := j.checkerOf(category)
	source := j.sources.open(in)
	defer source.close()
	again := j.again(in, category, source != nil)
	if file, ok := again.bySum(ctx, in); ok {
		return file, nil
	}
	release, err := j.held.Take(ctx, in)
	if err != nil {
		return report.File{}, err
	}
	defer release()
	data, err := in.ReadWithin(ctx, checker.Limits)
	if ctx.Err() != nil {
		return report.File{}, ctx.Err()
	}
	if err != nil {
		again.unread()
		return checker.Unread(in.Path, err), nil
	}
	if file, ok := again.byData(data); ok {
		return file, nil
	}
	result, err := by(checker)(ctx, in.Path, data)
	if err != nil {
		return report.File{}, err
	}
	source.locate(&result.File)
	if j.second != nil && result.Reading != nil {
		compared := crosscheck.CompareReading(ctx, *j.second, data, *result.Reading)
		result.File.CrossCheck = &compared
	}
	if ctx.Err() == nil {
		result.File.Submission = j.judging.Submission(in.Path).Ref()
		j.earlier.Keep(result.File, category)
	}
	return result.File, ctx.Err()
}
