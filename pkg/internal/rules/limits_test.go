package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// sketched returns the facts of a paper whose pages are sketched: headings of
// sections in their order, "-" for text that goes on, "figure" for a float.
func sketched(pages ...string) *measure.Facts {
	f := &measure.Facts{References: measure.References{Known: true}}
	after := false
	for i, sketch := range pages {
		page := measure.Page{Number: i + 1, Content: measure.ContentBody}
		text, list := false, false
		for item := range strings.SplitSeq(sketch, ", ") {
			switch item {
			case "figure":
				page.Floats++
				continue
			case "-":
			default:
				f.Sections = append(f.Sections, heading(item, i+1, after))
				if item == "References" {
					after, f.References.Page = true, i+1
				}
			}
			now := len(f.Sections) - 1
			page.Shares = append(page.Shares, measure.Share{Section: now, Lines: 9, Text: item})
			if now >= 0 && f.Sections[now].References {
				list = true
			} else {
				text = true
			}
		}
		switch {
		case list && (text || page.Floats > 0):
			page.Content = measure.ContentMixed
		case list:
			page.Content = measure.ContentReferences
		case !text:
			page.Content = measure.ContentFigure
		}
		f.Pages = append(f.Pages, page)
	}
	return f
}

func heading(text string, page int, after bool) measure.Section {
	number, title, numbered := strings.Cut(text, " ")
	s := measure.Section{Place: measure.Place{Page: page, Text: text}, Title: text, Level: 1, References: text == "References", AfterReferences: after}
	if numbered && (len(number) == 1 || strings.Trim(number, "0123456789.IVX") == "" || number[1] == '.') {
		s.Number, s.Title, s.Level = number, title, 1+strings.Count(number, ".")
	}
	return s
}

func TestPageLimits(t *testing.T) {
	usual := []string{"1 Introduction", "2 Method, 3 Results", "References, -"}
	for _, test := range []struct {
		name, limits string
		pages        []string
		want         report.Status
		got          string // how many pages are counted
	}{
		{"references", "2", usual, "pass", "2"},
		{"one too many", "1", usual, "fail", "2"},
		{"every page", "{most: 2, except: nothing}", usual, "fail", "3 pages"},
		{"too few", "{least: 4, except: nothing}", usual, "fail", "3 pages"},
		{"both hold", "[2, {most: 3, except: nothing}]", usual, "pass", "2 pages without references, 3 pages in all"},
		{"one of two", "[2, {most: 2, except: nothing}]", usual, "fail", "2 pages without references, 3 pages in all"},
		{"appendix after the list", "{most: 2, except: [references, appendices]}", append(usual, "A Proofs, A.1 Lemmas", "figure", "B Data"), "pass", "2 pages"},
		{"appendix counts", "2", append(usual, "A Proofs"), "fail", "3"},
		{"appendix before the list", "{most: 2, except: [references, appendices]}", []string{"1 Introduction", "2 Method", "A Proofs", "-, References"}, "pass", "2 pages"},
		{"only one after it is left out", "{most: 2, except: [references, appendices after references]}", []string{"1 Introduction", "2 Method", "A Proofs", "References"}, "fail", "3 pages"},
		{"appendix by name", "{most: 2, except: [references, appendices]}", append(usual, "Appendix: More Plots"), "pass", "2 pages"},
		{"a nameless end", "{most: 2, except: [references, appendices]}", append(usual, "Proofs"), "pass", "2 pages"},
		{"the body goes on", "{most: 2, except: [references, appendices]}", append(usual, "4 Evaluation"), "fail", "3 pages"},
		{"subsections in letters", "{most: 2, except: [references, appendices]}", []string{"I Introduction", "II Method, A Setup", "B Results", "References"}, "fail", "3 pages"},
		{"appendix within its allowance", "[{most: 2, except: [references, appendices]}, {most: 2, only: appendices}]", append(usual, "A Proofs", "B Data"), "pass", "2 pages without references and appendices, 2 pages of appendices"},
		{"appendix beyond its allowance", "[{most: 2, except: [references, appendices]}, {most: 1, only: appendices}]", append(usual, "A Proofs", "B Data"), "fail", "2 pages without references and appendices, 2 pages of appendices"},
		{"ethics between body and list", "{most: 2, except: [references, ethics, open-science]}", []string{"1 Introduction", "2 Method", "Ethical Considerations, Open Science", "References"}, "pass", "2 pages"},
		{"a page of ethics over a page's end", "[{most: 2, except: [references, ethics]}, {most: 1, only: ethics}]", []string{"1 Introduction", "2 Method, -, Ethics", "-, References"}, "pass", "2 pages without references and ethics, 1 page of ethics"},
		{"more than a page of ethics", "[{most: 2, except: [references, ethics]}, {most: 1, only: ethics}]", []string{"1 Introduction", "2 Method, Ethics", "-, -", "References"}, "fail", "2 pages without references and ethics, 2 pages of ethics"},
		{"two pages of ethics from their top", "[{most: 1, except: [references, ethics]}, {most: 1, only: ethics}]", []string{"1 Introduction, -", "Ethics", "-", "References"}, "fail", "1 page without references and ethics, 2 pages of ethics"},
		{"text beside what is left out", "{most: 1, except: [references, acknowledgments]}", []string{"1 Introduction", "-, Acknowledgments, References"}, "fail", "2 pages"},
		{"thanks after the list", "{most: 1, except: [references, acknowledgments]}", []string{"1 Introduction", "References, Acknowledgements"}, "pass", "1 page"},
		{"figure among references", "{most: 1, except: [references, acknowledgments]}", []string{"1 Introduction", "References, Acknowledgements, figure"}, "fail", "2 pages"},
		{"own words", "{most: 1, except: [references, topics]}", []string{"1 Introduction", "Things to Talk About", "References"}, "pass", "1 page"},
		{"pages of figures after the list", "[{most: 2, except: [references, figure-pages after references]}, {most: 2, only: figure-pages after references}]", append(usual, "figure, figure", "figure"), "pass", "2 pages without references and figure-pages after references, 2 pages of figure-pages after references"},
		{"too many pages of figures", "[{most: 2, except: [references, figure-pages after references]}, {most: 1, only: figure-pages after references}]", append(usual, "figure", "figure"), "fail", "2 pages without references and figure-pages after references, 2 pages of figure-pages after references"},
		{"text among the figures", "{most: 2, except: [references, figure-pages after references]}", append(usual, "figure, 4 Evaluation"), "fail", "3 pages"},
		{"pages of figures before the list", "{most: 2, except: [references, figure-pages after references]}", []string{"1 Introduction", "figure", "2 Method", "References"}, "fail", "3 pages"},
		{"pages of figures anywhere", "{most: 2, except: [references, figure-pages]}", []string{"1 Introduction", "figure", "2 Method", "References"}, "pass", "2 pages"},
		{"an appendix about related work", "{most: 2, except: [references, appendices]}", append(usual, "A Related Work"), "pass", "2 pages"},
		{"a section without number ends it", "{most: 2, except: [references, ethics]}", []string{"1 Introduction", "2 Method, Ethics", "Conclusion, References"}, "fail", "3 pages"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := profile.Parse("test", []byte("title: T\npages: "+test.limits+"\nsections: {topics: [Things to Talk About]}\nrules: {page-limit: error}\n"))
			if err != nil {
				t.Fatal(err)
			}
			checks, findings := Judge(sketched(test.pages...), p)
			got := fmt.Sprint(checks[0].Got)
			if checks[0].Status != test.want || !strings.HasPrefix(got, strings.TrimSuffix(test.got, " pages")) {
				t.Errorf("%s, %q, want %s, %q (%v)", checks[0].Status, got, test.want, test.got, findings)
			}
			if (test.want == report.StatusFail) != (len(findings) > 0) {
				t.Errorf("%d findings: %v", len(findings), findings)
			}
		})
	}
}

// Where the references cannot be told, what needs them is not known.
func TestPageLimitsWithoutReferences(t *testing.T) {
	f := sketched("1 Introduction", "2 Method", "3 Results")
	f.References = measure.References{Seen: report.Say(wording.ReferencesBare, report.Args{"entries": "numbered"})}
	for limits, want := range map[string]report.Status{
		"3":                               "pass", // short enough whatever they are
		"2":                               "unknown",
		"{most: 3, except: nothing}":      "pass",
		"[2, {most: 3, except: nothing}]": "unknown",
		"[2, {most: 2, except: nothing}]": "fail",
	} {
		p, err := profile.Parse("test", []byte("title: T\npages: "+limits+"\nrules: {page-limit: error}\n"))
		if err != nil {
			t.Fatal(err)
		}
		if checks, _ := Judge(f, p); checks[0].Status != want || want == "unknown" && checks[0].Message == "" {
			t.Errorf("%s: %s (%s), want %s", limits, checks[0].Status, checks[0].Message, want)
		}
	}
}
