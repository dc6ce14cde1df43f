package judging

import (
	"strings"
	"testing"
)

// TestListsOfSystems: the tables of submission systems name papers by their number, in
// columns of their own among others.
func TestListsOfSystems(t *testing.T) {
	venue := written(t, "kinds.yaml", kinds)
	for name, text := range map[string]string{
		"plain numbers":    "12,short\n13,\n",
		"paper and track":  "paper,title,track\n12,\"On Short, Papers\",short\n13,Long,\n",
		"BOM, semicolons":  "\ufeffTrack;Title;#\nshort;Short, shorter, shortest;12\n;Long;13\n",
		"tabs, Paper ID":   "Paper ID\tCreated\tTrack\r\n012\t1/1/2026\tshort\r\n013\t1/2/2026\t\r\n",
		"category counts":  "Track,ID,Category\nMain,12,short\nMain,13,\n",
		"a file by name":   "number,file,category\n3,venue26-paper12.pdf,short\n4,venue26-paper13.pdf,\n",
		"two-line titles":  "id,title,category\n#12,\"A\nB\",short\n#13,C,\n",
		"files and number": "12,\nvenue26-paper12.pdf,short\n",
	} {
		c, err := Options{Profile: venue, Categories: written(t, "kinds.csv", text)}.Load()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for path, want := range map[string]string{"in/venue26-paper12.pdf": "short", "venue26-paper13.pdf": "", "draft.pdf": ""} {
			if got := c.CategoryOf(path); got != want {
				t.Errorf("%s: %s is of %q, want %q", name, path, got, want)
			}
		}
	}
	for text, want := range map[string]string{
		"paper,track\n12,long\n":        "line 2",
		"paper,track\n12,short\n012,\n": `line 3: 12 is already in category "short"`,
		"title,paper,track\na,12\n":     "line 2: expected a paper and its category",
	} {
		if _, err := (Options{Profile: venue, Categories: written(t, "kinds.csv", text)}).Load(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: said is %v, want %q", text, err, want)
		}
	}
}

// TestListsTellWhatIsUnknownOrTwice: by the number.
func TestListsTellWhatIsUnknownOrTwice(t *testing.T) {
	c, err := Options{Profile: written(t, "kinds.yaml", kinds), Categories: written(t, "kinds.csv", "paper,track\n12,short\n13,short\n12,short\n")}.Load()
	if err != nil {
		t.Fatal(err)
	}
	c.CategoryOf("paper12.pdf")
	var said strings.Builder
	c.ReportUnused(&said)
	for _, want := range []string{"names papers twice: 12 on line 4\n", "were not checked: 13 on line 3\n"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not in\n%s", want, &said)
		}
	}
}
