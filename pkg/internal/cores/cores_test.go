package cores_test

import (
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/cores"
)

// TestBeginOnOne runs itself again, because a process begins once.
func TestBeginOnOne(t *testing.T) {
	if os.Getenv("CORES_CHILD") == "" {
		child := exec.Command(os.Args[0], "-test.run=^TestBeginOnOne$", "-test.v")
		child.Env = append(os.Environ(), "CORES_CHILD=1")
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	before := runtime.GOMAXPROCS(0)
	if before == 1 {
		t.Skip("this machine has one core")
	}
	ended := 0
	end := func() { ended++ }
	if one, now := cores.BeginOnOne(false, func(string) string { return "3" }, end), runtime.GOMAXPROCS(0); one || now != before {
		t.Errorf("with GOMAXPROCS in the environment: %v, %d cores, want %d as before", one, now, before)
	}
	runtime.GOMAXPROCS(1)
	if one, now := cores.BeginOnOne(true, func(string) string { return strconv.Itoa(before) }, end), runtime.GOMAXPROCS(0); one || now != before {
		t.Errorf("with all cores in the environment: %v, %d cores, want %d", one, now, before)
	}
	if !cores.BeginOnOne(false, func(string) string { return "" }, end) {
		t.Error("the program does not begin on one core")
	}
	if n := cores.Count(); n != before {
		t.Errorf("a program that begins on one core may use %d, want %d", n, before)
	}
	if n := cores.For(1); n != 1 || runtime.GOMAXPROCS(0) != 1 || ended != 0 {
		t.Errorf("work for one core: For = %d, GOMAXPROCS %d, ended %d times; want 1, 1, 0", n, runtime.GOMAXPROCS(0), ended)
	}
	for range 2 {
		if n := cores.For(1000); n != min(before, 1000) || runtime.GOMAXPROCS(0) != before || ended != 1 {
			t.Errorf("work for a thousand: For = %d, GOMAXPROCS %d, ended %d times; want %d, once", n, runtime.GOMAXPROCS(0), ended, before)
		}
	}
}

func TestForInALibrary(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	if n := cores.Count(); n != 3 {
		t.Errorf("a library whose program has 3 cores may use %d", n)
	}
	for worth, want := range map[int]int{-1: 1, 0: 1, 1: 1, 2: min(2, runtime.GOMAXPROCS(0))} {
		if n := cores.For(worth); n != want {
			t.Errorf("For(%d) = %d, want %d", worth, n, want)
		}
	}
}
