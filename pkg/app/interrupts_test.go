package app

import (
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/system"
)

// TestNothingIsLeftBehind: before a process is started or a file opened, an interrupt ends
// the run and not the program.
func TestNothingIsLeftBehind(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "folder", "a.pdf")
	for name, do := range map[string]func(system.Streams){
		"banal": func(s system.Streams) {
			_, _ = BanalOptions{}.answerApart(context.Background(), s, missing, "a.pdf", true)
		},
		"profiles init": func(s system.Streams) { _, _ = StartProfile(s, missing, "text") },
	} {
		listens := false
		do(system.Streams{Out: io.Discard, Err: io.Discard, Interruptible: func() { listens = true }})
		if !listens {
			t.Errorf("%s does not listen to interrupts", name)
		}
	}
}
