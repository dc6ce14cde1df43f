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

// TestWordsAreWrittenAsTheyAreCompared: by the letters of a heading, of which those that
// come first tell most lines from headings.
func TestWordsAreWrittenAsTheyAreCompared(t *testing.T) {
	for _, list := range append(headingLists[:], FunctionWords, OwnWords, LifeWords) {
		for _, w := range list {
			if got := Letters(w); got != w {
				t.Errorf("%q has the letters %q", w, got)
			}
		}
	}
	for _, list := range headingLists {
		for _, w := range list {
			for _, text := range []string{w, "3.1 " + w, "A " + w, " § 2 " + w + " and more"} {
				h := HeadingOf(text)
				if !MayHead(text) || !h.Begins([]string{w}) {
					t.Errorf("%q does not begin with %q", text, w)
				}
			}
		}
	}
	for _, text := range []string{"", "12", "In", "The looms of Lyon", "4 Looms", "A B C"} {
		if MayHead(text) {
			t.Errorf("%q may be a heading", text)
		}
	}
}

// Keywords have accents, too.
func TestNamesKeywords(t *testing.T) {
	for text, want := range map[string]bool{
		"Keywords: looms": true, "Schlüsselwörter: Webstuhl": true, "Mots-clés : métier à tisser": true, "CCS Concepts • Looms": true, "Key looms": false,
	} {
		if NamesKeywords(text) != want {
			t.Errorf("%q names keywords: %v", text, !want)
		}
	}
}
