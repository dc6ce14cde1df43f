package profile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

// parse reads a profile that has to be one.
func parse(t *testing.T, text string) *Profile {
	t.Helper()
	p, err := Parse("mine", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func parts(names ...string) []Part {
	var out []Part
	for _, name := range names {
		part, err := parsePart(name)
		if err != nil {
			panic(err)
		}
		out = append(out, part)
	}
	return out
}

// Page limits say what they count.
func TestPageLimits(t *testing.T) {
	for text, want := range map[string][]PageLimit{
		"5":    {{Count: Count{Most: 5}, Except: parts("references")}},
		"6-10": {{Count: Count{Least: 6, Most: 10}, Except: parts("references")}},
		"{most: 12, except: [references, appendices after references]}":                                       {{Count: Count{Most: 12}, Except: parts("references", "appendices after references")}},
		"[12, {most: 20, except: nothing}]":                                                                   {{Count: Count{Most: 12}, Except: parts("references")}, {Count: Count{Most: 20}}},
		"[{most: 13, except: [references, appendices]}, {most: 5, only: appendices}]":                         {{Count: Count{Most: 13}, Except: parts("references", "appendices")}, {Count: Count{Most: 5}, Only: parts("appendices")}},
		"{least: 4, except: nothing}":                                                                         {{Count: Count{Least: 4}}},
		"{most: 13, except: [references, ethics before references, open-science before references, posters]}": {{Count: Count{Most: 13}, Except: parts("references", "ethics before references", "open-science before references", "posters")}},
	} {
		p := parse(t, "title: T\npages: "+text+"\nsections: {posters: [Posters and Demos]}\nrules: {page-limit: error}\n")
		if diff := cmp.Diff(want, p.Pages); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// all is a profile that uses every key of the language.
const all = `title: "HotPaper '27"
source: https://hotpaper.example/2027/cfp
source_kind: kit
series: [hotpaper, hp]
community: systems
remark: "the call says 12 points, the style sets 11.5"
year: 2027
stage: submission
paper: [letter, a4, 8in x 10in]
pages: [{most: 12, except: [references, appendices after references]}, {most: 20, except: nothing}]
words: {least: 5000, most: 8800, warn: 8000}
block: any x 24cm
margins: 1in 2cm
margins_of: {first-page: 2in 2cm, a4: 1in 1.5cm 2cm, a4 first-page: 2in 1.5cm 2cm}
body_size: {min: 10pt, max: 12pt, tolerance: 0.2pt}
figure_size: 6pt
leading: {min: 11.5pt, max: 14pt}
columns: 2
column: 3.33in
gutter: 8mm
families: [times]
numbering: required
names: forbidden
line_numbers: required
paper_id: every-page
abstract: 100-150
abstract_characters: {most: 1000, warn: 900}
file_size: 10MB
pdf_version: 1.5
links: forbidden
bookmarks: forbidden
recommend: conclusion
order: [ethics, references, appendices]
last: [references, appendices]
metadata: free
spacing: {below_title: 18pt, above_heading: 20pt, below_heading: 16pt}
quiet: {leading: [1], columns: [1, 2, appendices]}
forbid: checklist
require: [ethics before references, posters]
sections: {posters: [Posters and Demos, "Demos…"], ethics: [Stakeholders]}
unchecked: ["the abstract has at most 200 words: nobody counts them"]
lenience: {share: 16%, type: 97%, block: 105%}
tolerance: {paper: 1pt, stray: 3mm}
categories:
  short: {pages: {most: 6, except: references}, rules: {leading: warning}}
  poster: {pages: {most: 2, except: nothing}, leading: {max: 14pt}, rules: {leading: off}}
rules:
  readable: error
  page-size: error
  page-limit: error
  text-block: error
  body-font-size: error
  leading: error
  columns: error
  font-family: warning
  page-numbers: error
  legible-figures: warning
  margins: error
  gutter: error
  column-width: warning
  max-body-size: error
  max-leading: warning
  word-limit: error
  heading-space: warning
  required-sections: error
  forbidden-sections: error
  anonymity: error
  line-numbers: error
  recommended-sections: note
  section-order: warning
  abstract-length: warning
  file-size: error
  pdf-version: error
  links: warning
  paper-id: error
`

// What is written requires the same as what was read, and reads the same again.
func TestWrittenProfilesReadTheSame(t *testing.T) {
	texts := map[string]string{"all": all, "minimal": minimal}
	for _, name := range Names() {
		data, err := venueFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(data)
	}
	for name, text := range texts {
		p := parse(t, text)
		again, err := Parse("mine", []byte(p.YAML()))
		if err != nil {
			t.Errorf("%s: %v in\n%s", name, err, p.YAML())
			continue
		}
		again.Units = p.Units // a length is written in the unit that needs few digits
		for i := range again.Categories {
			again.Categories[i].Units = p.Categories[i].Units
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Errorf("%s (-read +written and read again):\n%s\n%s", name, diff, p.YAML())
		}
	}
}

// The profile above has every key and every tolerance.
func TestAllKeysAreUsed(t *testing.T) {
	for _, k := range Keys() {
		if k.Word != "extends" && !strings.Contains(all, "\n"+k.Word+":") && k.Word != "title" {
			t.Errorf("no profile of the tests has the key %s", k.Word)
		}
	}
}

// A category requires what its profile requires, except for its own keys.
func TestCategories(t *testing.T) {
	p := parse(t, all)
	short, err := p.Variant("short")
	if err != nil {
		t.Fatal(err)
	}
	if short.Pages[0].Most != 6 || short.Block != p.Block || short.Digest == p.Digest || short.Category != "short" || short.Name != p.Name {
		t.Errorf("the variant is %+v", short)
	}
	severity := func(p *Profile, id string) report.Severity {
		for _, r := range p.Rules {
			if r.ID == id {
				return r.Severity
			}
		}
		return ""
	}
	poster, err := p.Variant("poster")
	if err != nil {
		t.Fatal(err)
	}
	if severity(p, "leading") != "error" || severity(short, "leading") != "warning" || severity(poster, "leading") != "" {
		t.Error("the rules of variants are not their own")
	}
	if same, err := p.Variant(""); err != nil || same != p {
		t.Errorf("the usual papers: %v", err)
	}
	if _, err := p.Variant("shorts"); err == nil || !strings.Contains(err.Error(), "its categories are short, poster") {
		t.Errorf("an unknown category: %v", err)
	}
	if _, err := parse(t, minimal).Variant("short"); err == nil || !strings.Contains(err.Error(), "has no categories") {
		t.Errorf("no category: %v", err)
	}
	if other := parse(t, strings.Replace(all, "most: 6", "most: 7", 1)); other.Digest == p.Digest {
		t.Error("another limit of a category leaves the digest as it was")
	}
}

// What extends a built-in profile requires what that one requires, unless it says
// otherwise; of its title, source and year it takes nothing.
func TestExtends(t *testing.T) {
	base, err := Load(Default)
	if err != nil {
		t.Fatal(err)
	}
	p := parse(t, "title: Mine\nextends: opml20\npages: 4\nrules: {leading: warning, page-numbers: off}\n")
	if p.Title != "Mine" || p.Source != "" || p.Year != 0 || p.Pages[0].Most != 4 || p.Block != base.Block {
		t.Errorf("%+v", p)
	}
	if len(p.Rules) != len(base.Rules)-1 {
		t.Errorf("%d rules, want one less than %d", len(p.Rules), len(base.Rules))
	}
}

// The language refuses what contradicts itself or was written in a wrong unit.
func TestLanguageRefusals(t *testing.T) {
	page := "title: T\nrules: {page-limit: error}\n"
	for _, test := range []struct{ name, text, want string }{
		{"limit without counting", page + "pages: {most: 5}\n", "line 3, column 8: specify what is counted"},
		{"limit without number", page + "pages: {except: nothing}\n", "missing maximum"},
		{"except and only", page + "pages: {most: 5, except: nothing, only: appendices}\n", "specify what is counted"},
		{"unknown part", page + "pages: {most: 5, except: [apendices]}\n", `line 3, column 1: pages: unknown part "apendices"; did you mean "appendices"?`},
		{"part of capitals", page + "pages: {most: 5, except: [References]}\n", `invalid part "References"`},
		{"part twice", page + "pages: {most: 5, except: [references, references]}\n", `line 3, column 39: duplicate part "references"`},
		{"range upside down", page + "pages: 10-6\n", `"10-6" is not a valid range`},
		{"many pages", page + "pages: 1000000\n", `invalid number "1000000"; must be a positive integer`},
		{"unknown base", "title: T\nextends: usenx20\n", `line 2, column 10: extends: unknown profile "usenx20"`},
		{"path as base", "title: T\nextends: ../opml20\n", "unknown profile"},
		{"block in points", "title: T\nblock: 7pt x 9pt\nrules: {text-block: error}\n", `line 2, column 1: block: implausible length 7pt; is the unit right?`},
		{"type in millimetres", "title: T\nbody_size: 10cm\nrules: {body-font-size: error}\n", "is the unit right?"},
		{"tolerance as large as the type", "title: T\nbody_size: {min: 10pt, tolerance: 10pt}\nrules: {body-font-size: error}\n", "a tolerance of 10pt is more than a tenth of body_size"},
		{"min above max", "title: T\nbody_size: {min: 12pt, max: 10pt}\nrules: {body-font-size: error}\n", "min is more than max"},
		{"block of any size", "title: T\nblock: any x any\nrules: {text-block: error}\n", "has no effect"},
		{"margin without unit", "title: T\nmargins: 1in 2\n", `margins: length "2" has no unit`},
		{"five margins", "title: T\nmargins: 1in 1in 1in 1in 1in\n", "one to four lengths"},
		{"no year", "title: T\nyear: 27\n", "invalid year 27"},
		{"no address", "title: T\nsource: hotpaper.example\n", "must start with https://"},
		{"stage", "title: T\nstage: finl\n", `unknown word "finl"; did you mean "final"?`},
		{"numbering without rule", "title: T\nnumbering: required\nrules: {readable: error}\n", "numbering has no effect: its rule is off"},
		{"numbering free with its rule", "title: T\nnumbering: free\nrules: {page-numbers: error}\n", "numbering is free, but rule page-numbers is enabled"},
		{"category with a title", minimal + "categories: {short: {title: X}}\n", `line 5, column 22: category short: unknown key "title"`},
		{"category that is broken", minimal + "categories: {short: {columns: 2}}\n", "line 5, column 22: category short: columns has no effect: its rule is off"},
		{"category in capitals", minimal + "categories: {Short: {pages: 2}}\n", `invalid category name "Short"`},
		{"category twice", minimal + "categories: {short: {pages: 2}, short: {pages: 3}}\n", `duplicate category "short" (first on line 5)`},
		{"file size without unit", "title: T\nfile_size: 10\nrules: {file-size: error}\n", `line 2, column 12: file_size: invalid size "10"`},
		{"file size in bits", "title: T\nfile_size: 10Mb\nrules: {file-size: error}\n", `invalid size "10Mb"; expected a number with kB, MB or GB`},
		{"tiny file", "title: T\nfile_size: 1kB\nrules: {file-size: error}\n", `implausible size "1kB"`},
		{"file size without rule", minimal + "file_size: 10MB\n", "line 5, column 1: file_size has no effect"},
		{"version that PDF has not", "title: T\npdf_version: 1.9\nrules: {pdf-version: error}\n", `line 2, column 14: pdf_version: invalid version "1.9" of PDF; expected one of 1.3,`},
		{"version without rule", minimal + "pdf_version: 1.5\n", "line 5, column 1: pdf_version has no effect"},
		{"rule without version", "title: T\nrules: {pdf-version: error}\n", `line 2, column 9: rule pdf-version has no limit; add "pdf_version: …"`},
		{"links that are required", "title: T\nlinks: required\nrules: {links: error}\n", "line 2, column 1: links: can only be forbidden"},
		{"free bookmarks", "title: T\nbookmarks: free\nrules: {links: error}\n", "line 2, column 1: bookmarks: can only be forbidden"},
		{"rule without links", "title: T\nrules: {links: error}\n", `line 2, column 9: rule links has no limit; add "links: …"`},
		{"bookmarks without rule", minimal + "bookmarks: forbidden\n", "line 5, column 1: bookmarks has no effect"},
		{"paper ID on the last page", "title: T\npaper_id: last-page\nrules: {paper-id: error}\n", `line 2, column 11: paper_id: unknown word "last-page"`},
		{"paper ID without rule", minimal + "paper_id: first-page\n", "line 5, column 1: paper_id has no effect"},
		{"margins of an unknown page", "title: T\nmargins: 1in\nmargins_of: {last-page: 2in}\nrules: {margins: error}\n", `line 3, column 14: unknown key "last-page"; did you mean "first-page"?`},
		{"margins of no page", "title: T\nmargins: 1in\nmargins_of: {}\nrules: {margins: error}\n", "line 3, column 13: margins_of: expected pages"},
		{"margins of another paper", "title: T\npaper: letter\nmargins: 1in\nmargins_of: {a4: 2in}\nrules: {margins: error, page-size: error}\n", "line 4, column 1: margins_of: a4 is not among the allowed papers"},
		{"margins of the first page alone", "title: T\nmargins_of: {first-page: 2in}\nrules: {margins: error}\n", `line 3, column 9: rule margins has no limit; add "margins: …"`},
		{"wide margins of a page", "title: T\nmargins: 1in\nmargins_of: {first-page: 20in}\nrules: {margins: error}\n", "line 3, column 1: margins_of: implausible length 20in"},
		{"figure pages that are required", "title: T\nrequire: figure-pages\nrules: {required-sections: error}\n", `line 2, column 1: require: unknown part "figure-pages"`},
		{"rule without file size", "title: T\nrules: {file-size: error}\n", `line 2, column 9: rule file-size has no limit; add "file_size: …"`},
		{"rule without abstract", "title: T\nrules: {abstract-length: error}\n", `line 2, column 9: rule abstract-length has no limit; add "abstract: …"`},
		{"abstract upside down", "title: T\nabstract: 150-100\nrules: {abstract-length: error}\n", `"150-100" is not a valid range`},
		{"warning above the limit", "title: T\nwords: {most: 8000, warn: 9000}\nrules: {word-limit: error}\n", "line 2, column 21: warn has no effect: it is not below most"},
		{"pages that warn above the limit", page + "pages: {most: 8, warn: 8, except: nothing}\n", "line 3, column 18: warn has no effect"},
		{"count of nothing", "title: T\nwords: {}\nrules: {word-limit: error}\n", "line 2, column 8: words: missing maximum"},
		{"rule without order", "title: T\nrules: {section-order: error}\n", `rule section-order has no limit; add "order: …"`},
		{"order of one", "title: T\norder: ethics\nrules: {section-order: error}\n", "line 2, column 1: order: a single part has no order"},
		{"order of an unknown part", "title: T\norder: [ethics, posters]\nrules: {section-order: error}\n", `order: unknown part "posters"`},
		{"recommended without rule", minimal + "recommend: ethics\n", "line 5, column 1: recommend has no effect"},
		{"free line numbers", "title: T\nline_numbers: free\nrules: {line-numbers: note}\n", "line 2, column 1: line numbers are free without rule line-numbers"},
		{"quiet part that is unknown", page + "pages: 5\nquiet: {page-limit: [apendices]}\n", `line 4, column 1: quiet: unknown part "apendices"; did you mean "appendices"?`},
		{"quiet page of zero", page + "pages: 5\nquiet: {page-limit: [0]}\n", `line 4, column 22: page-limit: invalid number "0"`},
		{"unknown kind of source", minimal + "source_kind: hearsay\n", `line 5, column 14: source_kind: unknown word "hearsay"`},
		{"unknown community", minimal + "community: sytems\n", `unknown word "sytems"; did you mean "systems"?`},
		{"series in capitals", minimal + "series: [NeurIPS]\n", `line 5, column 10: series: invalid name "NeurIPS"`},
		{"lenience in part", minimal + "lenience: {share: 16%}\n", "requires all of share"},
		{"section without words", minimal + "sections: {posters: []}\n", "posters has no heading"},
		{"section of capitals", minimal + "sections: {Posters: [Posters]}\n", `invalid part "Posters"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := Parse("mine", []byte(test.text))
			if err == nil {
				t.Fatalf("it is accepted: %+v", p)
			}
			if !strings.Contains(said(err), test.want) {
				t.Errorf("the error is\n%s\nwant in it\n%s", said(err), test.want)
			}
		})
	}
}

func TestHasHeading(t *testing.T) {
	p := parse(t, all)
	for _, test := range []struct {
		section, title string
		want           bool
	}{
		{"acknowledgments", "ACKNOWLEDGEMENTS", true},
		{"acknowledgments", "Acknowledgments and Funding", true},
		{"ethics", "Ethical considerations", true},
		{"ethics", "Stakeholders", true},
		{"ethics", "Method", false},
		{"limitations", "Limitations", true},
		{"limitations", "Limitations and future work", false},
		{"posters", "posters & demos", false},
		{"posters", "Demos at Noon", true},
		{"appendices", "Appendix A: Proofs", true},
		{"nothing", "Nothing", false},
	} {
		if got := HasHeading(p.HeadingsOf(test.section), test.title); got != test.want {
			t.Errorf("%q as %s: %v", test.title, test.section, got)
		}
	}
}

func TestParseMargins(t *testing.T) {
	for text, want := range map[string]Margins{
		"1in":             {72, 72, 72, 72},
		"1in 2in":         {72, 144, 72, 144},
		"1in 2in 3in":     {72, 144, 216, 144},
		"1in 2in 3in 4in": {72, 144, 216, 288},
	} {
		if got, err := ParseMargins(text); err != nil || got != want {
			t.Errorf("ParseMargins(%q) = %v, %v, want %v", text, got, err, want)
		}
		if back := formatMargins(want); back != text {
			t.Errorf("%v is written %q, want %q", want, back, text)
		}
	}
}
