package confine

import (
	"errors"
	"math"
	"runtime"
	"slices"
	"unsafe"

	"golang.org/x/sys/unix"
)

// architectures are the numbers by which the kernel tells whose system calls are
// made (linux/audit.h), of those that the filter knows.
var architectures = map[string]uint32{
	"amd64": unix.AUDIT_ARCH_X86_64, "386": unix.AUDIT_ARCH_I386,
	"arm64": unix.AUDIT_ARCH_AARCH64, "arm": unix.AUDIT_ARCH_ARM, "riscv64": unix.AUDIT_ARCH_RISCV64,
}

// forbidden are the system calls that the filter refuses everywhere: what makes
// sockets and programs, and what could do so in a roundabout way.
var forbidden = []uint32{
	unix.SYS_SOCKET, unix.SYS_SOCKETPAIR, unix.SYS_IO_URING_SETUP,
	unix.SYS_EXECVE, unix.SYS_EXECVEAT, unix.SYS_MEMFD_CREATE,
	unix.SYS_PTRACE, unix.SYS_PROCESS_VM_READV, unix.SYS_PROCESS_VM_WRITEV, unix.SYS_PIDFD_GETFD,
	unix.SYS_BPF, unix.SYS_PERF_EVENT_OPEN, unix.SYS_UNSHARE, unix.SYS_SETNS, unix.SYS_OPEN_BY_HANDLE_AT,
	unix.SYS_FCHMOD, unix.SYS_FCHMODAT, unix.SYS_FCHOWN, unix.SYS_FCHOWNAT, unix.SYS_UTIMENSAT,
}

// otherCalls is the first number of the system calls of x32, which belong to
// the architecture amd64; other architectures have none from there on.
const otherCalls = 0x40000000

var errArchitecture = errors.New("unsupported architecture")

// filter has the kernel refuse system calls, with EPERM, in all threads
// (seccomp(2)).
func (c *Confinement) filter() {
	architecture, ok := architectures[runtime.GOARCH]
	if !ok {
		c.problem("system call filter", errArchitecture)
		return
	}
	program := filterProgram(architecture, slices.Concat(forbidden, forbiddenHere))
	all := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	err := withoutNewPrivileges(unix.EACCES, func() error {
		// A thread that cannot take the filter is told by its number.
		thread, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&all)))
		switch {
		case errno != 0:
			return errno
		case thread != 0:
			return errors.New("a thread has another filter")
		}
		return nil
	})
	if err != nil {
		c.problem("system call filter", err)
		return
	}
	c.Filter |= Programs | TCP | Sockets
}

// threadsTried is how many threads are tried at most.
const threadsTried = 100

// withoutNewPrivileges makes a call that the kernel refuses, with that error, to a thread
// that may get new privileges. Go may resume this goroutine on another thread between two
// calls; then both are made anew. To keep it on one takes a thread more, which is
// some hundredths of the time of a short paper. A process that the kernel refuses nothing, as
// one with CAP_SYS_ADMIN, may keep such a thread, which the call itself still confines.
func withoutNewPrivileges(refused unix.Errno, call func() error) (err error) {
	for range threadsTried {
		if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
			return err
		}
		if err = call(); err != refused {
			return err
		}
	}
	return err
}

// Instructions of a filter.
const (
	filterLoad  = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
	filterEqual = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
	filterLeast = unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K
	filterEnd   = unix.BPF_RET | unix.BPF_K
)

// filterProgram returns the filter that refuses calls, and all those of another
// architecture. It looks at struct seccomp_data: the call's number at 0, its
// architecture at 4.
func filterProgram(architecture uint32, calls []uint32) []unix.SockFilter {
	search := searchProgram(slices.Sorted(slices.Values(calls)), 0)
	n := len(search)
	if n > math.MaxUint8-3 {
		panic("the filter's jumps are too long")
	}
	out := []unix.SockFilter{
		{Code: filterLoad, K: 4},
		{Code: filterEqual, K: architecture, Jf: uint8(n + 3)}, // to the refusal
		{Code: filterLoad, K: 0},
		{Code: filterLeast, K: otherCalls, Jt: uint8(n + 1)},
	}
	return append(append(out, search...),
		unix.SockFilter{Code: filterEnd, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: filterEnd, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)},
	)
}

// fewCalls is how many calls are compared one after the other.
const fewCalls = 2

// searchProgram returns the part of a filter that refuses calls, in the order of
// their numbers; after is how many instructions lie between it and the end that
// allows a call. The kernel runs a new filter for each call that there is: so it
// searches by halves.
func searchProgram(calls []uint32, after int) (out []unix.SockFilter) {
	if len(calls) > fewCalls {
		half := len(calls) / 2
		large := searchProgram(calls[half:], after)
		small := searchProgram(calls[:half], after+len(large))
		out = append(out, unix.SockFilter{Code: filterLeast, K: calls[half], Jt: uint8(len(small))})
		return append(append(out, small...), large...)
	}
	for i, call := range calls {
		left := len(calls) - 1 - i
		step := unix.SockFilter{Code: filterEqual, K: call, Jt: uint8(left + after + 1)}
		if left == 0 {
			step.Jf = uint8(after)
		}
		out = append(out, step)
	}
	return out
}
