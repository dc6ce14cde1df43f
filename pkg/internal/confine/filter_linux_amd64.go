package confine

import "golang.org/x/sys/unix"

// forbiddenHere are the older forms of forbidden system calls.
var forbiddenHere = []uint32{
	unix.SYS_CHMOD, unix.SYS_CHOWN, unix.SYS_LCHOWN,
	unix.SYS_UTIME, unix.SYS_UTIMES, unix.SYS_FUTIMESAT,
}
