package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/paperfit/paperfit/pkg/app"
)

// ending is how a command ended that did more than its flags could refuse: with a
// status, and with an error where something is left to say.
type ending struct {
	status app.Status
	why    error // nil: everything that can be said was said
}

// Error returns what is left to say.
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

// endOf returns how a command ended by its error. One without a status of its own
// is of wrong usage.
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

// judge returns what the program ends with: where its output was lost, the run
// broke.
func (o *mainOutput) judge(status app.Status, why error) (app.Status, error) {
	switch {
	case o.lost == nil || status == app.ExitBroke && why != nil:
		return status, why
	case why == nil, why == o.lost:
		why = fmt.Errorf("the output could not be written: %w; check where it goes", o.lost)
	}
	return app.ExitBroke, why
}
