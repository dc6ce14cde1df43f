package report

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerdictOf(t *testing.T) {
	readable := Check{Rule: RuleReadable, Severity: SeverityError, Status: StatusPass}
	unreadable := Check{Rule: RuleReadable, Severity: SeverityError, Status: StatusFail}
	of := func(severity Severity, status Status) Check {
		return Check{Rule: "columns", Severity: severity, Status: status}
	}
	tests := []struct {
		name        string
		checks      []Check
		want, harsh Verdict
	}{
		{"all kept", []Check{readable, of(SeverityError, StatusPass)}, Pass, Pass},
		{"no checks", nil, Pass, Pass},
		{"off", []Check{readable, of(SeverityError, StatusSkipped)}, Pass, Pass},
		{"broken", []Check{readable, of(SeverityError, StatusFail)}, Fail, Fail},
		{"warning broken", []Check{readable, of(SeverityWarning, StatusWarn)}, Pass, Fail},
		{"mildly broken", []Check{readable, of(SeverityError, StatusWarn)}, Pass, Fail},
		{"unknown", []Check{readable, of(SeverityError, StatusUnknown)}, Unknown, Unknown},
		{"warning unknown", []Check{readable, of(SeverityWarning, StatusUnknown)}, Pass, Pass},
		{"noted", []Check{readable, of(SeverityNote, StatusNote)}, Pass, Pass},
		{"a note unknown", []Check{readable, of(SeverityNote, StatusUnknown)}, Pass, Pass},
		{"broken and noted", []Check{of(SeverityNote, StatusNote), of(SeverityError, StatusFail)}, Fail, Fail},
		{"unreadable, as a note", []Check{{Rule: RuleReadable, Severity: SeverityNote, Status: StatusFail}}, Error, Error},
		{"broken before unknown", []Check{of(SeverityError, StatusFail), of(SeverityError, StatusUnknown)}, Fail, Fail},
		{"unknown before broken", []Check{of(SeverityError, StatusUnknown), of(SeverityError, StatusFail)}, Fail, Fail},
		{"unreadable", []Check{unreadable, of(SeverityError, StatusUnknown)}, Error, Error},
		{"unreadable, said last", []Check{of(SeverityError, StatusFail), unreadable}, Error, Error},
	}
	for _, test := range tests {
		if got := VerdictOf(test.checks, false); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if got := VerdictOf(test.checks, true); got != test.harsh {
			t.Errorf("%s, warnings fail: %s, want %s", test.name, got, test.harsh)
		}
	}
}

func TestNewCountsVerdicts(t *testing.T) {
	files := []File{{Verdict: Pass, Notes: make([]Finding, 2)}, {Verdict: Fail, Notes: make([]Finding, 1)}, {Verdict: Fail}, {Verdict: Unknown}, {Verdict: Error}}
	r := New(Tool{"paperfit", "0"}, Profile{Name: "p"}, files)
	if want := (Summary{Files: 5, Pass: 1, Fail: 2, Unknown: 1, Error: 1, Notes: 2}); !reflect.DeepEqual(r.Summary, want) || r.Schema != Schema {
		t.Errorf("%s with %+v, want %+v", r.Schema, r.Summary, want)
	}
}

// Findings of severity note are notes, in the order of the checks too.
func TestAddFindings(t *testing.T) {
	f := File{Checks: []Check{{Rule: "comments"}, {Rule: "columns"}, {Rule: "watermark"}}}
	f.AddFindings([]Finding{
		{Rule: "watermark", Severity: SeverityNote}, {Rule: "columns", Severity: SeverityError}, {Rule: "comments", Severity: SeverityNote},
	})
	var got []string
	for _, x := range f.Reported() {
		got = append(got, x.Rule)
	}
	if want := []string{"columns", "comments", "watermark"}; !slices.Equal(got, want) || len(f.Findings) != 1 || len(f.Notes) != 2 {
		t.Errorf("%q, %d of them notes", got, len(f.Notes))
	}
}

func TestSortFindings(t *testing.T) {
	checks := []Check{{Rule: "text-block"}, {Rule: "columns"}}
	want := []Finding{
		{Rule: "text-block", Message: "whole file"},
		{Rule: "text-block", Page: 1, Message: "whole page"},
		{Rule: "text-block", Page: 1, Box: &[4]float64{50, 10, 60, 20}},
		{Rule: "text-block", Page: 1, Box: &[4]float64{10, 30, 60, 40}},
		{Rule: "text-block", Page: 1, Box: &[4]float64{20, 30, 60, 40}, Message: "a"},
		{Rule: "text-block", Page: 1, Box: &[4]float64{20, 30, 60, 40}, Message: "b"},
		{Rule: "text-block", Page: 2},
		{Rule: "columns", Page: 1},
		{Rule: "unheard-of", Page: 1},
	}
	for range 20 {
		got := slices.Clone(want)
		rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		SortFindings(got, checks)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("the order differs (-want +got):\n%s", diff)
		}
	}
}

func TestForWriting(t *testing.T) {
	x, nan := 9.96264123, math.NaN()
	r := New(Tool{}, Profile{}, []File{{
		Measured: Measured{BodyFontPt: &x, LeadingPt: &nan, TextBlockIn: &[2]float64{7.00004, math.Inf(1)}},
		Pages:    []Page{{SizeIn: [2]float64{8.26771653, 11.6929133}, TextBlock: &[4]float64{1.00001, 2, 3, 4}}},
		Checks:   []Check{{Got: 7.203456, Want: [2]float64{7, 9.00001}, Tolerance: 0.1 + 0.2}, {Got: nan, Want: 2}},
		Findings: []Finding{{Box: &[4]float64{nan, 0, 0, 0}, Got: "text", Want: -0.000001}},
	}, {}})
	bytes, err := json.Marshal(r.ForWriting())
	if err != nil {
		t.Fatal(err)
	}
	text := string(bytes)
	for _, want := range []string{
		`"body_font_pt":9.9626`, `"leading_pt":null`, `"text_block_in":null`, `"size_in":[8.2677,11.6929]`,
		`"text_block":[1,2,3,4]`, `"got":7.2035,"want":[7,9],"tolerance":0.3`, `{"rule":"","severity":"","status":"","want":2}`,
		`"got":"text","want":0`, `"pages":[],"checks":[],"findings":[],"notes":[],"damage":[]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
	if x != 9.96264123 || r.Files[1].Checks != nil {
		t.Error("the report itself was changed")
	}
}
