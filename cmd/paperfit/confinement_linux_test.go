package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// Calls as strace writes them. A call that waits is written in two parts, of
// which the second has its result.
var (
	execCall     = regexp.MustCompile(`execve(\(.*| resumed>.*)\) += 0`)
	rulesCall    = regexp.MustCompile(`landlock_create_ruleset\(\{`)
	restrictCall = regexp.MustCompile(`landlock_restrict_self(\(| resumed>).*\) += (\S+)`)
	filterCall   = regexp.MustCompile(`seccomp(\(SECCOMP_SET_MODE_FILTER,.*| resumed>.*)\) += 0`)
)

// TestEveryReaderIsConfined: each process that parses a paper has Landlock and
// the filter in force, on all of its threads. The program itself does not parse
// where it starts others, and is counted out.
func TestEveryReaderIsConfined(t *testing.T) {
	program := traced(t)
	plain, limit := paper(t, "ok-plain.pdf"), paper(t, "bad-page-limit-spill.pdf")
	folder := t.TempDir()
	for _, test := range []struct {
		args            []string
		started, others int // processes that are confined, and that are not
	}{
		{[]string{"explain", "page-limit"}, 0, 1}, // reads no paper: so that a count of 0 can be seen
		{[]string{"check", plain}, 1, 0},
		{[]string{"check", "-o", filepath.Join(folder, "r.json"), "--format", "json", plain}, 1, 0},
		{[]string{"check", "--jobs", "2", plain, limit, plain, limit}, 2, 1},
		{[]string{"check", "--report", "html=" + folder + "/", plain}, 1, 1},
		{[]string{"check", "--cross-check", plain}, 2, 1},
		{[]string{"inspect", "--layout", plain}, 1, 0},
		{[]string{"inspect", "--dump", plain}, 1, 0},
		{[]string{"inspect", "--dump", "-o", filepath.Join(folder, "d.dump"), plain}, 1, 1},
		{[]string{"banal", "-json", plain}, 1, 1},
		{[]string{"banal", "-report", plain}, 1, 1},
	} {
		calls := strings.Split(trace(program, "execve,landlock_create_ruleset,landlock_restrict_self,seccomp", test.args), "\n")
		name := strings.Join(test.args, " ")
		if got := count(calls, execCall); got != test.started+test.others {
			t.Errorf("%s: %d processes, want %d", name, got, test.started+test.others)
		}
		if got := count(calls, rulesCall); got != test.started {
			t.Errorf("%s: Landlock is in force in %d processes, want %d", name, got, test.started)
		}
		if got := count(calls, filterCall); got != test.started {
			t.Errorf("%s: the filter is in force in %d processes, want %d", name, got, test.started)
		}
		restricted := 0
		for _, call := range calls {
			if result := restrictCall.FindStringSubmatch(call); result != nil {
				restricted++
				if result[2] != "0" {
					t.Errorf("%s: a thread is not confined: %s", name, call)
				}
			}
		}
		if restricted < test.started {
			t.Errorf("%s: %d threads are confined, of %d processes", name, restricted, test.started)
		}
	}
}

func count(calls []string, of *regexp.Regexp) int {
	n := 0
	for _, call := range calls {
		if of.MatchString(call) {
			n++
		}
	}
	return n
}

// traced returns the program, where its system calls can be watched and the
// kernel has Landlock.
func traced(t *testing.T) string {
	t.Helper()
	if err := exec.Command("strace", "-qq", "-e", "trace=%network", "true").Run(); err != nil {
		t.Skipf("strace is not installed or may not be used: %v", err)
	}
	c, err := app.Confinement(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if c.ABI == 0 || c.Filter == 0 {
		t.Skipf("this system confines by %v alone", c)
	}
	return built(t)
}

// trace returns the system calls of these names that the program makes with
// arguments, a line each.
func trace(program, names string, args []string) string {
	run := exec.Command("strace", slices.Concat([]string{"-f", "-qq", "-e", "trace=" + names, "-e", "signal=none", "-o", "/dev/stderr", program}, args)...)
	var calls strings.Builder
	run.Stderr = &calls
	_ = run.Run() // the verdicts are not looked at
	return calls.String()
}
