package synctex

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// sp are scaled points of a length in points of PDF.
func sp(points float64) int { return int(points * pointSP) }

// page is a page of a paper: a line of a paragraph in draft.tex, lines 7 and 8, that
// ends with line 9; a figure in sec/a.tex; a foot.
func page(number int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "!99\n{%d\n[1,40:%d,%d:%d,%d,0\n", number, sp(72), sp(720), sp(468), sp(648))
	fmt.Fprintf(&b, "(1,9:%d,%d:%d,%d,%d\n", sp(72), sp(100), sp(234), sp(8), sp(2))
	fmt.Fprintf(&b, "x1,7:%d,%d\ng1,7:%d,=\nk1,8:%d,=:%d\n$1,8:%d,=\ng1,9:%d,=\n)\n", sp(72), sp(100), sp(90), sp(110), sp(3), sp(150), sp(306))
	fmt.Fprintf(&b, "(1,12:%d,%d:%d,%d,%d\nx1,40:%d,=\ng1,12:%d,=\n)\n", sp(72), sp(124), sp(234), sp(8), sp(2), sp(90), sp(120))
	fmt.Fprintf(&b, "(3,21:%d,%d:%d,%d,0\n)\n", sp(330), sp(300), sp(200), sp(100))
	fmt.Fprintf(&b, "(1,40:%d,%d:%d,%d,0\nx1,40:%d,=\n)\n]\n!9\n}%d\n", sp(72), sp(740), sp(468), sp(8), sp(300), number)
	return b.String()
}

const preamble = "SyncTeX Version:1\nInput:1:/home/ada/paper/./draft.tex\nInput:2:/usr/share/texmf/article.cls\nOutput:pdf\nMagnification:1000\nUnit:1\nX Offset:0\nY Offset:0\nContent:\n"

func read(t *testing.T, text string) *Trace {
	t.Helper()
	trace, err := Read(strings.NewReader(text), func(int) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

func TestPlacesComeFromTheirLines(t *testing.T) {
	trace := read(t, preamble+page(1)+"Input:3:/home/ada/paper/./sec/a.tex\n"+page(2)+"!9\nPostamble:\nCount:9\n")
	if trace.Pages() != 2 {
		t.Errorf("%d pages", trace.Pages())
	}
	for name, test := range map[string]struct {
		box      geom.Rect
		want     string
		from, to int
	}{
		"a line":                   {geom.Rect{X0: 72, Y0: 92, X1: 306, Y1: 102}, "draft.tex", 7, 8},
		"its first word":           {geom.Rect{X0: 72, Y0: 92, X1: 88, Y1: 102}, "draft.tex", 7, 7},
		"its end, with no other":   {geom.Rect{X0: 300, Y0: 92, X1: 306, Y1: 102}, "draft.tex", 9, 9},
		"a line with the page's":   {geom.Rect{X0: 72, Y0: 116, X1: 120, Y1: 126}, "draft.tex", 12, 12}, // LuaTeX, in a short one
		"a figure":                 {geom.Rect{X0: 330, Y0: 200, X1: 530, Y1: 300}, "sec/a.tex", 21, 21},
		"a foot, made with a page": {geom.Rect{X0: 290, Y0: 730, X1: 310, Y1: 742}, "", 0, 0},
		"nothing":                  {geom.Rect{X0: 400, Y0: 500, X1: 410, Y1: 510}, "", 0, 0},
	} {
		got, ok := trace.Source(2, test.box)
		if ok != (test.want != "") || got.File != test.want || got.From != test.from || got.To != test.to {
			t.Errorf("%s: %+v, %v", name, got, ok)
		}
	}
	if _, ok := trace.Source(3, geom.Rect{X1: 600, Y1: 800}); ok {
		t.Error("a page that is not there has a source")
	}
}

// Offsets and magnifications move and scale what was recorded, those of the post
// scriptum too.
func TestOffsets(t *testing.T) {
	half := strings.NewReplacer("Magnification:1000", "Magnification:500", "X Offset:0", fmt.Sprint("X Offset:", sp(10)))
	trace := read(t, half.Replace(preamble)+page(1)+"!9\nPostamble:\nCount:9\n!9\nPost scriptum:\nY Offset:1in\n")
	if got, ok := trace.Source(1, geom.Rect{X0: 45, Y0: 121, X1: 56, Y1: 123}); !ok || got.From != 7 || got.To != 7 {
		t.Errorf("%+v, %v", got, ok)
	}
}

func TestPagesThatAreNotWantedAreNotKept(t *testing.T) {
	trace, err := Read(strings.NewReader(preamble+page(1)+page(2)), func(n int) bool { return n == 2 })
	if err != nil || trace.Pages() != 2 || trace.sheets[1] != nil || trace.sheets[2] == nil {
		t.Errorf("%v, %+v", err, trace)
	}
}

func packed(texts ...string) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	for _, text := range texts {
		io.WriteString(w, text)
	}
	w.Close()
	return b.Bytes()
}

// Attacks and damage end with an error that says which.
func TestBadFiles(t *testing.T) {
	whole := packed(preamble + page(1))
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"empty":            {nil, ErrNoSyncTeX},
		"a PDF":            {[]byte("%PDF-1.5\n"), ErrNoSyncTeX},
		"another gzip":     {packed("hello"), ErrNoSyncTeX},
		"broken gzip":      {[]byte("\x1f\x8bhello"), ErrNoSyncTeX},
		"truncated":        {whole[:len(whole)-20], ErrTruncated},
		"a line of 1 MB":   {packed(preamble + strings.Repeat("x", 1<<20)), ErrTooLarge},
		"too many records": {packed(preamble + "{1\n" + strings.Repeat("x1,1:0,0\n", maxNodes+1)), ErrTooLarge},
		"too many inputs":  {packed(preamble + inputs(maxInputs+1)), ErrTooLarge},
		"gzip bomb":        {packed(append([]string{preamble}, slices.Repeat([]string{strings.Repeat("g", 1<<15) + "\n"}, maxBytes>>15)...)...), ErrTooLarge},
	} {
		if _, err := Read(bytes.NewReader(test.data), func(int) bool { return true }); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

func inputs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Input:%d:x\n", i+10)
	}
	return b.String()
}

func TestRelative(t *testing.T) {
	for _, test := range []struct{ input, folder, there, want string }{
		{"/home/ada/paper/./draft.tex", "/home/ada/paper", "/home/ada/paper/draft.tex", "draft.tex"},
		{"/home/ada/paper/./sec/a.tex", "/home/ada/paper", "/home/ada/paper/sec/a.tex", "sec/a.tex"},
		{"/home/ada/paper/./draft.tex", "/home/ada/paper/build", "/home/ada/paper/draft.tex", "../draft.tex"},
		{"/home/ada/paper/./../shared/b.tex", "/home/ada/paper", "/home/ada/shared/b.tex", "../shared/b.tex"},
		{"/home/ada/paper/./draft.tex", "/home/bob/copy", "/home/bob/copy/draft.tex", "draft.tex"},
		{"/home/ada/paper/./draft.tex", "/home/bob/copy", "", "draft.tex"},
		{"/home/ada/other.tex", "/home/ada/paper", "", "../other.tex"},
		{"draft.tex", "/home/ada/paper", "", "draft.tex"},
	} {
		var s Source
		s.Directory, s.File = split(test.input)
		if got := s.Relative(test.folder, func(path string) bool { return path == test.there }); got != test.want {
			t.Errorf("%s from %s: %q, want %q", test.input, test.folder, got, test.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(preamble + page(1)))
	f.Add(packed(preamble + page(1) + page(2)))
	f.Add([]byte("SyncTeX Version:1\nMagnification:-1\nUnit:1e99\n{1\n)\n]\n(1,1:1,=:-1,-1,-1\nh1,1:9\n}1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		trace, err := Read(bytes.NewReader(data), func(n int) bool { return n < 4 })
		if err != nil {
			return
		}
		if s, ok := trace.Source(1, geom.Rect{X1: 600, Y1: 800}); ok && (s.File == "" || s.From < 1 || s.To < s.From) {
			t.Errorf("%+v", s)
		}
	})
}
