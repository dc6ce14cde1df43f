package main

import (
	"encoding/json"
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

// copier returns the command to which "go run" hands the program that serves scripts,
// "" where the tests have to do without that program.
func copier() string {
	cp, err := exec.LookPath("cp")
	if err != nil || thorough || testing.Short() {
		return ""
	}
	return cp
}

// build makes the program without the tables for debuggers: in a thorough run as the
// pre-commit hook has it made, else with served_test.go as a part of it, by "go run",
// which links it only when it has changed.
var build = sync.OnceValue(func() (err error) {
	if builtFolder, err = os.MkdirTemp("", "paperfit"); err != nil {
		return err
	}
	args := []string{"install", "-buildvcs=false", "-ldflags=-w", "./cmd/..."}
	if cp := copier(); cp != "" {
		overlay := filepath.Join(builtFolder, "overlay.json")
		if err := os.WriteFile(overlay, served(), 0o600); err != nil {
			return err
		}
		args = []string{"run", "-buildvcs=false", "-ldflags=-w -s=false", "-overlay", overlay, "-exec", cp, "./cmd/paperfit", builtFolder}
	}
	make := exec.Command("go", args...)
	make.Dir = root
	make.Env = append(os.Environ(), "GOBIN="+builtFolder, "CGO_ENABLED="+cgo)
	if out, err := make.CombinedOutput(); err != nil {
		return fmt.Errorf("go %s: %w\n%s", args[0], err, out)
	}
	return nil
})

// served returns the overlay by which served_test.go is a part of the program (go help
// build).
func served() []byte {
	here, err := filepath.Abs(".")
	if err != nil {
		panic(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(here, "served.go"): filepath.Join(here, "served_test.go")}})
	if err != nil {
		panic(err)
	}
	return overlay
}

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
