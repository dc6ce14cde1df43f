package dump_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

var times = font.Described("Times-Roman", font.Type1, true, font.Look{Bold: true, Proportions: face.Proportions{Face: "Times", Height: 0.9, Width: 0.95}})

// run returns a run of type with every field set.
func run(text string, baseline float64, order int32) layout.Run {
	return layout.Run{
		Text: text, Font: times, Size: 9.963, HScale: 1.01, Tracking: -0.02, Baseline: baseline, X0: 54, X1: 294.3,
		Box: geom.Rect{X0: 54.1, Y0: baseline - 7, X1: 294, Y1: baseline + 2}, Chars: 30, Form: 1, Order: order,
	}
}

// paper is a paper with something of everything.
func paper() *dump.Paper {
	hidden := run("hidden words", 300, 9)
	hidden.Hidden, hidden.Rotated, hidden.Drawn = content.SameColor, true, true
	sheet := &layout.Sheet{
		Number: 1, Size: geom.Point{X: 612, Y: 792}, Runs: []layout.Run{run("Some “words” – of 42 pages", 200, 1), run("References", 400, 2)},
		Hidden:  []layout.Run{hidden},
		Lies:    []layout.Lie{{Seen: "what is seen", Told: "what is told", Box: geom.Rect{X0: 1, Y0: 2, X1: 3, Y1: 4}, Form: 1, Odd: 9, Spoken: true, Drawn: true}},
		Undrawn: []geom.Rect{{X0: 1, Y0: 2, X1: 3, Y1: 4}},
		Forms:   []content.Form{{Box: geom.Empty(), Annot: true}, {Parent: 1, Box: geom.Rect{X1: 9, Y1: 9}}},
	}
	sheet.SetClusters([]layout.StoredCluster{{Box: geom.Rect{X0: 1, Y0: 2, X1: 3, Y1: 4}, Sure: geom.Rect{X0: 1, Y0: 2, X1: 2, Y1: 4}, Images: 2, Thin: true, Form: 2}})
	return &dump.Paper{
		SHA256: strings.Repeat("a1", 32), Bytes: 4711, Program: report.Word, Encrypted: true, Sheets: []*layout.Sheet{sheet},
		Comments: []pdf.Comment{{Kind: "highlight", Author: "Ada", Text: "Shorten this", Page: 1, Box: geom.Rect{X0: 1, Y0: 2, X1: 3, Y1: 4}}},
		Active:   []pdf.Active{{Kind: "script", Name: "JavaScript", Page: 1, Automatic: true, Local: true}},
		Features: pdf.Features{Version: 15, Linked: []int{1}, Bookmarks: true},
		Damage:   []pdf.Damage{report.Say(wording.ObjectUnreadable, report.Args{"object": 7})},
	}
}

func write(t testing.TB, p *dump.Paper) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dump.Write(&out, p, dump.Exact); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(data []byte) (*dump.Paper, error) {
	return dump.Read(context.Background(), data, dump.DefaultLimits())
}

// same compares papers except for the identity of fonts.
var same = cmp.Options{
	cmp.Comparer(func(a, b *font.Font) bool {
		return a.Name == b.Name && a.Kind == b.Kind && a.Embedded == b.Embedded && a.Bold() == b.Bold() && a.Italic() == b.Italic() && a.FixedPitch() == b.FixedPitch() &&
			a.Proportions() == b.Proportions()
	}),
	cmpopts.IgnoreUnexported(layout.Sheet{}, layout.Run{}),
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Clusters" }, cmp.Ignore()),
}

func TestWriteAndRead(t *testing.T) {
	want := paper()
	data := write(t, want)
	if !dump.Is(data) || pdf.LooksLikePDF(data) {
		t.Error("the dump is not known by its content")
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(data)
	w.Close()
	for name, data := range map[string][]byte{"plain": data, "packed": packed.Bytes()} {
		got, err := read(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got, same); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(want.Sheets[0].StoredClusters(), got.Sheets[0].StoredClusters()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Every field of what the layout is made from is set in the paper above, so that
// one that is added later is not forgotten.
func TestNothingIsForgotten(t *testing.T) {
	p := paper()
	hidden := p.Sheets[0].Hidden[0]
	for _, v := range []any{hidden, *p.Sheets[0], p.Sheets[0].Forms[1], p.Sheets[0].StoredClusters()[0], p.Sheets[0].Lies[0], p.Active[0], p.Damage[0], p.Comments[0], *p} {
		s := reflect.ValueOf(v)
		for i := range s.NumField() {
			f := s.Type().Field(i)
			if f.IsExported() && s.Field(i).IsZero() && f.Name != "Annot" {
				t.Errorf("%s.%s is not set here, and perhaps not dumped", s.Type(), f.Name)
			}
		}
	}
}

// Whatever is wrong in a dump is said, and ends in no panic.
func TestReadRefuses(t *testing.T) {
	good := string(write(t, paper()))
	if _, err := read([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string][2]string{
		"another version":     {"paperfit.dump/1", "paperfit.dump/2"},
		"an unknown word":     {`"encrypted":true`, `"encrypted":true,"title":"x"`},
		"no hash":             {"a1a1", "zzzz"},
		"fewer pages":         {`"pages":1`, `"pages":2`},
		"no pages":            {`"pages":1`, `"pages":-1`},
		"another page":        {`"page":1,"size"`, `"page":7,"size"`},
		"a page without size": {`"size":[612,792]`, `"size":[0,792]`},
		"a huge page":         {`"size":[612,792]`, `"size":[1e300,792]`},
		"no number":           {`"size":[612,792]`, `"size":["x",792]`},
		"no such font":        {`"runs":[[0,`, `"runs":[[1,`},
		"half a font":         {`"runs":[[0,`, `"runs":[[0.5,`},
		"less than a font":    {`"runs":[[0,`, `"runs":[[-1,`},
		"too many numbers":    {`"runs":[[0,`, `"runs":[[0,0,`},
		"a length beyond all": {"9.963", "1e99"},
		"fewer texts":         {`"text":["Some`, `"text":["more","Some`},
		"an empty text":       {`"hidden_text":["hidden words"]`, `"hidden_text":[""]`},
		"a form in the air":   {`"forms":[[0,`, `"forms":[[5,`},
		"a mark without form": {`2,1,2]],"runs"`, `2,1,3]],"runs"`},
		"active beyond":       {`"page":1,"automatic"`, `"page":2,"automatic"`},
		"a long kind":         {`"kind":"object-unreadable"`, `"kind":"` + strings.Repeat("x", 300) + `"`},
		"a kind without args": {`{"object":7}`, `{}`},
		"other args":          {`{"object":7}`, `{"object":"x"}`},
		"no kind of comment":  {`"kind":"highlight"`, `"kind":"limelight"`},
		"a comment nowhere":   {`"text":"Shorten this","page":1`, `"text":"Shorten this","page":2`},
		"no kind of content":  {`"kind":"script"`, `"kind":"scripture"`},
		"more on the line":    {`"undrawn":[[1,2,3,4]]}`, `"undrawn":[[1,2,3,4]]} {}`},
	} {
		t.Run(name, func(t *testing.T) {
			bad := strings.Replace(good, edit[0], edit[1], 1)
			if bad == good {
				t.Fatalf("the dump does not hold %q:\n%s", edit[0], good)
			}
			if _, err := read([]byte(bad)); err == nil || strings.Contains(err.Error(), "\n") || len(err.Error()) > 300 {
				t.Errorf("the error is %v", err)
			}
		})
	}
	for n := range len(good) - 1 {
		if _, err := read([]byte(good[:n])); err == nil {
			t.Fatalf("%d of %d bytes are taken for a dump", n, len(good))
		}
	}
}

// Each cap, made tiny, ends in an error that names it.
func TestEveryLimitIsNamed(t *testing.T) {
	p := paper()
	p.Sheets = append(p.Sheets, p.Sheets[0])
	second := *p.Sheets[0]
	second.Number = 2
	p.Sheets[1] = &second
	data := write(t, p)
	limits := reflect.TypeFor[dump.Limits]()
	for i := range limits.NumField() {
		small := dump.DefaultLimits()
		reflect.ValueOf(&small).Elem().Field(i).SetInt(0)
		var hit *pdf.LimitError
		if _, err := dump.Read(context.Background(), data, small); !errors.As(err, &hit) || hit.Limit != limits.Field(i).Name {
			t.Errorf("%s: the error is %v", limits.Field(i).Name, err)
		}
	}
}

// A packed dump that unpacks to very much is stopped at the cap.
func TestReadUnpacksSoMuch(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(`{"schema":"paperfit.dump/1",`))
	for range 64 {
		w.Write(make([]byte, 1<<20))
	}
	w.Close()
	limits := dump.DefaultLimits()
	limits.DumpBytes = 1 << 20
	var hit *pdf.LimitError
	if _, err := dump.Read(context.Background(), packed.Bytes(), limits); !errors.As(err, &hit) || hit.Limit != "DumpBytes" {
		t.Errorf("the error is %v", err)
	}
}

// FuzzRead reads anything. What is read can be laid out and written again.
func FuzzRead(f *testing.F) {
	f.Add(write(f, paper()))
	f.Add([]byte(`{"schema":"paperfit.dump/1"}`))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := dump.DefaultLimits()
		limits.DumpBytes, limits.DumpRuns, limits.DumpMarks = 1<<20, 2000, 200
		p, err := dump.Read(context.Background(), data, limits)
		if err != nil {
			return
		}
		if _, err := layout.Compose(context.Background(), p.Sheets); err != nil {
			t.Error(err)
		}
		again, err := dump.Read(context.Background(), write(t, p), limits)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, again, same); diff != "" {
			t.Error(diff)
		}
	})
}
