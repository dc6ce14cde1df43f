package judging

import (
	"slices"
	"strings"
	"testing"
)

// knownOf reads metadata and returns what is known of papers.
func knownOf(t *testing.T, text string) *submissions {
	t.Helper()
	s, err := parseSubmissions([]byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return s
}

// TestMetadataIsReadAsSystemsExportIt: whatever the columns are called, and whether a
// row is a paper or an author.
func TestMetadataIsReadAsSystemsExportIt(t *testing.T) {
	for name, text := range map[string]string{
		"HotCRP, a row an author": "paper,title,first,last,email\n12,Looms,Ada,Lovelace,a@x.org\n12,Looms,Charles,Babbage,b@x.org\n",
		"EasyChair":               "\ufeff#;Title;Authors\n12;Looms;Lovelace, Ada\n12;Looms;Babbage, Charles\n",
		"a list":                  "ID,Title,Authors\n#012,Looms,Ada Lovelace (U. of London) and Charles Babbage <b@x.org>\n",
		"commas":                  "Paper ID\tTitle\tAuthor names\n12\tLooms\tAda Lovelace, Charles Babbage\n",
		"JSON of HotCRP":          `[{"object":"paper","pid":12,"title":"Looms","authors":[{"first":"Ada","last":"Lovelace"},{"first":"Charles","last":"Babbage"}]}]`,
		"JSON of names":           `{"papers":[{"id":"12","title":"Looms","authors":["Ada Lovelace",{"name":"Charles Babbage"}]}]}`,
		"JSON of one text":        `[{"id":"12","title":"Looms","authors":"Ada Lovelace; Charles Babbage"}]`,
	} {
		got := knownOf(t, text).of("paper12.pdf")
		if got == nil || got.Title != "Looms" || len(got.Authors) != 2 || !strings.Contains(got.Authors[0], "Lovelace") || !strings.Contains(got.Authors[1], "Charles") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestPapersAreFoundInMetadata: by path, by ID and by the number in a name; never by a
// number that is a year's.
func TestPapersAreFoundInMetadata(t *testing.T) {
	s := knownOf(t, "id,path,title\n12,,Twelve\n24,,Twenty-four\nB7,,B seven\n,in/loom.pdf,Loom\ncards.pdf,,Cards\n")
	for path, want := range map[string]string{
		"12.pdf": "Twelve", "0012.pdf": "Twelve", "in/paper12.pdf": "Twelve", "conf24-paper12.pdf": "Twelve", "conf24-final12-v2.pdf": "Twelve",
		"conf24_12.pdf": "Twelve", "Submission #12.pdf": "Twelve", "b7.pdf": "B seven", "in/cards.pdf": "Cards", "in/loom.pdf": "Loom", "in\\loom.pdf": "Loom",
		"conf24.pdf": "", "paper13.pdf": "", "paper124.pdf": "", "loom.pdf": "", "draft.pdf": "", "x24y.pdf": "",
	} {
		title := ""
		if found := s.of(path); found != nil {
			title = found.Title
		}
		if title != want {
			t.Errorf("%s is %q, want %q", path, title, want)
		}
	}
}

func TestLists(t *testing.T) {
	for list, want := range map[string][]string{
		"Ada Lovelace, Charles Babbage and Grace Hopper": {"Ada Lovelace", "Charles Babbage", "Grace Hopper"},
		"Lovelace, Ada; Babbage, Charles":                {"Lovelace, Ada", "Babbage, Charles"},
		"Lovelace, Ada":                                  {"Lovelace, Ada"},
		"Ada Lovelace\nCharles Babbage":                  {"Ada Lovelace", "Charles Babbage"},
		"":                                               nil,
	} {
		if got := splitAuthors(list); !slices.Equal(got, want) {
			t.Errorf("%q: %q", list, got)
		}
	}
}

func TestMetadataThatCannotBeRead(t *testing.T) {
	for text, want := range map[string]string{
		"":                               "no column named ID or path",
		"title,authors\nLooms,Ada\n":     "no column named ID or path",
		"id,title\n":                     "no papers",
		"id,title\n,Looms\n":             "line 2: neither an ID nor a path",
		"id,title\n1,Looms\n1,Engines\n": "line 3: paper 1 has another title",
		`{"title":"Looms"}`:              "expected an array",
		`[{"title":"Looms"}]`:            "object 1: neither",
		`[{"id":1,"title":"Looms"}`:      "expected an array",
		"id,title\n1,\"Looms\n":          "line 2",
	} {
		if _, err := parseSubmissions([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: said is %v, want %q", text, err, want)
		}
	}
}
