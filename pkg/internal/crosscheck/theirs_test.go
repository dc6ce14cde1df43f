package crosscheck

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// bothReadings reads page 1 of a file both ways, in this process.
func bothReadings(t *testing.T, data []byte) (ours ourPage, theirs theirPage) {
	t.Helper()
	pages, err := readOurs(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	return pages[0], theirReading(t, data)
}

// theirReading reads page 1 of a file as the second reader does, in this process.
func theirReading(t *testing.T, data []byte) theirPage {
	t.Helper()
	var out bytes.Buffer
	if err := serve(data, &out, []int{1}); err != nil {
		t.Fatal(err)
	}
	found, err := parseAnswer(out.Bytes(), []int{1})
	if err != nil {
		t.Fatalf("%v in %s", err, &out)
	}
	return found.pages[1]
}

// TestOperators: both readings of every operator that sets text, and what the
// second reader makes of it.
func TestOperators(t *testing.T) {
	tests := []struct {
		name, content string
		want          rows // by baseline, y up from the bottom of the page, and size
	}{
		{"Td and Tj", "BT /F1 10 Tf 72 700 Td (abc) Tj 0 -12 Td (de) Tj ET", rows{{700, 10}: 3, {688, 10}: 2}},
		{"TD and T*", "BT /F1 10 Tf 72 700 Td 0 -11 TD (abc) Tj T* (de) Tj ET", rows{{689, 10}: 3, {678, 10}: 2}},
		{"TL, ' and \"", "BT /F1 10 Tf 14 TL 72 700 Td (abc) ' 1 2 (de) \" ET", rows{{686, 10}: 3, {672, 10}: 2}},
		{"TJ", "BT /F1 10 Tf 72 700 Td [(ab) -300 (c) 2.5 ( ) <6465>] TJ ET", rows{{700, 10}: 6}},
		{"Tm", "BT /F1 1 Tf 9 0 0 9 72 700 Tm (abc) Tj ET", rows{{700, 9}: 3}},
		{"stretched by Tz", "BT /F1 10 Tf 80 Tz 72 700 Td (abc) Tj ET", rows{{700, 10}: 3}},
		{"stretched by Tm", "BT /F1 10 Tf 1.02 0 0 1 72 700 Tm (abc) Tj ET", rows{{700, 10}: 3}},
		{"slanted", "BT /F1 10 Tf 1 0 .2 1 72 700 Tm (abc) Tj ET", rows{{700, 10}: 3}},
		{"raised", "BT /F1 10 Tf 72 700 Td (a) Tj 3 Ts /F1 7 Tf (b) Tj 0 Ts ET", rows{{700, 10}: 1, {703, 7}: 1}},
		{"cm, q and Q", "q .5 0 0 .5 10 20 cm BT /F1 10 Tf 72 700 Td (abc) Tj ET Q BT /F1 10 Tf 72 700 Td (de) Tj ET",
			rows{{370, 5}: 3, {700, 10}: 2}},
		{"a Q too many", "Q BT /F1 10 Tf 72 700 Td (abc) Tj ET", rows{{700, 10}: 3}},
		{"y down", "1 0 0 -1 0 792 cm BT /F1 10 Tf 1 0 0 -1 72 92 Tm (abc) Tj ET", rows{{700, 10}: 3}},
		{"mirrored in y", "BT /F1 10 Tf 1 0 0 -1 72 700 Tm (abc) Tj ET", rows{{700, 10}: 3}},
		{"sideways and upside down", "BT /F1 10 Tf 0 1 -1 0 30 300 Tm (stamp) Tj -1 0 0 -1 72 700 Tm (abc) Tj 1 0 0 1 72 600 Tm (de) Tj ET", rows{{600, 10}: 2}},
		{"tilted", "BT /F1 10 Tf .9962 .0872 -.0872 .9962 72 700 Tm (abc) Tj ET", rows{}},
		{"invisible", "BT 3 Tr /F1 10 Tf 72 700 Td (abc) Tj ET", rows{{700, 10}: 3}},
		{"no size", "BT /F1 0 Tf 72 700 Td (abc) Tj /F1 10 Tf (de) Tj ET", rows{{700, 10}: 2}},
		{"no font", "BT 72 700 Td (abc) Tj ET", rows{}},
		{"a font that is missing", "BT /F9 10 Tf 72 700 Td (abc) Tj ET", rows{{700, 10}: 3}},
		{"a font by gs", "/G gs BT 72 700 Td (abc) Tj ET", rows{{700, 8}: 3}},
		{"marked content", "/Span << /ActualText (xyz) >> BDC BT /F1 10 Tf 72 700 Td (abc) Tj ET EMC", rows{{700, 10}: 3}},
		{"escapes", `BT /F1 10 Tf 72 700 Td (a\)\(\\\101\n(b)) Tj ET`, rows{{700, 10}: 9}},
		{"nothing", "", rows{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := pdftest.New()
			b.AddPage(pdftest.Page{Content: test.content,
				Resources: pdftest.Fonts + " /ExtGState << /G << /Font [<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> 8] >> >>"})
			ours, theirs := bothReadings(t, b.Bytes())
			if theirs.unable != "" || !maps.Equal(rounded(theirs.rows), test.want) {
				t.Errorf("the second reader finds %v (%s), want %v", theirs.rows, theirs.unable, test.want)
			}
			if text := differences(ours.rows, inPageSpace(theirs.rows, ours.toPage)); ours.skip != "" || text != "" {
				t.Errorf("the readings differ: %s %s\nours %v", text, ours.skip, ours.rows)
			}
		})
	}
}

// rounded makes rows fit to be compared with literal ones.
func rounded(r rows) rows {
	out := rows{}
	for p, n := range r {
		var q place
		fmt.Sscan(fmt.Sprintf("%.3f %.3f", p.baseline, p.size), &q.baseline, &q.size)
		out[q] += n
	}
	return out
}

// TestUnable: what the second reader stumbles over is reported, not compared.
func TestUnable(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"inline image", "BI /W 1 /H 1 ID \x00 EI", "an inline image, which the second reader cannot pass over"},
		{"escape", `BT /F1 10 Tf (a\q) Tj ET`, "the second reader cannot read it"},
		{"no string", "BT /F1 10 Tf 3 Tj ET", "a Tj whose operand the second reader cannot read"},
		{"no array", "BT /F1 10 Tf (a) TJ ET", "a TJ whose operand the second reader cannot read"},
		{"number", "BT /F1 10 Tf 1 --2 Td ET", "a number that the second reader cannot read"},
		{"operands", "BT /F1 10 Tf 1 Td ET", "a Td whose operands the second reader cannot read"},
		{"font", "BT 10 Tf ET", "a Tf whose font the second reader cannot read"},
		{"states", strings.Repeat("q ", maxStates+1), "more than 10000 saved graphics states"},
		{"rows", "BT /F1 10 Tf 1 TL " + strings.Repeat("(a) ' ", maxRows+1) + "ET", "more than 20000 rows of characters"},
		{"failure", ")", "the second reader cannot read it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if theirs := theirReading(t, pdftest.OnePage(test.content)); theirs.unable != test.want || len(theirs.rows) > 0 {
				t.Errorf("%q with %d rows, want %q", theirs.unable, len(theirs.rows), test.want)
			}
		})
	}
}

// TestCropBox: baselines are compared in page space.
func TestCropBox(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: pdftest.Text("F1", 10, 72, 700, "abc"), MediaBox: "-50 -40 612 792", Entries: "/CropBox [10 20 500 780]"})
	ours, theirs := bothReadings(t, b.Bytes())
	if text := differences(ours.rows, inPageSpace(theirs.rows, ours.toPage)); text != "" || ours.rows[place{80, 10}] != 3 {
		t.Errorf("%s; ours %v", text, ours.rows)
	}
}

// TestAnnotationsAreNoContent: the text of a note's appearance is not the page's.
func TestAnnotationsAreNoContent(t *testing.T) {
	b := pdftest.New()
	n := b.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << "+pdftest.Fonts+" >>", []byte(pdftest.Text("F1", 10, 5, 5, "note")))
	b.AddPage(pdftest.Page{Content: pdftest.Text("F1", 10, 72, 700, "abc"),
		Entries: fmt.Sprintf("/Annots [<< /Type /Annot /Subtype /FreeText /F 4 /Rect [0 0 100 100] /AP << /N %d 0 R >> >>]", n)})
	ours, theirs := bothReadings(t, b.Bytes())
	if text := differences(ours.rows, inPageSpace(theirs.rows, ours.toPage)); text != "" || ours.skip != "" || len(ours.rows) != 1 {
		t.Errorf("%s %s; ours %v", text, ours.skip, ours.rows)
	}
}

func TestPageNumbers(t *testing.T) {
	for _, words := range [][]string{{"x"}, {"0"}, {"-1"}, make([]string, maxPages+1)} {
		if _, err := parseNumbers(words); err == nil {
			t.Errorf("%.3q is taken", words)
		}
	}
}
