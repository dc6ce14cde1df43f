package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/resume"
	"github.com/paperfit/paperfit/pkg/app/version"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// resume opens the report whose entries are reused, and lets the complete report of
// this run replace it; nil if there is none.
func (o CheckOptions) resume(j *job, out *output.Reports) (*resume.Run, error) {
	if o.Resume == "" {
		return nil, nil
	}
	j.streams.ListenToInterrupts()
	run, err := resume.Open(o.Resume, resume.Options{
		Tool: version.Tool, Profile: j.checker.Profile.Head(), Sketches: out.NeedSketches(),
		CrossCheck: o.CrossCheck, FailOnWarning: j.judging.FailOnWarning,
	})
	if err != nil {
		return nil, err
	}
	removed, err := out.AddWhole(run.Format(), o.Resume, "--resume")
	if err != nil {
		run.Close()
		return nil, err
	}
	if removed > 0 {
		fmt.Fprintf(j.streams.Err, "paperfit: removed what earlier runs that were killed had left beside %s; unfinished reports: %d\n", batch.Shown(o.Resume), removed)
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

// again looks for the entry that an earlier run has of a file.
type again struct {
	earlier *resume.Run // nil: there is none
	wanted  resume.Wanted
	looked  bool
}

// again returns how the entry of a file is found. Where anew is set, it is checked again.
func (j *job) again(in batch.Input, category string, anew bool) *again {
	return &again{earlier: j.earlier, wanted: resume.Wanted{
		Path: in.Path, Category: category, Submission: j.judging.Submission(in.Path).Ref(), Anew: anew,
	}}
}

// bySum finds the entry of a file on disk without keeping its bytes.
func (a *again) bySum(ctx context.Context, in batch.Input) (report.File, bool) {
	if a.earlier == nil {
		return report.File{}, false
	}
	sum, ok := in.Sum(ctx)
	if !ok {
		return report.File{}, false
	}
	a.looked = true
	return a.earlier.Find(a.wanted, sum)
}

// byData finds the entry of what is not a file on disk.
func (a *again) byData(data []byte) (report.File, bool) {
	if a.earlier == nil || a.looked {
		return report.File{}, false
	}
	sum := sha256.Sum256(data)
	return a.earlier.Find(a.wanted, hex.EncodeToString(sum[:]))
}

// unread counts a file that could not be read.
func (a *again) unread() {
	if !a.looked {
		a.earlier.Unread(a.wanted.Path)
	}
}
