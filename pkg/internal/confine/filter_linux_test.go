package confine

import (
	"slices"
	"testing"

	"golang.org/x/sys/unix"
)

// runFilter runs a filter as the kernel does and returns what it decides and how
// many instructions that took.
func runFilter(t *testing.T, program []unix.SockFilter, architecture, call uint32) (decision uint32, steps int) {
	t.Helper()
	var loaded uint32
	for at := 0; at < len(program); steps++ {
		step := program[at]
		at++
		jump := step.Jf
		switch step.Code {
		case filterEnd:
			return step.K, steps + 1
		case filterLoad:
			loaded = map[uint32]uint32{0: call, 4: architecture}[step.K]
			continue
		case filterEqual:
			if loaded == step.K {
				jump = step.Jt
			}
		case filterLeast:
			if loaded >= step.K {
				jump = step.Jt
			}
		default:
			t.Fatalf("instruction %d: %+v", at-1, step)
		}
		at += int(jump)
	}
	t.Fatal("the filter runs past its end")
	return 0, 0
}

// TestFilterRefusesItsCallsAlone: for each system call, and in few steps.
func TestFilterRefusesItsCallsAlone(t *testing.T) {
	const here, elsewhere, mostSteps = 7, 8, 13
	const refused, allowed = uint32(unix.SECCOMP_RET_ERRNO | unix.EPERM), uint32(unix.SECCOMP_RET_ALLOW)
	ours := slices.Concat(forbidden, forbiddenHere)
	for _, calls := range [][]uint32{ours, ours[:1], ours[:2], ours[:3], {0}, {0, otherCalls - 1, 1, 2, 9}} {
		program := filterProgram(here, calls)
		for call := range uint32(1 << 10) {
			want := allowed
			if slices.Contains(calls, call) {
				want = refused
			}
			got, steps := runFilter(t, program, here, call)
			if got != want || steps > mostSteps {
				t.Errorf("call %d of %v: %#x after %d steps, want %#x", call, calls, got, steps, want)
			}
			if got, _ := runFilter(t, program, elsewhere, call); got != refused {
				t.Errorf("call %d of another architecture: %#x", call, got)
			}
		}
		for _, call := range []uint32{otherCalls, otherCalls + 1, 1<<32 - 1} {
			if got, _ := runFilter(t, program, here, call); got != refused {
				t.Errorf("call %#x of another architecture's numbers: %#x", call, got)
			}
		}
		if got, _ := runFilter(t, program, here, otherCalls-1); (got == refused) != slices.Contains(calls, otherCalls-1) {
			t.Errorf("the last call: %#x", got)
		}
	}
}
