package identity

import (
	"strings"
	"testing"
)

// Given and family names that are words, places and companies as well.
var (
	wordyGiven  = strings.Fields("Will May Mark Art June Robin Christian Star Page Virginia Paris Li An")
	wordyFamily = strings.Fields(`Young Long Brown Page Field Bell Price Power Best Case Love Hope English French German Rich Small Law Park Lee Ma He An Du So Hu Wu Ng Li
		Early Minor Fair Peer Sample Study Letter Note Book Story Word Words Less More Few Some First Second Last Day Friday Welsh Irish Constant Force Kernel Bond Stock Market
		Trade Print Type Font Face Body House Home Room Door Window Tower Bridges Mill Miles Garden Forest Branch Leaf Beach Glass Gates Wire Lamp True Justice Peace War Winner
		Child Mann Bear Crane Swan Washington Houston Austin Boston Paris London Florence Vienna York Woodstock Berkeley Stanford Cambridge Cornell Rice Duke Springer Wiley Morgan
		Kaufmann Holland Israel Jordan Cruz Santiago Hong Marriott`)
	// wordyLines are lines of anonymous papers: above and below the text, and below titles.
	wordyLines = []string{
		"Anonymous Author(s)", "Anonymous Submission", "Paper ID 12", "Submission #12, 14 Pages", "Under Double-Blind Review", "Affiliation / Address Line 1", "email@domain",
		"Conference Acronym ’XX, June 03–05, 2018, Woodstock, NY, USA", "Submitted to the 27th Conference, Washington, DC", "Santa Cruz, California, and Paris, France", "Early Draft: Do Not Distribute",
		"A Short Paper, May 2026", "Springer, Berlin Heidelberg New York", "Morgan Kaufmann, San Francisco", "Best Paper Candidate", "A Case Study on Fair Stock Markets", "The Law of Small Numbers", "Work in Progress",
		"Translated from German, French and English", "Hyatt Regency, Austin", "First Word, Last Word", "Page 1 of 12", "Hong Kong, China", "Long Papers", "Peer Review Copy", "The First Story of the Second House",
	}
)

// A name that is made of words is not found where its words stand for themselves.
func TestNamesOfWords(t *testing.T) {
	for _, line := range wordyLines {
		text, none := NewText(line), NewText()
		for _, given := range wordyGiven {
			for _, family := range wordyFamily {
				p := NewPerson(given + " " + family)
				if _, full := text.FindFull(p); full || text.FindFamily(p, none) {
					t.Errorf("%s is found in %q", p.Name, line)
				}
			}
		}
	}
}

// A full name below the title is one, even of two words; in heads the title has its words.
func TestFullNamesOfWords(t *testing.T) {
	front, none := NewText("Grace Park, Mark Brown and Paris Washington"), NewText()
	for _, name := range []string{"Grace Park", "Mark Brown", "Paris Washington", "Park, Grace"} {
		if !front.FindFamily(NewPerson(name), none) {
			t.Errorf("%s is not found", name)
		}
		if _, full := front.FindFull(NewPerson(name)); full {
			t.Errorf("%s is found in a text, where it may be two words", name)
		}
	}
	if head := NewText("On Will Power"); head.FindFamily(NewPerson("Will Power"), NewText("On Will Power and Its Limits")) {
		t.Error("the title's words are found in a head")
	}
}

// Places are where papers are presented, and in names of files; an author field that has
// one is a name.
func TestNamesOfPlaces(t *testing.T) {
	p := NewPerson("Ada Washington")
	if InFileName("in/washington-2026.pdf", p) || !InFileName("in/ada-washington.pdf", p) {
		t.Error("a file's name")
	}
	if !InLabel("A. Washington", p) || InLabel("Best Paper", NewPerson("Ada Best")) {
		t.Error("a label")
	}
}
