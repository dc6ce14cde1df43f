package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// TestEarlyIsEarly: Go's runtime is readied before it has much to do, which an import too
// many delays.
func TestEarlyIsEarly(t *testing.T) {
	cmd := exec.Command(built(t), "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1,gctrace=1")
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, trace)
	}
	if before, _, _ := strings.Cut(string(trace), "\ninit main @"); strings.Contains(before, "\ngc 1 @") {
		t.Errorf("garbage is collected before the program begins:\n%s", trace)
	}
	for early, late := range map[string][]string{
		"early":        {"os", "unicode", "encoding/gob", "github.com/pdfcpu/pdfcpu/internal/corefont/metrics"},
		"early/memory": {"errors", "sync", "runtime/metrics", "syscall"},
		"early/one":    {"errors", "sync", "runtime/metrics", "syscall"},
	} {
		_, after, found := strings.Cut(string(trace), "init github.com/paperfit/paperfit/pkg/app/"+early+" ")
		if !found {
			t.Fatalf("%s is not initialized:\n%s", early, trace)
		}
		for _, late := range late {
			if !strings.Contains(after, "\ninit "+late+" @") {
				t.Errorf("%s is initialized before %s", late, early)
			}
		}
	}
}

// TestCoresAreKept: the runtime starts nothing that adjusts their number during the run.
func TestCoresAreKept(t *testing.T) {
	program, err := buildinfo.ReadFile(built(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range program.Settings {
		if s.Key == "DefaultGODEBUG" && slices.Contains(strings.Split(s.Value, ","), "updatemaxprocs=0") {
			return
		}
	}
	t.Errorf("the runtime adjusts the number of cores: %v", program.Settings)
}

// TestJobsAreTheCoresOfTheProgram, of which the machine may have more or fewer.
func TestJobsAreTheCoresOfTheProgram(t *testing.T) {
	cores := fmt.Sprint(runtime.NumCPU() + 1)
	cmd := exec.Command(built(t), "check", "--help")
	cmd.Env = append(os.Environ(), "GOMAXPROCS="+cores)
	help, err := cmd.CombinedOutput()
	_, jobs, _ := strings.Cut(string(help), "--jobs int")
	if words := strings.Join(strings.Fields(jobs), " "); err != nil || !strings.HasPrefix(words, "number of files to check in parallel (default "+cores+")") {
		t.Errorf("with %s cores: %.80s, %v", cores, words, err)
	}
}

// TestWorkersIgnoreInterrupts: an interrupt is meant for the program that started them.
func TestWorkersIgnoreInterrupts(t *testing.T) {
	for name, want := range map[string]bool{app.WorkerName: true, app.BanalWorkerName: false, "check": false} {
		if isWorker([]string{name}) != want {
			t.Errorf("%s: a worker %v, want %v", name, !want, want)
		}
	}
	if isWorker(nil) {
		t.Error("no command is a worker")
	}
}
