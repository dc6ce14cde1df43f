package lexicon

import "testing"

// Old fonts set accents as signs of their own, before their letters or behind a word in
// capitals.
func TestLettersHaveNoAccents(t *testing.T) {
	for text, want := range map[string]string{
		"Bibliograf´ıa": "bibliografia", "REFERENCIASˆ": "referencias", "RÉFÉRENCES": "references", "Pouˇzit´a literatura": "pouzitaliteratura",
		"キーワード": "キーワード",
	} {
		if got := Letters(text); got != want {
			t.Errorf("%q has the letters %q, want %q", text, got, want)
		}
	}
	for _, heading := range []string{"REFERENCIASˆ", "REF´ER´ENCES", "BIBLIOGRAF´IA"} {
		if !NamesReferences(heading) {
			t.Errorf("%q names no list", heading)
		}
	}
}

// Bitmap fonts do not identify their accented letters; more than one in four is too many.
func TestHeadingWithLettersThatAreNotKnown(t *testing.T) {
	for text, want := range map[string]bool{
		"Refer\uFFFDncias": true, "5 Bibliograf\uFFFDa": true, "R\uFFFDf\uFFFDrences": true, "\uFFFDefer\uFFFDn\uFFFDes": false,
		"\uFFFD\uFFFD\uFFFD\uFFFDncias": false, "Refer\uFFFDnciaa": false, "Conclus\uFFFDo": false, "Refer\uFFFDncias \uFFFD": false, "Sourc\uFFFDs": true,
	} {
		if NamesReferences(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
