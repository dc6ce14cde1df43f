package app

import "github.com/paperfit/paperfit/pkg/report"

// Status is the exit status of the program.
type Status int

// The exit statuses. They are part of the contract with scripts.
const (
	ExitPass        Status = 0   // all files pass; a command without verdicts succeeded
	ExitFail        Status = 1   // a file fails a rule
	ExitUsage       Status = 2   // usage or profile error; nothing was checked
	ExitError       Status = 3   // a file could not be read, measured or annotated, and none fails
	ExitBroke       Status = 4   // the run itself failed, independently of files and usage
	ExitInterrupted Status = 130 // the report covers the files checked so far
)

// statusOf returns the exit status for the verdicts of all files.
func statusOf(s report.Summary) Status {
	switch {
	case s.Fail > 0:
		return ExitFail
	case s.Error > 0 || s.Unknown > 0:
		return ExitError
	}
	return ExitPass
}
