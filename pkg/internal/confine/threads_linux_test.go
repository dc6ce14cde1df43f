package confine

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// TestForeignProc: where /proc shows other processes, as in a namespace that has none of its
// own, a process is confined or reports why not. It does not wait for threads of theirs.
func TestForeignProc(t *testing.T) {
	abi := kernelABI()
	if abi == 0 {
		t.Skip("the kernel has no Landlock")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // of a process that hangs
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0])
	child.Env = append(os.Environ(), childEnv+"=none")
	child.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID}
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Skip("the system makes no namespace: ", err)
	}
	var first told
	if err := json.NewDecoder(out).Decode(&first); err != nil {
		t.Fatal(err)
	}
	cancel()
	_ = child.Wait() // it is killed
	if want := !findsThreads || abi >= abiThreads; want != first.InForce.Landlock.Has(Files) {
		t.Errorf("files are refused: %v, want %v; problems: %q", !want, want, first.InForce.Problems)
	}
}
