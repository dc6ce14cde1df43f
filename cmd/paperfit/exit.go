package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/report"
)

// exitStatus is what the program ends with. A command returns it as its error
// when everything that can be said was said in the report.
type exitStatus int

// The exit statuses. They are part of the contract with scripts.
const (
	exitPass        exitStatus = 0
	exitFail        exitStatus = 1
	exitUsage       exitStatus = 2
	exitError       exitStatus = 3
	exitBroke       exitStatus = 4
	exitInterrupted exitStatus = 130
)

// exitHelp is the part of the help that lists the exit statuses.
const exitHelp = `Exit status:
  0    every file passes
  1    some file breaks a rule of severity error (with --fail-on warning: any rule)
  2    wrong usage or profile; nothing was checked
  3    some file could not be read, measured or annotated, and none broke a rule
  4    the run itself failed: a report could not be written, or no worker process
       could be started
  130  interrupted; the report holds the files checked so far and says so`

// The parts of the help that list the exit statuses of commands that check nothing
// to its end.
const (
	watchExitHelp = `Exit status:
  2    wrong usage or profile; nothing was checked
  4    the run itself failed: a verdict could not be written, or no worker process
       could be started
  130  ended by Ctrl-C`
	profilesExitHelp = `Exit status:
  0    done
  2    wrong usage or profile
  4    the output could not be written`
)

// brokeError says why the run itself broke, for no fault of its files or of who
// called it.
type brokeError struct{ error }

// Unwrap returns the reason.
func (e brokeError) Unwrap() error { return e.error }

// broke returns an error that ends the program with exitBroke, nil for nil.
func broke(err error) error {
	if err == nil {
		return nil
	}
	return brokeError{err}
}

// mainOutput is a writer that remembers its first error: not every command looks for
// it, and some of what writes returns none.
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

// judge returns the error that a command ends with: where its output was lost,
// the run broke.
func (o *mainOutput) judge(err error) error {
	var status exitStatus
	switch {
	case o.lost == nil || errors.As(err, new(brokeError)):
		return err
	case err == nil, err == o.lost, errors.As(err, &status):
		err = fmt.Errorf("the output could not be written: %w; check where it goes", o.lost)
	}
	return broke(err)
}

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// asError returns the status as an error, nil when every file passes.
func (s exitStatus) asError() error {
	if s == exitPass {
		return nil
	}
	return s
}

// statusOf returns the exit status for the verdicts of all files.
func statusOf(s report.Summary) exitStatus {
	switch {
	case s.Fail > 0:
		return exitFail
	case s.Error > 0 || s.Unknown > 0:
		return exitError
	}
	return exitPass
}
