package identity

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// common are family and given names that are words too, in titles, heads and the names
// of files.
var common = sync.OnceValue(func() []string {
	return strings.Fields(`anonymous author paper papers page pages long short young old new best final main draft version
	black white brown green gray grey blue red rose gold silver king queen prince bishop pope knight noble major price rich
	poor power powers strong small little grand great good wise bright sharp swift quick fast law laws rule rules bell ball
	stone wood woods field fields hill hills brook brooks river rivers ford bridge lane street church house hall park banks
	marsh moon day days night winter summer snow rain frost storm cloud west east north south cook baker smith miller mason
	carpenter fisher hunter hunt shepherd gardener farmer butler porter carter turner taylor weaver fuller walker page pages
	chase close cross case cases chain chance change check core cores cut date dean down drew fan fine fox wolf hart hope
	faith grace joy love may june march april august mark marks max min frank grant bill art will jack rob sue pat gene ray
	guest hand head heath holder home host key keys lake land lamb lay lee light lock lord low lynch mean moss need pack part
	parts pool post read reader reed reich rest ring roach root roots rush sage sand sands sheet shell singer song speed
	star stack sun system systems table tag temple test tester trust vale wall walls ward ware waters way web webb wells wide
	wild work works train tree graph data line lines link list net nets node time times tong can do go he her she you yes an
	in on of or so to no me my we us it is be by at as am are fu hu ma li lu wu xu yu su qi he di bo ho
	early late minor fair peer sample samples study letter letters note notes book books story word words less more most
	few many some first second third last weeks monday friday southern northern english french german dutch welsh irish
	constant force forces kernel kernels bond bonds cash money penny pound pounds stock stocks market markets sale sales
	sellers trade print printer type types font face faces body foot blood bone bones heart houses homes room rooms door
	window tower towers castle bridges mill mills mile miles garden flower flowers forest branch leaf beach ocean sea
	island clay diamond irons copper steel glass gate gates rings cord wire lamp battery speaker self true truth just
	justice peace war battle winner champion race driver energy shade dark weather apple bean berry plum wine salt pepper
	bacon judge child person people man men boot tail beard bear bull pigeon crane finch drake swan crow eagle hawk
	crystal amber ruby pearl jade ivy iris daisy lily violet dawn autumn melody harmony destiny robin christian victor
	sterling cliff glen dale norm sandy rusty chip chuck nick skip wade angel don les buck earl duke baron patience
	prudence charity january february september october november december tuesday wednesday thursday saturday sunday
	review code codes index section chapter abstract contents volume number issue das die der des una uno free center
	centre example institute see also end start proof lemma mercy verity guy eve tab dot carol holly olive hazel heather
	ginger basil herb rocky stormy sunny sky`)
})

// places are names of people that are places, too: those of meetings, universities and
// publishers, which stand in heads and feet.
var places = sync.OnceValue(func() []string {
	return strings.Fields(`washington lincoln houston austin dallas denver madison jackson boston cleveland columbia orlando charlotte
	raleigh albany portland phoenix jose santiago francisco diego cruz clara monica barbara san santa angeles york hamilton woodstock
	berkeley stanford cambridge oxford kent lancaster warwick chester bristol durham cornell rice duke brown carnegie mellon purdue
	virginia georgia carolina paris london milan milano florence vienna roma romano lyon tours nice bern basel berlin hamburg
	frankfurt heidelberg wien bergen oslo delft leiden darwin melbourne sydney wellington nelson perth ireland england scotland
	holland spain france germany israel jordan india china hong kong macau kobe nara lima victoria london halifax montreal regina
	springer wiley morgan kaufmann kluwer benjamin cummings addison wesley pearson hall marriott hilton hyatt sheraton westin`)
})

// maxShort is the letters of names too short to be told from syllables.
const maxShort = 2

// isCommon reports whether a name alone names nobody on a page.
func isCommon(name string) bool { return isWord(name) || slices.Contains(places(), name) }

// isWord reports whether a name alone names nobody anywhere.
func isWord(name string) bool {
	return len([]rune(name)) <= maxShort || slices.Contains(common(), name)
}

// FindFull returns whether a text has a person's full name, with capitals, and at which
// word. Initials name too many, and so do two words of the language: "Will Power".
func (t *Text) FindFull(p Person) (int, bool) {
	if p.isOfWords() {
		return 0, false
	}
	return t.findFull(p)
}

// isOfWords reports whether a name is two words of the language.
func (p Person) isOfWords() bool {
	return len(p.family) > 0 && len(p.given) > 0 && isCommon(p.family[len(p.family)-1]) && isCommon(p.given[0])
}

func (t *Text) findFull(p Person) (int, bool) {
	if len(p.family) == 0 || !slices.ContainsFunc(p.given, func(g string) bool { return len([]rune(g)) > 1 }) {
		return 0, false
	}
	for i := range t.words {
		n, alike := t.family(p, i)
		if alike != Same || t.words[i] != p.family[0] || !t.large[i+n-1] {
			continue
		}
		if t.apart[i] { // "June 3, Woodstock"
			continue
		}
		if t.isFullGiven(p, i-1) || t.isFullGiven(p, i-2) && t.isMiddle(p, i-1) && !t.apart[i-1] {
			return i, true
		}
	}
	return 0, false
}

// isFullGiven reports whether word i is a given name, written out and with a capital.
func (t *Text) isFullGiven(p Person, i int) bool {
	return i >= 0 && t.large[i] && len([]rune(t.words[i])) > 1 && slices.Contains(p.given, t.words[i])
}

// isMiddle reports whether word i may stand between a given name and the family name.
func (t *Text) isMiddle(p Person, i int) bool {
	return len([]rune(t.words[i])) == 1 || slices.Contains(p.given, t.words[i]) || slices.Contains(particles, t.words[i])
}

// FindFamily returns whether a text has a person's family name, with a capital. One that
// is a word too counts beside a given name alone; but is what may stand there for another
// reason, as words of the title do in heads.
func (t *Text) FindFamily(p Person, but *Text) bool {
	if _, full := t.findFull(p); full && !(p.isOfWords() && slices.Contains(but.words, p.family[0])) {
		return true
	}
	if len(p.family) == 0 || isCommon(p.family[len(p.family)-1]) {
		return false
	}
	for i, word := range t.words {
		if t.large[i] && compareWords(p.family[len(p.family)-1], word) == Same && !slices.Contains(but.words, word) {
			return true
		}
	}
	return false
}

// inName is the letters of the shortest family name that is found within a word of a
// file's name.
const inName = 6

// InFileName reports whether the name of a file has a person's family name.
func InFileName(name string, p Person) bool {
	name = name[max(strings.LastIndexAny(name, `/\`)+1, 0):]
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		name = name[:at]
	}
	return p.isJoined(name) || len(p.family) > 0 && !isCommon(p.family[len(p.family)-1]) && InLabel(name, p)
}

// InLabel reports whether a label that programs or people gave has a person's family
// name, in whatever case: between signs that are no letters, before a capital, or, where
// it is long, within a word.
func InLabel(label string, p Person) bool {
	if p.isJoined(label) {
		return true
	}
	if len(p.family) == 0 || isWord(p.family[len(p.family)-1]) {
		return false
	}
	family := p.family[len(p.family)-1]
	return slices.ContainsFunc(labelWords(label), func(word string) bool {
		return word == family || len(family) >= inName && strings.Contains(word, family)
	})
}

// isJoined reports whether a label has a full name, whatever stands between its parts.
func (p Person) isJoined(label string) bool {
	if len(p.family) == 0 || len(p.given) == 0 {
		return false
	}
	family, given, whole := strings.Join(p.family, ""), p.given[0], letters(label)
	return len([]rune(given)) > 1 && len(given)+len(family) >= minJoined && (strings.Contains(whole, given+family) || strings.Contains(whole, family+given))
}

// labelWords returns the words of a label, folded: "adaLovelace-2" has two.
func labelWords(label string) []string {
	var spaced strings.Builder
	small := false
	for _, r := range label {
		switch {
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			r = ' '
		case small && unicode.IsUpper(r):
			spaced.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		spaced.WriteRune(r)
	}
	return strings.Fields(fold(spaced.String()))
}
