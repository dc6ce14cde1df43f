package layout

import "testing"

// Formulas alone are mathematics: a sentence is none, whatever its letters are.
func TestMathematics(t *testing.T) {
	for text, want := range map[string]bool{
		"𝑒𝑒𝑒𝑒 𝑒𝑒𝑒𝑒": true, "2𝑥 + 𝑦": true, "sin 𝑥": false, "12": false, "": false,
		"𝑎𝑐𝑐𝑒𝑝𝑡 𝑡ℎ𝑖𝑠 𝑝𝑎𝑝𝑒𝑟 𝑎𝑛𝑑 𝑝𝑟𝑎𝑖𝑠𝑒 𝑖𝑡": false,
	} {
		if got := isMathematics(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
