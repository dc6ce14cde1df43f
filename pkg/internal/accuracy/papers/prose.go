package papers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// source is where all chance of a paper comes from.
type source struct{ *rand.Rand }

// newSource returns the chance of one seed. Papers of neighbouring seeds have
// nothing in common.
func newSource(seed uint64) source { return source{rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))} }

// chance reports true in the given share of cases.
func (s source) chance(share float64) bool { return s.Float64() < share }

// between returns a whole number from low to high, both included.
func (s source) between(low, high int) int { return low + s.IntN(high-low+1) }

// pick returns one of a list.
func pick[T any](s source, list []T) T { return list[s.IntN(len(list))] }

// some returns n different elements of a list in a random order, all when there
// are fewer.
func some[T any](s source, list []T, n int) []T {
	out := make([]T, 0, n)
	for _, i := range s.Perm(len(list))[:min(n, len(list))] {
		out = append(out, list[i])
	}
	return out
}

// phrase returns a noun with what stands before it.
func (s source) phrase() string {
	article := pick(s, []string{"the", "a", "every", "each", "our", "this", "no", "the", "the"})
	noun := pick(s, nouns)
	if s.chance(.45) {
		noun = pick(s, adjectives) + " " + noun
	}
	if article == "a" && strings.ContainsRune("aeiou", rune(noun[0])) {
		article = "an"
	}
	return article + " " + noun
}

// clause returns a clause without capital and full stop.
func (s source) clause() string {
	verb := pick(s, verbs)
	if s.chance(.3) {
		verb = pick(s, adverbs) + " " + verb
	}
	out := s.phrase() + " " + verb + " " + s.phrase()
	switch s.IntN(6) {
	case 0:
		out += pick(s, []string{" in", " under", " without", " within", " across", " during"}) + " " + s.phrase()
	case 1:
		out += fmt.Sprintf(" by %d\\%%", s.between(2, 98))
	case 2:
		out += " that " + pick(s, verbs) + " " + s.phrase()
	}
	return out
}

// sentence returns a sentence of English. Percent signs are escaped for TeX.
func (s source) sentence() string {
	out := s.clause()
	switch s.IntN(7) {
	case 0:
		out = "we " + pick(s, plainVerbs) + " that " + out
	case 1:
		out = pick(s, []string{"if", "when", "because", "although", "while"}) + " " + out + ", " + s.clause()
	case 2:
		out += pick(s, []string{", and ", ", but ", "; ", ", so "}) + s.clause()
	case 3:
		out = pick(s, []string{"however, ", "moreover, ", "in contrast, ", "as a consequence, ", "for example, "}) + out
	}
	return capitalized(out) + "."
}

// capitalized returns s with a capital at its start.
func capitalized(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// sentences returns a paragraph of n sentences in the language.
func (s source) sentences(l *language, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = l.sentence(s)
	}
	return strings.Join(out, " ")
}

// title returns a title of English words.
func (s source) title() string {
	subject := pick(s, qualities) + " " + pick(s, topics)
	place := strings.ReplaceAll(pick(s, places), "-", " ")
	switch s.IntN(5) {
	case 0:
		return subject + " for " + place
	case 1:
		return capitalized(pick(s, nouns)) + "DB: " + subject + " in " + place
	case 2:
		return "Towards " + subject + " and " + pick(s, topics) + " in " + place
	case 3:
		return subject
	}
	return "On the " + pick(s, topics) + " of " + pick(s, qualities) + " " + pick(s, topics) + ": A Study of the " + capitalized(pick(s, nouns)) + " in " + place
}

// heading returns a short heading of English words.
func (s source) heading() string {
	switch s.IntN(3) {
	case 0:
		return capitalized(pick(s, adjectives)) + " " + capitalized(pick(s, nouns)) + " Sets"
	case 1:
		return "The " + capitalized(pick(s, nouns)) + " and the " + capitalized(pick(s, nouns))
	}
	return pick(s, qualities) + " " + pick(s, topics)
}

// person is somebody who wrote something.
type person struct{ given, family string }

func (s source) person() person { return person{pick(s, given), pick(s, family)} }

// people returns from low to high persons.
func (s source) people(low, high int) []person {
	out := make([]person, s.between(low, high))
	for i := range out {
		out[i] = s.person()
	}
	return out
}

func (p person) String() string { return p.given + " " + p.family }

// initials returns the given names as initials, each followed by its dot.
func (p person) initials() string {
	var out []string
	for _, part := range strings.Split(p.given, "-") {
		r, _ := utf8.DecodeRuneInString(part)
		out = append(out, string(r)+".")
	}
	return strings.Join(out, "-")
}
