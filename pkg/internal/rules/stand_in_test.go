package rules

import "testing"

// TestStandsInForAuthors: a line of numbers and of words for papers alone names
// nobody.
func TestStandsInForAuthors(t *testing.T) {
	for line, want := range map[string]bool{
		"Paper #12": true, "SUBMISSION ID 31, 12 pages": true, "#7": true, "": true, "Pages: 14 body, 18 total": true,
		"\u017fubmission 4": true, // as (?i) has it
		"Paper #12 by Kim":  false, "Papers": false, "IDs": false, "no-name": false, "论文 12": false, "Total\xff": true,
	} {
		if got := standsInForAuthors(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
