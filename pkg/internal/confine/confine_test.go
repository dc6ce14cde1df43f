//go:build linux || darwin

package confine

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// childEnv makes this test's program the confined process, which skips the steps
// that it names.
const childEnv = "PAPERFIT_TEST_CONFINED"

// escapedWord is the argument by which the confined process starts itself.
const escapedWord = "escaped"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == escapedWord {
		os.Stdout.WriteString(`{"what":"start a program","error":""}` + "\n")
		return
	}
	if skip := os.Getenv(childEnv); skip != "" {
		confined(skip)
		return
	}
	os.Exit(m.Run())
}

// reported is what the confined process reports: first what is in force, then of each
// thing that it tried what the system said.
type told struct {
	InForce *Confinement  `json:"in_force,omitempty"`
	What    string        `json:"what,omitempty"`
	Error   string        `json:"error"`
	Errno   syscall.Errno `json:"errno"`
}

// stepsByName are the steps that a test may skip.
var stepsByName = map[string]steps{"landlock": stepLandlock, "filter": stepFilter, "limits": stepLimits}

// confined is the confined process. It tries everything on several threads,
// which were there before it was confined, and at last to start itself.
func confined(skip string) {
	var skipped steps
	for name, step := range stepsByName {
		if strings.Contains(skip, name) {
			skipped |= step
		}
	}
	t := Trial{Program: os.Args[0], Args: []string{escapedWord}}
	const threads = 4
	var ready sync.WaitGroup
	ready.Add(threads)
	begin, done := make(chan struct{}), make(chan []told)
	for range threads {
		go func() {
			runtime.LockOSThread()
			ready.Done()
			<-begin
			done <- attempts(t)
		}()
	}
	ready.Wait()
	c := confine(Limits{CPUTime: time.Minute}, skipped)
	out := json.NewEncoder(os.Stdout)
	_ = out.Encode(told{InForce: &c}) // a parent that is gone misses nothing
	close(begin)
	for range threads {
		for _, one := range <-done {
			_ = out.Encode(one)
		}
	}
	if last := trials[len(trials)-1]; c.Refused().Has(Programs) || skipped&stepLimits != 0 { // with the limit alone a program starts, and finds no libraries
		_ = out.Encode(of(last.what, last.do(t)))
	}
}

// attempts tries all but to start a program.
func attempts(t Trial) (out []told) {
	for _, trial := range trials[:len(trials)-1] {
		out = append(out, of(trial.what, trial.do(t)))
	}
	return out
}

func of(what string, err error) told {
	one := told{What: what}
	if err != nil {
		one.Error = err.Error()
		errors.As(err, &one.Errno)
	}
	return one
}

// runConfined runs the confined process without some steps. It returns what is
// in force and what the system said to each attempt, for each thread.
func runConfined(t *testing.T, skip string) (Confinement, map[string][]syscall.Errno) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childEnv+"="+skip)
	child.Stderr = os.Stderr
	out, err := child.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var c Confinement
	said := map[string][]syscall.Errno{}
	for lines := json.NewDecoder(strings.NewReader(string(out))); ; {
		var one told
		if err := lines.Decode(&one); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if one.InForce != nil {
			c = *one.InForce
			continue
		}
		said[one.What] = append(said[one.What], one.Errno)
	}
	return c, said
}

// TestConfinedProcessCanDoNothing: each mechanism alone refuses what it claims,
// reported by its own error number. Where all are skipped everything can be done: so
// the attempts can succeed, and the test fails where nothing is confined.
func TestConfinedProcessCanDoNothing(t *testing.T) {
	for _, test := range []struct {
		skip   string
		claims func(Confinement) Rights
		errno  syscall.Errno // 0: any
	}{
		{"landlock filter limits", func(Confinement) Rights { return 0 }, 0},
		{"filter limits", func(c Confinement) Rights { return c.Landlock }, syscall.EACCES},
		{"landlock limits", func(c Confinement) Rights { return c.Filter }, syscall.EPERM},
		{"landlock filter", func(c Confinement) Rights { return c.Limit }, syscall.EMFILE},
		{"nothing", Confinement.Refused, 0},
	} {
		t.Run("without "+test.skip, func(t *testing.T) {
			c, said := runConfined(t, test.skip)
			claimed := test.claims(c)
			if claimed == 0 && test.errno != 0 {
				t.Skipf("this system has no such mechanism; in force is %v %v", c, c.Problems)
			}
			for _, trial := range trials {
				for _, errno := range said[trial.what] {
					refused := claimed.Has(trial.right)
					want := test.errno
					if trial.right == Signals {
						want = syscall.EPERM
					}
					if refused != (errno != 0) || refused && test.errno != 0 && errno != want {
						t.Errorf("%s: refused %v (%v), want %v (%v)", trial.what, errno != 0, errno, refused, want)
					}
				}
				if len(said[trial.what]) == 0 && claimed.Has(trial.right) {
					t.Errorf("%s: not tried", trial.what)
				}
			}
		})
	}
}

// TestLandlockIsInForce: where the kernel has Landlock, it is in force, on all
// threads, root's included: files, programs and connections are refused with
// EACCES, which no limit says.
func TestLandlockIsInForce(t *testing.T) {
	if runtime.GOOS != "linux" || kernelABI() == 0 {
		t.Skip("this kernel has no Landlock")
	}
	c, said := runConfined(t, "filter limits")
	if c.ABI != kernelABI() || len(c.Problems) > 0 {
		t.Fatalf("in force is ABI %d of %d: %v", c.ABI, kernelABI(), c.Problems)
	}
	for what, since := range map[string]int{"read a file": 1, "list a folder": 1, "write a file": 1, "start a program": 1, "connect by TCP": 4} {
		for _, errno := range said[what] {
			if c.ABI >= since && errno != syscall.EACCES {
				t.Errorf("%s: %v, not EACCES", what, errno)
			}
		}
	}
}
