package app

import "github.com/paperfit/paperfit/pkg/report"

// Status is what the program ends with.
type Status int

// The exit statuses. They are part of the contract with scripts.
const (
	ExitPass        Status = 0   // every file passes; a command that judges nothing did what it was asked
	ExitFail        Status = 1   // some file breaks a rule
	ExitUsage       Status = 2   // wrong usage or profile; nothing was checked
	ExitError       Status = 3   // some file could not be read, measured or annotated, and none broke a rule
	ExitBroke       Status = 4   // the run itself failed, for no fault of its files or of who called it
	ExitInterrupted Status = 130 // the report holds what was done until then
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
