package profile

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestOpML20(t *testing.T) {
	p, err := Load(Default)
	if err != nil {
		t.Fatal(err)
	}
	want := &Profile{
		Name:      "opml20",
		Title:     "USENIX OpML '20 papers",
		Source:    "https://www.usenix.org/conference/opml20/requirements-authors",
		Year:      2020,
		Digest:    p.Digest,
		Tolerance: tolerant().Tolerance,
		Rules: []Rule{
			{"readable", report.SeverityError},
			{"page-size", report.SeverityError},
			{"page-limit", report.SeverityError},
			{"text-block", report.SeverityError},
			{"figure-block", report.SeverityError},
			{"body-font-size", report.SeverityError},
			{"leading", report.SeverityError},
			{"columns", report.SeverityError},
			{"font-family", report.SeverityWarning},
			{"page-numbers", report.SeverityWarning},
			{"legible-figures", report.SeverityWarning},
			{"author-names", report.SeverityWarning},
			{"confidentiality", report.SeverityWarning},
			{"fonts-embedded", report.SeverityWarning},
			{"type3-fonts", report.SeverityWarning},
			{"squeezed-text", report.SeverityWarning},
			{"hidden-text", report.SeverityWarning}, {"faithful-text", report.SeverityWarning},
			{"active-content", report.SeverityWarning},
			{"unresolved-references", report.SeverityNote},
			{"comments", report.SeverityNote},
			{"todo-marks", report.SeverityNote},
			{"line-numbers", report.SeverityNote},
			{"watermark", report.SeverityNote},
			{"hidden-residue", report.SeverityNote},
			{"overlapping-text", report.SeverityNote},
		},
	}
	want.Edition = Edition{SourceKind: SourcePrimary, Series: []string{"opml"}, Community: "systems"}
	want.Numbering = Forbidden
	want.Paper = []Size{{612, 792}}
	want.Pages = []PageLimit{{Count: Count{Most: 2}, Except: []Part{{Section: References}}}}
	want.Block = Size{504, 648}
	want.BodySize, want.Leading = Range{Min: 10}, Range{Min: 12}
	want.Columns, want.Families = 2, []string{"times"}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Errorf("the profile differs (-want +got):\n%s", diff)
	}
}

func TestBuiltInProfilesLoad(t *testing.T) {
	for _, name := range Names() {
		p, err := Load(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasPrefix(p.Source, "http") {
			t.Errorf("%s does not say which page it was read from", name)
		}
		if head := p.Head(); head.Name != name || head.Digest != p.Digest {
			t.Errorf("%s introduces itself as %+v", name, head)
		}
	}
}

func TestUnknownProfileNamesTheNearest(t *testing.T) {
	for name, want := range map[string]string{
		"opml2":  `did you mean "opml20"?`,
		"OPML20": `did you mean "opml20"?`,
		"../x":   `"paperfit profiles list" lists the built-in ones`,
	} {
		if _, err := Load(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Load(%q): %v, want %q in it", name, err, want)
		}
	}
}

// minimal is a profile that is complete and requires one thing.
const minimal = "title: T\npages: 5\nrules:\n  page-limit: error\n"

func TestDefaultsHoldWhereNothingIsSaid(t *testing.T) {
	p, err := Parse("mine", []byte(minimal))
	if err != nil {
		t.Fatal(err)
	}
	if usual := tolerant().Tolerance; p.Tolerance != usual {
		t.Errorf("tolerance %+v, want the default %+v", p.Tolerance, usual)
	}
}

func TestDigestIsOfTheRequirements(t *testing.T) {
	digest := func(name, text string) string {
		p, err := Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return p.Digest
	}
	base := digest("a", minimal)
	if !strings.HasPrefix(base, "sha256:") || len(base) != len("sha256:")+64 {
		t.Errorf("digest %q is no SHA-256", base)
	}
	if digest("b", "# a remark\n"+minimal+"tolerance: {block: 0.05in}\n") != base {
		t.Error("name, remarks and repeated defaults change the digest")
	}
	if digest("a", strings.Replace(minimal, "5", "6", 1)) == base {
		t.Error("another limit leaves the digest as it was")
	}
}

// columnWords are what an error says of the column, which TestColumns looks at.
var columnWords = regexp.MustCompile(`, column \d+`)

// Errors name the column of the word that is wrong.
func TestColumns(t *testing.T) {
	for text, want := range map[string]string{
		minimal + "blok: 7in x 9in\n":           "line 5, column 1: ",
		minimal + "tolerance: {blok: 1pt}\n":    "line 5, column 13: ",
		minimal + "families: [times, tims]\n":   "line 5, column 19: ",
		"title: T\nrules:\n  page-limit: err\n": "line 3, column 15: ",
	} {
		if _, err := Parse("x", []byte(text)); err == nil || !strings.Contains(said(err), want) {
			t.Errorf("%q: %v, want %q in it", text, err, want)
		}
	}
}

// said returns all that an error says, a line for each mistake.
func said(err error) string {
	return strings.Join(mapped(Mistakes(err), error.Error), "\n")
}

func TestRefusals(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "the file is empty"},
		{"remarks alone", "# nothing\n", "the file is empty"},
		{"two documents", minimal + "---\n" + minimal, "more than one YAML document"},
		{"no mapping", "hello", `line 1: expected "key: value"`},
		{"broken YAML", "title: [", "line 1: did not find expected node content"},
		{"unknown key", minimal + "blok: 7in x 9in\n", `line 5: unknown key "blok"; did you mean "block"?`},
		{"no key near", minimal + "zebra: 1\n", `line 5: unknown key "zebra"; the keys are title,`},
		{"unknown below", minimal + "tolerance:\n  blok: 1pt\n", `line 6: unknown key "blok"; did you mean "block"?`},
		{"unknown rule", "title: T\nrules:\n  page-limits: error\n", `line 3: unknown key "page-limits"; did you mean "page-limit"?`},
		{"unknown severity", "title: T\nrules:\n  readable: eror\n", `line 3: readable: unknown word "eror"; did you mean "error"?`},
		{"unknown family", minimal + "families: [tims]\n", `line 5: families: unknown word "tims"; did you mean "times"?`},
		{"twice", minimal + "pages: 6\n", `line 5: duplicate key "pages" (first on line 2)`},
		{"no unit", minimal + "leading: 12\n", `line 5: leading: length "12" has no unit; add in, pt, mm or cm`},
		{"no number", minimal + "leading: in\n", `line 5: leading: invalid length "in"`},
		{"wrong unit", minimal + "leading: 12px\n", `line 5: leading: invalid length "12px"`},
		{"negative", minimal + "leading: -1pt\n", `line 5: leading: length "-1pt" is not between`},
		{"not finite", minimal + "leading: NaNpt\n", `line 5: leading: length "NaNpt" is`},
		{"zero", minimal + "leading: 0pt\n", "line 5: leading: a limit of zero has no effect"},
		{"no size", minimal + "block: 7in\n", `line 5: block: invalid size "7in"`},
		{"half a size", minimal + "block: 7in x\n", `line 5: block: invalid length ""`},
		{"flat size", minimal + "block: 7in x 0in\n", `line 5: block: invalid size "7in x 0in"`},
		{"no count", minimal + "columns: two\n", `line 5: columns: invalid number "two"; must be a positive integer`},
		{"no value", minimal + "columns:\n", "line 5: columns: expected a single plain value"},
		{"alias", "title: &t T\nsource: *t\n", "line 2: source: expected a single plain value"},
		{"no title", "pages: 5\nrules:\n  page-limit: error\n", "missing title"},
		{"no rules", "title: T\n", "no rules enabled"},
		{"no limit", "title: T\nrules:\n  page-limit: error\n", "line 3: rule page-limit has no limit"},
		{"limit without rule", minimal + "columns: 2\n", "line 5: columns has no effect: its rule is off"},
		{"one of two rules of a limit", minimal + "  figure-block: error\nblock: 7in x 9in\nfamilies: times\n", "line 7: families has no effect: its rule is off"},
		{"block beyond paper", minimal + "  text-block: error\n  page-size: error\npaper: [letter, a4]\nblock: 24cm x 20cm\n", "line 8: the block is larger than the paper"},
		{"stray within tolerance", minimal + "tolerance: {block: 1in}\n", "line 5: stray is less than block"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("mine.yaml", []byte(test.text))
			if err == nil {
				t.Fatal("the profile is accepted")
			}
			if msg := columnWords.ReplaceAllString(said(err), ""); !strings.HasPrefix(err.Error(), "profile mine.yaml: ") || !strings.Contains(msg, test.want) {
				t.Errorf("the error is\n%s\nwant in it\n%s", msg, test.want)
			}
		})
	}
}

func TestParseLength(t *testing.T) {
	for text, want := range map[string]float64{
		"7in": 504, "10pt": 10, "0.05in": 3.6, "25.4mm": 72, "2.54 cm": 72, " 12pt ": 12, "0in": 0,
	} {
		if got, err := ParseLength(text); err != nil || math.Abs(got-want) > 1e-9 {
			t.Errorf("ParseLength(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
}

func TestParseSize(t *testing.T) {
	for text, want := range map[string]Size{
		"letter": {612, 792}, "Letter": {612, 792}, "7in x 9in": {504, 648}, "7in×9in": {504, 648}, "10ptx20pt": {10, 20},
	} {
		if got, err := ParseSize(text); err != nil || got != want {
			t.Errorf("ParseSize(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(minimal))
	f.Add([]byte("title: [&a x, *a]\n? {a: b}\n: - c\n"))
	for _, name := range Names() {
		data, err := venues.ReadFile("venues/" + name + venueExt)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse("fuzz", data)
		if (p == nil) == (err == nil) {
			t.Fatalf("profile %v with error %v", p, err)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(Default); err != nil {
			b.Fatal(err)
		}
	}
}
