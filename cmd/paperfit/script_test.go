package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts expect anew")

func TestMain(m *testing.M) {
	testscript.Main(removingBuilt{m}, map[string]func(){"paperfit": main})
}

// TestScripts runs the command-line scripts in testdata/script against the real
// program, or with -short against the main of this one, which starts at three
// times the cost. $TESTDATA is the repository's testdata.
func TestScripts(t *testing.T) {
	testdata, err := filepath.Abs(filepath.Join(root, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	path := os.Getenv("PATH")
	if !testing.Short() {
		path = filepath.Dir(built(t)) + string(os.PathListSeparator) + path
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(testdata, "script"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": cmdStatus},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("there is no condition %q", name)
			}
			return os.Geteuid() == 0, nil // who may write everywhere
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", path)
			env.Setenv("TESTDATA", testdata)
			env.Setenv("GORACE", "atexit_sleep_ms=0") // else a program with the race detector sleeps for a second before it ends
			return nil
		},
	})
}

// cmdStatus runs a program that has to end with an exit status:
//
//	status 3 paperfit missing.pdf
func cmdStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("the exit status is %d, want %d", got, want)
	}
}
