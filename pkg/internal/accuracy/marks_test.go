package accuracy_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
	"github.com/paperfit/paperfit/pkg/internal/accuracy/papers"
)

// marks is what TeX writes of a paper of two pages with two columns: a page of
// 600 × 800 TeX points, a block of 480 × 600 that begins 60 from the left.
const marks = `title front 17 20 1 13107200 45875200
title front 17 20 1 26214400 45875200
body body 10 12 1 5242880 39321600
body body 10 12 1 15728640 39321600
body body 10 12 1 5242880 38535168
body body 10 12 1 22937600 39321600
furniture body 10 12 1 19660800 3276800
reference-heading references 12 14 2 5242880 39321600
reference references 8 9 2 5242880 38535168
body afterword 10 12 2 22937600 38535168
pages 2
paper 600 800
block 480 600 230 20 60
`

// texPoint is a TeX point in PDF points.
const texPoint = 72 / 72.27

func TestFromMarks(t *testing.T) {
	truth := accuracy.Truth{Facts: accuracy.Facts{Columns: 2}}
	if err := truth.FromMarks([]byte(marks)); err != nil {
		t.Fatal(err)
	}
	f := truth.Facts
	if f.Pages != 2 || f.ContentPages != 2 || f.BeforeAppendix != 2 || f.ReferencesPage != 2 {
		t.Errorf("pages %d, content %d, before the appendix %d, references %d; want 2 each", f.Pages, f.ContentPages, f.BeforeAppendix, f.ReferencesPage)
	}
	if math.Abs(f.Body-10*texPoint) > .001 || math.Abs(f.Leading-12*texPoint) > .001 {
		t.Errorf("body %.3f on %.3f; want 10 on 12 TeX points", f.Body, f.Leading)
	}
	if diff := cmp.Diff([]string{"front", "body", "references", "afterword"}, f.Parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	var got []string
	for _, l := range truth.Lines {
		text, err := l.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(text))
	}
	want := strings.TrimSpace(`
1 -1 99.6 199.3 398.5 16.94 title front
1 0 199.3 79.7 239.1 9.96 body body
1 0 211.2 79.7 79.7 9.96 body body
1 1 199.3 348.7 348.7 9.96 body body
1 -1 747.2 298.9 298.9 9.96 furniture furniture
2 0 199.3 79.7 79.7 11.96 reference-heading references
2 0 211.2 79.7 79.7 7.97 reference references
2 1 211.2 348.7 348.7 9.96 body afterword`)
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// A paper that TeX left unfinished has no truth.
func TestFromMarksOfAnUnfinishedPaper(t *testing.T) {
	unfinished, _, _ := strings.Cut(marks, "pages")
	for _, data := range []string{"", unfinished, "body body ten 12 1 0 0\n"} {
		if err := new(accuracy.Truth).FromMarks([]byte(data)); err == nil {
			t.Errorf("%.20q… is taken for a whole paper", data)
		}
	}
}

func TestTruthRoundTrip(t *testing.T) {
	want := &accuracy.Truth{
		Name: "x", Seed: 7, Traits: []string{"a"}, Facts: accuracy.Facts{Parts: []string{"body"}},
		Lines: []accuracy.Line{{Page: 1, Column: accuracy.Across, Y: 10.5, X0: 1, X1: 2, Size: 9.96, Role: "reference heading", Part: "references"}},
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := accuracy.ReadTruth(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := accuracy.ReadTruth([]byte(`{"lines":["1 2"]}`)); err == nil {
		t.Error("a line of two words is taken for a line")
	}
}

func TestRegions(t *testing.T) {
	truth := accuracy.Truth{Lines: []accuracy.Line{
		{Page: 1, Y: 10, Role: "body"}, {Page: 1, Y: 22, Role: "body"}, {Page: 1, Y: 34, Role: "caption"},
		{Page: 1, Y: 46, Role: "body"}, {Page: 1, Column: 1, Y: 10, Role: "body"}, {Page: 2, Y: 10, Role: "body"},
	}}
	want := []accuracy.Region{
		{Page: 1, Top: 10, Bottom: 22, Role: "body"}, {Page: 1, Top: 34, Bottom: 34, Role: "caption"}, {Page: 1, Top: 46, Bottom: 46, Role: "body"},
		{Page: 1, Column: 1, Top: 10, Bottom: 10, Role: "body"}, {Page: 2, Top: 10, Bottom: 10, Role: "body"},
	}
	if diff := cmp.Diff(want, truth.Regions()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// bbox is what pdftotext writes of a page with words broken with a hyphen and behind
// their own, and a head between two words of a paragraph.
const bbox = `<page width="612.000000" height="792.000000">
<word xMin="72" yMin="88" xMax="84" yMax="98">Re-</word>
<word xMin="72" yMin="100" xMax="99" yMax="110">sults</word>
<word xMin="72" yMin="120" xMax="90" yMax="130">We</word>
<word xMin="93" yMin="120" xMax="120" yMax="130">use</word>
<word xMin="123" yMin="120" xMax="150" yMax="130">well-</word>
</page>
<page width="612.000000" height="792.000000">
<word xMin="300" yMin="40" xMax="320" yMax="50">2</word>
<word xMin="72" yMin="72" xMax="99" yMax="82">known</word>
<word xMin="102" yMin="72" xMax="140" yMax="82">tools.</word>
</page>
`

func TestFromWords(t *testing.T) {
	truth := accuracy.Truth{Facts: accuracy.Facts{Columns: 1, Paper: [2]float64{612, 792}, Block: [2]float64{468, 648}}}
	blocks := []papers.Block{
		{Role: "heading", Part: "body", Text: "Results"},
		{Role: "body", Part: "body", Text: "We use well-known tools."},
	}
	if err := truth.FromWords([]byte(bbox), blocks); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range truth.Lines {
		text, _ := l.MarshalText()
		got = append(got, string(text))
	}
	want := "1 0 95.8 84.0 84.0 10.00 heading body\n1 0 107.8 99.0 99.0 10.00 heading body\n1 0 127.8 90.0 150.0 10.00 body body\n2 0 79.8 99.0 140.0 10.00 body body"
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if truth.Facts.Pages != 2 || truth.Facts.ContentPages != 2 {
		t.Errorf("pages %d, content %d; want 2 and 2", truth.Facts.Pages, truth.Facts.ContentPages)
	}
	blocks[1].Text = "We use well-known knives."
	if err := truth.FromWords([]byte(bbox), blocks); err == nil {
		t.Error("a block that is not in the PDF is found there")
	}
}
