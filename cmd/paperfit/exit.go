package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/batch"
)

// ending is how a command ended after its flags were accepted: with a status, and
// with an error if one is left to report.
type ending struct {
	status app.Status
	why    error // nil: everything was reported
}

// Error returns what is left to report.
func (e ending) Error() string {
	if e.why == nil {
		return fmt.Sprintf("exit status %d", e.status)
	}
	return e.why.Error()
}

// end returns how a command ended as its error, nil when all went well.
func end(status app.Status, why error) error {
	if status == app.ExitPass && why == nil {
		return nil
	}
	return ending{status, why}
}

// endOf returns how a command ended by its error. One without a status is a usage
// error.
func endOf(err error) (app.Status, error) {
	var e ending
	switch {
	case err == nil:
		return app.ExitPass, nil
	case errors.As(err, &e):
		return e.status, e.why
	}
	return app.ExitUsage, err
}

// exitHelp is the part of the help that lists the exit statuses.
const exitHelp = `Exit status:
  0    all files pass
  1    a file fails a rule of severity error (with --fail-on warning: or warning)
  2    usage or profile error; nothing was checked
  3    a file could not be read, measured or annotated, and none fails
  4    the run itself failed: a report could not be written, or no worker process
       could be started
  130  interrupted; the report covers the files checked so far and says so`

// The parts of the help that list the exit statuses of commands without a verdict on
// papers.
const (
	watchExitHelp = `Exit status:
  2    usage or profile error; nothing was checked
  4    the run itself failed: a verdict could not be written, or no worker process
       could be started
  130  stopped by Ctrl-C`
	profilesExitHelp = `Exit status:
  0    success
  2    usage or profile error
  4    the output could not be written`
)

// mainOutput is a writer that remembers its first error: not every command checks for
// it, and some writers below return none.
type mainOutput struct {
	io.Writer
	lost error
}

// Write writes to the writer below.
func (o *mainOutput) Write(data []byte) (int, error) {
	n, err := o.Writer.Write(data)
	if err != nil && o.lost == nil {
		o.lost = err
	}
	return n, err
}

// ending returns how the program ends: if its output was lost, the run failed.
func (o *mainOutput) ending(status app.Status, why error) (app.Status, error) {
	switch {
	case o.lost == nil || status == app.ExitBroke && why != nil:
		return status, why
	case why == nil, why == o.lost:
		why = fmt.Errorf("cannot write the output: %w", batch.Reason(o.lost))
	}
	return app.ExitBroke, why
}
