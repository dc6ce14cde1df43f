package report

// StatusWaived is the status of a check whose rule a chair waived for the file:
// it was broken or could not be measured, and fails nothing.
const StatusWaived Status = "waived"

// Waiver tells why a rule was waived for a file, and by whom.
type Waiver struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
}

// String describes the waiver in words.
func (w Waiver) String() string { return "waived by " + w.By + ": " + w.Reason }

// Told returns the finding's message, with its waiver.
func (f *Finding) Told() string {
	if f.Waiver == nil {
		return f.Message
	}
	return f.Message + " (" + f.Waiver.String() + ")"
}

// Waive waives a rule for the file and determines its verdict again. It reports whether
// there was anything to waive: a check that passed is left as it is.
func (f *File) Waive(rule string, w Waiver, failOnWarning bool) bool {
	waived := false
	for i := range f.Checks {
		c := &f.Checks[i]
		if c.Rule != rule || c.Status == StatusPass || c.Status == StatusSkipped || c.Rule == RuleReadable && c.Status == StatusFail {
			continue
		}
		c.Status, c.Waiver, c.Message, waived = StatusWaived, &w, w.String(), true
		c.Sentence = Say(KindWaived, Args{"by": w.By, "reason": w.Reason})
	}
	if !waived {
		return false
	}
	for _, findings := range [][]Finding{f.Findings, f.Notes} {
		for i := range findings {
			if findings[i].Rule == rule {
				findings[i].Waiver = &w
			}
		}
	}
	f.Verdict = VerdictOf(f.Checks, failOnWarning)
	return true
}
