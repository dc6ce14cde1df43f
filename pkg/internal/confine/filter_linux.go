package confine

import (
	"errors"
	"math"
	"runtime"
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
	runtime.LockOSThread() // both calls are to be of one thread
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		c.problem("system call filter", err)
		return
	}
	program := filterProgram(architecture, append(forbidden[:len(forbidden):len(forbidden)], forbiddenHere...))
	all := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	// A thread that cannot take the filter is told by its number.
	thread, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&all)))
	switch {
	case errno != 0:
		c.problem("system call filter", errno)
	case thread != 0:
		c.problem("system call filter", errors.New("a thread has another filter"))
	default:
		c.Filter |= Programs | TCP | Sockets
	}
}

// filterProgram returns the filter that refuses calls, and all those of another
// architecture. It looks at struct seccomp_data: the call's number at 0, its
// architecture at 4.
func filterProgram(architecture uint32, calls []uint32) []unix.SockFilter {
	const (
		load  = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		equal = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		least = unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K
		end   = unix.BPF_RET | unix.BPF_K
	)
	if len(calls) > math.MaxUint8-2 {
		panic("the filter's jumps are too long")
	}
	n := uint8(len(calls))
	out := []unix.SockFilter{
		{Code: load, K: 4},
		{Code: equal, K: architecture, Jf: n + 3}, // to the refusal
		{Code: load, K: 0},
		{Code: least, K: otherCalls, Jt: n + 1},
	}
	for i, call := range calls {
		out = append(out, unix.SockFilter{Code: equal, K: call, Jt: n - uint8(i)})
	}
	return append(out,
		unix.SockFilter{Code: end, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: end, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)},
	)
}
