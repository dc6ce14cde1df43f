package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/paperfit/paperfit/pkg/report"
)

// folderOf returns the files that are written of a report, and their names in the
// order in which they were.
func folderOf(t testing.TB, r *report.Report) (files map[string][]byte, names []string) {
	t.Helper()
	return folderWith(t, r, Options{})
}

// folderWith is folderOf with options.
func folderWith(t testing.TB, r *report.Report, opt Options) (files map[string][]byte, names []string) {
	t.Helper()
	files = map[string][]byte{}
	w := Format().OpenFolder(func(name string, data []byte) error {
		if files[name] != nil {
			t.Errorf("%s is written twice", name)
		}
		files[name], names = data, append(names, name)
		return nil
	}, opt)
	if err := w.Begin(r.Tool, r.Profile); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for i, f := range r.Files {
		if err := w.File(f); err != nil {
			t.Fatal(err)
		}
		if f.Verdict != report.Pass || opt.AllPages {
			pages++
		}
		if len(names) != pages {
			t.Errorf("after file %d there are %d pages, want %d", i+1, len(names), pages)
		}
	}
	if err := w.End(r.Summary); err != nil {
		t.Fatal(err)
	}
	return files, names
}

// overviewData is what the script of an overview reads.
type overviewData struct {
	Verdicts []struct{ Name, Sign, Words string }
	Rules    []string
	Columns  []struct {
		Label  string
		Rule   int
		Values []any
	}
	Folders, Categories, Remarks []string
	Broken                       []brokenRules
	Papers                       overviewPapers
}

// rowsOf returns the rows of an overview.
func rowsOf(t testing.TB, page []byte) (rows []overviewRow) {
	t.Helper()
	data := dataOf(t, page)
	for i, p := 0, data.Papers; i < len(p.Name); i++ {
		page, _ := p.Page[i].(string)
		if p.Page[i] == float64(pageByName) {
			page = strings.TrimSuffix(p.Name[i], ".pdf")
		}
		if p.Page[i] != float64(noPage) {
			page += pageNumber(i + 1)
		}
		rows = append(rows, overviewRow{
			path: data.Folders[p.Folder[i]] + p.Name[i], page: page, category: data.Categories[p.Category[i]], verdict: report.Verdict(data.Verdicts[p.Verdict[i]].Name),
			notes: p.Notes[i], broken: data.Broken[p.Broken[i]], remark: data.Remarks[p.Remark[i]],
		})
	}
	return rows
}

// dataOf returns the data of an overview.
func dataOf(t testing.TB, page []byte) (data overviewData) {
	t.Helper()
	_, rest, ok := bytes.Cut(page, []byte(`<script type="application/json" id="data">`))
	block, _, ended := bytes.Cut(rest, []byte("</script>"))
	if !ok || !ended {
		t.Fatal("the overview has no data")
	}
	if bytes.ContainsAny(block, "<>&") {
		t.Error("the data hold characters of markup")
	}
	if err := json.Unmarshal(block, &data); err != nil {
		t.Fatal(err)
	}
	return data
}

// several is a report with each verdict.
func several() *report.Report { return sample(drawn(), passing(), scanned(), unreadable(), hostile()) }

func TestOverview(t *testing.T) {
	for name, r := range map[string]*report.Report{"overview.html": several(), "overview-empty.html": sample()} {
		t.Run(name, func(t *testing.T) {
			files, _ := folderOf(t, r)
			golden(t, name, func(w io.Writer) error {
				page := bytes.Replace(files[OverviewName], []byte(sheetCSS+overviewCSS), []byte("/* html.css, html_overview.css */"), 1)
				page = bytes.Replace(page, []byte(overviewJS), []byte("// html_overview.js"), 1)
				digests := []string{digest(sheetCSS + overviewCSS), digest(overviewJS)}
				if len(r.Files) == 0 { // there is no table
					digests = digests[:1]
				}
				for _, d := range digests { // which change with what they are of, and are held to it below
					escaped := []byte(html.EscapeString(d))
					if !bytes.Contains(page, escaped) {
						t.Errorf("%s is not in the policy", d)
					}
					page = bytes.Replace(page, escaped, []byte("…"), 1)
				}
				_, err := w.Write(page)
				return err
			})
		})
	}
}

// The pages are there as soon as their files are known, in their order, the
// overview last; each page leads to the overview, and the overview to each page.
func TestOverviewLinks(t *testing.T) {
	r := several()
	files, names := folderWith(t, r, Options{AllPages: true})
	if len(names) != len(r.Files)+1 || names[len(names)-1] != OverviewName {
		t.Fatalf("%q is written", names)
	}
	var led []string
	for _, row := range rowsOf(t, files[OverviewName]) {
		led = append(led, row.page)
	}
	if !slices.Equal(led, names[:len(r.Files)]) {
		t.Errorf("the overview leads to %q, want %q", led, names[:len(r.Files)])
	}
	ids := map[string]int{}
	for _, n := range parsed(t, files[OverviewName]) {
		if name := attribute(n, "id"); name != "" {
			ids[name]++
		}
	}
	for name, n := range ids {
		if n != 1 {
			t.Errorf("%s names %d places", name, n)
		}
	}
	for i, name := range names[:len(r.Files)] {
		up := slices.ContainsFunc(parsed(t, files[name]), func(n *html.Node) bool { return attribute(n, "href") == OverviewName })
		if !up {
			t.Errorf("%s does not lead to the overview", name)
		}
		var alone bytes.Buffer
		if err := HTML(&alone, sample(r.Files[i])); err != nil {
			t.Fatal(err)
		}
		bare := strings.NewReplacer(`<p class="up"><a href="index.html">All files</a></p>`, "", `content="paperfit overview"`, `content="paperfit"`)
		if bare.Replace(string(files[name])) != alone.String() {
			t.Errorf("%s is not the page of the file alone", name)
		}
	}
}

// Where no rule is violated there are lists too, as the script expects them.
func TestOverviewOfGoodPapers(t *testing.T) {
	files, _ := folderOf(t, sample(passing()))
	if data := dataOf(t, files[OverviewName]); data.Rules == nil || len(rowsOf(t, files[OverviewName])) != 1 || data.Broken[0].Fails == nil {
		t.Errorf("%+v", data)
	}
}

// The list for browsers without scripts, which all others read past, is not longer
// than it may be, and tells what is not in it.
func TestOverviewWithoutScript(t *testing.T) {
	files, _ := folderOf(t, manyPapers(2000))
	_, list, _ := bytes.Cut(files[OverviewName], []byte("<noscript>"))
	if n := bytes.Count(list, []byte("<li>")); n != maxListed || !bytes.Contains(list, []byte("And 200 more papers (limit maxListed)")) {
		t.Errorf("%d papers are listed", n)
	}
}

// Papers that pass have rows, and pages only where that was asked for. Warnings have
// a badge of their own.
func TestOverviewOfPapersThatPass(t *testing.T) {
	warned := passing()
	warned.Checks[1].Status = report.StatusWarn
	files, names := folderOf(t, sample(passing(), warned, failing()))
	if len(names) != 2 {
		t.Errorf("%q is written", names)
	}
	rows := rowsOf(t, files[OverviewName])
	for i, want := range []report.Verdict{report.Pass, passesWithWarnings, report.Fail} {
		if rows[i].verdict != want || (rows[i].page != "") != (want == report.Fail) {
			t.Errorf("row %d is %q with the page %q, want %q", i, rows[i].verdict, rows[i].page, want)
		}
	}
	if !bytes.Contains(files[OverviewName], []byte("2 pass (1 with warnings), 1 fail.")) {
		t.Error("the outcome does not tell those with warnings")
	}
}

// TestOverviewForAMail: the summary is text that can be pasted.
func TestOverviewForAMail(t *testing.T) {
	r := manyPapers(2000)
	r.Summary.Skipped = report.Skipped{"supplement": 12}
	files, _ := folderOf(t, r)
	for _, n := range parsed(t, files[OverviewName]) {
		if attribute(n, "id") == "mail" {
			const want = `Format check of 2,000 papers by the rules of USENIX OpML '20 papers

- passes: 800 papers (40 %)
- not decided: 400 papers (20 %)
- fails: 400 papers (20 %)
- not readable: 400 papers (20 %)

Violated most often:
- leading: 400 papers (20 %)
- page-limit: 400 papers (20 %)
- page-numbers: 400 papers (20 %)
- readable: 400 papers (20 %)
- text-block: 400 papers (20 %)

12 files skipped: 12 supplement
paperfit 0.1.0, profile opml20
`
			if got := n.FirstChild.Data; got != want {
				t.Errorf("%s\nwant\n%s", got, want)
			}
			return
		}
	}
	t.Error("there is no summary")
}

// Whatever the strings of a report are, they are words of the overview.
func TestOverviewHoldsHostileStrings(t *testing.T) {
	overviewOf := func(words string) ([]*html.Node, []overviewRow) {
		r := sample(drawn(), scanned(), unreadable())
		spread(reflect.ValueOf(r).Elem(), words)
		for i, v := range []report.Verdict{report.Fail, report.Unknown, report.Error} {
			r.Files[i].Verdict = v
			for k := range r.Files[i].Checks {
				r.Files[i].Checks[k].Status = report.StatusFail
			}
		}
		files, _ := folderOf(t, r)
		return parsed(t, files[OverviewName]), rowsOf(t, files[OverviewName])
	}
	plain, _ := overviewOf("words")
	want := elements(plain)
	for _, attack := range []string{
		`<script>alert(1)<-script>`, `</script><script>alert(1)</script>`, `<!--<script>`, `</noscript><img src=x>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `--><!--`, `<![CDATA[`, `javascript:alert(1)`,
		"\x00\x01\x1b[31m\x7f\u202e\u2066\ufffe", `&lt;b&gt;`, `{{.}}`,
	} {
		nodes, rows := overviewOf(attack)
		if got := elements(nodes); got != want {
			t.Errorf("%q changes the elements:\n%s\nwant\n%s", attack, got, want)
		}
		for _, row := range rows {
			if !IsFolderName(row.page) {
				t.Errorf("%q becomes the address %q", attack, row.page)
			}
			if told := row.path + row.category + row.remark; strings.ContainsAny(told, "\x00\x01\x1b\x7f\u202e\u2066\ufffe") {
				t.Errorf("%q reaches the data as it is: %q", attack, told)
			}
		}
		for _, n := range nodes {
			if n.Type == html.TextNode && strings.ContainsAny(n.Data, "\x00\x01\x1b\x7f\u202e\u2066\ufffe") {
				t.Errorf("%q reaches the page as it is", attack)
			}
		}
	}
}

// The overview is the same document to a reader that knows nothing of HTML's
// leniency, and its policy lets nothing but its own style and script in.
func TestOverviewIsBalanced(t *testing.T) {
	files, _ := folderOf(t, several())
	var open []string
	var policy string
	z := html.NewTokenizer(bytes.NewReader(files[OverviewName]))
	for z.Next() != html.ErrorToken {
		switch token := z.Token(); {
		case token.Type == html.StartTagToken && token.Data != "meta" && token.Data != "input":
			open = append(open, token.Data)
		case token.Type == html.StartTagToken:
			if len(token.Attr) > 1 && token.Attr[0].Val == "Content-Security-Policy" {
				policy = token.Attr[1].Val
			}
		case token.Type == html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> ends %v", token.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v has no end", open)
	}
	want := "default-src 'none'; style-src " + digest(sheetCSS+overviewCSS) + "; base-uri 'none'; form-action 'none'; script-src " + digest(overviewJS)
	if policy != want {
		t.Errorf("the policy is %s, want %s", policy, want)
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        string
	}{{0, 5, "< 1 %"}, {1, 2000, "< 1 %"}, {1, 3, "33 %"}, {2, 3, "67 %"}, {1999, 2000, "> 99 %"}, {7, 7, "100 %"}} {
		if got := percent(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.part, c.whole, got, c.want)
		}
	}
}

// manyPapers returns a report on so many papers, of each verdict some.
func manyPapers(n int) *report.Report {
	kinds := []func() report.File{failing, passing, passing, scanned, unreadable}
	var files []report.File
	for i := range n {
		f := kinds[i%len(kinds)]()
		f.Path = fmt.Sprintf("submissions/paper%d.pdf", i+1)
		if f.Measured.Pages != nil {
			f.Measured.Pages = ptr(1 + i%12)
		}
		files = append(files, f)
	}
	return sample(files...)
}
