package report

// Verdict is the outcome for a file.
type Verdict string

// The verdicts.
const (
	Pass    Verdict = "pass"
	Fail    Verdict = "fail"
	Unknown Verdict = "unknown"
	Error   Verdict = "error"
)

// Status is the outcome of a rule.
type Status string

// The statuses.
const (
	StatusPass    Status = "pass"
	StatusFail    Status = "fail"
	StatusWarn    Status = "warn"
	StatusNote    Status = "note" // a rule of severity note has something to report
	StatusUnknown Status = "unknown"
	StatusSkipped Status = "skipped"
)

// Severity tells what breaking a rule means. A note tells the author something
// and never changes a verdict.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
	SeverityNote    Severity = "note"
)
