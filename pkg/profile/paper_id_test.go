package profile

import "testing"

func TestPaperID(t *testing.T) {
	for file, want := range map[string]string{
		"paper12.pdf":                        "12",
		"in/osdi26-paper12.pdf":              "12",
		"osdi26-paper12-supplement.pdf":      "12",
		"VENUE2026_paper_0012.pdf":           "12",
		"12.pdf":                             "12",
		"0012.pdf":                           "12",
		"12_On_the_Number_42.pdf":            "12",
		"Submission 12.PDF":                  "12",
		"export.zip/12/Submission/draft.pdf": "12",
		`in\12\draft.pdf`:                    "12",
		"12":                                 "12",
		"draft.pdf":                          "",
		"newspaper12.pdf":                    "",
		"3d-printing.pdf":                    "", // the number belongs to a word
		"3dprinting.pdf":                     "",
		"paper.pdf":                          "",
		"in/icml2026/draft.pdf":              "",
		"0.pdf":                              "",
		"-":                                  "",
	} {
		if got := PaperID(file); got != want {
			t.Errorf("%s is paper %q, want %q", file, got, want)
		}
	}
	for text, want := range map[string]string{"12": "12", " #012 ": "12", "12.pdf": "", "": "", "0": "", "1234567890": ""} {
		if got := ParseID(text); got != want {
			t.Errorf("%q is the ID %q, want %q", text, got, want)
		}
	}
}

// TestWaiversByID: the number in the name of a file, whatever its leading zeros.
func TestWaiversByID(t *testing.T) {
	list, err := ParseWaivers("w.yaml", []byte("- {paper: 012, rule: page-limit, reason: merged, by: Ada Chair}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]bool{"in/v-paper12.pdf": true, "12.pdf": true, "paper112.pdf": false, "draft.pdf": false} {
		if got := list[0].Matches(file, "ab"); got != want {
			t.Errorf("%s: %v, want %v", file, got, want)
		}
	}
	for _, text := range []string{"{paper: draft, rule: page-limit, reason: r, by: b}", "{paper: 1, file: a.pdf, rule: page-limit, reason: r, by: b}"} {
		if _, err := ParseWaivers("w.yaml", []byte("- "+text+"\n")); err == nil {
			t.Errorf("%s is valid", text)
		}
	}
}
