package rules

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// venue asks what OpML '20 asks, with every rule on.
func venue() *profile.Profile {
	p := &profile.Profile{
		Tolerance: profile.Tolerance{Paper: 2, Block: 3.6, Stray: 9, BodySize: 0.1, Leading: 0.1},
	}
	p.Paper = []profile.Size{{Width: 612, Height: 792}}
	p.Pages = []profile.PageLimit{{Count: profile.Count{Most: 2}, Except: []profile.Part{{Section: profile.References}}}}
	p.Block, p.Columns, p.Families = profile.Size{Width: 504, Height: 648}, 2, []string{"times"}
	p.BodySize, p.Leading = profile.Range{Min: 10}, profile.Range{Min: 12}
	for _, r := range All() {
		s := report.SeverityError
		switch r.ID {
		case "anonymity", "talk-outline", "talk-takeaways", "submitted-title", "submitted-authors": // what OpML '20 papers contradict, or nobody knows
			continue
		case "font-family", "page-numbers", "fonts-embedded", "type3-fonts", "legible-figures", "author-names",
			"confidentiality", "squeezed-text", "hidden-text", "active-content":
			s = report.SeverityWarning
		}
		p.Rules = append(p.Rules, profile.Rule{ID: r.ID, Severity: s})
	}
	return p
}

func known(v float64) measure.Number { return measure.Number{Value: v, Known: true} }

// good returns the facts of a paper that keeps every rule: two pages of two
// columns with forty lines each, and a page of references.
func good() *measure.Facts {
	f := &measure.Facts{
		Columns: known(2), Gutter: known(24), BodySize: known(9.963), Leading: known(11.955), BodyFont: "NimbusRomNo9L-Regu",
		References: measure.References{Known: true, Page: 3},
		Front:      measure.Front{Title: "A Title", Authors: []string{"Ada Lovelace", "Analytical University"}, Place: measure.Place{Page: 1}},
		Fonts:      []measure.Font{{Name: "NimbusRomNo9L-Regu", Embedded: true, Chars: 9000, InText: 9000}},
	}
	for n := 1; n <= 3; n++ {
		f.Pages = append(f.Pages, goodPage(n))
	}
	f.Pages[2].Content = measure.ContentReferences
	return f
}

func goodPage(n int) measure.Page {
	p := measure.Page{
		Number: n, Size: geom.Point{X: 612, Y: 792}, Columns: 2, BodySize: known(9.963), Leading: known(11.955),
		Content: measure.ContentBody, Block: geom.Rect{X0: 54, Y0: 72, X1: 558, Y1: 720},
	}
	for column := range 2 {
		for i := range 54 {
			x, y := 54+264*float64(column), 72+12*float64(i)
			p.Lines = append(p.Lines, measure.Line{
				Box: geom.Rect{X0: x, Y0: y, X1: x + 240, Y1: y + 12}, Baseline: y + 9, Size: 9.963,
				Column: column, Running: true, Full: true, Text: "running text",
			})
		}
	}
	return p
}

// block sets the page's block to the ink of its lines.
func block(p *measure.Page) {
	p.Block = geom.Empty()
	for _, l := range p.Lines {
		p.Block = p.Block.Union(l.Box)
	}
}

func judge(t *testing.T, f *measure.Facts, id string) (report.Check, []report.Finding) {
	t.Helper()
	checks, findings := Judge(f, venue())
	var mine []report.Finding
	for _, x := range findings {
		if x.Rule == id {
			mine = append(mine, x)
		}
	}
	for _, c := range checks {
		if c.Rule == id {
			return c, mine
		}
	}
	t.Fatalf("no check for %s", id)
	return report.Check{}, nil
}

// An image that could not be looked into is told by its page.
func TestWhyFiguresAreUnknown(t *testing.T) {
	f := good()
	drawn(f, 54-21.6, 300)
	f.Pages[0].SureFigures = []geom.Rect{geom.Empty()}
	if check, _ := judge(t, f, "figure-block"); !strings.Contains(check.Message, "on page 1 ") || !strings.Contains(check.Message, "may be white") {
		t.Errorf("the check says %q", check.Message)
	}
}

func TestGoodPaperPassesEverything(t *testing.T) {
	checks, findings := Judge(good(), venue())
	if len(checks) != len(venue().Rules) || len(findings) != 0 {
		t.Errorf("%d checks, findings %v", len(checks), findings)
	}
	for _, c := range checks {
		if c.Status != report.StatusPass {
			t.Errorf("%s: %s (%s)", c.Rule, c.Status, c.Message)
		}
	}
}

func TestBrokenRules(t *testing.T) {
	for _, c := range []struct {
		name, rule string
		want       report.Status
		message    string
		spoil      func(*measure.Facts)
	}{
		{"damage", "readable", "warn", "rebuilt", func(f *measure.Facts) { f.Damage = []report.Sentence{report.Say(wording.TableRebuilt, nil)} }},
		{"A4", "page-size", "fail", "A4", func(f *measure.Facts) { f.Pages[1].Size = geom.Point{X: 595.276, Y: 841.89} }},
		{"2 pt off", "page-size", "pass", "", func(f *measure.Facts) { f.Pages[1].Size = geom.Point{X: 610.1, Y: 793.9} }},
		{"third page", "page-limit", "fail", "onto page 3 (limit: 2 pages)", func(f *measure.Facts) { f.Pages[2].Content = measure.ContentBody }},
		{"no reference list", "page-limit", "pass", "", func(f *measure.Facts) { f.Pages, f.References.Page = f.Pages[:2], 0 }},
		{"unclear references", "page-limit", "unknown", "", func(f *measure.Facts) {
			f.References = measure.References{Seen: report.Say(wording.ReferencesBare, report.Args{"entries": "numbered"})}
		}},
		{"unclear but short", "page-limit", "pass", "", func(f *measure.Facts) { f.Pages, f.References.Known = f.Pages[:2], false }},
		{"9.963 pt", "body-font-size", "pass", "", func(f *measure.Facts) {}},
		{"9.9 pt", "body-font-size", "pass", "", func(f *measure.Facts) { f.BodySize = known(9.9) }},
		{"9.7 pt", "body-font-size", "fail", "9.7 pt", func(f *measure.Facts) { f.BodySize = known(9.7) }},
		{"a page at 9 pt", "body-font-size", "fail", "page", func(f *measure.Facts) { f.Pages[1].BodySize = known(9) }},
		{"larger", "body-font-size", "pass", "", func(f *measure.Facts) { f.BodySize = known(11) }},
		{"half a page at 8.5", "body-font-size", "fail", "27 lines", func(f *measure.Facts) { small(f, 27) }},
		{"five lines at 8.5", "body-font-size", "pass", "", func(f *measure.Facts) { small(f, 5) }},
		{"leading 11.7", "leading", "fail", "11.7 pt", func(f *measure.Facts) { f.Leading = known(11.7) }},
		{"a page at 11", "leading", "fail", "11 pt", func(f *measure.Facts) { f.Pages[0].Leading = known(11) }},
		{"a fifth of the gaps at 10.4", "leading", "fail", "8 lines are spaced at less than 12 pt, as little as 10.4 pt", func(f *measure.Facts) {
			f.Pages[0].Gaps = gaps(40, 8, 10.4)
		}},
		{"fewer of them", "leading", "pass", "", func(f *measure.Facts) { f.Pages[0].Gaps = gaps(41, 8, 10.4) }},
		{"steps of a device", "leading", "pass", "", stepped(12, .1, 11.25)},
		{"on a page below the mean by chance", "leading", "pass", "", stepped(11.85, .1, 12)},
		{"steps that even out below", "leading", "fail", "40 lines", stepped(11.92, .05, 11.25)},
		{"far below any step", "leading", "fail", "40 lines", stepped(12, .1, 10.4)},
		{"a page below by more", "leading", "fail", "11.7 pt", stepped(11.7, .1, 12)},
		{"five of them", "leading", "pass", "", func(f *measure.Facts) { f.Pages[0].Gaps = gaps(5, 5, 10.4) }},
		{"gaps of a printer's driver", "leading", "pass", "", func(f *measure.Facts) { f.Pages[0].Gaps = gaps(20, 20, 11.76) }},
		{"letters drawn small", "body-font-size", "fail", "Text set at 9.96 pt looks like 8.97 pt, because Renamed draws letters at 90% of the height of Times", func(f *measure.Facts) {
			f.BodySize, f.BodyFont = known(8.967), "Renamed"
			f.Shrunk = []measure.Shrunk{{Font: "Renamed", Face: "Times", Share: 0.9, Set: 9.963}}
		}},
		{"a small page and a font drawn small", "body-font-size", "fail", "page is 8 pt", func(f *measure.Facts) {
			f.Pages[1].BodySize = known(8)
			f.Shrunk = []measure.Shrunk{{Face: "Times", Share: 0.8, Set: 10}}
		}},
		{"large type drawn small", "body-font-size", "pass", "", func(f *measure.Facts) {
			f.BodySize = known(10.8)
			f.Shrunk = []measure.Shrunk{{Face: "Times", Share: 0.9, Set: 12}}
		}},
		{"one column", "columns", "fail", "1 column", func(f *measure.Facts) {
			f.Columns = known(1)
			for i := range f.Pages {
				f.Pages[i].Columns = 1
			}
		}},
		{"one page across", "columns", "fail", "1 column", func(f *measure.Facts) { f.Pages[1].Columns = 1 }},
		{"Computer Modern", "font-family", "warn", "CMR10", func(f *measure.Facts) { f.BodyFont = "CMR10" }},
		{"numbered", "page-numbers", "warn", "“3”", func(f *measure.Facts) { f.Numbered = []measure.Place{{Page: 3, Text: "3"}} }},
		{"not embedded", "fonts-embedded", "warn", "Times-Roman", func(f *measure.Facts) { f.Fonts[0] = measure.Font{Name: "Times-Roman", Chars: 3} }},
		{"bitmap text", "type3-fonts", "warn", "Type 3", func(f *measure.Facts) { f.Fonts[0].Type3 = true }},
		{"Type 3 in figures", "type3-fonts", "pass", "", func(f *measure.Facts) { f.Fonts[0].Type3, f.Fonts[0].InText = true, 0 }},
		{"one stray line", "text-block", "warn", "1 line extends", func(f *measure.Facts) { stick(f, 1, 7) }},
		{"two stray lines", "text-block", "warn", "2 lines extend", func(f *measure.Facts) { stick(f, 2, 7) }},
		{"three stray lines", "text-block", "fail", "3 lines extend", func(f *measure.Facts) { stick(f, 3, 7) }},
		{"one far line", "text-block", "fail", "0.139 in beyond", func(f *measure.Facts) { stick(f, 1, 10) }},
		{"no author", "author-names", "warn", "No author is named", func(f *measure.Facts) { f.Front.Authors = nil }},
		{"anonymous", "author-names", "warn", "anonymous", func(f *measure.Facts) { f.Front.Authors = []string{"Anonymous Author(s)"} }},
		{"a name, and a place called anonymous", "author-names", "pass", "", func(f *measure.Facts) { f.Front.Authors = []string{"Ada Lovelace, The Anonymous Looms Lab"} }},
		{"a place of the anonymous", "author-names", "warn", "anonymous", func(f *measure.Facts) { f.Front.Authors = []string{"Anonymous Authors", "Anonymous Institute"} }},
		{"paper number", "author-names", "warn", "No author is named", func(f *measure.Facts) { f.Front.Authors = []string{"Paper #12", "Submission 12, 6 pages"} }},
		{"one name", "author-names", "pass", "", func(f *measure.Facts) { f.Front.Authors = []string{"Hypatia", "Alexandria"} }},
		{"one word, no name", "author-names", "warn", "No author is named", func(f *measure.Facts) { f.Front.Authors = []string{"Draft", "of Monday"} }},
		{"Chinese name", "author-names", "pass", "", func(f *measure.Facts) { f.Front.Authors = []string{"王小明"} }},
		{"notice", "confidentiality", "warn", "DRAFT", func(f *measure.Facts) { f.Notices = []measure.Place{{Page: 1, Text: "CONFIDENTIAL DRAFT"}} }},
		{"script", "active-content", "warn", "JavaScript", func(f *measure.Facts) { f.Active = []measure.Active{{Kind: "script"}} }},
		{"hidden prompt", "hidden-text", "warn", "9 letters are off the page", func(f *measure.Facts) {
			f.Hidden = []measure.Hidden{{Place: measure.Place{Page: 1, Text: "give it"}, Why: wording.HiddenOffPage, Letters: 9}}
		}},
		{"tiny labels", "legible-figures", "warn", "3.9 pt", func(f *measure.Facts) {
			f.Tiny = []measure.Tiny{{Place: measure.Place{Page: 1, Text: "a"}, Size: 4.5}, {Place: measure.Place{Page: 1, Text: "b"}, Size: 3.9}}
		}},
		{"condensed page", "squeezed-text", "warn", "30 body lines are condensed to 91%", func(f *measure.Facts) { f.Squeezed = make30() }},
		{"a condensed paragraph", "squeezed-text", "warn", "14 body lines are condensed to 91%", func(f *measure.Facts) { f.Squeezed = make30()[:14] }},
		{"a few tight lines", "squeezed-text", "pass", "", func(f *measure.Facts) { f.Squeezed = make30()[:9] }},
		{"wide figure", "figure-block", "fail", "0.3 in beyond", func(f *measure.Facts) { drawn(f, 54-21.6, 300) }},
		{"figure a little wide", "figure-block", "warn", "0.1 in beyond", func(f *measure.Facts) { drawn(f, 54-7.2, 300) }},
		{"a figure at one edge, text beyond the other", "figure-block", "warn", "the page's content is 7.054 in wide; at most 7 in", func(f *measure.Facts) {
			p := &f.Pages[0]
			for i := range p.Lines {
				p.Lines[i].Box.X0, p.Lines[i].Box.X1 = 56, 556
			}
			p.Lines[0].Box.X1, p.Lines[1].Box.X1 = 560.9, 560.9
			block(p)
			drawn(f, 53, 300)
		}},
		{"an image that cannot be looked into", "figure-block", "unknown", "", func(f *measure.Facts) {
			drawn(f, 54-21.6, 300)
			f.Pages[0].SureFigures = []geom.Rect{geom.Empty()}
		}},
		{"an image with little ink", "figure-block", "pass", "", func(f *measure.Facts) {
			drawn(f, 54, 558)
			f.Pages[0].SureFigures = []geom.Rect{geom.Empty()}
		}},
		{"a wide figure beside an image", "figure-block", "fail", "0.3 in beyond", func(f *measure.Facts) {
			drawn(f, 54-36, 300)
			f.Pages[0].SureFigures = figureAt(54-21.6, 300)
		}},
		{"figure in the block", "figure-block", "pass", "", func(f *measure.Facts) { drawn(f, 54, 558) }},
		{"inside tolerance", "text-block", "pass", "", func(f *measure.Facts) { stick(f, 20, 3.5) }},
	} {
		t.Run(c.rule+"/"+c.name, func(t *testing.T) {
			f := good()
			c.spoil(f)
			check, findings := judge(t, f, c.rule)
			if check.Status != c.want {
				t.Fatalf("%s, want %s: %s %v", check.Status, c.want, check.Message, findings)
			}
			if c.message != "" && (len(findings) == 0 || !strings.Contains(findings[0].Message, c.message)) {
				t.Errorf("findings %+v do not say %q", findings, c.message)
			}
			if c.message != "" && findings[0].Hint == "" {
				t.Error("the finding has no hint")
			}
		})
	}
}

// gaps returns n gaps of 12 points, of which some are tight.
func gaps(n, some int, tight float64) []measure.Gap {
	out := make([]measure.Gap, n)
	for i := range out {
		out[i] = measure.Gap{Distance: 12, Box: geom.Rect{X1: 240, Y0: 12 * float64(i), Y1: 12*float64(i) + 10}}
		if i < some {
			out[i].Distance = tight
		}
	}
	return out
}

// stepped gives page 1 a leading, how far it may be off, and forty distances.
func stepped(leading, off, distance float64) func(*measure.Facts) {
	return func(f *measure.Facts) {
		f.Pages[0].Leading = measure.Number{Value: leading, Known: true}
		f.Pages[0].StepError, f.Pages[0].Gaps = off, gaps(40, 40, distance)
	}
}

func make30() []measure.Squeezed {
	out := make([]measure.Squeezed, 30)
	for i := range out {
		out[i].Page, out[i].Width = 2, 0.91
	}
	return out
}

// drawn puts a drawing from x0 to x1 on the first page.
func drawn(f *measure.Facts, x0, x1 float64) {
	f.Pages[0].Figures, f.Pages[0].SureFigures = figureAt(x0, x1), figureAt(x0, x1)
}

func figureAt(x0, x1 float64) []geom.Rect { return []geom.Rect{{X0: x0, Y0: 100, X1: x1, Y1: 200}} }

// small sets the first n lines of page 1 at 8.5 pt.
func small(f *measure.Facts, n int) {
	for i := range n {
		f.Pages[0].Lines[i].Size = 8.5
	}
}

// stick lets n lines of page 2 reach d points beyond the block.
func stick(f *measure.Facts, n int, d float64) {
	p := &f.Pages[1]
	for i := range n {
		p.Lines[len(p.Lines)-1-i].Box.X1 += d
	}
	block(p)
}

// A paper whose text could not be seen passes nothing that needs text.
func TestUnmeasuredIsNeverAPass(t *testing.T) {
	f := &measure.Facts{
		Pages:      []measure.Page{{Number: 1, Size: geom.Point{X: 612, Y: 792}, Block: geom.Empty(), Content: measure.ContentFigure}},
		Unmeasured: []measure.Unmeasured{{Page: 1, Why: report.Say(wording.PageIsImage, report.Args{"page": 1})}},
	}
	for _, id := range []string{"text-block", "body-font-size", "leading", "columns", "font-family"} {
		if c, _ := judge(t, f, id); c.Status != report.StatusUnknown || c.Message == "" {
			t.Errorf("%s: %s %q", id, c.Status, c.Message)
		}
	}
}

// What is seen breaks a rule, whatever cannot be seen on other pages.
func TestBrokenThoughUnmeasured(t *testing.T) {
	for id, breakIt := range map[string]func(f *measure.Facts){
		"body-font-size": func(f *measure.Facts) { f.BodySize.Value = 8 },
		"leading":        func(f *measure.Facts) { f.Leading.Value = 9 },
		"text-block":     func(f *measure.Facts) { stick(f, 5, 30) },
	} {
		f := good()
		f.Unmeasured = []measure.Unmeasured{{Page: 1, Why: report.Say(wording.PageIsImage, report.Args{"page": 1})}}
		if c, _ := judge(t, f, id); c.Status != report.StatusUnknown {
			t.Errorf("%s: %s", id, c.Status)
		}
		breakIt(f)
		if c, findings := judge(t, f, id); c.Status != report.StatusFail || c.Message != "" || len(findings) == 0 {
			t.Errorf("%s: %s %q, %d findings", id, c.Status, c.Message, len(findings))
		}
	}
}

func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range All() {
		if r.Title == "" || r.judge == nil || seen[r.ID] {
			t.Errorf("rule %q is incomplete or stands twice", r.ID)
		}
		seen[r.ID] = true
	}
	for _, id := range profile.RuleIDs() {
		if _, ok := Find(id); !ok {
			t.Errorf("profiles may list %q, which no rule answers", id)
		}
	}
}

func TestTimesClones(t *testing.T) {
	for name, want := range map[string]bool{
		"NimbusRomNo9L-Regu": true, "NimbusRoman-Regular": true, "TimesNewRomanPSMT": true, "Times New Roman": true,
		"Times-Roman": true, "TeXGyreTermes-Regular": true, "TeXGyreTermesX-Regular": true, "LiberationSerif": true, "STIXTwoText": true,
		"XITS": true, "Tempora": true, "CMR10": false, "LMRoman10-Regular": false, "Helvetica": false, "LinLibertineT": false, "": false,
	} {
		if got := inFamily(name, "times"); got != want {
			t.Errorf("%q like Times: %v", name, got)
		}
	}
}
