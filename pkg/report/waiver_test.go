package report

import "testing"

// A waived rule fails nothing and keeps what was found, with the reason.
func TestWaive(t *testing.T) {
	broken := func() File {
		return File{
			Verdict: Fail,
			Checks: []Check{
				{Rule: RuleReadable, Severity: SeverityError, Status: StatusPass},
				{Rule: "page-limit", Severity: SeverityError, Status: StatusFail},
				{Rule: "leading", Severity: SeverityError, Status: StatusUnknown},
				{Rule: "columns", Severity: SeverityError, Status: StatusPass},
				{Rule: "comments", Severity: SeverityNote, Status: StatusNote},
			},
			Findings: []Finding{{Rule: "page-limit", Message: "too long"}, {Rule: "columns"}},
			Notes:    []Finding{{Rule: "comments", Severity: SeverityNote}},
		}
	}
	f, w := broken(), Waiver{"two more pages for a merged paper", "Ada Chair"}
	if !f.Waive("page-limit", w, false) || f.Verdict != Unknown || f.Checks[1].Status != StatusWaived || *f.Checks[1].Waiver != w || f.Checks[1].Kind != KindWaived || f.Checks[1].Message != w.String() {
		t.Errorf("%+v", f)
	}
	if f.Findings[0].Waiver == nil || f.Findings[0].Told() != "too long (waived by Ada Chair: two more pages for a merged paper)" || f.Findings[1].Waiver != nil {
		t.Errorf("%+v", f.Findings)
	}
	if !f.Waive("leading", w, true) || f.Verdict != Pass {
		t.Errorf("what could not be measured can be waived too: %+v", f)
	}
	if f := broken(); f.Waive("columns", w, false) || f.Waive("nothing", w, false) || f.Verdict != Fail {
		t.Error("there was nothing to waive")
	}
	if f := broken(); !f.Waive("comments", w, false) || f.Checks[4].Status != StatusWaived || f.Notes[0].Waiver == nil || f.Verdict != Fail {
		t.Errorf("a note can be waived too: %+v", f)
	}
	unread := File{Verdict: Error, Checks: []Check{{Rule: RuleReadable, Severity: SeverityError, Status: StatusFail}}}
	if unread.Waive(RuleReadable, w, false) || unread.Verdict != Error {
		t.Error("a file that cannot be read was measured by nobody")
	}
}
