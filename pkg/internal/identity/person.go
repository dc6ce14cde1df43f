package identity

import (
	"slices"
	"strings"
	"unicode"
)

// Person is somebody by name.
type Person struct {
	Name   string   // as the submission system has it
	given  []string // words of the names, folded; without dots
	family []string
}

// particles are words of family names in small letters.
var particles = []string{"van", "von", "der", "den", "de", "del", "della", "da", "di", "du", "dos", "la", "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "zu", "af", "av"}

// generations follow names.
var generations = []string{"jr", "sr", "ii", "iii", "iv", "phd"}

// NewPerson reads a name: "Ada B. Lovelace", "Lovelace, Ada", "Ludwig van Beethoven".
func NewPerson(name string) Person {
	p := Person{Name: strings.Join(strings.Fields(name), " ")}
	last, first, turned := strings.Cut(p.Name, ",")
	if turned && !slices.Contains(generations, letters(first)) {
		p.family, p.given = nameWords(last), nameWords(initialsApart(strings.Fields(first)))
		return p
	}
	words := strings.Fields(last)
	if n := len(words) - 1; n > 0 {
		words = append(strings.Fields(initialsApart(words[:n])), words[n])
	}
	words = nameWords(strings.Join(words, " "))
	for len(words) > 1 && slices.Contains(generations, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return p
	}
	from := len(words) - 1
	for from > 1 && slices.Contains(particles, words[from-1]) {
		from--
	}
	p.given, p.family = words[:from], words[from:]
	return p
}

// initialsApart joins given names; two capitals, as "TJ", are two of them. Where all is
// in capitals nothing tells initials from a name.
func initialsApart(given []string) string {
	name := strings.Join(given, " ")
	if strings.IndexFunc(name, unicode.IsLower) < 0 && len(given) > 1 {
		return name
	}
	for i, word := range given {
		if len(word) == 2 && word == strings.ToUpper(word) && word != strings.ToLower(word) && !strings.Contains(word, ".") {
			given[i] = word[:1] + " " + word[1:]
		}
	}
	return strings.Join(given, " ")
}

// nameWords returns the words of a name. A hyphen joins: "Jean-Pierre" is one.
func nameWords(name string) []string {
	var out []string
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return unicode.IsSpace(r) || r == '.' }) {
		if word = letters(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}

// Text is a text in which people are looked for.
type Text struct {
	words  []string // folded, letters alone
	large  []bool   // whether each begins with a capital, or a letter of a script without
	lines  []int    // the line that each ends in
	apart  []bool   // whether something separates each from the word before: a comma, "and"
	joined string   // all letters
}

// MaxWords caps the words that are looked through.
const MaxWords = 200_000

// separators stand between names.
const separators = ",;/()[]{}·•&|"

// NewText reads lines of a paper. A word that is hyphenated at a line's end is one.
func NewText(lines ...string) *Text {
	t := &Text{}
	var joined strings.Builder
	begun, apart := "", true
	for at, line := range lines {
		line = strings.Map(func(r rune) rune {
			if strings.ContainsRune(separators, r) {
				return '\n'
			}
			return r
		}, line)
		words := strings.FieldsFunc(strings.ReplaceAll(line, "\n", " \n "), func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
		for i, word := range words {
			word = begun + word
			begun = ""
			switch {
			case word == "\n" || strings.EqualFold(word, "and"):
				apart = true
			case i == len(words)-1 && strings.HasSuffix(word, "-"):
				begun = word
			default:
				apart = t.add(word, at, apart, &joined) && apart
			}
		}
	}
	t.add(begun, len(lines)-1, apart, &joined)
	t.joined = joined.String()
	return t
}

// add adds the words of a text without spaces, and returns whether there were none.
func (t *Text) add(text string, line int, apart bool, joined *strings.Builder) (none bool) {
	none = true
	text = strings.TrimSuffix(strings.ReplaceAll(text, "’", "'"), "'s")
	for part := range strings.SplitSeq(text, ".") { // "A.Lovelace"
		start := strings.TrimLeftFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
		folded := letters(start)
		if folded == "" || len(t.words) >= MaxWords {
			continue
		}
		t.words = append(t.words, folded)
		t.large = append(t.large, !unicode.IsLower([]rune(start)[0]))
		t.lines = append(t.lines, line)
		t.apart = append(t.apart, apart && none)
		joined.WriteString(folded)
		none = false
	}
	return none
}

// Line returns the line that a word ends in.
func (t *Text) Line(word int) int { return t.lines[word] }

// Shares reports whether a text and a name have a word in common, or nearly.
func (t *Text) Shares(p Person) bool {
	return slices.ContainsFunc(t.words, func(word string) bool {
		return slices.ContainsFunc(slices.Concat(p.given, p.family), func(name string) bool {
			return len([]rune(name)) > 1 && compareWords(name, word) != Other || strings.HasPrefix(name, word) && len(word) >= nickname
		})
	})
}

// Find returns how surely a person is named in a text, with initials or in either order,
// and at which word.
func (t *Text) Find(p Person) (Likeness, int) {
	near := -1
	for i := range t.words {
		switch n, alike := t.family(p, i); {
		case alike == Other || !t.hasGiven(p, i, i+n):
		case alike == Same:
			return Same, i
		case near < 0:
			near = i
		}
	}
	if whole := strings.Join(p.given, "") + strings.Join(p.family, ""); len(whole) >= minJoined {
		if at := strings.Index(t.joined, whole); at >= 0 { // spaced letters, accents apart
			return Same, t.wordAt(at)
		}
	}
	if near >= 0 {
		return Near, near
	}
	return Other, 0
}

// minJoined is the letters of the shortest name that is found without spaces.
const minJoined = 7

// wordAt returns the word at a byte of the joined text.
func (t *Text) wordAt(at int) int {
	for i, word := range t.words {
		if at -= len(word); at < 0 {
			return i
		}
	}
	return len(t.words)
}

// family reports whether the family name stands from word i on, and in how many words.
func (t *Text) family(p Person, i int) (int, Likeness) {
	n := len(p.family)
	if n == 0 || i+n > len(t.words) {
		return 0, Other
	}
	alike := Same
	for k, word := range p.family {
		alike = min(alike, compareWords(word, t.words[i+k]))
	}
	return n, alike
}

// nearWord is the letters of the shortest family name in which one may differ.
const nearWord = 5

// compareWords compares words of names. The umlaut of one may be two letters of the other,
// and a small letter behind the other a mark of an affiliation.
func compareWords(known, printed string) Likeness {
	switch {
	case known == printed, umlauts.Replace(known) == umlauts.Replace(printed):
		return Same
	case len(known) >= 4 && len(printed) == len(known)+1 && strings.HasPrefix(printed, known) && printed[len(known)] < 'i':
		return Same
	case len(known) >= nearWord && distance(known, printed, 1) <= 1:
		return Near
	}
	return Other
}

var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// givenReach is how many words before the family name may be given names.
const givenReach = 4

// hasGiven reports whether one of the given names stands before the family name, which
// is words from to to-1, with no more than one name between them that is not known; or
// behind it, where nothing stands before it, as in Chinese.
func (t *Text) hasGiven(p Person, from, to int) bool {
	if len(p.given) == 0 {
		return true
	}
	others := 0
	for k := from - 1; k >= 0 && k >= from-givenReach && !t.apart[k+1] && others <= 1; k-- {
		if t.large[k] && p.isGiven(t.words[k]) {
			return true
		}
		if len([]rune(t.words[k])) > 1 && !slices.Contains(particles, t.words[k]) {
			others++
		}
	}
	return t.apart[from] && to < len(t.words) && !t.apart[to] && t.large[to] && p.isGiven(t.words[to])
}

// nickname is the letters that a short form of a given name has at least: "Dan".
const nickname = 3

// isGiven reports whether a word is one of the given names, its initial or a short form.
func (p Person) isGiven(word string) bool {
	return slices.ContainsFunc(p.given, func(given string) bool {
		if len([]rune(word)) == 1 || len([]rune(given)) == 1 {
			return []rune(word)[0] == []rune(given)[0]
		}
		short := min(len(word), len(given))
		return compareWords(given, word) != Other || short >= nickname && word[:short] == given[:short]
	})
}
