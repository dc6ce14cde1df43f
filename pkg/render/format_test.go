package render

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

// eachFormat calls do for every format of both commands.
func eachFormat(t *testing.T, do func(t *testing.T, f Format)) {
	t.Helper()
	for command, formats := range map[string][]Format{"check": Formats(), "inspect": InspectFormats()} {
		for _, f := range formats {
			t.Run(command+" "+f.Name, func(t *testing.T) { do(t, f) })
		}
	}
}

func TestFormatsAreToldApart(t *testing.T) {
	for _, formats := range [][]Format{Formats(), InspectFormats()} {
		var names, endings []string
		for _, f := range formats {
			if slices.Contains(names, f.Name) || slices.Contains(endings, f.Ending) {
				t.Errorf("two formats have the name %q or the ending %q", f.Name, f.Ending)
			}
			names, endings = append(names, f.Name), append(endings, f.Ending)
			if f.About == "" || len(f.About) > 80 || strings.Contains(f.About, "\n") || f.Ending[0] != '.' {
				t.Errorf("%s: %q is no line for the help, or %q no ending", f.Name, f.About, f.Ending)
			}
		}
		if names[0] != "text" {
			t.Errorf("the default is %s, want text", names[0])
		}
	}
}

func TestFormatsGiveTheSameBytes(t *testing.T) {
	eachFormat(t, func(t *testing.T, f Format) {
		var first, second bytes.Buffer
		for _, out := range []*bytes.Buffer{&first, &second} {
			if err := f.Write(out, sample(failing(), passing(), scanned(), unreadable()), Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(first.String(), second.String()); diff != "" || first.Len() == 0 {
			t.Errorf("two runs differ:\n%s", diff)
		}
	})
}

// TestFormatsLoseNoFile: whatever the verdict, each file is named; lines for editors
// name what is to be changed.
func TestFormatsLoseNoFile(t *testing.T) {
	eachFormat(t, func(t *testing.T, f Format) {
		var out bytes.Buffer
		files := []report.File{failing(), passing(), scanned(), unreadable()}
		for i := range files {
			files[i].Path = string(rune('a'+i)) + "-paper.pdf"
		}
		if err := f.Write(&out, sample(files...), Options{}); err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			silent := f.Name == "lines" && file.Verdict == report.Pass
			if !silent && !strings.Contains(out.String(), file.Path) {
				t.Errorf("%s (%s) is not in the report", file.Path, file.Verdict)
			}
		}
	})
}

// TestStreamsHoldNothingBack: at the latest when the next file comes, a file is
// written, so that a batch of thousands does not fill the memory.
func TestStreamsHoldNothingBack(t *testing.T) {
	eachFormat(t, func(t *testing.T, f Format) {
		var out bytes.Buffer
		w := f.Open(&out, Options{})
		if err := w.Begin(report.Tool{}, sampleProfile); err != nil {
			t.Fatal(err)
		}
		last := 0
		for i := range 4 {
			if err := w.File(failing()); err != nil {
				t.Fatal(err)
			}
			if grew := out.Len() > last; i > 0 && grew != f.Stream {
				t.Errorf("after file %d the report grew: %v; the format says it streams: %v", i, grew, f.Stream)
			}
			last = out.Len()
		}
	})
}

func TestFormatsReturnWriteErrors(t *testing.T) {
	eachFormat(t, func(t *testing.T, f Format) {
		if err := f.Write(broken{}, sample(failing()), Options{}); !errors.Is(err, errFull) {
			t.Errorf("the error is %v, want %v", err, errFull)
		}
	})
}
