package report

// StatusWaived is the status of a check whose rule a chair waived for the file:
// it was broken or could not be measured, and fails nothing.
const StatusWaived Status = "waived"

// Waiver tells why a rule was waived for a file, and by whom.
type Waiver struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
}

// String tells the waiver in words. It is part of the messages of what was waived,
// so that every form of the report prints it.
func (w Waiver) String() string { return "waived by " + w.By + ": " + w.Reason }

// Waive waives a rule for the file and takes its verdict anew. It reports whether
// there was anything to waive: a check that passed is left as it is.
func (f *File) Waive(rule string, w Waiver, failOnWarning bool) bool {
	waived := false
	for i := range f.Checks {
		c := &f.Checks[i]
		if c.Rule != rule || c.Status == StatusPass || c.Status == StatusSkipped || c.Rule == RuleReadable && c.Status == StatusFail {
			continue
		}
		c.Status, c.Waiver, c.Message, waived = StatusWaived, &w, w.String(), true
	}
	if !waived {
		return false
	}
	for i := range f.Findings {
		if f.Findings[i].Rule == rule {
			f.Findings[i].Waiver = &w
			f.Findings[i].Message += " (" + w.String() + ")"
		}
	}
	f.Verdict = VerdictOf(f.Checks, failOnWarning)
	return true
}
