package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// apartWord is the argument by which this test's program is what Apart runs.
const apartWord = "apart"

// fates are what can become of a process of its own.
var fates = map[string]func(){
	"answers":  func() { data, _ := io.ReadAll(os.Stdin); fmt.Printf("read %s", data) },
	"panics":   func() { panic("a fault") },
	"killed":   func() { must(killed()) },
	"recurses": func() { fmt.Print(recurse(0)) },
	"hangs":    hang,
	"talks": func() {
		for chunk := strings.Repeat("x", 1<<20); ; {
			_, err := fmt.Print(chunk)
			must(err)
		}
	},
}

// hang reads from a pipe that no one writes to.
func hang() {
	r, _, err := os.Pipe()
	must(err)
	_, _ = r.Read(make([]byte, 1))
}

// recurse goes deeper than any stack.
func recurse(n int) int {
	if n < 0 {
		return 0
	}
	return recurse(n+1) + n
}

func apartOf(t *testing.T, fate string) Apart {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Apart{Program: program, Args: []string{apartWord, fate}, Limits: Limits{Timeout: time.Minute, MaxMemory: DefaultMaxMemory}}
}

// TestApartOutlivesItsProcess: whatever becomes of the process, there is a
// sentence that says so.
func TestApartOutlivesItsProcess(t *testing.T) {
	for fate, want := range map[string]string{
		"panics":   "the process ended with exit status 2",
		"killed":   "paperfit failed on this file",
		"recurses": "stopped: limit max-memory",
		"talks":    "the answer is larger than 16 MB",
	} {
		t.Run(fate, func(t *testing.T) {
			t.Parallel()
			a := apartOf(t, fate)
			a.Limits.MaxMemory = 128 << 20
			out, err := a.Run(t.Context(), Stdin, strings.NewReader(""))
			stackEnded := fate == "recurses" && err != nil && strings.Contains(err.Error(), "the process ended with exit status 2") // before the watch looked
			if err == nil || !strings.Contains(err.Error(), want) && !stackEnded {
				t.Errorf("%q, %v; want %s", out, err, want)
			}
		})
	}
}

func TestApartEndsInTime(t *testing.T) {
	a := apartOf(t, "hangs")
	a.Limits.Timeout = 50 * time.Millisecond
	if _, err := a.Run(t.Context(), Stdin, strings.NewReader("")); err == nil || !strings.Contains(err.Error(), "limit timeout of 50ms") {
		t.Errorf("a process that hangs: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := apartOf(t, "hangs").Run(ctx, Stdin, strings.NewReader("")); err == nil {
		t.Error("waiting for a process that was stopped")
	}
}

func TestApartHandsOverTheFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "-paper")
	if err := os.WriteFile(name, []byte("its bytes"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := apartOf(t, "answers").Run(t.Context(), name, nil)
	if string(out) != "read its bytes" || err != nil {
		t.Errorf("%q, %v", out, err)
	}
}

func TestApartSaysWhatIsMissing(t *testing.T) {
	if _, err := apartOf(t, "answers").Run(t.Context(), filepath.Join(t.TempDir(), "none"), nil); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a file that is not there: %v", err)
	}
	a := Apart{Program: filepath.Join(t.TempDir(), "none"), Limits: Limits{Timeout: time.Minute, MaxMemory: DefaultMaxMemory}}
	if _, err := a.Run(t.Context(), Stdin, strings.NewReader("")); !errors.Is(err, ErrNotStarted) {
		t.Errorf("a program that is not there: %v", err)
	}
}
