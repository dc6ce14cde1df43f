package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts expect anew")

// The program begins on one core; tests have all of them, and before the flag that says
// how many run at a time gets its default.
func init() { runtime.SetDefaultGOMAXPROCS() }

func TestMain(m *testing.M) {
	testscript.Main(removingBuilt{m}, map[string]func(){"paperfit": main})
}

// TestScripts runs the command-line scripts in testdata/script. What a script runs by
// exec is the real program, and so are all its commands in a thorough run; else one
// process runs them. With -short they are run by the main of this program, which starts
// at three times the cost. $TESTDATA is the repository's testdata.
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
			if copier() != "" {
				served := &servedScript{}
				env.Values[servedWord] = served
				env.Defer(served.end)
			}
			env.Setenv("GORACE", "atexit_sleep_ms=0") // else a program with the race detector sleeps for a second before it ends
			return nil
		},
	})
}

// cmdStatus runs a program that has to end with an exit status. After a file for its
// standard input it is run by exec:
//
//	status 3 paperfit missing.pdf
//	stdin draft.pdf
//	status 0 exec paperfit -
func cmdStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE [exec] PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	args = args[1:]
	got := 0
	if served, ok := ts.Value(servedWord).(*servedScript); ok && args[0] == "paperfit" {
		got = served.run(ts, args[1:])
	} else {
		if args[0] == "exec" {
			args = args[1:]
		}
		var exit *exec.ExitError
		if err := ts.Exec(args[0], args[1:]...); errors.As(err, &exit) {
			got = exit.ExitCode()
		} else {
			ts.Check(err)
		}
	}
	if got != want {
		ts.Fatalf("the exit status is %d, want %d", got, want)
	}
}

// servedScript is the process that runs the commands of a script, from the first on.
type servedScript struct {
	cmd      *exec.Cmd
	commands io.WriteCloser
	ends     *json.Decoder
}

func (s *servedScript) start() error {
	program, err := exec.LookPath(filepath.Join(builtFolder, "paperfit"))
	if err != nil {
		return err
	}
	cmd := exec.Command(program, servedWord)
	cmd.Stderr = os.Stderr
	if s.commands, err = cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	s.cmd, s.ends = cmd, json.NewDecoder(out)
	return cmd.Start()
}

func (s *servedScript) end() {
	if s.cmd != nil {
		_ = s.commands.Close()
		_ = s.cmd.Wait()
	}
}

// run runs a command and returns its exit status.
func (s *servedScript) run(ts *testscript.TestScript, args []string) int {
	if s.cmd == nil {
		ts.Check(s.start())
	}
	ts.Check(json.NewEncoder(s.commands).Encode(servedCommand{ts.MkAbs("."), ts.Getenv("GITHUB_STEP_SUMMARY"), args}))
	var end servedEnd
	ts.Check(s.ends.Decode(&end))
	_, err := ts.Stdout().Write(end.Out)
	ts.Check(err)
	_, err = ts.Stderr().Write(end.Err)
	ts.Check(err)
	return end.Status
}
