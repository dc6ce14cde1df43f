package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what render writes with a file in testdata.
func golden(t *testing.T, name string, render func(io.Writer) error) {
	t.Helper()
	var got bytes.Buffer
	if err := render(&got); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s differs (-want +got; -update writes it anew):\n%s", path, diff)
	}
}

func TestText(t *testing.T) {
	everything := sample(failing(), passing(), scanned(), unreadable())
	tests := []struct {
		name   string
		report *report.Report
		opt    TextOptions
	}{
		{"failing.txt", sample(failing()), TextOptions{}},
		{"failing-60.txt", sample(failing()), TextOptions{Width: 60}},
		{"failing-40.txt", sample(failing()), TextOptions{Width: 1}},
		{"failing-ascii.txt", sample(failing()), TextOptions{ASCII: true}},
		{"failing-color.txt", sample(failing()), TextOptions{Color: true}},
		{"passing.txt", sample(passing()), TextOptions{}},
		{"unreadable.txt", sample(unreadable()), TextOptions{}},
		{"unknown.txt", sample(scanned()), TextOptions{}},
		{"several.txt", everything, TextOptions{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden(t, test.name, func(w io.Writer) error { return Text(w, test.report, test.opt) })
		})
	}
}

func TestTextKeepsItsWidth(t *testing.T) {
	for width := minWidth; width <= maxWidth; width++ {
		var out bytes.Buffer
		if err := Text(&out, sample(failing(), scanned(), unreadable()), TextOptions{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("width %d: %d characters in %q", width, n, line)
			}
		}
	}
}

// TestTextCannotSteerTheTerminal: no control character and no escape sequence of
// a paper's name, fonts or words reaches the terminal.
func TestTextCannotSteerTheTerminal(t *testing.T) {
	for _, opt := range []TextOptions{{}, {ASCII: true}, {Width: 1}} {
		for name, write := range map[string]func(io.Writer, *report.Report, TextOptions) error{"text": Text, "inspect": Inspect} {
			var out bytes.Buffer
			if err := write(&out, sample(scanned(), hostile()), opt); err != nil {
				t.Fatal(err)
			}
			for _, r := range strings.ReplaceAll(out.String(), "\n", "") {
				if !unicode.IsPrint(r) || opt.ASCII && r > unicode.MaxASCII {
					t.Errorf("%s: %q reaches the terminal", name, r)
				}
			}
		}
	}
}

func TestTextSaysWarningsThatCount(t *testing.T) {
	f := passing()
	f.Verdict = report.Fail
	f.Checks[1].Status = report.StatusWarn
	golden(t, "warnings-count.txt", func(w io.Writer) error { return Text(w, sample(f), TextOptions{}) })
}

func TestInspect(t *testing.T) {
	golden(t, "inspect.txt", func(w io.Writer) error {
		return Inspect(w, sample(failing(), passing(), unreadable()), TextOptions{Width: 60})
	})
}

func TestJSON(t *testing.T) {
	golden(t, "report.json", func(w io.Writer) error { return JSON(w, sample(failing(), unreadable())) })
}

func TestJSONOfNothing(t *testing.T) {
	golden(t, "empty.json", func(w io.Writer) error { return JSON(w, sample()) })
}

func TestJSONSaysTheSameAsTheReport(t *testing.T) {
	f := failing()
	f.Findings[0].Message = `[1, 2] "quoted \" [3, 4]" <&> \`
	var out bytes.Buffer
	if err := JSON(&out, sample(f, scanned())); err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(sample(f, scanned()).ForWriting())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(plain, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the layout changed the content (-want +got):\n%s", diff)
	}
}

// broken is a writer that fails, such as a full disk.
type broken struct{}

var errFull = errors.New("no space left")

func (broken) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReturned(t *testing.T) {
	r := sample(failing())
	for name, err := range map[string]error{
		"Text":    Text(broken{}, r, TextOptions{}),
		"Inspect": Inspect(broken{}, r, TextOptions{}),
		"JSON":    JSON(broken{}, r),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s returns %v, want %v", name, err, errFull)
		}
	}
}
