package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
)

// testStreams is what a test gives the program and reads from it.
type testStreams struct {
	out, err bytes.Buffer
	env      map[string]string
	terminal bool
}

// streams returns the program's side. Width is that of a narrow terminal.
func (s *testStreams) streams() system.Streams {
	return system.Streams{
		In: strings.NewReader(""), Out: &s.out, Err: &s.err,
		Getenv:   func(key string) string { return s.env[key] },
		Terminal: s.terminal,
		Width:    func() int { return 60 },
	}
}

// missing is the name of a file that does not exist.
const missing = "no-such-draft.pdf"

// escape begins a colour.
const escape = "\x1b["

func TestColour(t *testing.T) {
	tests := []struct {
		name     string
		args     []string
		env      map[string]string
		terminal bool
		want     bool
	}{
		{"pipe", nil, nil, false, false},
		{"terminal", nil, nil, true, true},
		{"NO_COLOR", nil, map[string]string{"NO_COLOR": "1"}, true, false},
		{"dumb terminal", nil, map[string]string{"TERM": "dumb"}, true, false},
		{"always", []string{"--color", "always"}, map[string]string{"NO_COLOR": "1"}, false, true},
		{"never", []string{"--color=never"}, nil, true, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := testStreams{env: test.env, terminal: test.terminal}
			if status := run(append(test.args, missing), s.streams()); status != int(app.ExitError) {
				t.Errorf("status %d, want %d", status, app.ExitError)
			}
			if got := strings.Contains(s.out.String(), escape); got != test.want {
				t.Errorf("colour %v, want %v:\n%s", got, test.want, &s.out)
			}
		})
	}
}

func TestReportFitsTheTerminal(t *testing.T) {
	s := testStreams{terminal: true}
	run([]string{"--color=never", missing}, s.streams())
	for line := range strings.Lines(s.out.String()) {
		if len(line) > 61 {
			t.Errorf("the line is wider than the terminal: %q", line)
		}
	}
}

// TestDefaultProfileIsReported: only at a terminal, and only where no one chose.
func TestDefaultProfileIsReported(t *testing.T) {
	for _, test := range []struct {
		args     []string
		terminal bool
		want     bool
	}{
		{[]string{missing}, true, true},
		{[]string{missing}, false, false},
		{[]string{"check", "--profile", "opml20", missing}, true, false},
	} {
		var s testStreams
		streams := s.streams()
		streams.ErrTerminal, streams.ErrWidth = test.terminal, streams.Width
		run(test.args, streams)
		if got := strings.Contains(s.err.String(), "no --profile given; using opml20"); got != test.want {
			t.Errorf("%q at a terminal %v: standard error is %q", test.args, test.terminal, &s.err)
		}
	}
}

// full is an output without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestLostReportIsReported(t *testing.T) {
	var s testStreams
	streams := s.streams()
	streams.Out = full{}
	if status := run([]string{missing}, streams); status != int(app.ExitBroke) {
		t.Errorf("status %d, want %d", status, app.ExitBroke)
	}
	if !strings.Contains(s.err.String(), "paperfit: cannot write the report: no space left") {
		t.Errorf("the error is %q", &s.err)
	}
}

// TestLostOutputBreaksEveryCommand: whatever it writes, and whether or not it looks
// for errors.
func TestLostOutputBreaksEveryCommand(t *testing.T) {
	paper := filepath.Join(root, "testdata", "papers", "ok-plain.pdf")
	for _, args := range [][]string{
		{"--help"}, {"--version"}, {"version"}, {"schema"}, {"rules"}, {"explain", "page-limit"}, {"profiles", "list"},
		{"inspect", paper}, {"inspect", "--dump", paper}, {"banal", "-json", paper}, {"banal", "-report", paper}, {"check", paper},
	} {
		var s testStreams
		streams := s.streams()
		streams.Out = full{}
		if status := run(args, streams); status != int(app.ExitBroke) || strings.Count(s.err.String(), "no space left") != 1 {
			t.Errorf("%q ends with %d, want %d, and says %q", args, status, app.ExitBroke, &s.err)
		}
	}
}

func TestLostReportTakesNoOtherWithIt(t *testing.T) {
	var s testStreams
	streams := s.streams()
	streams.Out = full{}
	path := filepath.Join(t.TempDir(), "report.json")
	if status := run([]string{"check", "--report", "json=" + path, missing}, streams); status != int(app.ExitBroke) {
		t.Errorf("status %d, want %d", status, app.ExitBroke)
	}
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(data, []byte(missing)) {
		t.Errorf("the other report holds %q, %v", data, err)
	}
}

func TestFoldersAreWalkedInOrder(t *testing.T) {
	var paths []string
	for in := range batch.Named([]string{filepath.Join(root, "testdata", "bad"), "-", missing}, strings.NewReader(""), nil) {
		paths = append(paths, filepath.Base(in.Path))
	}
	if got := strings.Join(paths, " "); !strings.HasSuffix(got, "zero-pages.pdf - "+missing) || !strings.Contains(got, "not-a-pdf.pdf outlined.pdf") {
		t.Errorf("the files are %s", got)
	}
}
