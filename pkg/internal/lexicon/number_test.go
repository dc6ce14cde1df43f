package lexicon

import "testing"

// A letter or a Roman digit numbers a heading; the first letter of a word whose
// letters are set apart does not.
func TestLettersSetApartAreNoNumber(t *testing.T) {
	for text, c := range map[string]struct {
		number             string
		lettered, numbered bool
	}{
		"A Proofs":                {"A", true, false},
		"B.2. More proofs":        {"B.2", true, false},
		"I. Looms":                {"I", false, true},
		"IV Looms":                {"IV", false, true},
		"3.1 Looms":               {"3.1", false, true},
		"A B S T R A C T":         {"", false, false},
		"I N T R O D U C T I O N": {"", false, false},
		"C O N C L U S I O N":     {"", false, false},
		"A R T I C L E I N F O":   {"", false, false},
		"3 R E S U L T S":         {"3", false, true},
		"V. C O N C L U S I O N":  {"V", false, true},
		"Acknowledgments":         {"", false, false},
	} {
		number, _ := SplitHeading(text)
		if number != c.number || IsLettered(text) != c.lettered || IsNumbered(text) != c.numbered {
			t.Errorf("%q: number %q, lettered %v, numbered %v; want %+v", text, number, IsLettered(text), IsNumbered(text), c)
		}
	}
}
