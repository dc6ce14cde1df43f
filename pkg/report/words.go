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
	StatusUnknown Status = "unknown"
	StatusSkipped Status = "skipped"
)

// Severity tells what breaking a rule means.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)
