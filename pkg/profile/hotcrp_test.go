package profile

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func hotCRP(t *testing.T, text string) *Profile {
	t.Helper()
	p, err := ParseHotCRP(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ruleIDs returns the rules of a profile, less those that every specification
// has.
func ruleIDs(p *Profile) string {
	var out []string
	for _, r := range p.Rules {
		if r.ID != "readable" && r.ID != "active-content" {
			out = append(out, r.ID)
		}
	}
	return strings.Join(out, " ")
}

// The whole grammar: each field, each way to write it.
func TestHotCRPFields(t *testing.T) {
	letter, a4 := paperSizes["letter"], paperSizes["a4"]
	p := hotCRP(t, "letter;2;2;7inx9in;10;12;1")
	want := &Profile{
		Name: p.Name, Title: "HotCRP format letter;2;2;7inx9in;10;12;1", Digest: p.Digest,
		Tolerance: p.Tolerance, Lenience: hotCRPLenience, Rules: p.Rules,
	}
	want.Paper, want.Block = []Size{letter}, Size{504, 648}
	want.Pages = []PageLimit{{Count: Count{Most: 2}, Except: parts("references", "appendices")}}
	want.Columns, want.BodySize, want.Leading = 2, Range{Min: 10}, Range{Min: 12}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := ruleIDs(p); got != "page-size page-limit text-block body-font-size leading columns" {
		t.Errorf("rules %s", got)
	}
	for text, check := range map[string]func(*Profile) bool{
		"letter OR A4": func(p *Profile) bool { return cmp.Equal(p.Paper, []Size{letter, a4}) },
		`8.5"x11";;`:   func(p *Profile) bool { return cmp.Equal(p.Paper, []Size{letter}) },
		"21 cm x 297mm;;": func(p *Profile) bool {
			return math.Abs(p.Paper[0].Width-a4.Width) < .01 && math.Abs(p.Paper[0].Height-a4.Height) < .01
		},
		"8.5x11in;;": func(p *Profile) bool { return cmp.Equal(p.Paper, []Size{letter}) },
		";4-12": func(p *Profile) bool {
			return p.Pages[0].Count == Count{Least: 4, Most: 12} && len(p.Pages[0].Except) == 0
		},
		";12;;;;;0":                   func(p *Profile) bool { return len(p.Pages[0].Except) == 0 },
		";12;;;;;1>-zoom=1":           func(p *Profile) bool { return len(p.Pages[0].Except) == 2 },
		"letter;;;1in margins":        func(p *Profile) bool { return p.Block == Size{468, 648} },
		"letter;;;1in 0.75in margins": func(p *Profile) bool { return p.Block == Size{504, 648} },
		";;;;9-10.5": func(p *Profile) bool {
			return p.BodySize == Range{9, 10.5} && ruleIDs(p) == "body-font-size max-body-size"
		},
		";;;;;11–13":                          func(p *Profile) bool { return p.Leading == Range{11, 13} },
		`;12;;;;;{"wordlimit": "5000-8800"}`:  func(p *Profile) bool { return p.Words == Count{Least: 5000, Most: 8800} },
		`;12;;;;;{"wordlimit":8800}`:          func(p *Profile) bool { return p.Words.Most == 8800 },
		`;12;;;;;{"noappendix":true}`:         func(p *Profile) bool { return cmp.Equal(p.Forbid, parts("appendices")) },
		`;12;;;;;{"noappendix":false}`:        func(p *Profile) bool { return p.Forbid == nil },
		`;;;;;{"bodyleading":12,"columns":2}`: func(p *Profile) bool { return p.Leading.Min == 12 && p.Columns == 2 },
		`;;2;;;;{"quietpages":{"columns":[1,2],"textblock":1}}`: func(p *Profile) bool {
			return cmp.Equal(p.Quiet, []QuietPages{{Rule: "columns", Pages: []int{1, 2}}}) // the text block is not requested
		},
		`;12;;;;;{"checkers":["Our_Checker"]}`: func(p *Profile) bool { return len(p.Unchecked) == 1 && strings.Contains(p.Unchecked[0], "Our_Checker") },
	} {
		if p := hotCRP(t, text); !check(p) {
			t.Errorf("%s: %s", text, p.YAML())
		}
	}
}

// A size is HotCRP's: TeX's points, rounded to a tenth, and no grace unless it is
// reported.
func TestHotCRPGrace(t *testing.T) {
	for _, test := range []struct {
		text  string
		least float64 // the least that is kept, in points of 1/72 in
	}{
		{";;;;10", 9.95 * texPoint},
		{";;;;10±0.2", 9.75 * texPoint},
		{";;;;10+/-.2", 9.75 * texPoint},
		{";;;;10Δ0.2", 9.75 * texPoint},
		{";;;;10D0.2", 9.75 * texPoint},
		{";;;;;12", 11.95 * texPoint},
	} {
		p := hotCRP(t, test.text)
		got := max(p.BodySize.Min-p.Tolerance.BodySize, 0)
		if p.Leading.Min > 0 {
			got = p.Leading.Min - p.Tolerance.Leading
		}
		if math.Abs(got-test.least) > 1e-9 {
			t.Errorf("%s keeps %.4f, want %.4f", test.text, got, test.least)
		}
	}
}

func TestHotCRPRefusals(t *testing.T) {
	for text, want := range map[string]string{
		";":                                  "it requires nothing",
		"leter;2":                            "papersize: invalid size \"leter\"",
		"letter;two":                         "pagelimit: invalid limit \"two\"",
		"letter;12-4":                        "pagelimit: invalid limit \"12-4\"",
		"letter;2;x":                         "columns: invalid number of columns \"x\"",
		"letter;2;2;7x9":                     "textblock:",
		"letter;2;2;7ptx9pt":                 "is the unit right?",
		"letter;2;2;;ten":                    "bodyfontsize: invalid size \"ten\"",
		"letter;2;2;;12-10":                  "invalid size",
		"letter;2;2;;10±x":                   "invalid size",
		"letter;2;2;;;;1;9":                  "too many fields",
		"letter;2;{\"wordlimit\":":           "invalid JSON object",
		"letter;2;{} x":                      "unexpected text after",
		";;;1in margins":                     "margins require a paper size",
		";2;{\"quietpages\":{\"rulers\":1}}": "a check and its pages",
		"letter;2;2;9inx9in":                 "the block is larger than the paper",
		strings.Repeat(";", maxSpec+1):       "longer than",
	} {
		if p, err := ParseHotCRP(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v (%v), want %q", text, err, p, want)
		}
	}
}

// What is exported requires the same when it is read again.
func TestHotCRPExport(t *testing.T) {
	for _, text := range []string{
		"letter;2;2;7inx9in;10;12;1", "letter OR A4;4-12;2;7inx9in;9-10.5;11", ";12", ";;;;10±0.2",
		`letter;12;2;7inx9in;10;12;1;{"noappendix":true,"wordlimit":"8800"}`, `;;2;;;;;{"quietpages":{"columns":[1,2]}}`,
	} {
		p := hotCRP(t, text)
		got, _ := p.HotCRP()
		if got != text {
			t.Errorf("%s is exported as %s", text, got)
		}
	}
	p, err := Load(Default)
	if err != nil {
		t.Fatal(err)
	}
	text, lost := p.HotCRP()
	if want := "letter;2;2;7inx9in;10;12;1"; text != want {
		t.Errorf("%s is exported as %s, want %s", p.Name, text, want)
	}
	for _, want := range []string{"appendices", "figure-block", "page-numbers"} {
		if !strings.Contains(strings.Join(lost, "\n"), want) {
			t.Errorf("nothing is said of %s: %q", want, lost)
		}
	}
	if len(lost) != 2 {
		t.Errorf("%q", lost)
	}
}

// Every built-in profile is exported as a specification that can be read.
func TestHotCRPExportsAreSpecifications(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		text, lost := p.HotCRP()
		if strings.Trim(text, ";") == "" {
			continue // it requires nothing that HotCRP looks at
		}
		back, err := ParseHotCRP(text + ";"[:max(0, 1-strings.Count(text, ";"))])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if back.Columns != p.Columns || back.BodySize != p.BodySize || back.Leading != p.Leading || len(lost) == 0 {
			t.Errorf("%s: %s loses more than it says: %q", name, text, lost)
		}
	}
}

func FuzzParseHotCRP(f *testing.F) {
	f.Add("letter;2;2;7inx9in;10;12;1")
	f.Add(`letter OR 21cmx297mm;4-12;2;1in 2cm margins;9-10.5±.2;11D1;1;{"wordlimit":8800,"quietpages":{"columns":[1]},"checkers":[]}>-zoom=1`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParseHotCRP(text)
		if (p == nil) == (err == nil) {
			t.Fatalf("profile %v with error %v", p, err)
		}
		if p != nil && len(p.Rules) == 0 {
			t.Fatal("a profile without rules")
		}
	})
}
