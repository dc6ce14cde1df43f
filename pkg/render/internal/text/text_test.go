package text

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/report"
)

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

// Of several files the notes are one line each, and a file with nothing else stays
// brief; of one file they are told like findings.
func TestTextFoldsNotes(t *testing.T) {
	noted := passing()
	noted.Checks = append(noted.Checks, failing().Checks[11])
	noted.Notes = failing().Notes
	for _, c := range []struct {
		files []report.File
		lines int
		want  string
	}{
		{[]report.File{noted}, 18, "\ni comments\n  page 2, left column, top: The PDF still has a highlight"},
		{[]report.File{noted, passing()}, 8, "\n  i 2 notes (comments)\n"},
		{[]report.File{failing(), passing()}, 70, "\n\ni 2 notes (comments)\n"},
	} {
		var out bytes.Buffer
		if err := Text(&out, sample(c.files...), TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if text := out.String(); !strings.Contains(text, c.want) || strings.Count(text, "\n") > c.lines || strings.Contains(text, "i comments\n") != (len(c.files) == 1) {
			t.Errorf("%q is not in\n%s", c.want, text)
		}
	}
}

// Without notes the text says nothing of them, of one file or of several.
func TestTextWithoutNotes(t *testing.T) {
	for name, files := range map[string][]report.File{"one": {failing()}, "several": {failing(), passing()}} {
		var with, without bytes.Buffer
		for out, opt := range map[*bytes.Buffer]TextOptions{&with: {}, &without: {NoNotes: true}} {
			if err := Text(out, sample(files...), opt); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(with.String(), "comments") || strings.Contains(without.String(), "comments") || !strings.Contains(without.String(), "page-limit") {
			t.Errorf("%s: with notes\n%s\nand without\n%s", name, with.String(), without.String())
		}
	}
}
