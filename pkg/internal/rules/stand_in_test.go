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

// TestTemplateLine: what forms have in the place of names and affiliations names
// nobody; one word of one's own does.
func TestTemplateLine(t *testing.T) {
	for line, want := range map[string]bool{
		"Your N. Here": true, "Your Institution": true, "Firstname Lastname": true, "First A. Author, Second B. Author": true, "1st Given Name Surname": true,
		"One University": true, "Two Institute": true, "Author One": true, "Alice Author and Bob Author": true, "Institution1": true, "University X": true,
		"Department of Computer Science, Institution Name": true, "dept. name of organization (of Aff.)": true, "Names omitted for review": true,
		"Jane Q. Author": false, "City University": false, "Department of Computer Science": false, "First Institute of Oceanography": false,
		"Alice Carol": false, "University of York": false, "One Microsoft Way": false, "Smithsonian Institution": false, "王 伟": false, "Alice": false, "": false,
	} {
		if got := isTemplateLine(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
