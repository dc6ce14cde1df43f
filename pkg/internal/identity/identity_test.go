package identity

import "testing"

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Éﬃcient": "efficient", "Poincar´e": "poincare", "Ivanˇci´c": "ivancic", "Straße": "strasse", "Łódź": "lodz", "Altınbüken": "altinbuken", "Ｗｅｉ": "wei",
	} {
		if got := letters(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		most, want int
	}{
		{"loom", "loom", 2, 0}, {"loom", "looms", 2, 1}, {"color", "colour", 2, 1}, {"kitten", "sitting", 3, 3}, {"kitten", "sitting", 2, 3}, {"", "ab", 2, 2}, {"", "abc", 2, 3},
	} {
		if got := distance(c.a, c.b, c.most); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// The parts of a name are told by commas, particles and what follows names.
func TestNames(t *testing.T) {
	text := NewText("We thank Ada B. Lovelace's readers, Ludwig van", "Beethoven and Jean-", "Pierre Dupont.")
	for name, want := range map[string]int{
		"Ada Lovelace": 0, "Lovelace, Ada B.": 0, "Ludwig van Beethoven": 0, "Jean-Pierre Dupont Jr.": 2, "Pierre Dupont": -1, "Byron Lovelace": -1, "Ada Beethoven": -1,
	} {
		at, found := text.FindFull(NewPerson(name))
		if found != (want >= 0) || found && text.Line(at) != want {
			t.Errorf("%s: found %v, want line %d", name, found, want)
		}
	}
}

// Two capitals are the initials of two given names; a family name in capitals is none.
func TestInitialsInOne(t *testing.T) {
	for name, want := range map[string]Likeness{"Patrick TJ Kon": Same, "TJ Kon": Same, "Kon, TJ": Same, "XY Kon": Other, "Wei XU": Same, "WEI XU": Same} {
		if found, _ := NewText("Patrick Tser Jern Kon, Wei Xu").Find(NewPerson(name)); found != want {
			t.Errorf("%s is found as %v, want %v", name, found, want)
		}
	}
}
