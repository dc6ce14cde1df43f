package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

const (
	weaving = "Analytical Engines that Weave Algebraic Patterns"
	weavers = "Ada B. Lovelace; Charles Babbage; Émilie du Châtelet; Zhang Wei"
)

// submitted returns a paper with a title and authors, and what was submitted of it.
func submitted(title string, authors []string, known report.Submission) *measure.Facts {
	f := good()
	f.Front.Title, f.Front.Authors = title, authors
	p := &f.Pages[0]
	head := []measure.Line{{Text: title, Title: true, Size: 17, Baseline: 60, Box: geom.Rect{X0: 100, Y0: 48, X1: 500, Y1: 62}}}
	for i, line := range authors {
		head = append(head, measure.Line{Text: line, Size: 12, Baseline: 80 + 12*float64(i)})
	}
	p.Lines = append(head, p.Lines...)
	f.Submitted = &measure.Submitted{Submission: known, File: "in/conf24-paper12.pdf"}
	return f
}

func weaversKnown() []string { return strings.Split(weavers, "; ") }

// TestSubmittedTitle: what typesetting changes is the same title; what another author
// would write is not.
func TestSubmittedTitle(t *testing.T) {
	for _, c := range []struct {
		printed, known string
		want           report.Status
		says           string
	}{
		{weaving, weaving, "pass", ""},
		{"ANALYTICAL ENGINES THAT WEAVE ALGEBRAIC PATTERNS", weaving, "pass", ""},
		{"A NALYTICAL E NGINES THAT W EAVE A LGEBRAIC P AT - TERNS", weaving, "pass", ""},
		{weaving + "∗", weaving, "pass", ""},
		{weaving + " 1", weaving, "pass", ""},
		{"Eﬃcient Flows of Schrödinger’s Cats", "Efficient Flows of Schrodinger's Cats", "pass", ""},
		{"Poincar´e Maps for Ivanˇci´c Spaces", "Poincaré Maps for Ivančić Spaces", "pass", ""},
		{"Looms and Engines, Re-Visited", `Looms \& Engines, Revisited`, "pass", ""},
		{"k-Means in O(n) Time", `$k$-Means in $O(n)$ Time`, "pass", ""},
		{"Analytical Engines that Weave Algebraic Pattern", weaving, "pass", "letter or two"},
		{"Optimising Looms for Coloured Threads", "Optimizing Looms for Colored Threads", "pass", "letter or two"},
		// Planted.
		{"Analytical Engines that Weave Geometric Patterns", weaving, "fail", "submitted as"},
		{"Analytical Engines that Weave", weaving, "fail", "submitted as"},
		{weaving, "Analytical Engines that Weave", "fail", "submitted as"},
		{weaving + ": A Study", weaving, "fail", "submitted as"},
		{"Algebraic Patterns that Weave Analytical Engines", weaving, "fail", "submitted as"},
		{"Two-Phase Commit in 3 Rounds, Revisited", "Two-Phase Commit in 2 Rounds, Revisited", "fail", "submitted as"},
		{"Fast Looms", "Past Looms", "fail", "submitted as"},
		{"An Unrelated Study of Bees", weaving, "fail", "submitted as"},
		{"", weaving, "unknown", "No title"},
		{weaving, "", "unknown", "no title"},
	} {
		check, findings := asked(t, submitted(c.printed, nil, report.Submission{ID: "12", Title: c.known}), "submitted-title", "")
		said := check.Message
		if len(findings) > 0 {
			said = findings[0].Message
		}
		if check.Status != c.want || !strings.Contains(said, c.says) || c.says == "" && said != "" {
			t.Errorf("%q, submitted as %q: %s, %q", c.printed, c.known, check.Status, said)
		}
	}
}

// TestSubmittedAuthors: the first page names those submitted and no one else.
func TestSubmittedAuthors(t *testing.T) {
	for _, c := range []struct {
		name    string
		printed []string
		known   string
		want    report.Status
		says    string
	}{
		{"as submitted", []string{"Ada B. Lovelace, Charles Babbage", "Émilie du Châtelet, Zhang Wei"}, weavers, "pass", ""},
		{"initials", []string{"A. Lovelace, C. Babbage, É. du Châtelet, W. Zhang"}, "Ada B. Lovelace; Charles Babbage; Émilie du Châtelet; Wei Zhang", "pass", ""},
		{"accents and order of names", []string{"Ada Lovelace1,2, Charles Babbage∗, Emilie du Chˆatelet†, Wei Zhang"}, "Lovelace, Ada; Babbage, Charles; du Châtelet, Émilie; Zhang, Wei", "pass", ""},
		{"family name first", []string{"Ada B. Lovelace, Charles Babbage, Émilie du Châtelet, Zhang Wei"}, "Ada B. Lovelace; Charles Babbage; Émilie du Châtelet; Wei Zhang", "pass", ""},
		{"umlauts", []string{"Jörg Müller and Paul Erdös"}, "Joerg Mueller; Paul Erdős", "pass", ""},
		{"short forms and middle names", []string{"Dan Knuth, Joseph Carlos Gonzalez"}, "Daniel Knuth; Joseph Gonzalez", "pass", ""},
		{"small capitals", []string{"A DA L OVELACE , C HARLES B ABBAGE"}, "Ada Lovelace; Charles Babbage", "pass", ""},
		{"letters for affiliations", []string{"Ada Lovelacea, Charles Babbageb"}, "Ada Lovelace; Charles Babbage", "pass", ""},
		{"affiliations between them", []string{"Ada Lovelace, University of London", "Charles Babbage, Palo Alto, CA"}, "Ada Lovelace; Charles Babbage", "pass", ""},
		{"another order", []string{"Charles Babbage, Ada Lovelace"}, "Ada Lovelace; Charles Babbage", "pass", "another order"},
		{"a slip", []string{"Ada Lovelase, Charles Babbage"}, "Ada Lovelace; Charles Babbage", "pass", "Ada Lovelace"},
		{"none submitted", []string{"Ada Lovelace"}, "", "unknown", "no authors"},
		// Planted.
		{"one is not printed", []string{"Ada Lovelace"}, "Ada Lovelace; Charles Babbage", "fail", "Charles Babbage is an author of the submission"},
		{"one is not submitted", []string{"Ada Lovelace, Grace Hopper, Charles Babbage"}, "Ada Lovelace; Charles Babbage", "fail", "“Grace Hopper” is named below"},
		{"one with a mark is not submitted", []string{"Ada Lovelace, Grace Hopper∗, Charles Babbage"}, "Ada Lovelace; Charles Babbage", "fail", "“Grace Hopper” is named below"},
		{"one is replaced", []string{"Ada Lovelace, Grace Hopper"}, "Ada Lovelace; Charles Babbage", "fail", "Charles Babbage"},
		{"given names exchanged", []string{"Ada Babbage, Charles Lovelace"}, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
		{"another given name", []string{"Byron Lovelace, Charles Babbage"}, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
		{"another family name", []string{"Ada King, Charles Babbage"}, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
		{"another initial", []string{"B. Lovelace, C. Babbage"}, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
		{"anonymous", []string{"Anonymous Authors"}, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
		{"nobody", nil, "Ada Lovelace; Charles Babbage", "fail", "Ada Lovelace"},
	} {
		known := report.Submission{ID: "12"}
		if c.known != "" {
			known.Authors = strings.Split(c.known, "; ")
		}
		check, findings := asked(t, submitted(weaving, c.printed, known), "submitted-authors", "")
		said := check.Message
		if len(findings) > 0 {
			said = findings[0].Message
		}
		if check.Status != c.want || !strings.Contains(said, c.says) || c.says == "" && said != "" {
			t.Errorf("%s: %s, %q", c.name, check.Status, said)
		}
	}
}

// TestSubmittedAuthorsOfBlindPapers: none is named, wherever that may be.
func TestSubmittedAuthorsOfBlindPapers(t *testing.T) {
	line := func(f *measure.Facts, page int, text string) *measure.Line {
		l := &f.Pages[page].Lines[30]
		l.Text = text
		return l
	}
	for _, c := range []struct {
		name  string
		spoil func(*measure.Facts)
		want  report.Status
		says  string
	}{
		{"nowhere", func(*measure.Facts) {}, "pass", ""},
		{"a family name in the text", func(f *measure.Facts) { line(f, 1, "as Lovelace and others showed") }, "pass", ""},
		{"in the reference list", func(f *measure.Facts) { line(f, 2, "Ada Lovelace. Notes. 1843.").Entry = true }, "pass", ""},
		{"a word of the title in heads", func(f *measure.Facts) {
			f.Front.Title = "The Babbage Engine"
			f.Ends = []measure.Place{{Page: 2, Text: "The Babbage Engine"}}
		}, "pass", ""},
		{"a common word", func(f *measure.Facts) {
			f.Submitted.Authors = []string{"Will Page", "May Long", "Li Wu"}
			f.Ends = []measure.Place{{Page: 2, Text: "A Long Page"}}
			f.Submitted.File = "paper-12-long-page-wu.pdf"
			line(f, 1, "Will Page faults matter? We May Long for it.")
		}, "pass", ""},
		// Planted.
		{"below the title", func(f *measure.Facts) { f.Front.Authors = []string{"Ada Lovelace"} }, "fail", "below the title"},
		{"by family name below the title", func(f *measure.Facts) { f.Front.Authors = []string{"Lovelace et al."} }, "fail", "below the title"},
		{"in a head", func(f *measure.Facts) { f.Ends = []measure.Place{{Page: 2, Text: "A. Lovelace, C. Babbage"}} }, "fail", "head or foot"},
		{"in a foot", func(f *measure.Facts) { f.Ends = []measure.Place{{Page: 2, Text: "2 Châtelet’s Looms"}} }, "fail", "head or foot"},
		{"in the metadata", func(f *measure.Facts) { f.Authors = []string{"charles babbage"} }, "fail", "metadata"},
		{"in the metadata as an account", func(f *measure.Facts) { f.Authors = []string{"cbabbage"} }, "fail", "metadata"},
		{"in the file's name", func(f *measure.Facts) { f.Submitted.File = "in/babbage-osdi.pdf" }, "fail", "file's name"},
		{"within a word of the file's name", func(f *measure.Facts) { f.Submitted.File = "osdiLovelaceFinal2.pdf" }, "fail", "file's name"},
		{"without spaces in the file's name", func(f *measure.Facts) { f.Submitted.File = "zhangwei.pdf" }, "fail", "file's name"},
		{"in the text", func(f *measure.Facts) { line(f, 1, "as Ada Lovelace [3] showed") }, "warn", "in the text"},
		{"in the text with a middle name", func(f *measure.Facts) { line(f, 1, "as Ada B. Lovelace [3] showed") }, "warn", "in the text"},
		{"over a line's end", func(f *measure.Facts) {
			line(f, 1, "as was shown by Charles Bab-")
			f.Pages[1].Lines[31].Text = "bage in 1843"
		}, "warn", "in the text"},
	} {
		f := submitted(weaving, []string{"Paper #12"}, report.Submission{ID: "12", Authors: weaversKnown()})
		c.spoil(f)
		check, findings := judgedBlind(t, f)
		said := ""
		if len(findings) > 0 {
			said = findings[0].Message
		}
		if check.Status != c.want || !strings.Contains(said, c.says) || c.says == "" && said != "" {
			t.Errorf("%s: %s %s, %q", c.name, check.Status, check.Message, said)
		}
	}
}

// judgedBlind judges by the rule where names are forbidden.
func judgedBlind(t *testing.T, f *measure.Facts) (report.Check, []report.Finding) {
	t.Helper()
	p, err := profile.Parse("test", []byte("title: T\nrules: {submitted-authors: error, anonymity: note}\n"))
	if err != nil {
		t.Fatal(err)
	}
	checks, findings := Judge(f, p)
	return checks[0], slices.DeleteFunc(findings, func(x report.Finding) bool { return x.Rule != "submitted-authors" })
}

// Nothing is compared where nothing is known.
func TestSubmissionsThatAreNotKnown(t *testing.T) {
	for _, rule := range []string{"submitted-title", "submitted-authors"} {
		f := submitted(weaving, nil, report.Submission{})
		f.Submitted = nil
		if check, _ := asked(t, f, rule, ""); check.Status != "unknown" || !strings.Contains(check.Message, "--metadata") {
			t.Errorf("%s: %s, %s", rule, check.Status, check.Message)
		}
	}
}
