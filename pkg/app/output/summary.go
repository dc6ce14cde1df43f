package output

import (
	"fmt"
	"os"
	"slices"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
)

// summaryVariable names the file that GitHub Actions shows as the summary of a
// step.
const summaryVariable = "GITHUB_STEP_SUMMARY"

// stepSummary returns the destination of the step summary: the file that GitHub
// Actions names, if a report is written for it; else nil. Other programs of the step
// write to the same file, so it is only appended to.
func stepSummary(streams system.Streams, reports []Wanted, opt render.Options) (*destination, error) {
	path := streams.Getenv(summaryVariable)
	wanted := slices.ContainsFunc(reports, func(w Wanted) bool { return w.Format.Name == "github" })
	if path == "" || !wanted {
		return nil, nil
	}
	streams.ListenToInterrupts()
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write the step summary to %s (from %s): %w unset the variable", path, summaryVariable, writeReason(path, err))
	}
	d := &destination{Wanted: Wanted{File: path}, out: file, file: file, begun: true}
	d.writer = render.StepSummary(d, opt)
	return d, nil
}
