package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// builtFolder is where the real program is built, once for all tests.
var builtFolder string

// removingBuilt runs the tests, then removes what was built for them.
type removingBuilt struct{ *testing.M }

func (m removingBuilt) Run() int {
	defer func() {
		if builtFolder != "" {
			_ = os.RemoveAll(builtFolder)
		}
	}()
	return m.M.Run()
}

// build makes the program as the pre-commit hook has it made, without the tables
// for debuggers.
var build = sync.OnceValue(func() (err error) {
	if builtFolder, err = os.MkdirTemp("", "paperfit"); err != nil {
		return err
	}
	install := exec.Command("go", "install", "-buildvcs=false", "-ldflags=-w", "./cmd/...")
	install.Dir = root
	install.Env = append(os.Environ(), "GOBIN="+builtFolder, "CGO_ENABLED="+cgo)
	if out, err := install.CombinedOutput(); err != nil {
		return fmt.Errorf("go install: %w\n%s", err, out)
	}
	return nil
})

// built returns the path of the real program, for tests that look at it: a test's
// own keeps more of what it links.
func built(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the program has to be built")
	}
	if err := build(); err != nil {
		t.Fatal(err)
	}
	return executable(filepath.Join(builtFolder, "paperfit"))
}

// executable returns the name that the system gives a program.
func executable(path string) string {
	if runtime.GOOS == "windows" {
		return path + ".exe"
	}
	return path
}
