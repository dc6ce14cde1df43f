package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/paperfit/paperfit/pkg/report"
)

// drawn is the failing paper with the sketch of its first page.
func drawn() report.File {
	f := failing()
	f.Pages[0].Sketch = &report.Sketch{
		Columns: [][2]float64{{54, 297}, {315, 558}},
		Figures: [][4]float64{{315, 80, 558, 200}},
		Images:  [][4]float64{{320, 90, 400, 190}},
		Drawings: []report.SketchDrawing{
			{Filled: true, Gray: .9, Box: [4]float64{410, 90, 550, 190}, Lines: [][]float64{{410, 90, 550, 90, 550, 190, 410, 190}}},
			{Gray: 0, Width: .4, Box: [4]float64{410, 90, 550, 190}, Lines: [][]float64{{410, 90.04, 550, 190}, {410, 190, 550, 90}}},
			{Gray: .5, Width: 1, Box: [4]float64{410, 90, 550, 190}},
		},
		Lines: []report.SketchLine{
			{Role: "title", Box: [4]float64{180, 54, 430, 70}, Baseline: 66, Size: 14, Font: "NimbusRomNo9L-Medi", Text: "Engines that Weave"},
			{Role: "body", Box: [4]float64{54, 310.2, 572.6, 321.9}, Baseline: 320, Size: 9.96, Font: "NimbusRomNo9L-Regu", Text: "a line that is <too> long & too wide"},
			{Role: "table", Box: [4]float64{54, 330, 297, 340}, Baseline: 338, Size: 9, Font: "Helvetica", Text: "card 7",
				Pieces: []report.SketchPiece{{X0: 54, X1: 80, Text: "card"}, {X0: 280, X1: 297, Text: "7"}}},
			{Role: "reference heading", Box: [4]float64{315, 400, 400, 412}, Baseline: 410, Size: 12, Font: "CMBX12", Text: "References"},
			{Role: "figure text", Box: [4]float64{318, 100, 326, 180}, Size: 7, Font: "CMTT10", Text: "cards per day", Rotated: true},
			{Role: "furniture", Box: [4]float64{303, 750, 309, 760}, Baseline: 760, Size: 9.96, Text: "1"},
		},
		Block:   ptr([4]float64{54, 54, 558, 702}),
		Outside: [][4]float64{{54, 310.2, 572.6, 321.9}},
	}
	return f
}

func TestHTML(t *testing.T) {
	for name, r := range map[string]*report.Report{
		"report.html":  sample(drawn()),
		"several.html": sample(drawn(), passing(), scanned(), unreadable()),
		"nothing.html": sample(),
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, func(w io.Writer) error {
				var out bytes.Buffer
				err := HTML(&out, r)
				_, _ = w.Write(bytes.Replace(out.Bytes(), []byte(sheetCSS), []byte("/* html.css */"), 1))
				return err
			})
		})
	}
}

// written returns the report as HTML.
func written(t testing.TB, r *report.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := HTML(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// parsed returns the nodes of a document.
func parsed(t testing.TB, data []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		out = append(out, n)
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Every start tag that is written has its end, in the right order: a reader that
// knows nothing of HTML's leniency finds the same elements.
func TestHTMLIsBalanced(t *testing.T) {
	for _, r := range []*report.Report{sample(drawn()), sample(drawn(), passing(), scanned(), unreadable()), sample()} {
		var open []string
		z := html.NewTokenizer(bytes.NewReader(written(t, r)))
		for z.Next() != html.ErrorToken {
			switch token := z.Token(); token.Type {
			case html.StartTagToken:
				if token.Data != "meta" {
					open = append(open, token.Data)
				}
			case html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != token.Data {
					t.Fatalf("</%s> ends %v", token.Data, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%v has no end", open)
		}
	}
}

// Links within the document lead to places that there are, and names of places
// are unique. References of accessible names are resolved too.
func TestHTMLLinks(t *testing.T) {
	nodes := parsed(t, written(t, sample(drawn(), passing(), drawn(), unreadable())))
	ids := map[string]int{"top": 1} // that of the document itself
	for _, n := range nodes {
		if name := attribute(n, "id"); name != "" {
			ids[name]++
		}
	}
	for name, n := range ids {
		if n > 1 {
			t.Errorf("%s names %d places", name, n)
		}
	}
	links := 0
	for _, n := range nodes {
		to, isLink := strings.CutPrefix(attribute(n, "href"), "#")
		if isLink && ids[to] == 0 {
			t.Errorf("%s leads to %q, which is not there", n.Data, to)
		}
		for _, by := range strings.Fields(attribute(n, "aria-labelledby")) {
			if ids[by] == 0 {
				t.Errorf("%s is named by %q, which is not there", n.Data, by)
			}
		}
		if isLink {
			links++
		}
	}
	if links < 15 {
		t.Errorf("%d links", links)
	}
}

// spread puts s into every string that v holds.
func spread(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Kind() == reflect.Pointer {
			spread(v.Elem(), s)
		} else if v.Kind() == reflect.Interface && v.NumMethod() == 0 && v.CanSet() {
			v.Set(reflect.ValueOf(s))
		}
	case reflect.Slice:
		for i := range v.Len() {
			spread(v.Index(i), s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			spread(v.Field(i), s)
		}
	}
}

// Whatever the strings of a report are, they are words of the page: no element,
// no attribute, no address and no character that steers a reader comes of them.
func TestHTMLHoldsHostileStrings(t *testing.T) {
	want := map[bool]string{} // by whether there is a slash, which parts a folder from a file's name
	for slash, words := range map[bool]string{false: "words", true: "some/words"} {
		r := sample(drawn(), unreadable())
		spread(reflect.ValueOf(r).Elem(), words)
		want[slash] = elements(parsed(t, written(t, r)))
	}
	for _, attack := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `</title></style></svg><iframe src=//evil>`,
		`--><!--`, `]]>`, `<![CDATA[`, `javascript:alert(1)`, `https://evil.example/"onclick="x`, "\x00\x01\x1b[31m\x7f\u202e\u2066\ufffe", "\xff\xfe<",
		`&lt;b&gt;`, `{{.}}`, `\" x`,
	} {
		r := sample(drawn(), unreadable())
		spread(reflect.ValueOf(r).Elem(), attack)
		nodes := parsed(t, written(t, r))
		isAddress := strings.HasPrefix(attack, "https://") // which makes a link of the venue's name
		want := want[strings.ContainsAny(attack[:len(attack)-1], `/\`)]
		if got := elements(nodes); got != want && !isAddress {
			t.Errorf("%q changes the elements:\n%s\nwant\n%s", attack, got, want)
		}
		for _, n := range nodes {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") && a.Key == "href" {
					t.Errorf("%q becomes the attribute %s=%q", attack, a.Key, a.Val)
				}
			}
			for _, c := range n.Data {
				if c != '\n' && strings.ContainsRune("\x00\x01\x1b\x7f\u202e\u2066\ufffe", c) {
					t.Errorf("%q reaches the page as it is", attack)
				}
			}
		}
	}
}

// elements lists the elements with the names of their attributes.
func elements(nodes []*html.Node) string {
	var out strings.Builder
	for _, n := range nodes {
		if n.Type != html.ElementNode {
			continue
		}
		out.WriteString(n.Data)
		for _, a := range n.Attr {
			out.WriteString("[" + a.Key + "]")
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// The policy of the page allows its own style alone.
func TestHTMLPolicy(t *testing.T) {
	var policy, style string
	for _, n := range parsed(t, written(t, sample(drawn()))) {
		switch {
		case attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		case n.Data == "style":
			style = n.FirstChild.Data
		case n.Data == "script", attribute(n, "src") != "":
			t.Errorf("the page has a %s", n.Data)
		}
	}
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("the policy is %s, want %s", policy, want)
	}
}

// A paper may have any number of lines, marks and pages: the report stays small,
// and numbers that are none do no harm.
func TestHTMLCaps(t *testing.T) {
	f := failing()
	page := report.Page{Page: 1, SizeIn: [2]float64{8.5, 11}, Sketch: &report.Sketch{Block: &[4]float64{54, 54, math.NaN(), 700}}}
	crowded := page
	crowded.Sketch = &report.Sketch{}
	for i := range 10_000 {
		box := [4]float64{54, float64(i), 540, math.Inf(1)}
		if i%2 == 0 {
			box[3] = float64(i) + 10
		}
		crowded.Sketch.Lines = append(crowded.Sketch.Lines, report.SketchLine{Role: "body", Box: box, Size: math.NaN(), Text: strings.Repeat("ü", 1000)})
		crowded.Sketch.Outside = append(crowded.Sketch.Outside, box)
		crowded.Sketch.Images = append(crowded.Sketch.Images, box)
		crowded.Sketch.Figures = append(crowded.Sketch.Figures, box)
	}
	crowded.Sketch.Block = &[4]float64{54, 54, 558, 700}
	f.Pages, f.Findings = []report.Page{crowded}, []report.Finding{{Rule: "page-numbers", Page: 1, Message: "numbered"}}
	if kb := len(written(t, sample(f))) >> 10; kb > 600 {
		t.Errorf("the report on a crowded page has %d kB", kb)
	}
	f.Pages, f.Findings = nil, nil
	for i := range 2000 {
		page.Page = i + 1
		f.Pages = append(f.Pages, page)
		if i > 0 {
			f.Findings = append(f.Findings, report.Finding{Rule: "page-numbers", Page: min(i, 400), Message: "numbered", Box: &[4]float64{math.Inf(-1), math.NaN(), 1e300, 5}})
		}
	}
	data := written(t, sample(f))
	if n := bytes.Count(data, []byte("<figure")); n != maxDrawnPages {
		t.Errorf("%d pages are drawn, want %d", n, maxDrawnPages)
	}
	if bytes.Contains(data, []byte("NaN")) || bytes.Contains(data, []byte("Inf")) {
		t.Error("a number that is none is written")
	}
	f.Findings, f.Notes = nil, nil
	if n := bytes.Count(written(t, sample(f)), []byte("<figure")); n != maxPlainPages {
		t.Errorf("%d pages without a finding are drawn, want %d", n, maxPlainPages)
	}
}

// A finding on a page that is not drawn leads nowhere, and is told all the same.
func TestHTMLWithoutSketch(t *testing.T) {
	text := string(written(t, sample(failing())))
	for _, f := range failing().Findings {
		if !strings.Contains(text, html.EscapeString(f.Message)) {
			t.Errorf("%q is not told", f.Message)
		}
	}
	if strings.Contains(text, `href="#f1-m`) || strings.Contains(text, "<figure") {
		t.Error("there is a link to a page that is not drawn")
	}
}

func TestHTMLReturnsWriteErrors(t *testing.T) {
	if err := HTML(broken{}, sample(drawn())); err != errFull {
		t.Errorf("%v, want %v", err, errFull)
	}
}

func BenchmarkHTML(b *testing.B) {
	f := drawn()
	s := f.Pages[0].Sketch
	for i := range 120 {
		s.Lines = append(s.Lines, report.SketchLine{Role: "body", Box: [4]float64{54, 72 + 5*float64(i), 297, 80 + 5*float64(i)}, Baseline: 79, Size: 9.96, Font: "Times", Text: strings.Repeat("engine ", 8)})
	}
	f.Pages[1].Sketch = s
	r := sample(f)
	size := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := HTML(&out, r); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size)/1000, "kB")
}
