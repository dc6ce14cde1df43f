package html

import (
	"bytes"
	"errors"
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
	files = map[string][]byte{}
	w := Format.OpenFolder(func(name string, data []byte) error {
		if files[name] != nil {
			t.Errorf("%s is written twice", name)
		}
		files[name], names = data, append(names, name)
		return nil
	}, Options{})
	if err := w.Begin(r.Tool, r.Profile); err != nil {
		t.Fatal(err)
	}
	for i, f := range r.Files {
		if err := w.File(f); err != nil {
			t.Fatal(err)
		}
		if len(names) != i+1 {
			t.Errorf("after file %d there are the pages %q", i+1, names)
		}
	}
	if err := w.End(r.Summary); err != nil {
		t.Fatal(err)
	}
	return files, names
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
				digests := [2]string{digest(sheetCSS + overviewCSS), digest(overviewJS)}
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
	files, names := folderOf(t, r)
	if len(names) != len(r.Files)+1 || names[len(names)-1] != OverviewName {
		t.Fatalf("%q is written", names)
	}
	var led []string
	ids := map[string]int{}
	for _, n := range parsed(t, files[OverviewName]) {
		if to := attribute(n, "href"); n.Data == "a" && !strings.HasPrefix(to, "https://www.usenix.org/") {
			led = append(led, to)
		}
		if name := attribute(n, "id"); name != "" {
			ids[name]++
		}
	}
	if !slices.Equal(led, names[:len(r.Files)]) {
		t.Errorf("the overview leads to %q, want %q", led, names[:len(r.Files)])
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

func TestPageNames(t *testing.T) {
	for path, want := range map[string]string{
		"draft.pdf":                        "draft-7.html",
		"papers/OpML 20 (final).PDF":       "OpML-20-final-7.html",
		`C:\papers\a.pdf`:                  "a-7.html",
		"all.zip/12/paper.pdf":             "paper-7.html",
		"-":                                "standard-input-7.html",
		"../../..":                         "file-7.html",
		".pdf":                             "pdf-7.html",
		"/":                                "file-7.html",
		"":                                 "file-7.html",
		"\xff\x00\u202e?*:|.pdf":           "file-7.html",
		"index.html":                       "index.html-7.html",
		"con.pdf":                          "con-7.html",
		"übung.pdf":                        "bung-7.html",
		strings.Repeat("long", 100):        strings.Repeat("long", 15) + "-7.html",
		`a"><script>alert(1)</script>.pdf`: "script-7.html",
		"%2e%2e%2fpaper#x?y.pdf":           "2e-2e-2fpaper-x-y-7.html",
	} {
		if got := pageName(path, 7); got != want || !IsFolderName(got) {
			t.Errorf("the page of %q is %q, want %q; a name of ours: %v", path, got, want, IsFolderName(got))
		}
	}
	for name, want := range map[string]bool{
		"index.html": true, "INDEX.HTML": true, "a-1.html": true, "A-1.HTML": true,
		"a.html": false, "a-1.pdf": false, "-1.html": false, "a-x.html": false, "table.csv": false, "": false,
	} {
		if IsFolderName(name) != want {
			t.Errorf("%q can be a name of ours: %v, want %v", name, !want, want)
		}
	}
}

// Pages of a folder are known as such, whatever their titles; others are not, nor
// are single pages of ours.
func TestIsFolderPage(t *testing.T) {
	files, _ := folderOf(t, several())
	for name, data := range files {
		if !IsFolderPage(data[:400]) {
			t.Errorf("%s is not known", name)
		}
	}
	var single bytes.Buffer
	if err := HTML(&single, sample(passing())); err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"", "<!DOCTYPE html>", "%PDF-1.5", `<!DOCTYPE html><title>paperfit</title><meta name="generator" content="Hugo">`, single.String()[:400]} {
		if IsFolderPage([]byte(other)) {
			t.Errorf("%q is taken for ours", other)
		}
	}
}

// Whatever the strings of a report are, they are words of the overview.
func TestOverviewHoldsHostileStrings(t *testing.T) {
	overviewOf := func(words string) []*html.Node {
		r := sample(drawn(), scanned(), unreadable())
		spread(reflect.ValueOf(r).Elem(), words)
		for i, v := range []report.Verdict{report.Fail, report.Unknown, report.Error} {
			r.Files[i].Verdict = v
			for k := range r.Files[i].Checks {
				r.Files[i].Checks[k].Status = report.StatusFail
			}
		}
		files, _ := folderOf(t, r)
		return parsed(t, files[OverviewName])
	}
	want := elements(overviewOf("words"))
	for _, attack := range []string{
		`<script>alert(1)<-script>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `--><!--`, `<![CDATA[`, `javascript:alert(1)`,
		"\x00\x01\x1b[31m\x7f\u202e\u2066\ufffe", `&lt;b&gt;`, `{{.}}`,
	} {
		nodes := overviewOf(attack)
		if got := elements(nodes); got != want {
			t.Errorf("%q changes the elements:\n%s\nwant\n%s", attack, got, want)
		}
		for _, n := range nodes {
			if to := attribute(n, "href"); to != "" && !IsFolderName(to) {
				t.Errorf("%q becomes the address %q", attack, to)
			}
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

// What cannot be written ends the report.
func TestFolderReturnsWriteErrors(t *testing.T) {
	full := errors.New("full")
	w := Format.OpenFolder(func(string, []byte) error { return full }, Options{})
	if err := w.File(failing()); !errors.Is(err, full) {
		t.Errorf("a page: %v", err)
	}
	if err := w.End(report.Summary{}); !errors.Is(err, full) {
		t.Errorf("the overview: %v", err)
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
