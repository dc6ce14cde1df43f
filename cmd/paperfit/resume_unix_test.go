//go:build unix

package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// resumed is a run that resumes a report, and checks the papers that a list names as
// they are written.
type resumed struct {
	cmd  *exec.Cmd
	list io.WriteCloser
	out  *bufio.Reader
}

func startResumed(t *testing.T, report string) resumed {
	t.Helper()
	cmd := exec.Command(built(t), "check", "--jobs=1", "--format=jsonl", "--files-from=-", "--resume", report)
	list, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return resumed{cmd, list, bufio.NewReader(out)}
}

// checked has one more paper checked, and waits for its line.
func (r resumed) checked(t *testing.T, paper string) {
	t.Helper()
	if _, err := io.WriteString(r.list, paper+"\n"); err != nil {
		t.Fatal(err)
	}
	if line, err := r.out.ReadString('\n'); err != nil || !strings.Contains(line, filepath.Base(paper)) {
		t.Fatalf("the line of %s is %q, %v", paper, line, err)
	}
}

// TestStoppedRunsAreResumed: of a run that is killed or interrupted in the middle of a
// list, the next reuses every paper that was checked; the report before it stays as it
// was.
func TestStoppedRunsAreResumed(t *testing.T) {
	papers := []string{"ok-plain.pdf", "bad-leading.pdf", "bad-page-size.pdf"}
	for i, name := range papers {
		papers[i] = filepath.Join(root, "testdata", "papers", name)
	}
	for _, signal := range []syscall.Signal{syscall.SIGKILL, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			report := filepath.Join(t.TempDir(), "r.jsonl")
			if err := os.WriteFile(report, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			first := startResumed(t, report)
			first.checked(t, papers[0])
			first.checked(t, papers[1])
			if err := first.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			io.Copy(io.Discard, first.out)
			err := first.cmd.Wait()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || signal == syscall.SIGINT && exit.ExitCode() != int(app.ExitInterrupted) {
				t.Errorf("the run ended with %v", err)
			}
			if info, err := os.Stat(report); err != nil || info.Size() != 0 {
				t.Errorf("the report before it is %v, %v", info, err)
			}
			var s testStreams
			if status := run(append([]string{"check", "--resume", report}, papers...), s.streams()); status != int(app.ExitFail) {
				t.Errorf("status %d", status)
			}
			if !strings.Contains(s.err.String(), "2 unchanged, 1 new, 0 changed, 0 renamed, 0 gone; entries reused: 2\n") {
				t.Errorf("told is\n%s", &s.err)
			}
			left, _ := filepath.Glob(filepath.Join(filepath.Dir(report), "*.part"))
			if info, err := os.Stat(report); len(left) > 0 || err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("left are %v, %v, %v", left, info, err)
			}
		})
	}
}
