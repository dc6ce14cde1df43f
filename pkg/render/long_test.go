package render

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestLongPapersFloodNothing: what is the same on all pages is told once in each
// form for people, and page by page in JSON.
func TestLongPapersFloodNothing(t *testing.T) {
	sketched := long()
	for i := range sketched.Pages {
		sketched.Pages[i].Sketch = &report.Sketch{}
	}
	for _, test := range []struct {
		format string
		file   report.File
		word   string
		most   int
	}{
		{"text", long(), "8.27 in × 11.69 in (A4)", 1},
		{"html", long(), "8.27 in × 11.69 in (A4)", 1},
		{"github", long(), "8.27 in × 11.69 in (A4)", 1},
		{"junit", long(), "8.27 in × 11.69 in (A4)", 2}, // the message and the text
		{"sarif", long(), "8.27 in × 11.69 in (A4)", 1},
		{"csv", long(), "8.27 in × 11.69 in (A4)", 1},
		{"json", long(), "8.27 in × 11.69 in (A4)", 39},
		{"jsonl", long(), "8.27 in × 11.69 in (A4)", 39},
	} {
		i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == test.format })
		var out bytes.Buffer
		if err := Formats()[i].Write(&out, sample(test.file), Options{}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), test.word); n != test.most {
			t.Errorf("%s tells %q %d times, want %d", test.format, test.word, n, test.most)
		}
		if all := "all pages"; test.most < 3 && !strings.Contains(out.String(), all) {
			t.Errorf("%s does not say %q", test.format, all)
		}
	}
	golden(t, "long.txt", func(w io.Writer) error { return Text(w, sample(long()), TextOptions{}) })
	golden(t, "long.html", func(w io.Writer) error { return HTML(w, sample(sketched)) })
}
