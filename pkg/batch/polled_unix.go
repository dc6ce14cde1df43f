//go:build unix

package batch

import (
	"io"
	"os"
	"syscall"
)

// polled returns a reader from the same pipe that waits in Go's scheduler, not
// in the system: with one core a wait in the system would keep what has come
// from being worked on for some milliseconds.
func polled(in io.Reader) io.Reader {
	file, ok := in.(*os.File)
	if !ok {
		return in
	}
	fd := file.Fd()
	if syscall.SetNonblock(int(fd), true) != nil {
		return in
	}
	return os.NewFile(fd, file.Name())
}
