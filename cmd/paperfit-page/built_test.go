//go:build !js

package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/browsertest"
)

// madeFolder holds what was built for the tests.
var madeFolder string

func TestMain(m *testing.M) {
	status := browsertest.Main(m)
	if madeFolder != "" {
		_ = os.RemoveAll(madeFolder)
	}
	os.Exit(status)
}

// thorough tells that the page is built and tried: the long run of continuous integration.
var thorough = os.Getenv("PAPERFIT_ORACLE") == "all"

// makePage builds the page and the program, once for all tests.
var makePage = sync.OnceValue(func() (err error) {
	if madeFolder, err = os.MkdirTemp("", "paperfit-page"); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"run", "./.ci/page", "-o", filepath.Join(madeFolder, "page")},
		{"build", "-buildvcs=false", "-ldflags=-w", "-o", filepath.Join(madeFolder, "paperfit"), "./cmd/paperfit"},
	} {
		command := exec.Command("go", args...)
		command.Dir = filepath.Join("..", "..")
		if out, err := command.CombinedOutput(); err != nil {
			return fmt.Errorf("go %s: %w\n%s", args[0], err, out)
		}
	}
	return nil
})

func skipUnlessThorough(t testing.TB) {
	t.Helper()
	if !thorough {
		t.Skip("the page has to be built, which takes minutes: PAPERFIT_ORACLE=all")
	}
}

// newTab opens a tab in which the page is tried.
func newTab(t testing.TB) *browsertest.Tab {
	t.Helper()
	skipUnlessThorough(t)
	return browsertest.New(t)
}

func made(t testing.TB, name string) string {
	t.Helper()
	skipUnlessThorough(t)
	if err := makePage(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(madeFolder, name)
}

// builtPage returns the folder of the page.
func builtPage(t testing.TB) string { return made(t, "page") }

// builtProgram returns the path of the program.
func builtProgram(t testing.TB) string { return made(t, "paperfit") }
