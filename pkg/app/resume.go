package app

import (
	"errors"

	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/resume"
	"github.com/paperfit/paperfit/pkg/report"
)

// resume opens the report whose entries are reused, and lets the complete report of
// this run replace it; nil if there is none.
func (o CheckOptions) resume(j *job, out *output.Reports) (*resume.Run, error) {
	if o.Resume == "" {
		return nil, nil
	}
	run, err := resume.Open(o.Resume, resume.Options{
		Tool: tool, Profile: j.checker.Profile.Head(), Sketches: out.NeedSketches(),
		CrossCheck: o.CrossCheck, FailOnWarning: j.judging.FailOnWarning,
	})
	if err != nil {
		return nil, err
	}
	if err := out.AddWhole(run.Format(), o.Resume, "--resume"); err != nil {
		run.Close()
		return nil, err
	}
	return run, nil
}

// endResume tells what differs from the earlier run, and ends its log once the new
// report is complete. It returns why the run failed, if it did.
func (j *job) endResume(summary report.Summary, failed error) error {
	if j.earlier == nil {
		return failed
	}
	j.earlier.Tell(j.streams.Err, summary.Interrupted)
	err := j.earlier.Close()
	if failed == nil && !summary.Interrupted {
		err = errors.Join(err, j.earlier.Complete())
	}
	return errors.Join(failed, err)
}
