package main

import (
	"fmt"

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
	exitInterrupted exitStatus = 130
)

// exitHelp is the part of the help that lists the exit statuses.
const exitHelp = `Exit status:
  0    every file passes
  1    some file breaks a rule of severity error (with --fail-on warning: any rule)
  2    wrong usage or profile; nothing was checked
  3    some file could not be read, measured or annotated, and none broke a rule
  130  interrupted; the report holds the files checked so far`

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
