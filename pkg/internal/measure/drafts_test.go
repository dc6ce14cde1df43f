package measure

import "testing"

// What is asked before an expression is tried lets through all that it matches.
func TestDraftLines(t *testing.T) {
	for text, want := range map[string]bool{
		"DRAFT": true, "-- Rough draft --": true, "working draft": true, "Do not distribute!": true,
		"For Review Only": true, "under review": true, "*** UNDER SUBMISSION ***": true,
		"Submission ID: #1234": true, "submission no. 7": true, "Paper # 12": true, "paper no.: 5": true,
		"Draft of a paper under review": false, "Do not redistribute": false, "": false,
	} {
		if draftLine.MatchString(text) != want {
			t.Errorf("%q: the expression matches: %v, want %v", text, !want, want)
		}
		if isDraftLine(text) != want {
			t.Errorf("%q: %v, want %v", text, !want, want)
		}
	}
}

func TestMissingCitations(t *testing.T) {
	for text, want := range map[string]bool{
		"as shown in [?]": true, "[12, ?]": true, "[ab,\t?, cd]": true, "[?,?]": true, "see (?)": true, "[Why?] (?)": true,
		"Is it so? Yes.": false, "[is it?]": false, "": false,
	} {
		if missingCitation.MatchString(text) != want {
			t.Errorf("%q: the expression matches: %v, want %v", text, !want, want)
		}
		if got := mayMissCitation(text) && missingCitation.MatchString(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
